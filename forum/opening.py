from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from forum import wording
from forum.afterwards import once_waiting
from forum.locking import locked
from forum.models import Post, Space, Thread
from forum.publishing import publish
from members.models import Member

# The same words again within this time are a second click, not a second thread.
REPEATS_WITHIN = timedelta(minutes=10)


def open_thread(space: Space, author, title: str, text: str, tags=(), about=None, at: datetime | None = None) -> Thread:
    """Start a thread in ``space`` and return it; a newcomer's waits for a facilitator.

    Raises ``TextEmpty``, ``TextTooLong``, ``TooManyLinks``. The same thread sent twice is one thread.
    """
    trusted = wording.is_trusted(author, space)
    rendered = wording.checked(text, trusted)
    now = at or timezone.now()
    with transaction.atomic():
        Member.objects.select_for_update().get(pk=author.pk)  # two clicks are served one after the other
        if earlier := repeated(space, author, title, text, now):
            return earlier
        slug = slugify(title)[:80].strip("-") or "fil"
        thread = Thread.objects.create(
            space=space, author=author, last_author=author, title=title, slug=slug, about=about, opened_at=now, active_at=now
        )
        thread.tags.add(*tags)
        with locked(thread) as thread:
            post = Post.objects.create(thread=thread, author=author, created_at=now, **wording.columns(text, rendered))
            if trusted:
                publish(thread, post, now)
            else:
                once_waiting(post)
    thread.refresh_from_db()
    return thread


def repeated(space: Space, author, title: str, text: str, now: datetime) -> Thread | None:
    """The thread that a second click would open again."""
    around = (now - REPEATS_WITHIN, now + REPEATS_WITHIN)
    recent = Thread.objects.filter(space=space, author=author, title=title, opened_at__range=around)
    return recent.filter(posts__text=text, posts__author=author).first()
