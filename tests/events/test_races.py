"""Many people at the same moment, each with a connection of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from events import registering
from events.models import EventState, Registration
from events.models.state import EventStateQuerySet
from members.models import OutgoingMail

THREADS = 25
pytestmark = pytest.mark.django_db(transaction=True)


def at_once(act, people, threads=THREADS):
    """What ``act(person)`` returned or raised for each, ``threads`` people acting at a time."""

    def alone(person):
        try:
            return act(person)
        except Exception as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(alone, people))


def test_fifty_people_for_ten_seats_give_ten_confirmed_and_forty_waiting_in_order(new_event, crowd):
    event, people = new_event(capacity=10), crowd(50)

    outcomes = at_once(lambda member: registering.register(event, member), people)

    rows = Registration.objects.for_event(event)
    confirmed, waiting = list(rows.confirmed()), list(rows.waiting())
    assert [outcome for outcome in outcomes if isinstance(outcome, Exception)] == []
    assert (len(confirmed), len(waiting)) == (10, 40)
    assert max(row.queued_at for row in confirmed) < min(row.queued_at for row in waiting)
    assert [row.position for row in waiting] == list(range(1, 41))
    assert OutgoingMail.objects.filter(kind="event-confirmed").count() == 10
    assert [mail.member_id for mail in OutgoingMail.objects.filter(kind="event-waiting").order_by("pk")] == [
        row.member_id for row in waiting
    ]


def test_a_double_click_gives_one_row_and_one_mail(new_event, aline):
    event = new_event(capacity=1)

    outcomes = at_once(lambda member: registering.register(event, member), [aline] * 8, threads=8)

    assert sorted(outcome.is_repeat for outcome in outcomes) == [False] + [True] * 7
    assert (Registration.objects.count(), OutgoingMail.objects.count()) == (1, 1)


def test_ten_people_leaving_at_once_promote_the_ten_who_waited_longest(new_event, crowd):
    event, people = new_event(capacity=10), crowd(25)
    for member in people:
        registering.register(event, member)

    outcomes = at_once(lambda member: registering.cancel(event, member), people[:10], threads=10)

    rows = Registration.objects.for_event(event).select_related("member")
    assert [outcome for outcome in outcomes if isinstance(outcome, Exception)] == []
    assert [row.member for row in rows.confirmed()] == people[10:20]
    assert [row.member for row in rows.waiting()] == people[20:]


def test_without_the_lock_everyone_takes_the_only_seat(new_event, crowd, monkeypatch):
    """The negative control: it is the lock, and nothing else, that the tests above have measured."""
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL runs two writing transactions at once")
    event, people, all_have_counted = new_event(capacity=1), crowd(8), Barrier(8, timeout=20)
    end_of_the_queue = registering._end_of_the_queue

    def wait_for_the_others(state):
        all_have_counted.wait()
        return end_of_the_queue(state)

    monkeypatch.setattr(EventStateQuerySet, "taken_for", lambda states, event: states.get(translation_key=event.translation_key))
    monkeypatch.setattr(registering, "_end_of_the_queue", wait_for_the_others)

    at_once(lambda member: registering.register(event, member), people, threads=8)

    assert EventState.objects.get(translation_key=event.translation_key).registrations.confirmed().count() == 8
