"""What happens once a post is safely stored: tasks of the queue, run by the worker.

Each reads the post again: what has been hidden or approved meanwhile is told and indexed as it is now.
"""

from django.db import transaction
from django_tasks import task

from forum import telling
from forum.indexing import index
from forum.locking import locked
from forum.models import Post


def once_published(post: Post, by_facilitator: bool) -> None:
    transaction.on_commit(lambda: published.enqueue(post.pk, by_facilitator), robust=True)


def once_waiting(post: Post) -> None:
    transaction.on_commit(lambda: waiting.enqueue(post.pk), robust=True)


@task()
def published(post_pk: int, by_facilitator: bool = False) -> None:
    post = Post.objects.public().select_related("thread__space", "author").filter(pk=post_pk).first()
    if post:
        with locked(post.thread) as thread:  # what is being withdrawn meanwhile must not be written back
            index(thread)
        telling.tell_followers(post)
        if by_facilitator:
            telling.tell_author(post)


@task()
def waiting(post_pk: int) -> None:
    post = Post.objects.pending().select_related("thread__space", "author").filter(pk=post_pk).first()
    if post:
        telling.tell_facilitators(post)
