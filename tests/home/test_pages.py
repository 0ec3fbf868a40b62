"""What the roof’s own pages show, to whom, and at what cost."""

import io
from datetime import timedelta

import pytest
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image
from wagtail.images import get_image_model
from wagtail.models import Page, PageViewRestriction

from events.models import CalendarPage, EventPage
from forum.models import Space
from forum.opening import open_thread
from home.models import ContentPage, HomePage
from library.models import LibraryPage, ResourcePage
from tests.demo_site import pictures_made


@pytest.fixture
def gather(site, claire):
    """Put so many events, resources and threads where the home page looks."""
    space = Space.objects.create(title="Animer", slug="animer", access="public")

    def make(number, first=0):
        library, calendar = LibraryPage.objects.child_of(site).get(), CalendarPage.objects.child_of(site).get()
        for index in range(first, first + number):
            starts = timezone.now() + timedelta(days=1 + index)
            event = EventPage(title=f"Rencontre {index}", slug=f"rencontre-{index}", starts_at=starts, ends_at=starts + timedelta(hours=1))
            calendar.add_child(instance=event)
            event.tags.add("animation")
            event.save_revision().publish()
            library.add_child(instance=ResourcePage(title=f"Ressource {index}", slug=f"ressource-{index}", summary="Utile."))
            open_thread(space, claire, f"Fil {index}", "Bonjour à vous.", ["animation"])

    make(1)
    return make


def test_the_home_page_shows_what_is_next_new_and_alive(client, gather):
    page = client.get("/").content.decode()
    for words in ("Rencontre 0", "Ressource 0", "Fil 0"):
        assert words in page


def test_the_home_page_costs_the_same_however_much_there_is(assert_flat, gather):
    assert_flat("/", lambda: gather(10, first=1), at_most=12)


def test_a_content_page_costs_little(assert_flat, site):
    page = site.add_child(instance=ContentPage(title="Charte", slug="engagement", body=[("text", "<p>Bonjour</p>")]))
    assert_flat("/engagement/", lambda: page.add_child(instance=ContentPage(title="Annexe", slug="annexe")), at_most=8)


def test_the_tag_page_costs_the_same_however_much_there_is(assert_flat, gather):
    assert_flat("/mots-cles/animation/", lambda: gather(5, first=1), at_most=14)


def test_a_cancelled_meeting_is_not_the_next_one(client, gather):
    gather(1, first=1)
    EventPage.objects.filter(slug="rencontre-0").update(cancelled_at=timezone.now())
    assert client.get("/").context["next_event"].slug == "rencontre-1"


def test_what_is_for_members_is_not_on_the_visitors_home_page(client, as_member, aline, gather, site):
    for section in (LibraryPage, CalendarPage):
        page = Page.objects.get(pk=section.objects.child_of(site).get().pk)
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    Space.objects.update(access="members")
    visitors, members = client.get("/").content.decode(), as_member(aline).get("/").content.decode()
    for words in ("Rencontre 0", "Ressource 0", "Fil 0"):
        assert words not in visitors
        assert words in members


def test_the_heading_may_be_longer_than_the_title(client, site):
    site.add_child(
        instance=ContentPage(title="La charte", slug="engagement", heading="Ce que nous nous promettons", introduction="En trois minutes.")
    )
    page = client.get("/engagement/").content.decode()
    assert "<h1>Ce que nous nous promettons</h1>" in page
    assert '<meta name="description" content="En trois minutes.">' in page


def test_a_members_page_asks_visitors_to_sign_in(client, as_member, aline, site):
    page = site.add_child(instance=ContentPage(title="Entre nous", slug="entre-nous"))
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/entre-nous/")["Location"].startswith("/compte/connexion/")
    answer = as_member(aline).get("/entre-nous/")
    assert "no-store" in answer["Cache-Control"]


def test_each_language_has_its_home(client, site):
    assert client.get("/").context["page"] == site
    english = client.get("/en/").context["page"]
    assert (english.locale.language_code, english.translation_key) == ("en", site.translation_key)
    assert HomePage.objects.count() == 2


def test_a_picture_is_shown_with_its_words(client, site):
    file = io.BytesIO()
    Image.new("RGB", (900, 600), "#1d5644").save(file, "PNG")
    picture = get_image_model().objects.create(title="table", description="Une table ronde", file=ImageFile(file, "table.png"))
    site.add_child(instance=ContentPage(title="Charte", slug="engagement", picture=picture))
    with pictures_made():
        assert 'alt="Une table ronde"' in client.get("/engagement/").content.decode()


def test_robots_are_told_where_not_to_go(client, db):
    answer = client.get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    assert "Disallow: /admin/" in answer.content.decode()


def test_the_sitemap_has_what_visitors_may_read(client, site):
    hidden = site.add_child(instance=ContentPage(title="Entre nous", slug="entre-nous"))
    PageViewRestriction.objects.create(page=hidden.page_ptr, restriction_type=PageViewRestriction.LOGIN)
    sitemap = client.get("/sitemap.xml").content.decode()
    assert "/la-communaute/" in sitemap
    assert "/entre-nous/" not in sitemap


@pytest.mark.parametrize("query", ["page=x", "page=-1", "page=99999999999999999999", "q=%22", "q=" + "a" * 3000])
def test_odd_addresses_never_break(client, gather, query):
    for path in ("/", "/mots-cles/animation/", "/recherche/", "/la-communaute/"):
        assert client.get(f"{path}?{query}").status_code == 200, path


def test_a_tag_that_nothing_visible_carries_does_not_exist(client, as_member, aline, gather):
    EventPage.objects.all().delete()
    Space.objects.update(access="members")
    assert client.get("/mots-cles/animation/").status_code == 404
    assert as_member(aline).get("/mots-cles/animation/").status_code == 200
    assert client.get("/mots-cles/inconnu/").status_code == 404


def test_the_feed_tells_what_visitors_may_read(client, as_member, aline, gather):
    feed = client.get("/flux/nouveautes.xml").content.decode()
    for words in ("Rencontre 0", "Ressource 0", "Fil 0"):
        assert words in feed
    Space.objects.update(access="members")
    assert "Fil 0" not in as_member(aline).get("/flux/nouveautes.xml").content.decode()


def test_the_feed_costs_the_same_however_much_there_is(assert_flat, gather):
    assert_flat("/flux/nouveautes.xml", lambda: gather(5, first=1), at_most=10)


def test_a_keyword_of_french_pages_says_so_in_english(client, gather):
    page = ResourcePage.objects.get()
    page.tags.add("lecture")
    page.save()
    assert 'href="/mots-cles/lecture/"' in client.get("/en/mots-cles/lecture/").content.decode()
