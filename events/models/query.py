"""The questions one asks about events."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import get_language

from events.models.registration import Registration
from portal.pages import SitePageQuerySet

FEED_REMEMBERS = timedelta(days=90)


class EventQuerySet(SitePageQuerySet):
    def upcoming(self):
        """Not over yet, the soonest first."""
        return self.filter(ends_at__gt=timezone.now()).order_by("starts_at", "pk")

    def past(self):
        """Over, the latest first."""
        return self.filter(ends_at__lte=timezone.now()).order_by("-starts_at", "-pk")

    def upcoming_then_past(self):
        """What comes, the soonest first, then what has been, the latest first. Sets ``is_over``."""
        over = Q(ends_at__lte=timezone.now())
        return self.annotate(is_over=Case(When(over, then=True), default=False)).order_by(
            "is_over", Case(When(over, then=None), default=F("starts_at")), F("starts_at").desc(), "pk"
        )

    def between(self, start, end):
        """Whose beginning lies from ``start`` (included) to ``end`` (excluded)."""
        return self.filter(starts_at__gte=start, starts_at__lt=end).order_by("starts_at", "pk")

    def with_attendance(self):
        """Sets ``seats_taken`` and ``waiting_count`` in the same query."""
        mine = Registration.objects.filter(state__translation_key=OuterRef("translation_key")).order_by()

        def counted(status):
            rows = mine.filter(status=status).values("state").annotate(number=Count("pk")).values("number")
            return Coalesce(Subquery(rows), Value(0))

        return self.annotate(seats_taken=counted(Registration.Status.CONFIRMED), waiting_count=counted(Registration.Status.WAITING))

    def with_registration_of(self, member):
        """Sets ``my_status``, ``my_position`` in the queue and ``my_attended_at``; "" and None without a registration that stands."""
        if not member.is_authenticated:
            nothing = Value(None, output_field=IntegerField())
            return self.annotate(my_status=Value(""), my_position=nothing, my_attended_at=nothing)
        about_this = Registration.objects.filter(state__translation_key=OuterRef("translation_key")).order_by()
        mine = about_this.standing().of(member)
        ahead = about_this.filter(status=Registration.Status.WAITING, queued_at__lte=OuterRef("my_queued_at")).values("state")
        return self.annotate(
            my_status=Coalesce(Subquery(mine.values("status")), Value("")),
            my_queued_at=Subquery(mine.values("queued_at")),
            my_attended_at=Subquery(mine.values("attended_at")),
            my_position=Subquery(ahead.annotate(number=Count("pk")).values("number")),
        )

    def with_registrations(self):
        """Events for which someone has asked for a place, each by the page that was made first."""
        asked = self.filter(translation_key__in=Registration.objects.values("state__translation_key"))
        made_before = self.model._default_manager.filter(translation_key=OuterRef("translation_key"), pk__lt=OuterRef("pk"))
        return asked.exclude(Exists(made_before))

    def registered_by(self, member):
        """Events where ``member`` has a seat or waits for one, each once."""
        standing = Registration.objects.standing().of(member)
        return self.filter(translation_key__in=standing.values("state__translation_key")).once_each().with_registration_of(member)

    def once_each(self):
        """One page for each event: in the reader's language when it is translated, as written otherwise."""
        language = get_language() or settings.LANGUAGE_CODE
        better = self.model._default_manager.filter(translation_key=OuterRef("translation_key"), locale__language_code=language, live=True)
        return self.filter(Q(locale__language_code=language) | ~Exists(better))

    def addressed(self, slug):
        """The event that ``slug`` names in any language, in the reader's when it is translated; None when there is none."""
        language = get_language() or settings.LANGUAGE_CODE
        named = self.model._default_manager.filter(slug=slug).values("translation_key")
        return (
            self.filter(translation_key__in=named)
            .annotate(is_read_here=Case(When(locale__language_code=language, then=0), default=1))
            .annotate(is_named_so=Case(When(slug=slug, then=0), default=1))
            .order_by("is_read_here", "is_named_so", "pk")
            .first()
        )

    def with_slides(self, document):
        """Those whose slides are this file."""
        return self.filter(slides=document)

    def tagged(self, slug):
        return self.filter(tagged_items__tag__slug=slug)

    def chosen(self, type="", modalite="", periode="", motcle=""):  # the words of the calendar's address
        """What the filters of the calendar leave; an empty answer filters nothing."""
        events = self.filter(kind=type) if type else self
        events = events.filter(modality=modalite) if modalite else events
        events = events.tagged(motcle) if motcle else events
        return {"a-venir": events.upcoming, "passees": events.past}.get(periode, events.all)()

    def as_it_stands(self, event):
        """The row of ``event`` as it is in the database now, with fresh counts."""
        return self.filter(pk=event.pk).with_attendance().select_related("locale").get()

    def for_listing(self):
        """Everything a row displays, in one query."""
        return self.with_attendance().with_privacy().select_related("locale").defer("body", "summary_after")

    def for_feed(self):
        """What a subscribed calendar shows: what comes, and what was or was cancelled in the last 90 days."""
        since = timezone.now() - FEED_REMEMBERS
        return self.filter(ends_at__gt=since).select_related("locale").defer("body", "summary_after").order_by("starts_at", "pk")
