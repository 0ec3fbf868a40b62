from django.utils import timezone

from forum import wording
from forum.indexing import index
from forum.locking import locked
from forum.models import Post
from forum.refusals import PostHidden, ThreadClosed, ThreadHidden


def edit(post: Post, text: str) -> Post:
    """Replace the text of ``post``. What readers may have seen is marked as edited; the same text again changes nothing.

    Raises ``ThreadClosed``, ``ThreadHidden``, ``PostHidden``, ``TextEmpty``, ``TextTooLong``, ``TooManyLinks``.
    """
    rendered = wording.checked(text, trusted=wording.is_trusted(post.author, post.thread.space))
    with locked(post.thread) as thread:
        post.refresh_from_db()
        if thread.hidden_at:
            raise ThreadHidden
        if thread.closed_at:
            raise ThreadClosed
        if post.hidden_at:
            raise PostHidden
        if post.text != text:
            seen = {} if post.is_pending else {"edited_at": timezone.now()}
            Post.objects.filter(pk=post.pk).update(**wording.columns(text, rendered), **seen)
            post.refresh_from_db()
            index(thread)
    return post
