"""Starting a thread, replying, editing: what is stored, what is refused, and the text that is never lost."""

import pytest

from forum import closing
from forum.approving import approve
from forum.editing import edit
from forum.hiding import hide_post, hide_thread
from forum.models import Post, Thread
from forum.opening import open_thread
from forum.refusals import PostHidden, TextEmpty, TextTooLong, ThreadClosed, ThreadHidden, ThreadPending, TooManyLinks
from forum.replying import reply

TEXT = "Une longue réponse **réfléchie**, avec des accents."


def reply_address(thread):
    return f"/forum/fil/{thread.pk}/repondre/"


def test_a_member_starts_a_thread(as_member, aline, trusted, space):
    answer = as_member(trusted(aline)).post("/forum/entraide/nouveau/", {"title": "Une question ?", "text": TEXT})
    thread = Thread.objects.get(title="Une question ?")
    assert answer.headers["Location"] == thread.get_absolute_url() == f"/forum/entraide/{thread.pk}-une-question/"
    assert (thread.author, thread.last_number, thread.reply_count) == (aline, 1, 0)


def test_a_thread_carries_tags(as_member, gina, space):
    from taggit.models import Tag

    tag = Tag.objects.create(name="Animation", slug="animation")
    as_member(gina).post("/forum/entraide/nouveau/", {"title": "Une question ?", "text": TEXT, "tags": [tag.pk]})
    assert list(Thread.objects.tagged("animation")) == [Thread.objects.get()]


def test_a_title_without_letters_still_has_an_address(gina, space):
    assert open_thread(space, gina, "???", TEXT).get_absolute_url().endswith("-fil/")


def test_a_member_replies(as_member, aline, trusted, thread):
    answer = as_member(trusted(aline)).post(reply_address(thread), {"text": TEXT})
    post = thread.posts.get(number=2)
    assert answer.headers["Location"] == f"/forum/m/{post.pk}/"
    assert post.html == "<p>Une longue réponse <strong>réfléchie</strong>, avec des accents.</p>\n"
    thread.refresh_from_db()
    assert (thread.reply_count, thread.last_author) == (1, aline)


def test_a_second_click_says_nothing_twice(as_member, gina, thread, space):
    client = as_member(gina)
    for _click in range(2):
        client.post(reply_address(thread), {"text": TEXT})
        client.post("/forum/entraide/nouveau/", {"title": "Une question ?", "text": TEXT})
    assert thread.posts.count() == 2
    assert Thread.objects.filter(title="Une question ?").count() == 1


def test_line_ends_of_a_browser_count_once(as_member, gina, thread):
    as_member(gina).post(reply_address(thread), {"text": "a\r\nb"})
    assert thread.posts.get(number=2).text == "a\nb"


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "[a]: https://exemple.ca", "​"])
def test_an_empty_text_is_refused(as_member, gina, thread, text):
    answer = as_member(gina).post(reply_address(thread), {"text": text})
    assert answer.status_code == 422
    assert thread.posts.count() == 1


def test_a_text_too_long_is_refused_and_kept(as_member, gina, thread):
    long = "mot " * 5_001
    answer = as_member(gina).post(reply_address(thread), {"text": long})
    assert answer.status_code == 422
    assert long.strip() in answer.content.decode()


@pytest.mark.parametrize(("text", "refusal"), [("", TextEmpty), ("x" * 20_001, TextTooLong), ("http://a.b " * 3, TooManyLinks)])
def test_the_verbs_refuse_by_themselves(aline, thread, text, refusal):
    for verb in (lambda: reply(thread, aline, text), lambda: open_thread(thread.space, aline, "Titre", text)):
        with pytest.raises(refusal):
            verb()
    assert Post.objects.count() == 1


def test_two_links_pass_for_a_newcomer_and_any_number_for_others(aline, gina, thread):
    assert reply(thread, aline, "http://a.b http://c.d")
    assert reply(thread, gina, "http://a.b " * 5)


