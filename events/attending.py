"""The gate of the online room: who may enter, and when."""

from django.utils import timezone

from events.models import EventPage, Registration


class NotRegistered(Exception):
    """Only a member with a confirmed seat enters."""


class RoomClosed(Exception):
    """The room is not open at this time, or there is none; the event says why."""


def enter(event: EventPage, member) -> str:
    """Record that ``member`` came and return the address of the room.

    The first entrance counts. Raises ``NotRegistered``, or ``RoomClosed`` before the room opens, once
    the event is over or cancelled, or when no room was given.
    """
    mine = Registration.objects.for_event(event).of(member).confirmed()
    if not mine.exists():
        raise NotRegistered
    if not event.is_room_open:
        raise RoomClosed
    mine.filter(attended_at=None).update(attended_at=timezone.now())
    return event.join_url
