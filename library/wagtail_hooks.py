"""The library in the Wagtail admin: the list of resources, the keywords; its files go to the readers of its pages."""

from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from library.models import ResourcePage
from portal import files


class ResourceListing(PageListingViewSet):
    """Every resource in one flat list, with what a curator sorts and filters by."""

    model = ResourcePage
    menu_label = _("Resources")
    add_to_admin_menu = True
    menu_order = 210
    icon = "folder-open-1"
    columns = [
        *PageListingViewSet.columns[:2],
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("licence", label=_("Licence"), accessor="get_licence_display", sort_key="licence"),
        Column("language", label=_("Language"), accessor="get_language_display", sort_key="language"),
        DateColumn("verified_on", label=_("Verified"), sort_key="verified_on"),
        *PageListingViewSet.columns[3:],
    ]
    list_filter = {"kind": ["exact"], "language": ["exact"], "licence": ["exact"], "verified_on": ["lt"]}


class TagViewSet(SnippetViewSet):
    """The one vocabulary of the library, the calendar and the forum: find a keyword, rename it, see what carries it."""

    model = Tag
    icon = "tag"
    menu_label = _("Keywords")
    menu_order = 220
    add_to_admin_menu = True
    list_display = ["name", "slug"]
    search_fields = ["name"]
    ordering = "name"


register_snippet(TagViewSet)


@hooks.register("register_admin_viewset")
def resources():
    return ResourceListing("resources")


@files.giving
def resources_with(document):
    return ResourcePage.objects.holding(document)
