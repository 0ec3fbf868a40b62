"""Registrations in the Wagtail admin: to be read, filtered and exported; they change through ``events.registering`` only."""

from django.contrib.admin import SimpleListFilter, display
from django.utils.translation import gettext_lazy as _

from events.models import EventPage, Registration
from members.modeladmin import CommunityModelAdmin
from portal import typography


class EventFilter(SimpleListFilter):
    title = _("event")
    parameter_name = "event"

    def lookups(self, request, model_admin):
        events = EventPage.objects.with_registrations().order_by("-starts_at", "pk")
        return [(str(event.translation_key), f"{event.title} ({typography.date_long(event.local_start)})") for event in events]

    def queryset(self, request, queryset):
        known = {key for key, _label in self.lookup_choices}
        return queryset.filter(state__translation_key=self.value()) if self.value() in known else queryset


class PresenceFilter(SimpleListFilter):
    title = _("presence")
    parameter_name = "presence"

    def lookups(self, request, model_admin):
        return [("yes", _("Came")), ("no", _("Did not come"))]

    def queryset(self, request, queryset):
        answers = {"yes": False, "no": True}
        return queryset.filter(attended_at__isnull=answers[self.value()]) if self.value() in answers else queryset


class RegistrationAdmin(CommunityModelAdmin):
    model = Registration
    base_url_path = "registrations"
    menu_label = _("Registrations")
    menu_icon = "group"
    menu_order = 206
    can_add = can_edit = can_delete = False
    list_display = ["member", "event", "when", "state_of_it", "queued_at", "attended_at"]
    list_filter = [EventFilter, "status", PresenceFilter]
    search_fields = ["member__first_name", "member__last_name", "member__email"]
    ordering = ["-queued_at", "-pk"]
    inspect_view_fields = ["member", "status", "queued_at", "cancelled_at", "attended_at"]
    export_filename = "inscriptions"
    list_export = ["event", "when", "last_name", "first_name", "email", "state_of_it", "queued_at", "cancelled_at", "attended_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("member").with_event()

    @display(description=_("event"))
    def event(self, registration):
        return registration.event_title

    @display(description=_("when"), ordering="event_starts_at")
    def when(self, registration):
        return registration.event_starts_at

    @display(description=_("status"), ordering="status")
    def state_of_it(self, registration):
        return registration.get_status_display()

    @display(description=_("last name"))
    def last_name(self, registration):
        return registration.member.last_name

    @display(description=_("first name"))
    def first_name(self, registration):
        return registration.member.first_name

    @display(description=_("e-mail address"))
    def email(self, registration):
        return registration.member.email
