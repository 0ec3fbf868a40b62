"""What every text of the forum must be before it is stored: present, not too long, without a new member's many links."""

from unicodedata import category

from forum import policy
from forum.models import Post
from forum.refusals import TextEmpty, TextTooLong, TooManyLinks
from forum.text import LONGEST, RENDER_VERSION, Rendered, render

LINKS_OF_A_NEWCOMER = 2


def is_trusted(author, space) -> bool:
    """Whether what ``author`` writes in ``space`` is published at once: a facilitator, or someone already approved."""
    return Post.objects.public().filter(author=author).exists() or policy.can_moderate_space(author, space)


def checked(text: str, trusted: bool) -> Rendered:
    """Render ``text``; raises ``TextEmpty``, ``TextTooLong``, ``TooManyLinks``."""
    if len(text) > LONGEST:
        raise TextTooLong
    rendered = render(text)
    if is_blank(rendered.plain):
        raise TextEmpty
    if not trusted and rendered.links > LINKS_OF_A_NEWCOMER:
        raise TooManyLinks
    return rendered


def is_blank(plain: str) -> bool:
    """Whether nothing of ``plain`` can be seen: only spaces, controls and invisible marks."""
    return all(category(character)[0] in "CZ" for character in plain)


def columns(text: str, rendered: Rendered) -> dict:
    """The columns of a ``Post`` that hold this text."""
    return {"text": text, "html": rendered.html, "plain": rendered.plain, "render_version": RENDER_VERSION}
