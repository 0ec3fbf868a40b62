"""French typography as pure functions (Office québécois de la langue française, « La typographie »)."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.utils import dateformat, timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

NBSP = "\u00a0"

TAG_OR_ENTITY = re.compile(r"(<[^>]*>|&#?\w+;)")
OTHER_LANGUAGE = re.compile(r"<\w+[^>]*\blang=[\"'](?!fr)")
LEFT_ALONE = {"code", "pre", "script", "style", "textarea", "kbd", "samp"}

# What people call the time of each zone; the city’s name for any other.
ZONES = {
    "America/Toronto": noop("Eastern Time"),
    "America/Montreal": noop("Eastern Time"),
    "America/New_York": noop("Eastern Time"),
    "America/Halifax": noop("Atlantic Time"),
    "America/Moncton": noop("Atlantic Time"),
    "America/St_Johns": noop("Newfoundland Time"),
    "America/Winnipeg": noop("Central Time"),
    "America/Chicago": noop("Central Time"),
    "America/Edmonton": noop("Mountain Time"),
    "America/Denver": noop("Mountain Time"),
    "America/Vancouver": noop("Pacific Time"),
    "America/Los_Angeles": noop("Pacific Time"),
    "UTC": noop("Coordinated Universal Time"),
}


def is_french():
    return (get_language() or "fr").startswith("fr")


def french_spaces(text):
    """Put a non-breaking space before ``: ; ? ! »`` and after ``«``, in « 12 h 30 », before % and $; curl apostrophes.

    Addresses (``https://``), times already glued (``12:30``) and code are left alone. Idempotent.
    """
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    text = re.sub(r"«\s*", f"«{NBSP}", text)
    text = re.sub(r"\s*»", f"{NBSP}»", text)
    text = re.sub(r"[ \u202f]([:;?!%$€])", rf"{NBSP}\1", text)
    text = re.sub(r"(?<=[\w»)])([;?!])(?=\s|$)", rf"{NBSP}\1", text)
    text = re.sub(r"(?<=[^\W\d_]):(?=\s|$)", f"{NBSP}:", text)
    return re.sub(r"(\d) h\b(?: (\d\d)\b)?", lambda m: f"{m[1]}{NBSP}h" + (f"{NBSP}{m[2]}" if m[2] else ""), text)


def french_spaces_in_html(html):
    """``french_spaces`` on what is read: not on tags, entities, nor inside code or another language."""
    pieces, closed_by = TAG_OR_ENTITY.split(html), None
    for position, piece in enumerate(pieces):
        if position % 2 == 0:
            pieces[position] = piece if closed_by else french_spaces(piece)
            continue
        name = re.match(r"</?(\w+)", piece)
        is_left_alone = name and not piece.startswith("</") and (name[1].lower() in LEFT_ALONE or OTHER_LANGUAGE.match(piece))
        if is_left_alone and not closed_by:
            closed_by = f"</{name[1].lower()}"
        elif closed_by and piece.lower().startswith(closed_by):
            closed_by = None
    return "".join(pieces)


def hour(moment, language=None):
    """« 12 h 30 » in French, "12:30 p.m." in English, for a local time."""
    if language.startswith("fr") if language else is_french():
        return f"{moment.hour}{NBSP}h" + (f"{NBSP}{moment.minute:02}" if moment.minute else "")
    half = "a.m." if moment.hour < 12 else "p.m."
    return f"{moment.hour % 12 or 12}" + (f":{moment.minute:02}" if moment.minute else "") + f"{NBSP}{half}"


def day(moment, with_year=None):
    """« jeudi 3 décembre », "Thursday, December 3"; with the year when it is not this one."""
    with_year = moment.year != timezone.localdate().year if with_year is None else with_year
    if is_french():
        return f"{dateformat.format(moment, 'l')} {_date(moment, with_year)}"
    return f"{dateformat.format(moment, 'l')}, {_date(moment, with_year)}"


def date_long(moment):
    """« 3 décembre 2026 », "December 3, 2026"."""
    return _date(moment, with_year=True)


def _date(moment, with_year):
    month = dateformat.format(moment, "F")
    if is_french():
        number = "1er" if moment.day == 1 else moment.day
        return f"{number}{NBSP}{month}" + (f"{NBSP}{moment.year}" if with_year else "")
    return f"{month}{NBSP}{moment.day}" + (f", {moment.year}" if with_year else "")


def zone_name(zone):
    """« heure de l’Est » for America/Toronto; « heure de Paris » for Europe/Paris."""
    key = str(zone)
    if key in ZONES:
        return _(ZONES[key])
    return _("%(city)s time") % {"city": key.rpartition("/")[2].replace("_", " ")}


def when(start, end=None, zone=None):
    """« jeudi 3 décembre, 12 h – 13 h (heure de l’Est) »; over several days, both days."""
    zone = zone or timezone.get_current_timezone_name()
    place = zone if hasattr(zone, "utcoffset") else ZoneInfo(str(zone))
    start = start.astimezone(place)
    end = end.astimezone(place) if end else None
    first = f"{day(start)}, {hour(start)}"
    if end is None:
        span = first
    elif end.date() == start.date():
        span = f"{first} – {hour(end)}"
    else:
        span = _("from %(start)s to %(end)s") % {"start": first, "end": f"{day(end)}, {hour(end)}"}
    return f"{span} ({zone_name(zone)})"


def ago(moment):
    """« il y a 5 minutes », « hier », then the date after a week."""
    now = timezone.now()
    passed = now - moment
    here, today = timezone.localtime(moment), timezone.localdate()
    days = (today - here.date()).days
    if passed < timedelta(0) or days >= 7:
        return _date(here, with_year=here.year != today.year)
    if passed < timedelta(minutes=1):
        return _("just now")
    if passed < timedelta(hours=1):
        minutes = int(passed.total_seconds() // 60)
        return ngettext("%(count)d minute ago", "%(count)d minutes ago", minutes) % {"count": minutes}
    if days == 0:
        hours = int(passed.total_seconds() // 3600)
        return ngettext("%(count)d hour ago", "%(count)d hours ago", hours) % {"count": hours}
    return _("yesterday") if days == 1 else ngettext("%(count)d day ago", "%(count)d days ago", days) % {"count": days}
