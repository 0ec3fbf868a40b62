"""Close, pin, withdraw, approve, keep an answer: by whom, by POST, once, and with every counter still right."""

import pytest

from forum import accepting, closing, counting, hiding, pinning
from forum.approving import approve
from forum.models import Post, Thread
from forum.refusals import FirstPostNotAnAnswer
from forum.replying import reply

THREAD_VERBS = ["close", "reopen", "pin", "unpin", "hide", "restore"]
POST_VERBS = ["approve", "hide", "restore"]
COLUMNS = ["closed_at", "pinned_at", "hidden_at", "approved_at", "active_at", "last_number", "reply_count", "accepted_count", "last_author"]


@pytest.fixture
def talk(new_thread, aline):
    """A thread with two replies and one that waits."""
    thread = new_thread(replies=["Un", "Deux"])
    reply(thread, aline, "En attente")
    return thread


def state():
    return list(Thread.objects.order_by("pk").values(*COLUMNS)), list(
        Post.objects.order_by("pk").values("number", "hidden_at", "accepted_at")
    )


@pytest.mark.parametrize(
    ("verb", "column", "is_set"), [("close", "closed_at", True), ("pin", "pinned_at", True), ("hide", "hidden_at", True)]
)
def test_a_verb_and_its_contrary(as_member, gina, talk, verb, column, is_set):
    contrary = {"close": "reopen", "pin": "unpin", "hide": "restore"}[verb]
    for sent, expected in [(verb, True), (contrary, False)]:
        as_member(gina).post(f"/forum/fil/{talk.pk}/animer/", {"verb": sent})
        talk.refresh_from_db()
        assert bool(getattr(talk, column)) is expected


@pytest.mark.parametrize(
    "verb",
    [closing.close, closing.reopen, pinning.pin, pinning.unpin, hiding.hide_thread, hiding.restore_thread],
    ids=lambda verb: verb.__name__,
)
def test_a_verb_twice_is_a_verb_once(talk, verb):
    verb(talk)
    before = state()
    verb(talk)
    assert state() == before


class TestHidingAPost:
    def test_it_no_longer_counts_and_comes_back(self, talk):
        last = talk.posts.get(number=3)
        for verb, replies, number in [(hiding.hide_post, 1, 2), (hiding.hide_post, 1, 2), (hiding.restore_post, 2, 3)]:
            verb(last)
            talk.refresh_from_db()
            assert (talk.reply_count, talk.last_number) == (replies, 3)
            assert talk.active_at == talk.posts.get(number=number).approved_at

    def test_hiding_what_opens_a_thread_hides_the_thread(self, talk):
        first = talk.posts.get(number=1)
        for verb, hidden in [(hiding.hide_post, True), (hiding.restore_post, False)]:
            verb(first)
            talk.refresh_from_db()
            assert talk.is_hidden is hidden
        assert not talk.posts.get(number=1).is_hidden

    def test_readers_do_not_find_it(self, client, talk):
        post = talk.posts.get(number=3)
        hiding.hide_post(post)
        assert client.get(f"/forum/m/{post.pk}/").status_code == 404
        assert "Deux" not in client.get(talk.get_absolute_url()).content.decode().split('id="posts"')[1]


class TestAnswers:
    def test_a_thread_keeps_several_answers(self, talk):
        for number in (2, 3):
            accepting.accept(talk.posts.get(number=number))
        talk.refresh_from_db()
        assert (talk.accepted_count, talk.is_answered) == (2, True)

    def test_whoever_asked_keeps_an_answer_and_others_do_not(self, as_member, aline, bruno, gina, new_thread, trusted):
        thread = new_thread(author=trusted(aline), replies=["Essayez ceci"])
        answer = thread.posts.get(number=2)
        assert as_member(bruno).post(f"/forum/m/{answer.pk}/retenir/", {"verb": "accept"}).status_code == 403
        as_member(aline).post(f"/forum/m/{answer.pk}/retenir/", {"verb": "accept"})
        answer.refresh_from_db()
        assert answer.is_accepted

    def test_the_question_is_not_its_own_answer(self, talk):
        with pytest.raises(FirstPostNotAnAnswer):
            accepting.accept(talk.posts.get(number=1))

    def test_a_withdrawn_answer_no_longer_counts(self, talk):
        accepting.accept(talk.posts.get(number=2))
        hiding.hide_post(talk.posts.get(number=2))
        talk.refresh_from_db()
        assert talk.accepted_count == 0


