"""The stylesheets and scripts: light, named, and true to their tokens."""

import re
from pathlib import Path

import pytest

from portal.static_bundle import SOURCE, bundle_css, bundle_js
from tests.architecture.source import ROOT

CSS, JS = SOURCE / "portal/css", SOURCE / "portal/js"
SHEETS = sorted(path for path in CSS.rglob("*.css") if path.name != "gallery.css")
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|\b(?:white|black|red|green|blue|gr[ae]y|beige)\b", re.I)
TAGS = {"badge", "button", "icon", "avatar", "field"}


def declared(path):
    return re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_only_the_tokens_name_a_colour(path):
    values = re.findall(r":([^;{}]*)[;}]", declared(path))
    assert path.name == "tokens.css" or [value for value in values if COLOUR.search(value)] == []


def test_every_token_that_is_used_is_defined():
    css = "".join(map(declared, [*SHEETS, CSS / "gallery.css"]))
    assert set(re.findall(r"var\((--[\w-]+)", css)) - set(re.findall(r"(--[\w-]+)\s*:", css)) == set()


@pytest.mark.parametrize("path", sorted((CSS / "components").glob("*.css")), ids=lambda path: path.stem)
def test_a_component_stylesheet_bears_the_name_of_a_template(path):
    templates = [Path(found).relative_to(ROOT / "templates") for found in (ROOT / "templates").rglob("*.html")]
    names = TAGS | {t.stem for t in templates} | {t.parts[0] for t in templates} | {f"{t.parts[0]}_{t.stem}" for t in templates}
    assert path.stem in names | {f"block-{t.stem}" for t in templates if t.parts[0] == "blocks"}


def test_every_stylesheet_is_imported_once():
    imported = re.findall(r'@import url\("([^"]+)"\)', (CSS / "site.css").read_text())
    assert sorted(imported) == sorted(str(path.relative_to(CSS)) for path in SHEETS if path.name != "site.css")


def test_pictures_are_named_only_beside_site_css():
    """The bundle is written there: an address relative to a component’s file would be wrong in it."""
    assert [path.name for path in (CSS / "components").glob("*.css") if "url(" in declared(path)] == []


def test_the_stylesheet_weighs_less_than_40_kilobytes():
    assert len(bundle_css(CSS / "site.css").encode()) < 40_000


def test_our_scripts_weigh_less_than_15_kilobytes():
    assert len(bundle_js(JS / "site.js").encode()) + (JS / "theme.js").stat().st_size < 15_000


@pytest.mark.parametrize("path", sorted(JS.glob("*.js")), ids=lambda path: path.name)
def test_a_custom_element_holds_in_sixty_lines(path):
    assert len(path.read_text().splitlines()) <= 60


def test_every_custom_element_is_used_by_a_template():
    defined = re.findall(r'customElements\.define\("([\w-]+)"', (JS / "site.js").read_text())
    templates = "".join(path.read_text() for path in (ROOT / "templates").rglob("*.html"))
    assert [name for name in defined if f"<{name}" not in templates] == []
