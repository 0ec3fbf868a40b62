"""Write to the index and ask it."""

import unicodedata
from collections.abc import Iterable
from datetime import datetime
from itertools import islice

from django.utils import timezone

from search import engine
from search.models import Document
from search.normalise import tokens
from search.visibility import PUBLIC

BATCH = 200
WRITTEN = [field.name for field in Document._meta.concrete_fields if field.name not in {"id", "key"}]


def put(
    key: str,
    kind: str,
    title: str,
    url: str,
    *,
    summary: str = "",
    body: str = "",
    words: str = "",
    tags: Iterable[str] = (),
    language: str = "",
    visible_to: str = PUBLIC,
    date: datetime | None = None,
    weight: int = 0,
):
    """Write, or rewrite, the document called ``key``; in the caller's transaction, in one statement.

    ``visible_to`` is the one label that a reader must hold: "public", "members", "space:12" …
    ``words`` find it and are never shown, unlike ``body``, of which a passage is. ``language`` is
    empty for what is found in every language; ``weight`` lifts a document among equals.
    """
    texts = {"title": title, "summary": summary, "body": body, "words": words, "tags": tags}
    _write([_document(key, kind, url=url, language=language, visible_to=visible_to, date=date, weight=weight, **texts)])


def remove(*keys: str):
    """Forget these documents; those that are not there cost nothing more."""
    Document.objects.filter(key__in=keys).delete()


def rebuild(entries: Iterable[dict]) -> int:
    """Write every entry (the arguments of ``put`` as a dict), forget what is no longer among them, return how many were written."""
    begun, written = timezone.now(), 0
    entries = iter(entries)
    while batch := [_document(**entry) for entry in islice(entries, BATCH)]:
        _write(batch)
        written += len(batch)
    Document.objects.filter(written_at__lt=begun).delete()
    return written


def find(query: str, visibility: Iterable[str], kinds: Iterable[str] = (), language: str | None = None):
    """The documents that hold every word of ``query``, best first, as a queryset of ``Document`` with its ``rank``.

    Only what a reader who holds the labels ``visibility`` may read; of these ``kinds`` when some
    are given; in ``language`` or in none. Nothing for a query without words. Never raises, whatever is typed.
    """
    documents = Document.objects.visible_as(visibility)
    if kinds:
        documents = documents.of_kinds(*kinds)
    if language:
        documents = documents.in_language(language)
    return engine.matching(documents, engine.words(query))


def _document(key, kind, title, url, summary="", body="", words="", tags=(), language="", visible_to=PUBLIC, date=None, weight=0):
    title, summary, body = _plain(title)[:255], _plain(summary), _plain(body)
    tags = _plain(", ".join(tags))
    return Document(
        key=key,
        kind=kind,
        language=language,
        title=title,
        summary=summary,
        body=body,
        tags=tags,
        url=url,
        visibility=visible_to,
        date=date,
        weight=weight,
        title_tokens=_spaced(title),
        tags_tokens=_spaced(tags),
        summary_tokens=_spaced(summary),
        body_tokens=_spaced(f"{body} {words}"),
        written_at=timezone.now(),
    )


def _plain(text):
    """One line, accents composed, no NUL (PostgreSQL refuses it)."""
    return unicodedata.normalize("NFC", " ".join(str(text).replace("\0", " ").split()))


def _spaced(text):
    """The tokens of ``text`` between spaces, the last one too: " ecout activ "."""
    words = tokens(text)
    return f" {' '.join(words)} " if words else ""


def _write(documents):
    Document.objects.bulk_create(documents, update_conflicts=True, unique_fields=["key"], update_fields=WRITTEN)
