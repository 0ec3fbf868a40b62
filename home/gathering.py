"""What the other apps know and the home page, the tags and a member’s own page show together."""

from django.contrib.contenttypes.models import ContentType

from events.models import CalendarPage, EventPage
from forum.models import Thread
from forum.views.reading import for_reader
from library.models import LibraryPage, ResourcePage

EVENTS, RESOURCES, THREADS = 4, 3, 4


def gathered_for(user):
    """The home page’s lists for this reader: the next event and those after it, the newest resources, the living threads."""
    upcoming = list(events_for(user).upcoming().for_listing()[:EVENTS])
    next_event = next((event for event in upcoming if not event.is_cancelled), None)
    return {
        "next_event": next_event,
        "next_events": [event for event in upcoming if event is not next_event],
        "resources": list(ResourcePage.objects.visible_to(user).newest().for_listing().with_covers()[:RESOURCES]),
        "threads": for_reader(Thread.objects.visible_to(user).public().with_news_for(user).for_listing()[:THREADS], user),
    }


def sections_of(home):
    """Where the home page’s lists go on: ``{calendar_url, library_url, community}``. One query."""
    from home.models import ContentPage

    kinds = ContentType.objects.get_for_models(CalendarPage, LibraryPage, ContentPage)
    children = {}
    for page in home.get_children().live().reverse():
        children[page.content_type_id] = page
    calendar, library, community = (children.get(kinds[kind].pk) for kind in (CalendarPage, LibraryPage, ContentPage))
    return {"calendar_url": calendar.url if calendar else "", "library_url": library.url if library else "", "community": community}


def section_address(page_type, user):
    """The address of the calendar or of the library in the reader’s language; empty when there is none. Two queries."""
    page = page_type.objects.visible_to(user).select_related("locale").first()
    return page.url if page else ""


def events_for(user):
    """Events that ``user`` may read, each once, in the reader’s language when they are translated, with the reader’s own place."""
    return EventPage.objects.readable_by(user).once_each().with_registration_of(user)
