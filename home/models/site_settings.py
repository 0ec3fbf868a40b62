"""What an administrator names once for the whole site: eight fields in two settings."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from home.menu_blocks import FOOTER_BLOCKS, MENU_BLOCKS
from portal.fields import BodyField


@register_setting(icon="home", order=100)
class SiteIdentity(BaseSiteSetting):
    """How the community calls itself and whom to write to."""

    name = models.CharField(_("name"), max_length=80, blank=True)
    tagline = models.CharField(_("tagline"), max_length=160, blank=True)
    tagline_en = models.CharField(_("tagline in English"), max_length=160, blank=True)
    contact_address = models.EmailField(_("contact address"), blank=True, help_text=_("Messages of the contact page are sent there."))
    privacy_officer = models.CharField(
        _("person responsible for personal information"),
        max_length=160,
        blank=True,
        help_text=_("Name and title, as Québec’s Law 25 asks to publish them."),
    )
    logo = models.ForeignKey(
        "wagtailimages.Image", verbose_name=_("logo"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("tagline"), FieldPanel("tagline_en"), FieldPanel("logo")], heading=_("Name")),
        MultiFieldPanel([FieldPanel("contact_address"), FieldPanel("privacy_officer")], heading=_("People to write to")),
    ]

    class Meta:
        verbose_name = _("identity of the site")


@register_setting(icon="list-ul", order=110)
class SiteMenus(BaseSiteSetting):
    """The main menu and the foot of every page."""

    main_menu = BodyField(MENU_BLOCKS, verbose_name=_("main menu"), blank=True)
    footer = BodyField(FOOTER_BLOCKS, verbose_name=_("footer"), blank=True)

    panels = [FieldPanel("main_menu"), FieldPanel("footer")]

    class Meta:
        verbose_name = _("menus")
