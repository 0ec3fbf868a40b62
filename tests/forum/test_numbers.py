"""Numbers are dense and counters exact, however many people write at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from forum import counting
from forum.approving import approve
from forum.opening import open_thread
from forum.replying import reply

WRITERS, EACH = 8, 5


def at_once(*actions):
    """Run every action in a thread of its own, and return what each returned."""

    def run(action):
        try:
            return action()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(actions)) as pool:
        return [future.result() for future in [pool.submit(run, action) for action in actions]]


@pytest.mark.django_db(transaction=True)
def test_eight_people_who_reply_at_once_are_numbered_without_a_gap(thread, gina):
    def several(writer):
        return lambda: [reply(thread, gina, f"Réponse {turn} de {writer}") for turn in range(EACH)]

    at_once(*map(several, range(WRITERS)))
    thread.refresh_from_db()
    numbers = list(thread.posts.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, WRITERS * EACH + 2))
    assert (thread.last_number, thread.reply_count) == (WRITERS * EACH + 1, WRITERS * EACH)
    assert counting.reconcile() == []


@pytest.mark.django_db(transaction=True)
def test_one_message_clicked_eight_times_at_once_is_one_message(thread, gina):
    posts = at_once(*[lambda: reply(thread, gina, "Une seule fois")] * WRITERS)
    assert len({post.pk for post in posts}) == 1


@pytest.mark.django_db(transaction=True)
def test_one_thread_clicked_eight_times_at_once_is_one_thread(space, gina):
    threads = at_once(*[lambda: open_thread(space, gina, "Une question ?", "Une seule fois")] * WRITERS)
    assert len({thread.pk for thread in threads}) == 1


@pytest.mark.django_db(transaction=True)
def test_two_facilitators_who_approve_at_once_publish_once(thread, gina, aline):
    post = reply(thread, aline, "Premier message")
    at_once(*[lambda: approve(post, by=gina)] * WRITERS)
    thread.refresh_from_db()
    assert (thread.last_number, thread.reply_count) == (2, 1)
