"""Every kind of page in a real Chromium: axe in both themes, no horizontal scroll, one h1, a keyboard way in."""

import pytest

pytestmark = pytest.mark.once

PUBLIC = [
    "/",
    "/la-communaute/",
    "/la-communaute/principes-de-base/",
    "/la-communaute/concepts-importants/",
    "/la-communaute/exemples-d-activites/",
    "/la-communaute/facteurs-de-succes/",
    "/bibliotheque/",
    "/bibliotheque/?tag=inexistant",
    "/calendrier/",
    "/forum/",
    "/recherche/?q=écoute",
    "/nous-joindre/",
    "/compte/connexion/",
    "/compte/inscription/",
    "/en/",
    "/galerie/",
]
MEMBER = ["/mon-espace/", "/membres/", "/compte/profil/", "/compte/securite/", "/compte/adresses/", "/compte/avis/"]
FIRST_OF_EACH = {
    "a resource": ("/bibliotheque/", "main a[href^='/bibliotheque/']:not([href*='?']):not([href$='flux.xml'])"),
    "an event": ("/calendrier/", "main a[href^='/calendrier/']:not([href*='?']):not([href$='.ics'])"),
    "a space": ("/forum/", "main a[href^='/forum/']"),
}
SCHEMES = ["light", "dark"]


def _is_well_made(page, accessible):
    assert page.locator("h1").count() == 1, page.url
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{page.url} scrolls sideways"
    accessible(page)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_is_accessible(visit, page, accessible, path, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    visit(path)
    _is_well_made(page, accessible)


@pytest.mark.parametrize("width", [320, 360, 768])
def test_public_pages_fit_a_telephone(visit, page, width):
    page.set_viewport_size({"width": width, "height": 800})
    too_wide = []
    for path in PUBLIC:
        visit(path)
        if not page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            too_wide.append(path)
    assert too_wide == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", FIRST_OF_EACH)
def test_what_lists_lead_to_is_accessible(visit, page, accessible, kind, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    listing, link = FIRST_OF_EACH[kind]
    visit(listing)
    path = page.locator(link).first.get_attribute("href")
    visit(path)
    _is_well_made(page, accessible)
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_members_pages_are_accessible(sign_in, visit, page, accessible, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    sign_in("aline")
    for path in MEMBER:
        visit(path)
        _is_well_made(page, accessible)


def test_the_first_tab_leads_to_the_content(visit, page):
    visit("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


def test_the_home_page_is_light(visit, page):
    """Under 250 kB with pictures, and nothing from anywhere else."""
    weights, foreign = {}, []

    def weigh(response):
        if response.url.startswith("data:"):
            return
        weights[response.url] = len(response.body()) if response.ok else 0

    page.on("response", weigh)
    visit("/")
    page.wait_for_load_state("networkidle")
    foreign = [url for url in weights if "127.0.0.1" not in url]
    assert foreign == []
    assert sum(weights.values()) < 250_000, weights
