"""Filters that write dates and sentences as a person would, in the reader’s language."""

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.safestring import SafeData, mark_safe

from portal import typography

register = template.Library()


@register.filter
def typo(value):
    """French typography on plain text, or on the text of safe HTML; nothing in another language."""
    if value is None or value == "" or not typography.is_french():
        return value
    text = str(value)
    if isinstance(text, SafeData) or isinstance(value, SafeData) or hasattr(value, "__html__"):
        html = value.__html__() if hasattr(value, "__html__") else text
        return mark_safe(typography.french_spaces_in_html(html))
    return typography.french_spaces(text)


def _local(moment):
    return timezone.localtime(moment) if isinstance(moment, datetime) and timezone.is_aware(moment) else moment


def _dated(write):
    """A filter on dates that answers nothing for nothing."""

    def written(moment):
        return write(_local(moment)) if isinstance(moment, date) else ""

    return written


register.filter("day", _dated(typography.day))
register.filter("date_long", _dated(typography.date_long))
register.filter("hour", _dated(typography.hour))


@register.filter
def ago(moment):
    return typography.ago(moment) if isinstance(moment, datetime) else ""


@register.filter(name="when")
def when_of(event):
    """« jeudi 3 décembre, 12 h – 13 h (heure de l’Est) » for whatever has ``starts_at``, ``ends_at``, ``timezone``."""
    read = event.get if isinstance(event, dict) else lambda name: getattr(event, name, None)
    return typography.when(read("starts_at"), read("ends_at"), read("timezone")) if read("starts_at") else ""


@register.simple_tag
def when(start, end=None, zone=None):
    return typography.when(start, end, zone)


@register.filter
def page_numbers(page):
    """The numbers to show around the current page; None where some are left out."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in numbers]
