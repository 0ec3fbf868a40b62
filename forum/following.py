"""What a member follows and has read."""

from forum.models import Thread, ThreadFollow

Level, Reason = ThreadFollow.Level, ThreadFollow.Reason


def follow(thread_pk: int, member_pk: int, number: int, reason: str) -> None:
    """The member wrote post ``number``: it is read, and the thread is followed unless they chose otherwise. Two statements."""
    ThreadFollow.objects.bulk_create(
        [ThreadFollow(thread_id=thread_pk, member_id=member_pk, last_read_number=number, level=Level.FOLLOWED, reason=reason)],
        update_conflicts=True,
        unique_fields=["thread", "member"],
        update_fields=["last_read_number"],
    )
    only_read = ThreadFollow.objects.filter(thread=thread_pk, member=member_pk, reason=Reason.READ)
    only_read.update(level=Level.FOLLOWED, reason=reason)


def choose_level(thread: Thread, member, level: int) -> None:
    """The member decides how closely to follow. Idempotent."""
    ThreadFollow.objects.update_or_create(thread=thread, member=member, defaults={"level": level, "reason": Reason.CHOSEN})


def mark_read(thread: Thread, member, number: int) -> None:
    """The member has seen up to post ``number``. One statement when the row exists, two the first time; never lowers."""
    mine = ThreadFollow.objects.filter(thread=thread, member=member)
    if not mine.filter(last_read_number__lt=number).update(last_read_number=number):
        ThreadFollow.objects.bulk_create([ThreadFollow(thread=thread, member=member, last_read_number=number)], ignore_conflicts=True)
