"""The guide for editors: ``docs/editer.md``, inside the admin."""

from functools import cache

from django.conf import settings
from django.shortcuts import render
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt

from portal.typography import french_spaces_in_html

SOURCE = settings.BASE_DIR / "docs" / "editer.md"


def guide(request):
    """Whoever may open the admin may read it."""
    return render(request, "home/admin/guide.html", {"guide": _written()})


@cache
def _written():
    """The guide as HTML without its title, which the page says."""
    text = SOURCE.read_text(encoding="utf-8")
    body = text.split("\n", 1)[1] if text.startswith("# ") else text
    return mark_safe(french_spaces_in_html(MarkdownIt().enable("table").render(body)))  # our own file
