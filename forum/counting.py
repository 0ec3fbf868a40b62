"""What a thread's row says of its posts, worked out from the posts themselves."""

from django.db.models import Count, Max, Q

from forum.locking import locked
from forum.models import Thread


def counted(thread: Thread) -> dict:
    """The columns of ``thread`` that summarise its posts, as they ought to be. Two queries."""
    public = Q(number__isnull=False, hidden_at=None)
    numbers = thread.posts.aggregate(
        last_number=Max("number"),
        reply_count=Count("pk", filter=public & Q(number__gt=1)),
        accepted_count=Count("pk", filter=public & Q(accepted_at__isnull=False)),
    )
    latest = thread.posts.public().order_by("-number").first()
    return {
        **numbers,
        "last_number": numbers["last_number"] or 0,
        "active_at": latest.approved_at if latest else thread.opened_at,
        "last_author_id": latest.author_id if latest else thread.author_id,
    }


def recount(thread: Thread) -> bool:
    """Write what differs from ``counted`` and say whether anything did. The caller holds the thread's lock."""
    wrong = {column: value for column, value in counted(thread).items() if getattr(thread, column) != value}
    if wrong:
        Thread.objects.filter(pk=thread.pk).update(**wrong)
    return bool(wrong)


def reconcile() -> list[int]:
    """Recount every thread, one short lock each; return the keys of those that were wrong."""
    keys = list(Thread.objects.order_by("pk").values_list("pk", flat=True))
    return [pk for pk in keys if _reconcile(pk)]


def _reconcile(pk):
    with locked(Thread(pk=pk)) as thread:
        return recount(thread)
