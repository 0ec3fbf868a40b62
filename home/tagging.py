"""Everything that carries one tag, wherever it is kept."""

from django.conf import settings
from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import override
from taggit.models import Tag

from events.models import CalendarPage, EventPage
from forum.models import Thread
from forum.views.reading import for_reader
from home.gathering import events_for, section_address
from library.models import LibraryPage, ResourcePage

RESOURCES, EVENTS, THREADS = 12, 6, 20


def tagged(user, slug, number=""):
    """What ``user`` may read with the tag at ``slug``: ``{tag, resources, events, page_obj …}``, or None when that is nothing.

    All three are empty where the tag is only on pages of another language. About a dozen queries, whatever the number of things.
    """
    tag = Tag.objects.filter(slug=slug).first()
    if tag is None:
        return None
    resources = list(ResourcePage.objects.visible_to(user).tagged(slug).newest().for_listing()[: RESOURCES + 1])
    events = list(events_for(user).tagged(slug).upcoming_then_past().for_listing()[: EVENTS + 1])
    threads = Paginator(Thread.objects.visible_to(user).tagged(slug).with_news_for(user).for_listing(), THREADS).get_page(number)
    threads.object_list = for_reader(threads.object_list, user)
    if not (resources or events or threads.paginator.count or _is_in_another_language(tag, user)):
        return None
    return {
        "tag": tag,
        "resources": resources[:RESOURCES],
        "more_resources": f"{section_address(LibraryPage, user)}?tag={slug}" if len(resources) > RESOURCES else "",
        "events": events[:EVENTS],
        "more_events": f"{section_address(CalendarPage, user)}?motcle={slug}" if len(events) > EVENTS else "",
        "page_obj": threads,
        "french_url": _in_french(slug),
    }


def _in_french(slug):
    with override(settings.LANGUAGE_CODE):
        return reverse("tag", args=[slug])


def _is_in_another_language(tag, user):
    return any(pages.objects.readable_by(user).tagged(tag.slug).exists() for pages in (ResourcePage, EventPage))
