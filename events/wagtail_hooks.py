"""Events, speakers and registrations in the Wagtail admin."""

from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail_modeladmin.options import modeladmin_register

from events.admin import RegistrationAdmin
from events.models import EventPage, Speaker
from portal import files

modeladmin_register(RegistrationAdmin)


class LatestFirst(PageListingViewSet.index_view_class):
    default_ordering = "-starts_at"


class EventListing(PageListingViewSet):
    """Every event in one flat list, with what an organiser sorts and filters by."""

    model = EventPage
    index_view_class = LatestFirst
    icon = "date"
    menu_label = gettext_lazy("Events")
    columns = [
        *PageListingViewSet.columns[:2],
        Column("when", label=gettext_lazy("When"), sort_key="starts_at"),
        Column("kind", label=gettext_lazy("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("modality", label=gettext_lazy("Modality"), accessor="get_modality_display", sort_key="modality"),
        Column("capacity", label=gettext_lazy("Seats"), sort_key="capacity"),
        *PageListingViewSet.columns[3:],
    ]
    list_filter = {"kind": ["exact"], "modality": ["exact"], "starts_at": ["gte", "lte"]}


class SpeakerViewSet(SnippetViewSet):
    model = Speaker
    icon = "user"
    menu_label = gettext_lazy("Speakers")
    menu_order = 207
    add_to_admin_menu = True
    list_display = ["name", "role", "organisation"]
    search_fields = ["name", "organisation"]
    search_backend_name = None  # in the rows themselves: Wagtail's index for SQLite cannot search one field


class CalendarGroup(ViewSetGroup):
    menu_label = gettext_lazy("Calendar")
    menu_icon = "date"
    menu_order = 205
    items = (EventListing("event_list"),)


@hooks.register("register_admin_viewset")
def calendar():
    return CalendarGroup()


register_snippet(SpeakerViewSet)


@files.giving
def events_with(document):
    return EventPage.objects.with_slides(document)


@hooks.register("after_publish_page")
def say_what_publication_did_to_seats(request, page):
    """More people than seats: nobody is removed, and the editor knows."""
    if page.specific_class is not EventPage:
        return
    event = EventPage.objects.as_it_stands(page)
    if event.capacity is not None and event.seats_taken > event.capacity:
        numbers = {"registered": event.seats_taken, "seats": event.capacity}
        messages.warning(
            request,
            ngettext(
                "%(registered)d people are registered for %(seats)d seat. Nobody has been removed.",
                "%(registered)d people are registered for %(seats)d seats. Nobody has been removed.",
                event.capacity,
            )
            % numbers,
        )
