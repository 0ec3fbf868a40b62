"""The way to a page in two queries.

Wagtail walks down the tree: the site, its language, its home, then two queries a level, then the restrictions,
and the breadcrumbs walk up again. Every level of an address has its own ``url_path``: one query reads them all,
with what restricts them; the second reads the page itself.
"""

from itertools import accumulate

from django.core.cache import cache
from django.db.models import Exists
from django.utils.translation import get_language
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from portal.privacy import restrictions_above

SITE = "portal.the_one_site"  # beside Wagtail’s own cache of site root paths, and cleared with it


def direct_route(get_response):
    """Hands Wagtail the route of the page asked for; whatever is out of the ordinary is left to Wagtail."""

    def middleware(request):
        return get_response(request)

    def process_view(request, view, args, kwargs):
        if view is serve and (page := find(*args, **kwargs)):
            request._wagtail_route_for_request = RouteResult(page)
            request._wagtail_site = cache.get_or_set(SITE, lambda: Site.objects.select_related("root_page").get())

    middleware.process_view = process_view
    return middleware


def forget_site(**kwargs):
    """Connected to what changes the site or the page that it begins with (``portal.apps``)."""
    cache.delete(SITE)


def find(path):
    """The live page at ``path`` in the active language, knowing its ancestors and whether anything restricts it, or None.

    None too when the answer is not this simple: several sites, a page that routes by itself, an alias.
    """
    url_paths = _url_paths(path)
    levels = list(_with_restriction().filter(url_path__in=url_paths, slug__in=[way.rstrip("/").rpartition("/")[2] for way in url_paths]))
    if not url_paths or len(levels) != len(url_paths) or not all(map(_is_ordinary, levels)) or not levels[-1].live:
        return None
    *ancestors, found = levels
    page = found.specific
    page.locale = found.locale
    page.routed_ancestors = ancestors
    page.is_open_to_all = not found.is_restricted
    return page


def _url_paths(path):
    """The ``url_path`` of each level from the home page of the language down; empty when several sites share the portal."""
    roots = Site.get_site_root_paths()
    homes = [root.root_path for root in roots if root.language_code == get_language()]
    if len({root.site_id for root in roots}) != 1 or len(homes) != 1:
        return []
    return list(accumulate([homes[0], *(f"{part}/" for part in path.split("/") if part)]))


def _with_restriction():
    return Page.objects.select_related("locale").annotate(is_restricted=Exists(restrictions_above())).order_by("depth")


def _is_ordinary(page):
    return page.alias_of_id is None and page.specific_class is not None and page.specific_class.route is Page.route
