"""What the pages cost does not grow with what was said."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forum.replying import reply


@pytest.fixture
def grow(new_thread, gina):
    """From ten posts to a hundred in one thread, and ten more threads."""

    def more(thread):
        for number in range(90):
            reply(thread, gina, f"Encore {number}")
        for number in range(10):
            new_thread(f"Autre fil {number}", replies=["Oui"])

    return more


@pytest.mark.parametrize("reader", ["visitor", "aline", "gina"])
@pytest.mark.parametrize(("place", "at_most"), [("/forum/", 8), ("/forum/entraide/", 8), ("thread", 12), ("last page", 12)])
def test_lists_and_threads_keep_their_budget(site, request, client, assert_flat, new_thread, grow, reader, place, at_most):
    thread = new_thread(replies=[f"Réponse {number}" for number in range(9)])
    if reader != "visitor":
        client.force_login(request.getfixturevalue(reader))
    address = {"thread": thread.get_absolute_url(), "last page": f"{thread.get_absolute_url()}?page=99"}.get(place, place)

    def said():
        grow(thread)
        client.get(address)  # what is new is marked as read once

    assert_flat(address, grow=said, at_most=at_most)


def test_posting_costs_the_same_whatever_the_thread(as_member, aline, trusted, new_thread):
    trusted(aline)
    type(aline).objects.filter(pk=aline.pk).update(date_joined="2020-01-01T00:00Z")
    client, costs = as_member(aline), []
    for replies in (1, 60):
        thread = new_thread(f"Fil de {replies}", replies=[f"Réponse {number}" for number in range(replies)])
        with CaptureQueriesContext(connection) as queries:
            assert client.post(f"/forum/fil/{thread.pk}/repondre/", {"text": "Une réponse"}).status_code == 302
        costs.append([query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]])
    assert len(costs[0]) == len(costs[1]) <= 15, "\n".join(sql[:120] for sql in costs[1])
