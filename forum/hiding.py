"""Taking something out of sight, and back. Nothing is deleted: facilitators still see it."""

from django.utils import timezone

from forum.counting import recount
from forum.indexing import index
from forum.locking import locked
from forum.models import Post, Thread


def hide_thread(thread: Thread) -> None:
    """Only facilitators see ``thread``. Idempotent."""
    Thread.objects.filter(pk=thread.pk, hidden_at=None).update(hidden_at=timezone.now())
    index(thread)


def restore_thread(thread: Thread) -> None:
    Thread.objects.filter(pk=thread.pk).exclude(hidden_at=None).update(hidden_at=None)
    index(thread)


def hide_post(post: Post) -> None:
    """Only facilitators see ``post``, and it no longer counts. Hiding what opens a thread hides the thread. Idempotent."""
    with locked(post.thread) as thread:
        if _opens(post, thread):
            hide_thread(thread)
        elif thread.posts.filter(pk=post.pk, hidden_at=None).update(hidden_at=timezone.now()):
            recount(thread)
            index(thread)


def restore_post(post: Post) -> None:
    with locked(post.thread) as thread:
        if _opens(post, thread):
            restore_thread(thread)
        elif thread.posts.filter(pk=post.pk).exclude(hidden_at=None).update(hidden_at=None):
            recount(thread)
            index(thread)


def _opens(post, thread):
    return thread.posts.order_by("pk").values_list("pk", flat=True).first() == post.pk
