from django.utils import timezone

from forum.counting import recount
from forum.locking import locked
from forum.models import Post
from forum.refusals import FirstPostNotAnAnswer


def accept(post: Post) -> None:
    """Keep ``post`` as an answer; a thread may have several. Idempotent. Raises ``FirstPostNotAnAnswer``."""
    if post.is_first:
        raise FirstPostNotAnAnswer
    with locked(post.thread) as thread:
        if thread.posts.public().filter(pk=post.pk, accepted_at=None).update(accepted_at=timezone.now()):
            recount(thread)


def unaccept(post: Post) -> None:
    with locked(post.thread) as thread:
        if thread.posts.filter(pk=post.pk).exclude(accepted_at=None).update(accepted_at=None):
            recount(thread)
