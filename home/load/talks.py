"""Threads and posts by the thousand, with the counters that the forum’s verbs would have kept."""

from datetime import timedelta
from itertools import islice

from django.utils import timezone

from forum.models import Post, Space, TaggedThread, Thread, ThreadFollow
from forum.text import render
from forum.wording import columns
from home.load.bulk import tags
from home.load.words import Writer
from members.models import Member

BATCH = 2000
ACCESS = ["public", "public", "members", "members"]
TEXTS = 200


def talk(threads, posts):
    """Bring the threads of the load to ``threads``, and spread ``posts`` messages over the new ones, unevenly as in life."""
    writer = Writer("talks")
    spaces = [_space(number, access) for number, access in enumerate(ACCESS, 1)]
    authors = list(Member.objects.order_by("pk").values_list("pk", flat=True)[:2000])
    there = Thread.objects.filter(space__in=spaces).count()
    missing = threads - there
    if missing <= 0 or not authors:
        return
    lengths = _lengths(missing, posts - Post.objects.filter(thread__space__in=spaces).count(), writer)
    made = _open(range(there + 1, threads + 1), lengths, spaces, authors, writer)
    _write(made, lengths, authors, writer)
    words = tags()
    TaggedThread.objects.bulk_create(
        [TaggedThread(content_object=thread, tag=tag) for thread in made for tag in writer.some(words, 3)], batch_size=BATCH
    )
    _follow(made, authors)


def _space(number, access):
    space, _created = Space.objects.get_or_create(
        slug=f"charge-{number}", defaults={"title": f"Espace de mesure {number}", "access": access, "position": 100 + number}
    )
    return space


def _lengths(threads, posts, writer):
    """How many messages each thread has: one at least, most in a few."""
    weights = [1 / (1 + index % 50) for index in range(threads)]
    rest = max(0, posts - threads)
    lengths = [1 + int(rest * weight / sum(weights)) for weight in weights]
    lengths[0] += max(0, posts - sum(lengths))
    writer.rng.shuffle(lengths)
    return lengths


def _open(numbers, lengths, spaces, authors, writer):
    now = timezone.now()
    rows = []
    for number, length in zip(numbers, lengths, strict=True):
        active = now - timedelta(minutes=11 * number)
        rows.append(
            Thread(
                space=spaces[number % len(spaces)],
                title=f"{writer.title()} ({number})",
                slug=f"charge-{number}",
                author_id=authors[number % len(authors)],
                last_author_id=authors[(number * 7) % len(authors)],
                opened_at=active - timedelta(minutes=length),
                approved_at=active - timedelta(minutes=length),
                active_at=active,
                last_number=length,
                reply_count=length - 1,
            )
        )
    return Thread.objects.bulk_create(rows, batch_size=BATCH)


def _write(threads, lengths, authors, writer):
    texts = [writer.text(writer.rng.randint(2, 9)) for _ in range(TEXTS)]
    said = [columns(text, render(text)) for text in texts]
    posts = (
        Post(
            thread=thread,
            number=number,
            author_id=thread.author_id if number == 1 else authors[(thread.pk + number * 7) % len(authors)],
            created_at=thread.opened_at + timedelta(minutes=number - 1),
            approved_at=thread.opened_at + timedelta(minutes=number - 1),
            **said[(thread.pk * 31 + number) % TEXTS],
        )
        for thread, length in zip(threads, lengths, strict=True)
        for number in range(1, length + 1)
    )
    while batch := list(islice(posts, BATCH)):
        Post.objects.bulk_create(batch)


def _follow(threads, authors):
    """Five members follow each thread, read up to its middle."""
    rows = [
        ThreadFollow(
            thread=thread,
            member_id=authors[(thread.pk + step) % len(authors)],
            last_read_number=thread.last_number // 2,
            level=ThreadFollow.Level.FOLLOWED,
            reason=ThreadFollow.Reason.CHOSEN,
        )
        for thread in threads
        for step in range(min(5, len(authors)))
    ]
    ThreadFollow.objects.bulk_create(rows, batch_size=BATCH)
