"""The short way to a page leads where Wagtail's own way leads."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Page, PageViewRestriction, Site

from portal.routing import find


def walked(path, rf):
    """The page that Wagtail finds by walking down the tree."""
    request = rf.get("/")
    request._wagtail_site = Site.objects.get(is_default_site=True)
    return Page.find_for_request(request, path)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("path", ["", "calendrier/", "la-communaute/", "nulle-part/", "calendrier/nulle-part/"])
def test_both_ways_lead_to_the_same_page(site, rf, language, path):
    with translation.override(language):
        assert find(path) == walked(path, rf)


def test_a_page_below_another_knows_its_ancestors_in_two_queries(site):
    parent = Page.objects.get(slug="la-communaute", locale__language_code="fr").specific
    child = parent.add_child(instance=type(parent)(title="Enfant", slug="enfant", locale=parent.locale))
    with translation.override("fr"):
        find("la-communaute/enfant/")  # warms the root paths and the content types
        with CaptureQueriesContext(connection) as queries:
            page = find("la-communaute/enfant/")

    assert page == child
    assert [level.slug for level in page.breadcrumbs()] == ["accueil", "la-communaute"]
    assert len(queries) == 2


def test_an_unpublished_page_is_not_found(site):
    page = Page.objects.get(slug="la-communaute", locale__language_code="fr")
    page.unpublish()

    with translation.override("fr"):
        assert find("la-communaute/") is None


def test_a_restriction_above_the_page_still_closes_it(site, client):
    community = Page.objects.get(slug="la-communaute", locale__language_code="fr").specific
    community.add_child(instance=type(community)(title="Enfant", slug="enfant", locale=community.locale))
    PageViewRestriction.objects.create(page=community, restriction_type=PageViewRestriction.LOGIN)

    codes = [client.get(path).status_code for path in ("/la-communaute/enfant/", "/la-communaute/", "/")]

    assert codes == [302, 302, 200]


def test_several_sites_are_left_to_wagtail(site):
    Site.objects.create(hostname="autre.example", root_page=site)

    with translation.override("fr"):
        assert find("calendrier/") is None
