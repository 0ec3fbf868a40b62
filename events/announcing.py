"""What the publication of an event sets in motion."""

from django.db import transaction

from events import registering, telling
from events.models import EventPage, EventState


def on_publication(sender, instance, **kwargs):
    """Receiver of Wagtail's ``page_published``, which also comes when a publication is only scheduled."""
    if instance.live:
        announce(instance)


def announce(event):
    """Make the event and its translations agree, remember what is announced, tell a cancellation, fill the seats added.

    SEQUENCE rises only when an announced time, place or status changed (RFC 5546 §2.1.4). Returns
    the registrations promoted from the waiting list.
    """
    with transaction.atomic():
        state = EventState.objects.taken_for(event)
        original = _agree(event)
        before, now = state.announced, _snapshot(original)
        if before != now:
            state.sequence += 1 if before else 0
            state.announced = now
            state.save(update_fields=["sequence", "announced"])
        if now["status"] == "cancelled" and before.get("status") == "confirmed":
            telling.tell_event_called_off(state, event)
        return registering.promote(event)


def _agree(event):
    """Copy what must be alike from the page made first to the others; return it. Rows only: drafts keep their own
    until they are published, and are corrected here then."""
    original = event.original or event
    shared = {name: getattr(original, name) for name in EventPage.SHARED}
    EventPage.objects.filter(translation_key=event.translation_key).exclude(pk=original.pk).update(**shared)
    for name, value in shared.items():
        setattr(event, name, value)
    return original


def _snapshot(event):
    return {
        "starts_at": event.starts_at.isoformat(),
        "ends_at": event.ends_at.isoformat(),
        "modality": event.modality,
        "place": event.place,
        "status": "cancelled" if event.is_cancelled else "confirmed",
    }
