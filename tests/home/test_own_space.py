"""« Mon espace »: what is mine, and nobody else’s."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events import registering
from events.models import CalendarPage, EventPage
from forum.following import choose_level
from forum.models import Space, ThreadFollow
from forum.opening import open_thread
from forum.replying import reply
from members import notify


@pytest.fixture
def meeting(site):
    def make(slug="demarrer", days=3):
        starts = timezone.now() + timedelta(days=days)
        event = EventPage(
            title=f"Rencontre {slug}",
            slug=slug,
            starts_at=starts,
            ends_at=starts + timedelta(hours=1),
            join_url="https://visio.example/salle",
        )
        CalendarPage.objects.child_of(site).get().add_child(instance=event)
        event.save_revision().publish()
        return event

    return make


def test_a_visitor_signs_in_first(client, site):
    assert client.get("/mon-espace/")["Location"].startswith("/compte/connexion/")


def test_it_shows_my_meetings_to_come_and_past(as_member, aline, bruno, meeting):
    coming, over, of_bruno = meeting("a-venir"), meeting("passee"), meeting("a-bruno")
    for event in (coming, over):
        registering.register(event, aline)
    registering.register(of_bruno, bruno)
    EventPage.objects.filter(pk=over.pk).update(starts_at=timezone.now() - timedelta(days=2), ends_at=timezone.now() - timedelta(days=1))

    context = as_member(aline).get("/mon-espace/").context

    assert [event.slug for event in context["coming"]] == ["a-venir"]
    assert [event.slug for event in context["past"]] == ["passee"]


def test_a_cancelled_registration_leaves(as_member, aline, meeting):
    event = meeting()
    registering.register(event, aline)
    registering.cancel(event, aline)
    assert not as_member(aline).get("/mon-espace/").context["coming"]


def test_it_marks_what_was_said_since_in_the_threads_i_follow(as_member, aline, claire):
    space = Space.objects.create(title="Animer", slug="animer", access="public")
    thread = open_thread(space, claire, "Par où commencer ?", "Dites.")

    choose_level(thread, aline, ThreadFollow.Level.FOLLOWED)
    reply(thread, claire, "J’ajoute un mot.")
    (followed,) = as_member(aline).get("/mon-espace/").context["threads"]
    assert (followed.title, followed.unread) == ("Par où commencer ?", 2)


def test_it_tells_me_what_is_new_and_nobody_else(as_member, aline, bruno, site):
    notify(aline, "reply", "Bruno a répondu.", "/forum/", key="a")
    assert "Bruno a répondu." in as_member(aline).get("/mon-espace/").content.decode()
    assert "Bruno a répondu." not in as_member(bruno).get("/mon-espace/").content.decode()


def test_a_newcomer_is_told_what_to_do(as_member, aline, site):
    page = as_member(aline).get("/mon-espace/").content.decode()
    assert page.count("empty-state__mark") == 2
    assert 'href="/calendrier/"' in page


def test_it_costs_the_same_however_much_there_is(as_member, aline, meeting, assert_flat):
    as_member(aline)
    registering.register(meeting("une"), aline)
    assert_flat("/mon-espace/", lambda: [registering.register(meeting(f"autre-{i}"), aline) for i in range(5)], at_most=20)


def test_nothing_of_it_is_stored_by_a_shared_cache(as_member, aline, site):
    assert "no-store" in as_member(aline).get("/mon-espace/")["Cache-Control"]


def test_the_room_of_a_meeting_is_not_told(as_member, aline, meeting):
    registering.register(meeting(), aline)
    assert "visio.example" not in as_member(aline).get("/mon-espace/").content.decode()
