"""Bulk data for measuring: as consistent as what the verbs write, and added to rather than repeated."""

import pytest
from django.core.management import call_command
from wagtail.models import Page

from events.models import EventPage, EventState, Registration
from forum.models import Post, Thread
from library.models import ResourcePage
from members.models import Member, Profile
from search.models import Document

NUMBERS = {"resources": 12, "events": 6, "members": 10, "threads": 8, "posts": 40}


@pytest.fixture
def loaded(site):
    call_command("seed_load", verbosity=0, **NUMBERS)


def counted():
    return [model.objects.count() for model in (ResourcePage, EventPage, Member, Thread, Post)]


def test_there_is_as_much_as_asked(loaded):
    assert counted() == list(NUMBERS.values())
    assert EventState.objects.count() == NUMBERS["events"]


def test_again_with_larger_numbers_it_adds_the_difference(loaded):
    call_command("seed_load", verbosity=0, **NUMBERS)
    assert counted() == list(NUMBERS.values())
    call_command("seed_load", verbosity=0, **{name: 2 * number for name, number in NUMBERS.items()})
    assert counted() == [2 * number for number in NUMBERS.values()]


def test_the_tree_is_sound(loaded):
    assert Page.find_problems() == ([], [], [], [], [])


def test_seats_and_counters_hold(loaded):
    for event in EventPage.objects.with_attendance():
        assert event.capacity is None or event.seats_taken <= event.capacity
    assert Registration.objects.exists()
    for thread in Thread.objects.all():
        numbers = list(thread.posts.order_by("number").values_list("number", flat=True))
        assert numbers == list(range(1, thread.last_number + 1))
        assert thread.reply_count == thread.last_number - 1


def test_what_is_loaded_is_read_found_and_listed(client, loaded):
    thread = Thread.objects.filter(space__access="public").first()
    tag = ResourcePage.objects.first().tags.first()
    for url in ("/", "/bibliotheque/charge-3/", "/calendrier/charge-3/", f"/mots-cles/{tag.slug}/", thread.get_absolute_url()):
        assert client.get(url).status_code == 200, url
    assert Document.objects.filter(kind="resource").count() == NUMBERS["resources"]


def test_nobody_of_the_load_can_sign_in(client, loaded):
    member = Member.objects.first()
    assert not member.has_usable_password()
    assert Profile.objects.get(member=member).index_text
