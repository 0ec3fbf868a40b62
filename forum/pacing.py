"""The verbs that a newcomer is asked to use slowly, as a person at a keyboard uses them.

A newcomer joined less than a day ago or has nothing approved yet: three threads and ten replies a day, thirty seconds between
two of them. Saying the same thing twice (a second click) costs nothing. Raises ``TooManyRequests`` besides
what the verb raises. Call it outside a transaction: a limit must remember the try.
"""

from datetime import timedelta

from django.utils import timezone

from forum import policy, wording
from forum.models import Post, Space, Thread
from forum.opening import open_thread
from forum.opening import repeated as same_thread
from forum.replying import repeated as same_post
from forum.replying import reply
from members import limits

FIRST_DAY = timedelta(days=1)


def open_slowly(space: Space, author, title: str, text: str, tags=()) -> Thread:
    if earlier := same_thread(space, author, title, text, timezone.now()):
        return earlier
    _slow_down(author, space, text, "forum-thread", "3/d")
    return open_thread(space, author, title, text, tags)


def reply_slowly(thread: Thread, author, text: str) -> Post:
    if earlier := same_post(thread, author, text, timezone.now()):
        return earlier
    _slow_down(author, thread.space, text, "forum-reply", "10/d")
    return reply(thread, author, text)


def _slow_down(author, space, text, scope, rate):
    trusted = wording.is_trusted(author, space)
    is_new = not trusted or author.date_joined > timezone.now() - FIRST_DAY
    if is_new and not policy.can_moderate_space(author, space):
        wording.checked(text, trusted)  # what will be refused anyway must not cost a try
        limits.hit("forum-pace", author.pk, "1/30s")
        limits.hit(scope, author.pk, rate)
