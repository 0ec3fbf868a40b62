"""A resource as a reference: APA, seventh edition, in French (authors. (year). Title. Publisher. Address)."""

from html import unescape

from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString

from library.kinds import Kind, in_its_language

# What stands between brackets after the title, where the kind of thing is not obvious.
BRACKETS = {
    Kind.VIDEO: "vidéo",
    Kind.RECORDING: "webinaire",
    Kind.PODCAST: "balado audio",
    Kind.TOOL: "outil",
    Kind.WEBSITE: "site Web",
}
NO_DATE = "s. d."


def apa(resource) -> SafeString:
    """The reference as safe HTML, its title in italics. Without authors, the title comes first."""
    title = _title(resource)
    date = format_html("({}).", resource.year or NO_DATE)
    parts = [_sentence(resource.authors), date, title] if resource.authors else [title, date]
    if resource.publisher:
        parts.append(format_html("<em>{}</em>." if resource.kind == Kind.ARTICLE else "{}.", resource.publisher.rstrip(".")))
    if place := resource.address or resource.video_url:
        parts.append(format_html("{}", place))
    return format_html(" ".join(["{}"] * len(parts)), *parts)


def apa_text(resource) -> str:
    """The same reference without markup, to be copied."""
    return unescape(strip_tags(apa(resource)))


def _title(resource):
    """The title of a work in italics; that of an article is plain (its journal is in italics)."""
    title = in_its_language(resource.title.rstrip("."), resource.language)
    bracket = BRACKETS.get(resource.kind)
    shown = format_html("{}" if resource.kind == Kind.ARTICLE else "<em>{}</em>", title)
    return format_html("{} [{}].", shown, bracket) if bracket else format_html("{}.", shown)


def _sentence(text):
    """``text`` with one full stop at its end, initials included: « Lave, J. »"""
    return format_html("{}", text if text.endswith(".") else f"{text}.")
