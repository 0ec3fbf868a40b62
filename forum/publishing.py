"""Making a post public: the one place that gives numbers and raises counters."""

from datetime import datetime

from django.db.models import F

from forum.afterwards import once_published
from forum.following import follow
from forum.models import Post, Thread, ThreadFollow


def publish(thread: Thread, post: Post, at: datetime, by=None) -> None:
    """Give ``post`` the next number of ``thread`` and count it; followers hear of it after the commit.

    The caller holds the thread's lock, so that numbers are dense. ``by`` is the facilitator who approves.
    """
    post.number, post.approved_at, post.approved_by = thread.last_number + 1, at, by
    post.save(update_fields=["number", "approved_at", "approved_by"])
    replies = 0 if post.is_first else 1
    Thread.objects.filter(pk=thread.pk).update(
        last_number=F("last_number") + 1,
        reply_count=F("reply_count") + replies,
        active_at=at,
        last_author=post.author_id,
        approved_at=thread.approved_at or at,
    )
    if post.author_id:
        reason = ThreadFollow.Reason.OPENED if post.is_first else ThreadFollow.Reason.REPLIED
        follow(thread.pk, post.author_id, post.number, reason)
    once_published(post, by_facilitator=by is not None)
