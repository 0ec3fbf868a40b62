from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel

from home import contact
from home.gathering import gathered_for, sections_of
from portal.blocks import BODY_BLOCKS
from portal.fields import BodyField
from portal.pages import SitePage


def _picture():
    return models.ForeignKey(
        "wagtailimages.Image", verbose_name=_("picture"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )


class HomePage(SitePage):
    """The front door: it gathers what the other apps know, and owns nothing else."""

    heading = models.CharField(_("heading"), max_length=160, blank=True, help_text=_("The title of the page if left empty."))
    introduction = models.TextField(_("introduction"), blank=True, help_text=_("Who we are, in one or two sentences."))
    lead = models.TextField(_("second paragraph"), blank=True)
    picture = _picture()
    body = BodyField(BODY_BLOCKS, verbose_name=_("body"), blank=True)

    template = "home/home.html"
    parent_page_types = ["wagtailcore.Page"]
    content_panels = [
        *SitePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("heading"), FieldPanel("introduction"), FieldPanel("lead"), FieldPanel("picture")], heading=_("Welcome")
        ),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def summary_text(self):
        return self.search_description or self.introduction

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | gathered_for(request.user) | sections_of(self)

    def json_ld(self, request):
        return super().json_ld(request) | {"@type": "WebSite"}


class ContentPage(SitePage):
    """A page of text, pictures and blocks, that an editor lays out."""

    heading = models.CharField(
        _("heading"), max_length=160, blank=True, help_text=_("The title of the page if left empty: menus keep the shorter title.")
    )
    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("One or two sentences, shown under the title and in listings.")
    )
    picture = _picture()
    body = BodyField(BODY_BLOCKS, verbose_name=_("body"), blank=True)

    template = "home/content.html"
    parent_page_types = ["home.HomePage", "home.ContentPage"]
    content_panels = [
        *SitePage.content_panels,
        MultiFieldPanel([FieldPanel("heading"), FieldPanel("introduction"), FieldPanel("picture")], heading=_("Top of the page")),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("content page")
        verbose_name_plural = _("content pages")


class ContactPage(SitePage):
    """A form that writes to the community’s contact address."""

    introduction = models.TextField(_("introduction"), blank=True)
    thanks = models.TextField(_("thanks"), blank=True, help_text=_("Shown after a message was sent."))

    template = "home/contact.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("thanks"),
        HelpPanel(_("Messages are sent to the contact address of the settings, “Identity of the site”.")),
    ]

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")

    def serve(self, request, *args, **kwargs):
        """The form; a valid one is mailed to the contact address and leads to the thanks."""
        if request.method == "POST":
            return contact.receive(self, request)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | {"form": contact.blank_form(request.user), "is_sent": contact.Sent(request.GET).is_sent}

    def json_ld(self, request):
        return super().json_ld(request) | {"@type": "ContactPage"}
