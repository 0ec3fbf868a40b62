"""What surrounds every page: its head, its languages, its errors, its mails."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, Site

from home.models import ContentPage

pytestmark = pytest.mark.django_db
STANDALONE = ["500", "503"]
WITHIN_THE_SITE = ["400", "403", "404", "429", "csrf"]


@pytest.fixture
def head(site, client):
    """``head(path)`` is the head of a page."""

    def read(path="/"):
        return re.search(r"<head>.*</head>", client.get(path).content.decode(), re.DOTALL)[0]

    return read


def test_a_page_says_its_language_as_canada_writes_it(site, client):
    assert '<html lang="fr-CA">' in client.get("/").content.decode()
    assert '<html lang="en-CA">' in client.get("/en/compte/connexion/").content.decode()


def test_a_page_has_one_address_whatever_was_asked(head):
    assert 'rel="canonical" href="http://testserver/calendrier/"' in head("/calendrier/?utm_source=x")
    assert 'rel="canonical" href="http://testserver/forum/?page=2"' in head("/forum/?page=2&q=x")
    assert 'rel="canonical" href="http://testserver/forum/"' in head("/forum/?page=x")


def test_a_shared_page_always_has_a_picture(head):
    address = re.search(r'property="og:image" content="([^"]+)"', head())[1]
    assert address.startswith("http://testserver/static/portal/img/share")


# Wagtail leaves the temporary file of a rendition to the garbage collector.
@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_page_may_be_shared_with_a_picture_of_its_own(site, head):
    page = Page.objects.get(depth=2, locale__language_code="fr").specific
    page.share_image = Image.objects.create(title="Partage", file=get_test_image_file(size=(1300, 700)))
    page.save_revision().publish()
    assert re.search(r'property="og:image" content="http://testserver/media/[^"]+\.jpg"', head())


def test_a_page_tells_machines_what_it_is(head):
    assert '"@type"' in re.search(r'<script type="application/ld\+json">(.*?)</script>', head(), re.DOTALL)[1]


def test_a_translated_page_names_its_other_language(site, head):
    assert sorted(re.findall(r'rel="alternate" hreflang="(\w+)"', head())) == ["en", "fr"]


def test_a_page_without_translation_leads_to_the_nearest_one_above(site, client):
    section = ContentPage.objects.child_of(site).get(slug="la-communaute")
    section.add_child(instance=ContentPage(title="Nos valeurs", slug="valeurs"))

    html = client.get("/la-communaute/valeurs/").content.decode()

    assert re.search(r'href="[^"]*/en/la-communaute/" lang="en"', html)
    assert 'hreflang="en"' not in html.partition("</head>")[0]


def test_a_view_leads_to_itself_in_the_other_language(site, client):
    assert 'href="http://testserver/en/forum/" lang="en"' in client.get("/forum/").content.decode()
    assert 'href="http://testserver/forum/" lang="fr"' in client.get("/en/forum/").content.decode()


@pytest.mark.parametrize("name", WITHIN_THE_SITE)
def test_an_error_keeps_the_site_around_it(site, name, visitor):
    request = RequestFactory().get("/perdu/")
    request.user = visitor
    html = render_to_string(f"errors/{name}.html", {"minutes": 5}, request)
    assert html.count("<h1>") == 1
    assert 'class="site-header"' in html


@pytest.mark.parametrize("name", STANDALONE)
def test_a_breakdown_page_asks_the_database_nothing(name, django_assert_num_queries):
    with translation.override("fr"), django_assert_num_queries(0):
        assert render_to_string(f"errors/{name}.html").count("<h1>") == 1


def test_the_address_of_an_unknown_page_is_answered_in_words(site, client):
    response = client.get("/nulle-part/")
    assert response.status_code == 404
    assert "Cette page est introuvable" in response.content.decode()


@pytest.mark.parametrize(("address", "status"), [("/?tag=%00", 400), ("/forum/%00/", 400), (f"/?q={'a' * 9000}", 414)])
def test_an_address_that_no_link_holds_is_refused_in_words(site, client, address, status):
    response = client.get(address)
    assert response.status_code == status
    assert response.content.decode().count("<h1") == 1


def test_a_mail_loads_nothing():
    Site.clear_site_root_paths_cache()
    html = render_to_string("emails/base.html", {"subject": "Bonjour"})
    assert not re.search(r"<(img|link|script|table)\b|url\(", html)
    assert "<title>Bonjour</title>" in html
    assert "-- \n" in render_to_string("emails/base.txt")
