"""``{% load menus %}``: what stands at the top and at the foot of every page, in the reader’s language."""

from django import template
from django.conf import settings
from django.utils.translation import get_language

from home import menus

register = template.Library()


@register.simple_tag(takes_context=True)
def main_menu(context):
    """A list of ``{label, url, is_current, children}``; children have no children. No query when the cache is warm."""
    reader = _Reader(context)
    return [entry | {"children": reader.open(entry["children"])} for entry in reader.open(reader.kept["menu"])]


@register.simple_tag(takes_context=True)
def footer_menu(context):
    """``{columns: [{title, links: [{label, url, is_current}]}], text}``."""
    reader = _Reader(context)
    columns = [
        {"title": column["title"], "links": links} for column in reader.kept["footer"]["columns"] if (links := reader.open(column["links"]))
    ]
    return {"columns": columns, "text": reader.kept["footer"]["text"]}


@register.simple_tag(takes_context=True)
def site_identity(context):
    """``{name, tagline, logo}``; ``logo`` is a picture or None."""
    return _Reader(context).kept["identity"]


def home_address(language):
    return "/" if language == settings.LANGUAGE_CODE else f"/{language}/"


class _Reader:
    """The cached links, opened for the reader of one request."""

    def __init__(self, context):
        self.request = context.get("request")
        self.user = getattr(self.request, "user", None)
        language = get_language() or settings.LANGUAGE_CODE
        self.kept = self._read(language)
        self.home = home_address(language)

    def _read(self, language):
        """Once per request, whatever the number of tags."""
        kept = getattr(self.request, "_menus", None)
        if kept is None or kept[0] != language:
            kept = (language, menus.read(self.request, language))
            if self.request:
                self.request._menus = kept
        return kept[1]

    def open(self, links):
        """The links that the reader may follow, each with ``is_current``."""
        return [
            {"label": link["label"], "url": link["url"], "is_current": self._is_current(link["url"]), "children": link.get("children", [])}
            for link in links
            if self._may_follow(link["needs"])
        ]

    def _may_follow(self, needs):
        if not needs or getattr(self.user, "is_superuser", False):
            return True
        if not getattr(self.user, "is_authenticated", False):
            return False
        return all(not groups or self._groups.intersection(groups) for groups in needs)

    @property
    def _groups(self):
        if not hasattr(self.request, "_group_keys"):
            self.request._group_keys = set(self.user.groups.values_list("pk", flat=True))
        return self.request._group_keys

    def _is_current(self, url):
        path = self.request.path if self.request else ""
        return path == url or (url not in ("/", self.home) and path.startswith(url))
