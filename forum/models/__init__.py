"""Where we talk: spaces, threads, posts, and what each member follows and has read."""

from forum.models.follow import ThreadFollow
from forum.models.post import Post
from forum.models.space import Membership, Space
from forum.models.thread import TaggedThread, Thread

__all__ = ["Membership", "Post", "Space", "TaggedThread", "Thread", "ThreadFollow"]
