"""What the interface does by itself in Chromium: menus without JavaScript, a remembered appearance, a question before an act."""

import pytest

pytestmark = pytest.mark.once


@pytest.fixture
def telephone(browser, portal):
    """A page of 360 pixels without JavaScript."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(portal.url)
    yield page
    context.close()


def test_the_menu_of_a_telephone_opens_and_closes_without_javascript(telephone):
    links = telephone.locator("#site-menu .main-menu a")
    assert not links.first.is_visible()
    telephone.locator(".site-header__toggle").click()
    assert links.first.is_visible()
    telephone.locator(".site-menu__close button").click()
    assert not links.first.is_visible()


def test_the_menu_lies_open_on_a_wide_screen(visit, page):
    visit("/")
    assert page.locator(".main-menu > ul > li > a").first.is_visible()
    assert not page.locator(".site-header__toggle").is_visible()


def test_an_open_menu_closes_on_escape_and_gives_the_focus_back(visit, page):
    visit("/")
    page.locator(".submenu summary").first.click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.submenu:not([open]) > summary')")


def test_the_chosen_appearance_is_remembered(visit, page):
    visit("/")
    page.locator("theme-choice input[value=dark]").check(force=True)
    dark = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    visit("/forum/")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == dark
    page.locator("theme-choice input[value=auto]").check(force=True)
    assert page.evaluate("document.documentElement.dataset.theme ?? null") is None


def test_an_act_that_cannot_be_undone_is_asked_about(visit, page):
    visit("/galerie/")
    button = page.locator("confirm-button > button")
    button.click()
    assert page.locator("dialog[open]").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("dialog").count() == 0


def test_a_video_loads_only_when_asked(visit, page):
    asked = []
    page.route("**/player.vimeo.com/**", lambda route: (asked.append(route.request.url), route.abort()))
    visit("/galerie/")
    assert page.locator("iframe").count() == 0
    assert asked == []


def test_the_page_fits_when_it_is_read_at_four_hundred_per_cent(visit, page):
    page.set_viewport_size({"width": 320, "height": 256})
    visit("/galerie/")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
