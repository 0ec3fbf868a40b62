"""What people are told about their place: one mail through the outbox and one notification for each fact."""

from django.utils import translation
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

import members
from events import ical
from members import outbox

TEXTS = {
    "confirmed": _("You are registered for “{event}”."),
    "waiting": _("You are on the waiting list for “{event}”."),
    "promoted": _("A seat has been freed: you are registered for “{event}”."),
    "withdrawn": _("Your registration for “{event}” is cancelled."),
    "called_off": _("The event “{event}” is cancelled."),
}


def tell_place(registration, event):
    """Confirmed, or waiting and in which position."""
    if registration.is_confirmed:
        _tell("confirmed", registration, event, method=ical.REQUEST)
    else:
        _tell("waiting", registration, event)


def tell_promotion(registration, event):
    """Someone who waited has a seat."""
    _tell("promoted", registration, event, method=ical.REQUEST)


def tell_withdrawal(registration, event, had_seat):
    """The member has cancelled; the entry leaves their calendar if they had a seat."""
    _tell("withdrawn", registration, event, method=ical.CANCEL if had_seat else None)


def tell_event_called_off(state, event):
    """Everyone confirmed or waiting learns that the event will not take place."""
    for registration in state.registrations.standing().select_related("member"):
        registration.state = state
        _tell("called_off", registration, event, method=ical.CANCEL if registration.is_confirmed else None)


def _tell(kind, registration, event, method=None):
    """One mail and one notification, in the member's language, inside the caller's transaction.

    A place asked for again after a cancellation is a new fact, and so is an event cancelled a
    second time: the moment of asking and the SEQUENCE are part of the key.
    """
    member, state = registration.member, registration.state
    asked = int(registration.queued_at.timestamp() * 1_000_000)
    event = event.in_language(member.language)
    with translation.override(member.language):
        outbox.post(
            kind=f"event-{kind.replace('_', '-')}",
            to=member,
            template=f"emails/events/{kind}",
            context={"event": event, "registration": registration},
            dedupe_key=f"registration:{registration.pk}:{asked}:{kind}:{state.sequence}",
            attachments=[ical.attachment(event, state, method, member)] if method else (),
        )
    members.notify(
        member,
        kind="event",
        text=format_lazy(TEXTS[kind], event=event.title),
        url=event.url,
        key=f"event:{state.pk}",
    )
