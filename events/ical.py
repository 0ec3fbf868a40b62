"""Calendar files (RFC 5545, RFC 5546, RFC 7986).

Times are written in UTC: for an event that happens once, every calendar program reads them right.
The address of the online room is never in a file: only the page and the gate of the event.
"""

from datetime import UTC, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress, vDuration, vText

REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"
REFRESH = timedelta(hours=6)
TYPE = "text/calendar"


def download(event, state) -> bytes:
    """The event alone, to be added to any calendar."""
    return _calendar([_entry(event, state)], method=PUBLISH)


def attachment(event, state, method, member) -> dict:
    """The file of a mail to one member, as ``members.outbox`` takes it: an invitation accepted in advance, or its withdrawal."""
    entry = _entry(event, state)
    if method == CANCEL:
        entry["STATUS"] = vText("CANCELLED")
    organiser_name, organiser_address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    organiser = vCalAddress(f"mailto:{organiser_address}")
    organiser.params["CN"] = vText(organiser_name or settings.WAGTAIL_SITE_NAME)
    attendee = vCalAddress(f"mailto:{member.email}")
    attendee.params |= {"CN": vText(_line(str(member))), "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "ACCEPTED", "RSVP": "FALSE"}
    entry["ORGANIZER"] = organiser
    entry.add("ATTENDEE", attendee, encode=False)
    return {
        "name": "invitation.ics" if method == REQUEST else "annulation.ics",
        "type": f"{TYPE}; method={method}",
        "content": _calendar([entry], method=method).decode(),
    }


def feed(events, states, name) -> bytes:
    """A calendar to subscribe to; ``states`` are the ``EventState`` of the events by translation key.

    Byte for byte the same while nothing changes, so that an ETag spares the second download.
    """
    calendar = _bare()
    calendar.add("NAME", name)
    calendar.add("X-WR-CALNAME", name)
    calendar.add("REFRESH-INTERVAL", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(REFRESH))
    for event in events:
        calendar.add_component(_entry(event, states.get(event.translation_key)))
    return calendar.to_ical()


def _calendar(entries, method):
    calendar = _bare()
    calendar.add("METHOD", method)
    for entry in entries:
        calendar.add_component(entry)
    return calendar.to_ical()


def _bare():
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//Portail CdP//Calendrier//FR")
    calendar.add("CALSCALE", "GREGORIAN")
    return calendar


def _entry(event, state):
    entry = Event()
    entry.add("UID", state.uid if state else event.uid)
    entry.add("SEQUENCE", state.sequence if state else 0)
    changed = (event.last_published_at or event.latest_revision_created_at or event.starts_at).astimezone(UTC)
    entry.add("DTSTAMP", changed)
    entry.add("LAST-MODIFIED", changed)
    entry.add("DTSTART", event.starts_at.astimezone(UTC))
    entry.add("DTEND", event.ends_at.astimezone(UTC))
    entry.add("STATUS", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    entry.add("SUMMARY", _line(event.title))
    entry.add("DESCRIPTION", _description(event))
    entry.add("URL", event.web_address)
    if location := _location(event):
        entry.add("LOCATION", location)
    return entry


def _description(event):
    lines = [event.cancelled_reason if event.is_cancelled else "", _line(strip_tags(event.summary)), event.web_address]
    if event.is_online and not event.is_cancelled:
        lines.insert(2, _("Online room, from 15 minutes before: %(address)s") % {"address": event.gate_address})
    return "\n".join(line for line in lines if line)


def _location(event):
    parts = [_line(event.place)] if event.is_on_site else []
    return ", ".join([part for part in parts if part] or [event.get_modality_display()])


def _line(text):
    """``text`` on one line: a title never adds a property to the file, nor a header to a mail."""
    return " ".join(text.split())