class TestRights:
    def test_a_member_is_refused(self, as_member, bruno, talk):
        assert as_member(bruno).post(f"/forum/fil/{talk.pk}/animer/", {"verb": "close"}).status_code == 403
        assert as_member(bruno).post(f"/forum/m/{talk.posts.get(number=2).pk}/animer/", {"verb": "hide"}).status_code == 403

    def test_the_facilitator_of_another_space_does_nothing_here(self, as_member, bruno, new_space, talk):
        new_space("ailleurs", facilitators=[bruno])
        before = state()
        assert as_member(bruno).post(f"/forum/fil/{talk.pk}/animer/", {"verb": "hide"}).status_code == 403
        assert as_member(bruno).post(f"/forum/m/{talk.posts.get(number=2).pk}/animer/", {"verb": "hide"}).status_code == 403
        assert as_member(bruno).post(f"/forum/m/{talk.posts.get(number=None).pk}/animer/", {"verb": "approve"}).status_code == 404
        assert state() == before

    def test_what_may_not_be_seen_is_not_moderated(self, as_member, aline, new_space, new_thread):
        thread = new_thread(into=new_space("groupe", "group"))
        assert as_member(aline).post(f"/forum/fil/{thread.pk}/animer/", {"verb": "close"}).status_code == 404

    def test_the_author_sees_no_tool_of_facilitators(self, as_member, aline, trusted, new_thread):
        page = as_member(trusted(aline)).get(new_thread(author=aline).get_absolute_url()).content.decode()
        assert "/animer/" not in page

    def test_whoever_facilitates_one_space_needs_a_second_factor(self, as_member, aline, gina, space, settings):
        settings.STAFF_NEEDS_SECOND_FACTOR = True
        assert as_member(aline).get("/forum/").status_code == 200
        assert as_member(gina).get("/forum/").url == "/compte/securite/"

    @pytest.mark.parametrize("verb", ["", "delete", "__class__"])
    def test_an_unknown_verb_is_refused(self, as_member, gina, talk, verb):
        assert as_member(gina).post(f"/forum/fil/{talk.pk}/animer/", {"verb": verb}).status_code == 400
        assert as_member(gina).post(f"/forum/m/{talk.posts.get(number=2).pk}/animer/", {"verb": verb}).status_code == 400


def test_nothing_changes_by_get(as_member, gina, talk):
    client = as_member(gina)
    before = state()
    for verb in THREAD_VERBS:
        assert client.get(f"/forum/fil/{talk.pk}/animer/", {"verb": verb}).status_code == 302
    for post in talk.posts.all():
        for verb in POST_VERBS:
            assert client.get(f"/forum/m/{post.pk}/animer/", {"verb": verb}).status_code == 302
        assert client.get(f"/forum/m/{post.pk}/retenir/", {"verb": "accept"}).status_code == 302
    assert client.get(f"/forum/fil/{talk.pk}/suivre/", {"level": "0"}).status_code == 302
    client.get(f"/forum/fil/{talk.pk}/repondre/", {"text": "Par GET"})
    client.get("/forum/entraide/nouveau/", {"title": "Par GET", "text": "Par GET"})
    assert state() == before


STEPS = {
    "reply": lambda talk, gina: reply(talk, gina, "Encore"),
    "approve": lambda talk, gina: approve(talk.posts.get(number=None), by=gina),
    "hide the last": lambda talk, gina: hiding.hide_post(talk.posts.get(number=3)),
    "hide a middle one": lambda talk, gina: hiding.hide_post(talk.posts.get(number=2)),
    "hide the first": lambda talk, gina: hiding.hide_post(talk.posts.get(number=1)),
    "hide what waits": lambda talk, gina: hiding.hide_post(talk.posts.get(number=None)),
    "restore": lambda talk, gina: (hiding.hide_post(talk.posts.get(number=3)), hiding.restore_post(talk.posts.get(number=3))),
    "accept": lambda talk, gina: accepting.accept(talk.posts.get(number=2)),
    "unaccept": lambda talk, gina: (accepting.accept(talk.posts.get(number=2)), accepting.unaccept(talk.posts.get(number=2))),
    "hide an answer": lambda talk, gina: (accepting.accept(talk.posts.get(number=2)), hiding.hide_post(talk.posts.get(number=2))),
    "close": lambda talk, gina: closing.close(talk),
    "reopen": lambda talk, gina: (closing.close(talk), closing.reopen(talk)),
    "pin": lambda talk, gina: pinning.pin(talk),
    "hide": lambda talk, gina: hiding.hide_thread(talk),
    "erase the last author": lambda talk, gina: gina.delete(),
}


@pytest.mark.parametrize("step", STEPS)
def test_reconcile_changes_nothing_after_each_verb(talk, gina, step):
    STEPS[step](talk, gina)
    assert counting.reconcile() == []


def test_reconcile_repairs_what_is_wrong(talk):
    Thread.objects.filter(pk=talk.pk).update(reply_count=99, last_number=1)
    assert counting.reconcile() == [talk.pk]
    talk.refresh_from_db()
    assert (talk.reply_count, talk.last_number) == (2, 3)


def test_erasing_a_member_leaves_what_was_said(client, gina, talk):
    gina.delete()
    page = client.get(talk.get_absolute_url()).content.decode()
    assert "Deux" in page
    assert "Lavoie" not in page
