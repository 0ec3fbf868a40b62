"""From what a member types to what readers see: Markdown without HTML, then an allow-list.

Two independent walls: the renderer escapes every tag it is given, and what it makes passes
through nh3, which knows only the tags and addresses below.
"""

import html
import re
from dataclasses import dataclass

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

LONGEST = 20_000
RENDER_VERSION = 1  # raise it when the same source gives other HTML; ``reconcile_forum --render`` renders again

TAGS = {"p", "br", "strong", "em", "s", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "h3", "a"}
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "*": set()}
SCHEMES = {"http", "https", "mailto"}
BARE_ADDRESS = re.compile(r"https?://[^\s<>\"'«»]+")
BLOCK_END = re.compile(r"</(?:p|li|h3|pre|blockquote)>|<br>|<hr>")


@dataclass(frozen=True)
class Rendered:
    """A text ready to be stored: ``html`` is safe to print, ``plain`` has no markup, ``links`` counts addresses."""

    html: str
    plain: str
    links: int


def render(source: str) -> Rendered:
    """Render Markdown (CommonMark, strikethrough, line breaks kept, bare addresses become links)."""
    tokens = _markdown.parse(source[:LONGEST])
    raw = _markdown.renderer.render(tokens, _markdown.options, {})
    safe = nh3.clean(raw, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="nofollow ugc noopener")
    return Rendered(html=safe, plain=_plain(safe), links=safe.count("<a "))


def _plain(safe):
    words = nh3.clean(BLOCK_END.sub(r"\g<0> ", safe), tags=set())
    return " ".join(html.unescape(words).split())


def _same_heading(state):
    """Every heading is an h3: the thread has the h1, each message its own h2."""
    for token in state.tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = "h3"


def _link_bare_addresses(state):
    """Turn the addresses that people paste into links, outside links and code."""
    for block in state.tokens:
        if block.type == "inline" and "://" in block.content:
            block.children = list(_linked(block.children))


def _linked(tokens):
    depth = 0
    for token in tokens:
        depth += {"link_open": 1, "link_close": -1}.get(token.type, 0)
        if token.type == "text" and not depth:
            yield from _split(token)
        else:
            yield token


def _split(token):
    end = 0
    for match in BARE_ADDRESS.finditer(token.content):
        address = _without_closing_punctuation(match.group())
        href = _markdown.normalizeLink(address)
        if not _markdown.validateLink(href):
            continue
        yield _text(token.content[end : match.start()])
        yield Token("link_open", "a", 1, attrs={"href": href})
        yield _text(address)
        yield Token("link_close", "a", -1)
        end = match.start() + len(address)
    yield _text(token.content[end:])


def _without_closing_punctuation(address):
    address = address.rstrip(".,;:!?*_")
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(".,;:!?")
    return address


def _text(content):
    return Token("text", "", 0, content=content)


_markdown = MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": True})
_markdown.enable("strikethrough").disable("image")
_markdown.core.ruler.push("same_heading", _same_heading)
_markdown.core.ruler.push("bare_addresses", _link_bare_addresses)
