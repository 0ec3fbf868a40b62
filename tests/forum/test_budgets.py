"""What the pages cost does not grow with what was said."""

import pytest

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
