"""The twelve blocks: each described, previewed, drawn, and strict about what an editor types."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory
from django.utils import translation
from wagtail.models import Page, PageViewRestriction

from portal.blocks import BODY_BLOCKS
from portal.gallery import STYLES, _variants

BLOCKS = dict(BODY_BLOCKS)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def french():
    with translation.override("fr"):
        yield


def test_there_are_twelve_at_most():
    assert len(BODY_BLOCKS) <= 12


@pytest.mark.parametrize("name", BLOCKS)
def test_an_editor_meets_a_block_with_words_and_a_preview(name):
    block = BLOCKS[name]
    assert block.meta.label != name
    assert str(block.get_description())
    assert block.is_previewable
    assert get_template(f"blocks/{name}.html")


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_draws_its_preview_in_every_tone(name):
    drawn = [html for _caption, html in _variants(name, BLOCKS[name])]
    assert len(drawn) >= len(STYLES.get(name, [""]))
    assert all(f"block-{name}" in html for html in drawn)


def test_an_editor_previews_a_block_in_the_clothes_of_the_site():
    block = BLOCKS["quote"].bind(BLOCKS["quote"].get_preview_value())
    html = render_to_string("wagtailcore/shared/block_preview.html", {"bound_block": block, "page_title": "Citation"})
    assert "portal/css/site.css" in html
    assert 'class="block-quote' in html


def cleaned(name, **values):
    block = BLOCKS[name]
    return block.clean(block.to_python(block.get_prep_value(block.get_preview_value()) | values))


@pytest.mark.parametrize(
    "url", ["https://vimeo.com/76979871", "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcQ"]
)
def test_a_video_comes_from_two_sites(url):
    assert cleaned("video", url=url)["url"] == url


@pytest.mark.parametrize("url", ["https://exemple.org/film", "https://vimeo.com/", "https://youtube.com.exemple.org/watch?v=dQw4w9WgXcQ"])
def test_a_video_from_elsewhere_is_refused(url):
    with pytest.raises(ValidationError):
        cleaned("video", url=url)


def test_an_invitation_leads_to_one_place():
    assert cleaned("call_to_action", url="/forum/")["url"] == "/forum/"
    for refused in ({"url": ""}, {"url": "javascript:alert(1)"}, {"url": "forum"}):
        with pytest.raises(ValidationError):
            cleaned("call_to_action", **refused)


def test_a_video_loads_nothing_from_elsewhere_before_it_is_asked():
    html = BLOCKS["video"].render(BLOCKS["video"].get_preview_value())
    assert "<iframe" not in html
    assert 'href="https://vimeo.com/76979871"' in html


def test_text_is_printed_in_french():
    assert "Ensemble\u00a0?" in BLOCKS["text"].render(BLOCKS["text"].normalize("<p>Ensemble ?</p>"))


def test_chosen_pages_show_only_what_the_reader_may_open(site, aline):
    home = Page.objects.get(depth=2, locale__language_code="fr")
    opened, kept = (home.add_child(instance=Page(title=title, slug=title)) for title in ("ouverte", "reservee"))
    PageViewRestriction.objects.create(page=kept, restriction_type=PageViewRestriction.LOGIN)
    value = BLOCKS["pages"].normalize({"heading": "", "style": "list", "pages": [kept, opened]})
    assert _titles_seen(value, AnonymousUser()) == ["ouverte"]
    assert _titles_seen(value, aline) == ["reservee", "ouverte"]


def _titles_seen(value, user):
    request = RequestFactory().get("/")
    request.user = user
    return [page.title for page in BLOCKS["pages"].get_context(value, {"request": request})["pages"]]
