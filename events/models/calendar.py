from django.core.paginator import Paginator
from django.db import models
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PageManager

from events.forms import CalendarFilter
from events.models.event import EventPage
from portal.pages import SitePage, SitePageQuerySet

PER_PAGE = 20


class CalendarQuerySet(SitePageQuerySet):
    def in_use(self):
        """The calendar of the portal, None before it is made."""
        return self.select_related("locale").first()


class CalendarPage(SitePage):
    """The calendar: every event hangs under it."""

    introduction = models.TextField(_("introduction"), max_length=400, blank=True)

    objects = PageManager.from_queryset(CalendarQuerySet)()

    template = "events/calendar.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.EventPage"]
    max_count_per_parent = 1  # one for each language
    page_description = _("The list of events, with its filters.")
    content_panels = [*SitePage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")

    def get_context(self, request, *args, **kwargs):
        form = CalendarFilter(request.GET)
        asked = form.asked
        events = EventPage.objects.visible_to(request.user).chosen(**asked)
        events = events.for_listing().with_registration_of(request.user).upcoming_then_past()
        return super().get_context(request, *args, **kwargs) | {
            "form": form,
            "asked": asked,
            "query": urlencode(asked),
            "page_obj": Paginator(events, PER_PAGE).get_page(request.GET.get("page")),
            "today": timezone.localdate(),
        }
