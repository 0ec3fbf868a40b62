"""Where an event stands: its time, its seats, whether one can come."""

from datetime import timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from django.utils import timezone

from events.models.choices import Modality, Phase
from events.models.registration import Registration
from portal import typography

LAST_SEATS = 5
ROOM_OPENS_BEFORE = timedelta(minutes=15)


class Standing:
    """What is deduced from the fields of an ``EventPage`` and from its registrations."""

    # The reader's own place: ``EventQuerySet.with_registration_of`` or ``EventPage.stand_before`` tells.
    my_status, my_position, my_attended_at = "", None, None

    # --- Time ---------------------------------------------------------------------------

    @property
    def zone(self):
        return ZoneInfo(self.timezone)

    @property
    def local_start(self):
        """What the clocks of the event's zone show when it begins: naive, or templates would convert it again."""
        return self.starts_at.astimezone(self.zone).replace(tzinfo=None)

    @property
    def local_end(self):
        return self.ends_at.astimezone(self.zone).replace(tzinfo=None)

    @property
    def when(self):
        """« jeudi 3 décembre, 12 h – 13 h (heure de l’Est) »."""
        return typography.when(self.starts_at, self.ends_at, self.timezone)

    @property
    def room_opens_at(self):
        return self.starts_at - ROOM_OPENS_BEFORE

    @property
    def room_opens_words(self):
        return self._words(self.room_opens_at)

    @property
    def opens_words(self):
        """« mardi 1er décembre, 9 h (heure de l’Est) »."""
        return self._words(self.opens_at)

    @property
    def closes_words(self):
        return self._words(self.closes_at)

    def _words(self, moment):
        return typography.when(moment, zone=self.timezone) if moment else ""

    @property
    def is_room_open(self):
        return bool(self.join_url) and not self.is_cancelled and self.room_opens_at <= timezone.now() < self.ends_at

    # --- Seats: annotated by ``with_attendance()``, else one query each -------------------

    @cached_property
    def seats_taken(self):
        return Registration.objects.for_event(self).confirmed().count()

    @cached_property
    def waiting_count(self):
        return Registration.objects.for_event(self).waiting().count()

    @property
    def seats_left(self):
        """Free seats, 0 when someone already waits; None when unlimited."""
        if self.capacity is None:
            return None
        return 0 if self.waiting_count else max(self.capacity - self.seats_taken, 0)

    # --- Where the event stands ----------------------------------------------------------

    @property
    def is_cancelled(self):
        return self.cancelled_at is not None

    def phase_at(self, now):
        """The one definition of where the event stands at ``now``; counts seats only when nothing else decides."""
        if self.cancelled_at:
            return Phase.CANCELLED
        if now >= self.ends_at:
            return Phase.PAST
        if now >= self.starts_at:
            return Phase.UNDER_WAY
        if self.closes_at and now >= self.closes_at:
            return Phase.CLOSED
        if self.opens_at and now < self.opens_at:
            return Phase.NOT_OPEN_YET
        return Phase.FULL if self.seats_left == 0 else Phase.OPEN

    @cached_property
    def phase(self):
        return self.phase_at(timezone.now())

    @property
    def is_past(self):
        return self.phase == Phase.PAST

    @property
    def is_full(self):
        return self.phase == Phase.FULL

    @property
    def takes_registrations(self):
        """A seat or a place in the queue may be asked for now."""
        return self.phase in (Phase.OPEN, Phase.FULL)

    @property
    def has_last_seats(self):
        return self.phase == Phase.OPEN and self.seats_left is not None and self.seats_left <= LAST_SEATS

    # --- Where -----------------------------------------------------------------------------

    @property
    def is_online(self):
        return self.modality in (Modality.ONLINE, Modality.HYBRID)

    @property
    def is_on_site(self):
        return self.modality in (Modality.IN_PERSON, Modality.HYBRID)
