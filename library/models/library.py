from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from library.listing import listing
from portal.pages import SitePage


class LibraryPage(SitePage):
    """The library: every resource, to be filtered and sorted."""

    introduction = models.TextField(_("introduction"), blank=True, max_length=400, help_text=_("One or two sentences under the title."))

    template = "library/library.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["library.ResourcePage", "library.ToolkitsPage"]
    max_count_per_parent = 1
    page_description = _("The list of resources, with its filters.")

    content_panels = [*SitePage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("library")
        verbose_name_plural = _("libraries")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | listing(self, request.GET, request.user)
