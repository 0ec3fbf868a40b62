"""What to know of an event at a glance, and what machines read of it."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MODES = {"online": "Online", "in-person": "Offline", "hybrid": "Mixed"}


def facts(event):
    """The rows of ``components/facts.html``: where, how many, with what help; the time stands above."""
    return [
        {"symbol": "video" if event.is_online else "map-pin", "label": _("Where"), "value": _where(event)},
        {"symbol": "users", "label": _("Seats"), "value": _seats(event)},
        {"symbol": "captions", "label": _("Accessibility"), "value": _accessibility(event)},
    ]


def _where(event):
    parts = [event.get_modality_display()] if event.is_online else []
    return ", ".join([*parts, event.place] if event.is_on_site and event.place else parts or [event.get_modality_display()])


def _seats(event):
    if event.capacity is None or event.is_past or event.is_cancelled:
        return ""
    total = ngettext("%(count)d seat", "%(count)d seats", event.capacity) % {"count": event.capacity}
    if event.is_full:
        return _("%(seats)s, all taken") % {"seats": total}
    left = ngettext("%(count)d left", "%(count)d left", event.seats_left) % {"count": event.seats_left}
    return f"{total}, {left}" if event.seats_taken else total


def _accessibility(event):
    given = {
        _("live captions"): event.captions,
        _("Quebec sign language (LSQ)"): event.sign_language,
        _("documents sent ahead"): event.documents_ahead,
    }
    return ", ".join(words for words, is_given in given.items() if is_given)


def schema(event, address):
    """schema.org ``Event``; the place of an online event is its page, never the room."""
    room = {"@type": "VirtualLocation", "url": address}
    site = {"@type": "Place", "name": event.place or event.title, "address": event.place}
    return {
        "@type": "Event",
        "startDate": event.starts_at.astimezone(event.zone).isoformat(),
        "endDate": event.ends_at.astimezone(event.zone).isoformat(),
        "eventStatus": f"https://schema.org/Event{'Cancelled' if event.is_cancelled else 'Scheduled'}",
        "eventAttendanceMode": f"https://schema.org/{MODES[event.modality]}EventAttendanceMode",
        "location": [place for place, holds in [(room, event.is_online), (site, event.is_on_site)] if holds],
        "organizer": {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME, "url": settings.BASE_URL},
        "isAccessibleForFree": True,
        "performer": [{"@type": "Person", "name": speaker.name} for speaker in event.speakers],
    }
