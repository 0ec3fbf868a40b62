"""A newcomer writes slowly; what was typed is kept while waiting."""

from datetime import timedelta

import pytest
from django.utils import timezone

from forum.models import Thread


@pytest.fixture
def clock(time_machine):
    """``clock(31)`` makes 31 seconds pass."""
    time_machine.move_to(timezone.now(), tick=False)
    return lambda seconds: time_machine.shift(timedelta(seconds=seconds))


def send(client, thread, text):
    return client.post(f"/forum/fil/{thread.pk}/repondre/", {"text": text})


def test_thirty_seconds_pass_between_two_messages_of_a_newcomer(clock, as_member, aline, thread):
    client = as_member(aline)
    assert send(client, thread, "Un").status_code == 302
    refused = send(client, thread, "Deux, plus vite")
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) <= 30
    assert "Deux, plus vite" in refused.content.decode()
    clock(31)
    assert send(client, thread, "Deux").status_code == 302


def test_a_second_click_does_not_wait(clock, as_member, aline, thread):
    for _click in range(2):
        assert send(as_member(aline), thread, "Une fois").status_code == 302


def test_a_refused_text_costs_no_try(clock, as_member, aline, thread):
    client = as_member(aline)
    assert send(client, thread, "http://a.b " * 3).status_code == 422
    assert send(client, thread, "Sans lien").status_code == 302


@pytest.mark.parametrize(("most", "say"), [(10, "reply"), (3, "thread")])
def test_a_first_day_has_its_limits(clock, as_member, aline, thread, most, say):
    client = as_member(aline)
    answers = []
    for turn in range(most + 1):
        clock(31)
        typed = {"title": f"Question {turn} ?", "text": f"Message {turn}"}
        answers.append(client.post("/forum/entraide/nouveau/", typed) if say == "thread" else send(client, thread, f"Message {turn}"))
    assert [answer.status_code for answer in answers] == [302] * most + [429]
    assert f"Message {most}" in answers[-1].content.decode()


def test_a_member_of_long_standing_writes_at_will(as_member, aline, trusted, thread):
    type(aline).objects.filter(pk=trusted(aline).pk).update(date_joined=timezone.now() - timedelta(days=30))
    for turn in range(12):
        assert send(as_member(aline), thread, f"Message {turn}").status_code == 302
    assert Thread.objects.get(pk=thread.pk).reply_count == 12


def test_a_facilitator_writes_at_will_from_the_first_day(as_member, gina, thread):
    for turn in range(4):
        assert send(as_member(gina), thread, f"Message {turn}").status_code == 302
