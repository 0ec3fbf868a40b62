"""A member’s own page: what they are registered for, what they follow, what they were told."""

from events.models import CalendarPage, EventPage
from forum.models import Thread
from home.gathering import section_address

PAST, THREADS, TOLD = 6, 12, 6


def of(member):
    """What « Mon espace » shows to ``member``. About nine queries."""
    mine = EventPage.objects.readable_by(member).registered_by(member)
    return {
        "coming": mine.upcoming().for_listing(),
        "past": mine.past().for_listing()[:PAST],
        "threads": Thread.objects.visible_to(member).followed_by(member).with_news_for(member).for_listing()[:THREADS],
        "told": member.notifications.unread().newest_first()[:TOLD],
        "profile": member.profile,
        "calendar_url": section_address(CalendarPage, member),
    }
