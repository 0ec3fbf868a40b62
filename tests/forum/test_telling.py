"""Who is told, through the queue, and what is found in the index."""

import pytest

from forum import afterwards, hiding, indexing
from forum.approving import approve
from forum.following import choose_level
from forum.models import ThreadFollow
from forum.opening import open_thread
from forum.replying import reply
from members.models import Notification
from search.models import Document

Level = ThreadFollow.Level


def told(member):
    return [(notification.kind, notification.count) for notification in Notification.objects.visible_to(member).unread()]


def published(post, by_facilitator=False):
    afterwards.published.func(post.pk, by_facilitator)


def test_whoever_opened_a_thread_is_told_of_replies(new_thread, gina, aline, trusted):
    thread = new_thread()
    published(reply(thread, trusted(aline), "Bonjour"))
    assert told(gina) == [("reply", 1)]


def test_the_author_of_a_reply_is_not_told(thread, gina):
    published(reply(thread, gina, "Je me réponds"))
    assert told(gina) == []


def test_several_replies_are_one_notification(thread, gina, aline, trusted):
    trusted(aline)
    for text in ("Un", "Deux", "Trois"):
        published(reply(thread, aline, text))
    assert told(gina) == [("reply", 3)]


@pytest.mark.parametrize(("level", "is_told"), [(Level.MUTED, False), (Level.NORMAL, False), (Level.FOLLOWED, True)])
def test_the_chosen_level_decides(thread, gina, aline, trusted, level, is_told):
    choose_level(thread, gina, level)
    published(reply(thread, trusted(aline), "Bonjour"))
    assert bool(told(gina)) is is_told


def test_replying_follows_unless_the_member_chose_otherwise(thread, aline, bruno, trusted):
    choose_level(thread, trusted(bruno), Level.MUTED)
    for member in (trusted(aline), bruno):
        reply(thread, member, "Bonjour")
    assert [follow.level for follow in thread.follows.filter(member__in=[aline, bruno]).order_by("member")] == [Level.FOLLOWED, Level.MUTED]


def test_who_may_no_longer_read_is_not_told(new_space, new_thread, gina, aline):
    space = new_space("groupe", "group", facilitators=[gina], members=[aline])
    thread = new_thread(into=space)
    choose_level(thread, aline, Level.FOLLOWED)
    space.memberships.all().delete()
    published(reply(thread, gina, "Entre nous"))
    assert told(aline) == []


def test_a_pending_post_tells_only_the_facilitators(thread, gina, aline, bruno):
    choose_level(thread, bruno, Level.FOLLOWED)
    post = reply(thread, aline, "Premier")
    afterwards.waiting.func(post.pk)
    published(post)
    assert (told(gina), told(bruno)) == ([("pending", 1)], [])


def test_a_facilitator_who_may_not_read_the_page_is_not_told_of_its_thread(site, new_thread, gina, aline):
    page = site.get_children().get(slug="la-communaute")
    thread = new_thread(about=page)
    page.view_restrictions.create(restriction_type="groups")

    afterwards.waiting.func(reply(thread, aline, "Premier").pk)

    assert told(gina) == []


def test_its_approval_tells_once_the_followers_and_the_author(thread, gina, aline, bruno):
    choose_level(thread, bruno, Level.FOLLOWED)
    post = approve(reply(thread, aline, "Premier"), by=gina)
    published(post, by_facilitator=True)
    assert (told(aline), told(bruno)) == ([("approved", 1)], [("reply", 1)])


def test_what_was_hidden_meanwhile_is_not_told(thread, gina, aline, trusted):
    post = reply(thread, trusted(aline), "Regretté")
    hiding.hide_post(post)
    published(post)
    assert told(gina) == []


def test_the_queue_hears_of_a_reply_after_the_commit(thread, gina, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        reply(thread, gina, "Bonjour")
    assert len(callbacks) == 1


def test_the_member_chooses_a_level_on_the_page(as_member, aline, thread):
    as_member(aline).post(f"/forum/fil/{thread.pk}/suivre/", {"level": "0"})
    assert thread.follows.get(member=aline).level == Level.MUTED
    assert as_member(aline).post(f"/forum/fil/{thread.pk}/suivre/", {"level": "9"}).status_code == 400


class TestIndex:
    def test_a_published_thread_is_found_by_what_was_said(self, thread, gina):
        published(reply(thread, gina, "Un mot rare"))
        document = Document.objects.get(key=f"thread:{thread.pk}")
        assert "mot rare" in document.body
        assert document.visibility == f"space:{thread.space_id}"

    def test_what_waits_or_is_withdrawn_is_not_found(self, thread, gina, aline, space):
        reply(thread, aline, "Attend encore")
        regretted = reply(thread, gina, "Regretté")
        published(regretted)
        hiding.hide_post(regretted)
        open_thread(space, aline, "Fil en attente", "Texte")
        (document,) = Document.objects.filter(kind="thread")
        assert "Attend" not in document.body
        assert "Regretté" not in document.body
        hiding.hide_thread(thread)
        assert not Document.objects.filter(kind="thread").exists()

    def test_a_reader_holds_the_labels_of_their_spaces(self, visitor, aline, new_space):
        public, members, _group = (new_space(access, access) for access in ("public", "members", "group"))
        assert indexing.labels_of(visitor) == {f"space:{public.pk}"}
        assert indexing.labels_of(aline) == {f"space:{public.pk}", f"space:{members.pk}"}

    def test_a_rebuild_writes_what_each_reply_wrote(self, thread, gina):
        published(reply(thread, gina, "Bonjour"))
        (entry,) = indexing.entries()
        assert entry["key"] == f"thread:{thread.pk}"
        assert "Bonjour" in entry["body"]
