"""Lists, pages of a thread, permalinks, what is new."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from forum.hiding import hide_post
from forum.models import Thread, ThreadFollow
from forum.replying import reply

TWENTY_FIVE = [f"Réponse {number}" for number in range(2, 27)]


def test_the_forum_lists_its_spaces_with_what_the_reader_may_count(client, space, new_thread, aline):
    new_thread("Un fil publié")
    new_thread("Un fil en attente", author=aline)
    page = client.get("/forum/").content.decode()
    assert "Entraide" in page
    assert "Un fil publié" in page
    assert "Un fil en attente" not in page
    assert [space.thread_count for space in client.get("/forum/").context["spaces"]] == [1]


def test_pinned_threads_come_first(client, new_thread):
    from forum.pinning import pin

    old = new_thread("Ancien")
    new_thread("Récent")
    pin(old)
    assert [thread.title for thread in client.get("/forum/entraide/").context["page_obj"]] == ["Ancien", "Récent"]


def test_unanswered_threads_are_listed_apart(client, new_thread):
    new_thread("Avec réponse", replies=["Oui"])
    new_thread("Sans réponse")
    assert [thread.title for thread in client.get("/forum/entraide/?voir=sans-reponse").context["page_obj"]] == ["Sans réponse"]


def test_only_facilitators_learn_where_something_waits(client, new_thread, as_member, aline, gina):
    reply(new_thread("Avec un message en attente"), aline, "Premier message")
    new_thread("Sans rien qui attend")
    address = "/forum/entraide/?voir=en-attente"

    assert len(client.get(address).context["page_obj"]) == len(as_member(aline).get(address).context["page_obj"]) == 2
    assert [thread.title for thread in as_member(gina).get(address).context["page_obj"]] == ["Avec un message en attente"]


def test_what_waits_is_not_marked_as_new(as_member, aline, thread):
    reply(thread, aline, "Premier message")

    page = as_member(aline).get(thread.get_absolute_url()).content.decode()

    assert "Premier message" in page
    assert "thread-new" not in page


@pytest.mark.parametrize("query", ["page=x", "page=0", "page=9999", "page=-1", "voir=rien", "voir=%F0%9F%90%9B", "voir=" + "a" * 3000])
def test_a_strange_query_is_still_answered(client, thread, query):
    assert client.get(f"/forum/entraide/?{query}").status_code == 200
    assert client.get(f"{thread.get_absolute_url()}?{query}").status_code == 200


@pytest.mark.parametrize("path", ["entraide/999999999999999999999999-x/", "m/999999999999999999999999/", "m/0/", "rien/", "entraide/0-x/"])
def test_an_address_of_nothing_is_not_found(client, space, path):
    assert client.get(f"/forum/{path}").status_code == 404


def test_a_wrong_slug_or_space_leads_to_the_right_address(client, thread):
    for wrong in [f"/forum/entraide/{thread.pk}-autre/", f"/forum/ailleurs/{thread.pk}-{thread.slug}/"]:
        assert client.get(f"{wrong}?page=2").headers["Location"] == f"{thread.get_absolute_url()}?page=2"


def test_a_thread_shows_twenty_posts_a_page(client, new_thread):
    thread = new_thread(replies=TWENTY_FIVE)
    assert [len(client.get(f"{thread.get_absolute_url()}?page={number}").context["page_obj"]) for number in (1, 2)] == [20, 6]


def test_a_permalink_leads_to_the_page_of_the_post(client, new_thread):
    thread = new_thread(replies=TWENTY_FIVE)
    first, far = thread.posts.get(number=1), thread.posts.get(number=21)
    assert client.get(f"/forum/m/{first.pk}/").headers["Location"] == f"{thread.get_absolute_url()}#post-{first.pk}"
    assert client.get(f"/forum/m/{far.pk}/").headers["Location"] == f"{thread.get_absolute_url()}?page=2#post-{far.pk}"


def test_a_permalink_counts_only_what_the_reader_sees(client, new_thread, as_member, gina):
    thread = new_thread(replies=TWENTY_FIVE)
    hide_post(thread.posts.get(number=5))
    moved = thread.posts.get(number=21)
    assert f"#post-{moved.pk}" in client.get(f"/forum/m/{moved.pk}/").headers["Location"]
    assert "page=" not in client.get(f"/forum/m/{moved.pk}/").headers["Location"]
    assert "page=2" in as_member(gina).get(f"/forum/m/{moved.pk}/").headers["Location"]


def test_reading_a_thread_marks_it_read_and_a_reply_makes_it_new(as_member, aline, gina, new_thread):
    thread = new_thread(replies=["Une réponse"])
    client = as_member(aline)
    assert _unread(aline) == 2
    client.get(thread.get_absolute_url())
    assert _unread(aline) == 0
    reply(thread, gina, "Encore")
    assert _unread(aline) == 1
    assert "thread-new" in client.get(thread.get_absolute_url()).content.decode()


def test_reading_the_first_page_marks_only_what_it_shows(as_member, aline, new_thread):
    thread = new_thread(replies=TWENTY_FIVE)
    as_member(aline).get(thread.get_absolute_url())
    assert _unread(aline) == 6


def test_what_was_said_before_joining_is_not_new(aline, new_thread):
    new_thread(at=timezone.now() - timedelta(days=1))
    assert _unread(aline) == 0


def test_reading_again_does_not_write(as_member, aline, thread):
    client = as_member(aline)
    client.get(thread.get_absolute_url())
    with CaptureQueriesContext(connection) as queries:
        client.get(thread.get_absolute_url())
    assert not [query["sql"] for query in queries if not query["sql"].startswith("SELECT")]


def test_a_read_mark_never_goes_back(aline, new_thread):
    from forum.following import mark_read

    thread = new_thread(replies=["Deux", "Trois"])
    for number in (3, 1):
        mark_read(thread, aline, number)
    assert ThreadFollow.objects.get(member=aline).last_read_number == 3


def test_a_visitor_sees_no_photo(client, new_thread, gina):
    type(gina).objects.filter(pk=gina.pk).update(photo_version="abc")
    thread = new_thread()
    assert "photo" not in client.get(thread.get_absolute_url()).content.decode().split('id="posts"')[1].split("</article>")[0]


def _unread(member):
    return Thread.objects.visible_to(member).with_news_for(member).get().unread
