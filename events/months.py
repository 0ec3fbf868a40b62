"""A month as a table of weeks, Sunday first as calendars have it in Canada."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.utils import timezone

SUNDAY = 6
YEARS = range(2000, 2100)  # those that have an address


@dataclass
class Day:
    date: date
    is_in_month: bool
    is_today: bool
    events: list


@dataclass
class Month:
    first: date
    weeks: list[list[Day]]
    before: date | None
    after: date | None

    @property
    def has_events(self):
        return any(day.events for week in self.weeks for day in week if day.is_in_month)


def table(year: int, month: int, events) -> Month:
    """The month with its events, each on the day when it begins in its own zone; one query. ``events`` is a QuerySet."""
    weeks = Calendar(firstweekday=SUNDAY).monthdatescalendar(year, month)
    first, today = date(year, month, 1), timezone.localdate()
    by_day = _by_day(events, weeks[0][0], weeks[-1][-1])
    return Month(
        first=first,
        weeks=[[Day(day, day.month == month, day == today, by_day.get(day, [])) for day in week] for week in weeks],
        before=_with_address((first - timedelta(days=1)).replace(day=1)),
        after=_with_address((first + timedelta(days=31)).replace(day=1)),
    )


def _with_address(first):
    return first if first.year in YEARS else None


def _by_day(events, first, last):
    # A day on each side: the zones of the events are not that of the site.
    start, end = first - timedelta(days=1), last + timedelta(days=2)
    found = events.between(*(timezone.make_aware(datetime(day.year, day.month, day.day)) for day in (start, end)))
    by_local = sorted(found, key=lambda event: event.local_start)
    return {day: list(group) for day, group in groupby(by_local, key=lambda event: event.local_start.date())}
