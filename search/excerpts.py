"""Where the words were found, shown: a short passage with the words marked. Escaped first, marked after."""

from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from search.normalise import spoken_words, token

BEFORE, LENGTH, LOOK_AT = 60, 220, 6_000


def mark(text, words):
    """``text`` escaped, with <mark> around each of ``words`` (tokens)."""
    parts, end = [], 0
    for found in spoken_words(text):
        if _is_wanted(found.group(), words):
            parts += [conditional_escape(text[end : found.start()]), mark_safe(f"<mark>{conditional_escape(found.group())}</mark>")]
            end = found.end()
    return mark_safe("".join([*parts, conditional_escape(text[end:])]))


def holds(text, words):
    """Whether one of ``words`` (tokens) is in ``text``."""
    return any(_is_wanted(found.group(), words) for found in spoken_words(text))


def excerpt(document, words):
    """About 220 characters of the summary, or of the text around the first word found there; safe HTML."""
    if not document.body or holds(document.summary, words):
        return mark(_cut(document.summary, 0), words)
    text = document.body[:LOOK_AT]
    start = next((found.start() for found in spoken_words(text) if _is_wanted(found.group(), words)), None)
    if start is None:
        return mark(_cut(document.summary or text, 0), words)
    return mark(_cut(text, max(0, start - BEFORE)), words)


def _is_wanted(word, words):
    found = token(word)
    return bool(found) and (found in words or (len(words[-1]) >= 3 and found.startswith(words[-1])))


def _cut(text, start):
    """A passage of whole words from ``start``, with « … » where something was left out."""
    if start:
        start = text.find(" ", start) + 1 or start
    passage = text[start : start + LENGTH]
    if start + LENGTH < len(text):
        passage = passage.rpartition(" ")[0] or passage
        passage += " …"
    return f"… {passage}" if start else passage