def test_a_thread_closed_while_the_form_was_open_keeps_the_text(as_member, gina, thread):
    closing.close(thread)
    answer = as_member(gina).post(reply_address(thread), {"text": TEXT})
    assert answer.status_code == 422
    assert answer.context["form"].non_field_errors() == [ThreadClosed.sentence]
    assert TEXT in answer.content.decode()


@pytest.mark.parametrize("missing", ["title", "text"])
def test_a_thread_without_title_or_text_is_refused_and_what_was_typed_is_kept(as_member, gina, space, missing):
    typed = {"title": "Une question ?", "text": TEXT} | {missing: ""}
    answer = as_member(gina).post("/forum/entraide/nouveau/", typed)
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()
    assert {typed["title"], typed["text"]} - {""} <= set(answer.context["form"].data.values())


@pytest.mark.parametrize("tags", [["999"], ["x"], ["1", "2", "3", "4", "5"]])
def test_strange_tags_are_refused(as_member, gina, space, tags):
    answer = as_member(gina).post("/forum/entraide/nouveau/", {"title": "Une question ?", "text": TEXT, "tags": tags})
    assert answer.status_code == 422


def test_a_preview_publishes_nothing_and_keeps_the_text(as_member, gina, thread):
    for address, more in [(reply_address(thread), {}), ("/forum/entraide/nouveau/", {"title": "Une question ?"})]:
        answer = as_member(gina).post(address, {"text": TEXT, "preview": "1"} | more)
        assert answer.status_code == 200
        assert "<strong>réfléchie</strong>" in answer.content.decode()
        assert TEXT in answer.content.decode()
    assert Post.objects.count() == 1


def test_the_preview_alone_is_a_fragment_for_members(as_member, client, gina, thread):
    assert client.post("/forum/fil/apercu/", {"text": TEXT}).status_code == 302
    answer = as_member(gina).post("/forum/fil/apercu/", {"text": TEXT}).content.decode()
    assert "<strong>réfléchie</strong>" in answer
    assert "<html" not in answer


class TestSignedOut:
    def test_a_reply_is_kept_through_sign_in(self, client, gina, thread):
        answer = client.post(reply_address(thread), {"text": TEXT})
        assert answer.status_code == 302
        assert answer.headers["Location"].endswith(f"?next={reply_address(thread)}")
        client.force_login(gina)
        back = client.get(reply_address(thread), follow=True)
        assert back.context["form"].initial["text"] == TEXT
        assert TEXT in back.content.decode()

    def test_a_thread_is_kept_through_sign_in(self, client, gina, space):
        client.post("/forum/entraide/nouveau/", {"title": "Une question ?", "text": TEXT})
        client.force_login(gina)
        page = client.get("/forum/entraide/nouveau/").content.decode()
        assert "Une question ?" in page
        assert TEXT in page

    def test_what_was_kept_is_forgotten_once_sent(self, client, gina, thread):
        client.post(reply_address(thread), {"text": TEXT})
        client.force_login(gina)
        client.post(reply_address(thread), {"text": TEXT})
        assert "text" not in client.get(thread.get_absolute_url()).context["form"].initial

    def test_a_text_kept_for_one_thread_is_not_shown_in_another(self, client, gina, new_thread):
        client.post(reply_address(new_thread()), {"text": TEXT})
        client.force_login(gina)
        assert TEXT not in client.get(new_thread("Un autre fil").get_absolute_url()).content.decode()

    def test_a_hidden_thread_is_not_betrayed(self, client, new_space, new_thread):
        thread = new_thread(into=new_space("groupe", "group"))
        here, nowhere = (client.post(f"/forum/fil/{pk}/repondre/", {"text": TEXT}) for pk in (thread.pk, 999_999))
        assert here.status_code == nowhere.status_code == 302


