"""Taking and leaving a place at an event: the only way in.

Write first: every verb takes the event's state by a write before it reads anything, which locks on
PostgreSQL and on SQLite alike (``EventStateQuerySet.taken_for``). Counting first, even inside a
transaction, gives 20 people 10 seats.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events import telling
from events.models import EventPage, EventState, Registration
from events.models.choices import Phase

REASONS = {
    Phase.CANCELLED: _("This event is cancelled."),
    Phase.PAST: _("This event is over."),
    Phase.UNDER_WAY: _("This event has already begun."),
    Phase.CLOSED: _("Registration for this event is closed."),
    Phase.NOT_OPEN_YET: _("Registration for this event is not open yet."),
}


class RegistrationClosed(Exception):
    """No place can be asked for; ``reason`` is a sentence for the reader."""

    def __init__(self, event, reason):
        super().__init__(f"{event.pk}: {reason}")
        self.event = event
        self.reason = reason


class EventNotOffered(RegistrationClosed):
    """The event is a draft, or private to others."""


class CancellationClosed(Exception):
    """The event has begun: its list of participants no longer changes."""

    reason = _("The event has begun: your registration can no longer be cancelled.")


def register(event: EventPage, member, answers: dict | None = None) -> Registration:
    """Give ``member`` a seat, or a place at the end of the waiting list, tell them, and return the registration.

    Asked again, it changes nothing and returns the same registration with ``is_repeat`` set.
    Whoever comes while someone waits, waits. Raises ``RegistrationClosed`` or ``EventNotOffered``.
    """
    with transaction.atomic():
        state = EventState.objects.taken_for(event)
        event = _as_offered(event, member)
        registration = state.registrations.of(member).first() or Registration(state=state, member=member)
        if registration.pk and not registration.is_cancelled:
            registration.is_repeat = True
            return registration
        if not event.takes_registrations:
            raise RegistrationClosed(event, REASONS[event.phase])
        registration.status = Registration.Status.CONFIRMED if event.phase == Phase.OPEN else Registration.Status.WAITING
        registration.queued_at = _end_of_the_queue(state)
        registration.cancelled_at = None
        registration.answers = answers or {}
        registration.save()
        telling.tell_place(registration, event)
    return registration


def cancel(event: EventPage, member) -> Registration | None:
    """Take ``member`` off the list, offer a freed seat to whoever has waited the longest, tell both.

    Returns the cancelled registration, None when there never was one; cancelled before, it changes
    nothing. Raises ``CancellationClosed`` once the event has begun.
    """
    with transaction.atomic():
        state = EventState.objects.taken_for(event)
        registration = state.registrations.of(member).first()
        if registration is None or registration.is_cancelled:
            return registration
        event = EventPage.objects.as_it_stands(event)
        if event.starts_at <= timezone.now():
            raise CancellationClosed
        had_seat = registration.is_confirmed
        registration.status = Registration.Status.CANCELLED
        registration.cancelled_at = timezone.now()
        registration.attended_at = None
        registration.save()
        telling.tell_withdrawal(registration, event, had_seat=had_seat)
        _fill_free_seats(state, event)
    return registration


def promote(event: EventPage) -> list[Registration]:
    """Give the free seats to those who wait, first come, first served; return the promoted registrations.

    For a raised capacity, once it is published. Nobody is promoted into an event that is cancelled,
    unpublished or has begun, and nobody ever loses a seat.
    """
    with transaction.atomic():
        state = EventState.objects.taken_for(event)
        return _fill_free_seats(state, EventPage.objects.as_it_stands(event))


def _fill_free_seats(state, event):
    if not event.live or event.is_cancelled or event.starts_at <= timezone.now():
        return []
    queue = state.registrations.waiting().select_related("member")
    if event.capacity is not None:
        queue = queue[: max(event.capacity - state.registrations.confirmed().count(), 0)]
    promoted = list(queue)
    for registration in promoted:
        registration.status = Registration.Status.CONFIRMED
        registration.save(update_fields=["status"])
        telling.tell_promotion(registration, event)
    return promoted


def _as_offered(event, member):
    """The event as it is published now, with fresh counts, if ``member`` may see it."""
    offered = EventPage.objects.readable_by(member).filter(pk=event.pk).with_attendance().select_related("locale").first()
    if offered is None:
        raise EventNotOffered(event, _("This event is not offered to you."))
    return offered


def _end_of_the_queue(state) -> datetime:
    """Now, but never before someone who asked earlier, even if their request ran on a machine whose clock is ahead."""
    latest = state.registrations.aggregate(latest=Max("queued_at"))["latest"]
    now = timezone.now()
    return max(now, latest + timedelta(microseconds=1)) if latest else now
