from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, PageManager

from library.models.panels import TOOLKIT
from library.models.resource import ResourcePage
from library.queries import ToolkitQuerySet
from portal.blocks import BODY_BLOCKS
from portal.fields import BodyField
from portal.pages import SitePage


class ToolkitsPage(SitePage):
    """The toolkits of the library, side by side. It only gives them their address."""

    introduction = models.TextField(_("introduction"), blank=True, max_length=400)

    template = "library/toolkits.html"
    parent_page_types = ["library.LibraryPage"]
    subpage_types = ["library.ToolkitPage"]
    max_count_per_parent = 1
    page_description = _("The list of toolkits.")

    content_panels = [*SitePage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("list of toolkits")
        verbose_name_plural = _("lists of toolkits")

    def get_context(self, request, *args, **kwargs):
        toolkits = ToolkitPage.objects.visible_to(request.user).child_of(self).by_title().with_step_counts(request.user)
        return super().get_context(request, *args, **kwargs) | {"toolkits": toolkits}


class ToolkitPage(SitePage):
    """An ordered, annotated set of resources for one task."""

    summary = models.TextField(_("summary"), max_length=400, help_text=_("What the toolkit helps to do, in one or two sentences."))
    body = BodyField(BODY_BLOCKS, verbose_name=_("body"), blank=True)

    objects = PageManager.from_queryset(ToolkitQuerySet)()

    template = "library/toolkit.html"
    parent_page_types = ["library.ToolkitsPage"]
    subpage_types = []
    search_kind = "toolkit"
    edit_handler = TOOLKIT
    page_description = _("Resources in order, each with a note: a toolkit for one task.")

    class Meta:
        verbose_name = _("toolkit")
        verbose_name_plural = _("toolkits")

    def steps_for(self, user):
        """Its steps in order, those whose resource ``user`` may read: three queries whatever their number."""
        resources = {
            resource.pk: resource for resource in ResourcePage.objects.visible_to(user).filter(toolkit_items__page=self.pk).for_listing()
        }
        steps = [item for item in self.items.all() if item.resource_id in resources]
        for step in steps:
            step.resource = resources[step.resource_id]
        return steps

    def get_context(self, request, *args, **kwargs):
        self.steps = self.steps_for(request.user)
        return super().get_context(request, *args, **kwargs) | {"steps": self.steps}

    def json_ld(self, request):
        items = [{"@type": "ListItem", "position": rank, "url": step.resource.full_url} for rank, step in enumerate(self.steps, 1)]
        return super().json_ld(request) | {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}


class ToolkitItem(Orderable):
    """One resource in a toolkit and why it is there."""

    page = ParentalKey(ToolkitPage, on_delete=models.CASCADE, related_name="items")
    resource = models.ForeignKey("library.ResourcePage", verbose_name=_("resource"), on_delete=models.CASCADE, related_name="toolkit_items")
    note = models.TextField(_("note"), max_length=600, blank=True, help_text=_("Why it is here and how to use it at this step."))

    panels = [FieldPanel("resource"), FieldPanel("note")]

    class Meta(Orderable.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        constraints = [models.UniqueConstraint(fields=["page", "resource"], name="a_resource_once_per_toolkit")]
