"""The menus, the foot of the page and the name of the site, as plain data, built once and kept in the cache.

A link carries what a reader needs to follow it (``needs``), so that one cached answer serves
everybody and costs no query. Processes that share no cache catch up within ``LASTS`` seconds.
"""

from django.conf import settings
from django.core.cache import cache
from django.urls import translate_url
from django.utils import translation
from wagtail.models import Page, PageViewRestriction, Site

from home.models import SiteIdentity, SiteMenus

KEY = "home.menus"
LASTS = 60
ADDRESSES_KEPT = 40  # hosts × languages


def read(request, language):
    """``{menu, footer, identity}`` for the host of ``request``: one cache read; about seven queries when it was forgotten."""
    address = (request.get_host() if request else "", language)
    kept = cache.get(KEY) or {}
    if address not in kept:
        kept = dict(list(kept.items())[-ADDRESSES_KEPT:]) | {address: _build(request, language)}
        cache.set(KEY, kept, LASTS)
    return kept[address]


def forget():
    cache.delete(KEY)


def _build(request, language):
    site = Site.find_for_request(request) if request else Site.objects.filter(is_default_site=True).first()
    if site is None:
        return {"menu": [], "footer": {"columns": [], "text": ""}, "identity": _identity(None, language)}
    menus = SiteMenus.for_site(site)
    links = _Links(language, menus)
    menu = [link | {"children": links.read_all(entry.value["children"])} for entry in menus.main_menu if (link := links.read(entry.value))]
    return {"menu": menu, "footer": _footer(menus.footer, links, language), "identity": _identity(SiteIdentity.for_site(site), language)}


def _footer(blocks, links, language):
    """The columns that still have a link, then the texts, a paragraph each."""
    columns = [
        {"title": _in_language(block.value, "title", language), "links": found}
        for block in blocks
        if block.block_type == "column" and (found := links.read_all(block.value["links"]))
    ]
    texts = [_in_language(block.value, "text", language) for block in blocks if block.block_type == "text"]
    return {"columns": columns, "text": "\n\n".join(texts)}


def _identity(identity, language):
    if identity is None:
        return {"name": settings.WAGTAIL_SITE_NAME, "tagline": "", "logo": None}
    tagline = (identity.tagline_en if language == "en" else "") or identity.tagline
    return {"name": identity.name or settings.WAGTAIL_SITE_NAME, "tagline": tagline, "logo": identity.logo}


def _in_language(value, field, language):
    return (value.get(f"{field}_en") if language == "en" else "") or value[field]


class _Links:
    """Turns the link blocks of one setting into plain links; reads all their pages in one query."""

    def __init__(self, language, menus):
        self.language = language
        chosen = {value["page"].pk: value["page"].translation_key for value in _link_values(menus) if value["page"]}
        found = Page.objects.live().filter(translation_key__in=set(chosen.values())).select_related("locale") if chosen else []
        # A translation key → the page in this language, or else the very page that was chosen.
        self.pages = {page.translation_key: page for page in found if page.pk in chosen}
        self.pages |= {page.translation_key: page for page in found if page.locale.language_code == language}
        self.restrictions = list(PageViewRestriction.objects.select_related("page").prefetch_related("groups")) if chosen else []

    def read_all(self, values):
        return [link for value in values if (link := self.read(value))]

    def read(self, value):
        """``{label, url, needs}``, or None when the page is gone."""
        page = self.pages.get(value["page"].translation_key) if value["page"] else None
        if page:
            return {"label": self._label(value, page), "url": page.url, "needs": self._needs(page)} if page.url else None
        if value["url"]:
            return {"label": self._label(value, None), "url": self._address(value["url"]), "needs": []}
        return None

    def _label(self, value, page):
        own = value["label"] if self.language == settings.LANGUAGE_CODE or page is None else ""
        return (value["label_en"] if self.language == "en" else "") or own or page.title

    def _address(self, url):
        """An address of this site, under the prefix of the language; any other, as it is."""
        if not url.startswith("/") or url.startswith(("//", *(f"/{code}/" for code, _name in settings.LANGUAGES))):
            return url
        with translation.override(settings.LANGUAGE_CODE):
            return translate_url(url, self.language)

    def _needs(self, page):
        """One list of groups for each restriction above the page; an empty one asks for a signed-in reader."""
        return [
            [group.pk for group in restriction.groups.all()]
            for restriction in self.restrictions
            if page.path.startswith(restriction.page.path)
        ]


def _link_values(menus):
    for entry in menus.main_menu:
        yield entry.value
        yield from entry.value["children"]
    for block in menus.footer:
        if block.block_type == "column":
            yield from block.value["links"]
