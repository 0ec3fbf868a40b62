"""The forum in the portal's index: one document a thread, with what its readers may find.

Each carries the label of its space, and a reader's labels are worked out when they search: who may read a
space can change without writing the index again. Threads about a page are left out: their readers are
the page's, which no label of ours can follow.
"""

import search
from forum.models import Space, Thread

LATEST = 100  # messages of a long thread that can be found, besides the first


def labels_of(user) -> set[str]:
    """The labels of the spaces that ``user`` may open. One query."""
    return {_label(pk) for pk in Space.objects.visible_to(user).values_list("pk", flat=True)}


def index(thread: Thread) -> None:
    """Write what can be found of ``thread`` now, or forget it. At most five statements, whatever its length."""
    if fresh := _findable().filter(pk=thread.pk).first():
        search.put(**entry(fresh))
    else:
        search.remove(_key(thread.pk))


def entries():
    """Every document of the forum, for a rebuild of the index."""
    return map(entry, _findable().iterator(chunk_size=200))


def entry(thread: Thread) -> dict:
    """The arguments of ``search.put`` for ``thread``."""
    said = thread.posts.public()
    first = said.filter(number=1).values_list("plain", flat=True).first() or ""
    latest = said.filter(number__gt=1).order_by("-number").values_list("plain", flat=True)[:LATEST]
    return {
        "key": _key(thread.pk),
        "kind": "thread",
        "title": thread.title,
        "url": thread.get_absolute_url(),
        "summary": first[:300],
        "body": "\n".join([first, *latest]),
        "tags": [tag.name for tag in thread.tags.all()],
        "language": "",
        "visible_to": _label(thread.space_id),
        "date": thread.active_at,
    }


def _findable():
    return Thread.objects.public().filter(about=None).select_related("space").prefetch_related("tags")


def _key(pk):
    return f"thread:{pk}"


def _label(space_pk):
    return f"space:{space_pk}"
