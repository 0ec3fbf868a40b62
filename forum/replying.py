from datetime import datetime, timedelta

from django.utils import timezone

from forum import wording
from forum.afterwards import once_waiting
from forum.locking import locked
from forum.models import Post, Thread
from forum.publishing import publish
from forum.refusals import ThreadClosed, ThreadHidden, ThreadPending

# The same words again within this time are a second click, not a second message.
REPEATS_WITHIN = timedelta(minutes=10)


def reply(thread: Thread, author, text: str, at: datetime | None = None) -> Post:
    """Say ``text`` in ``thread`` and return the post; a newcomer's waits for a facilitator.

    People who reply at once are served one after the other, and numbered without a gap.
    Raises ``ThreadClosed``, ``ThreadPending``, ``ThreadHidden``, ``TextEmpty``, ``TextTooLong``,
    ``TooManyLinks``. The same message sent twice is one message.
    """
    trusted = wording.is_trusted(author, thread.space)
    rendered = wording.checked(text, trusted)
    now = at or timezone.now()
    with locked(thread) as thread:
        refuse_unless_open(thread)
        if earlier := repeated(thread, author, text, now):
            return earlier
        post = Post.objects.create(thread=thread, author=author, created_at=now, **wording.columns(text, rendered))
        if trusted:
            publish(thread, post, now)
        else:
            once_waiting(post)
    return post


def refuse_unless_open(thread: Thread) -> None:
    if thread.hidden_at:
        raise ThreadHidden
    if thread.is_pending:
        raise ThreadPending
    if thread.closed_at:
        raise ThreadClosed


def repeated(thread: Thread, author, text: str, now: datetime) -> Post | None:
    """The message that a second click would say again."""
    # On both sides of now: the click that got the lock first may have looked at its watch last.
    around = (now - REPEATS_WITHIN, now + REPEATS_WITHIN)
    recent = thread.posts.filter(author=author, hidden_at=None, created_at__range=around)
    return recent.filter(text=text).first()
