from datetime import datetime

from django.utils import timezone

from forum.locking import locked
from forum.models import Post
from forum.publishing import publish
from forum.refusals import PostHidden, ThreadHidden, ThreadPending


def approve(post: Post, by, at: datetime | None = None) -> Post:
    """Publish what waited; its author is told, and the followers as if it had just been said.

    Approving the first post approves its thread. Approved twice, it is told and counted once.
    Raises ``PostHidden``, ``ThreadHidden`` (restore first), ``ThreadPending`` (the first post comes first).
    """
    with locked(post.thread) as thread:
        post.refresh_from_db()
        if not post.is_pending:
            return post
        if thread.hidden_at:
            raise ThreadHidden
        if post.hidden_at:
            raise PostHidden
        if thread.is_pending and thread.posts.order_by("pk").first().pk != post.pk:
            raise ThreadPending
        publish(thread, post, at or timezone.now(), by=by)
    return post