class TestEditing:
    def test_an_edited_message_is_marked(self, as_member, gina, thread):
        post = thread.posts.get()
        as_member(gina).post(f"/forum/m/{post.pk}/modifier/", {"text": "Mieux dit."})
        post.refresh_from_db()
        assert (post.plain, bool(post.edited_at)) == ("Mieux dit.", True)

    def test_the_same_text_again_is_no_edit(self, thread):
        post = thread.posts.get()
        assert edit(post, post.text).edited_at is None

    def test_a_pending_message_is_corrected_without_a_mark(self, aline, thread):
        assert edit(reply(thread, aline, "Bonjour"), "Bonsoir").edited_at is None

    def test_nobody_edits_for_another(self, as_member, bruno, admin, thread):
        post = thread.posts.get()
        for other in (bruno, admin):
            assert as_member(other).post(f"/forum/m/{post.pk}/modifier/", {"text": "Faux."}).status_code == 403
        post.refresh_from_db()
        assert post.text != "Faux."

    def test_a_thread_closed_meanwhile_keeps_the_edited_text(self, as_member, gina, thread):
        closing.close(thread)
        answer = as_member(gina).post(f"/forum/m/{thread.posts.get().pk}/modifier/", {"text": TEXT})
        assert answer.status_code == 422
        assert TEXT in answer.content.decode()

    def test_what_is_withdrawn_is_not_edited(self, gina, thread):
        post = reply(thread, gina, "Un mot")
        hide_post(post)
        with pytest.raises(PostHidden):
            edit(post, TEXT)
        hide_thread(thread)
        with pytest.raises(ThreadHidden):
            edit(thread.posts.get(number=1), TEXT)

    def test_links_cannot_be_added_afterwards_by_a_newcomer(self, aline, thread):
        with pytest.raises(TooManyLinks):
            edit(reply(thread, aline, "Bonjour"), "http://a.b " * 3)


class TestNewcomers:
    def test_a_first_message_waits_and_the_second_does_not(self, as_member, aline, gina, thread):
        waiting = reply(thread, aline, "Premier")
        assert (waiting.is_pending, waiting.number) == (True, None)
        approve(waiting, by=gina)
        assert reply(thread, aline, "Deuxième").number == 3

    def test_a_pending_post_is_not_counted(self, aline, thread):
        reply(thread, aline, "Premier")
        thread.refresh_from_db()
        assert (thread.reply_count, thread.last_number) == (0, 1)

    def test_a_pending_post_is_shown_to_its_author(self, as_member, aline, bruno, thread):
        reply(thread, aline, "Premier message")
        assert "Premier message" in as_member(aline).get(thread.get_absolute_url()).content.decode()
        assert "Premier message" not in as_member(bruno).get(thread.get_absolute_url()).content.decode()

    def test_nothing_is_said_in_a_pending_thread(self, aline, gina, space):
        thread = open_thread(space, aline, "Ma question", TEXT)
        for member in (aline, gina):
            with pytest.raises(ThreadPending):
                reply(thread, member, "Un mot")

    def test_a_facilitator_approves_from_the_thread(self, as_member, aline, gina, space):
        post = open_thread(space, aline, "Ma question", TEXT).posts.get()
        client = as_member(gina)
        assert 'value="approve"' in client.get(post.thread.get_absolute_url()).content.decode()
        client.post(f"/forum/m/{post.pk}/animer/", {"verb": "approve"})
        thread = Thread.objects.public().get()
        assert (thread.last_number, thread.posts.get().approved_by) == (1, gina)

    def test_approving_twice_counts_once(self, aline, gina, thread):
        post = reply(thread, aline, "Premier")
        for _again in range(2):
            approve(post, by=gina)
        thread.refresh_from_db()
        assert (thread.reply_count, thread.last_number) == (1, 2)

    def test_what_is_withdrawn_is_not_approved(self, aline, gina, thread):
        post = reply(thread, aline, "Premier")
        hide_post(post)
        with pytest.raises(PostHidden):
            approve(post, by=gina)

    def test_a_withdrawn_message_gives_no_trust(self, aline, gina, thread):
        hide_post(approve(reply(thread, aline, "Publicité"), by=gina))
        assert reply(thread, aline, "Encore").is_pending
