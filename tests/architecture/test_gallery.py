"""The gallery shows everything: a component that is missing from it will be written twice."""

import re

import pytest

from portal.blocks import BODY_BLOCKS
from portal.specimens import FRAME, SPECIMENS
from portal.templatetags import ui
from tests.architecture.source import ROOT

pytestmark = pytest.mark.once

COMPONENTS = {path.stem for path in (ROOT / "templates/components").glob("*.html")}


@pytest.fixture
def gallery(site, client):
    return client.get("/galerie/").content.decode()


def test_every_component_is_shown():
    assert COMPONENTS - set(SPECIMENS) - FRAME == set()
    assert (set(SPECIMENS) | FRAME) - COMPONENTS == set()


def test_each_specimen_is_drawn(gallery):
    """The class of a component is its name."""
    assert {name for name in COMPONENTS if not re.search(rf'class="[^"]*\b{name.replace("_", "-")}\b', gallery)} == set()


def test_every_tag_is_shown(gallery):
    simple = {"icon", "badge", "avatar", "button", "field"}
    assert set(ui.register.tags) - simple - set(SPECIMENS) - FRAME == set()
    assert {name for name in simple if f'id="{name}"' not in gallery} == set()


def test_every_block_is_shown(gallery):
    assert [name for name, _block in BODY_BLOCKS if f'id="block-{name}"' not in gallery] == []


def test_it_has_one_title(gallery):
    assert gallery.count("<h1") == 1


def test_no_id_stands_twice(gallery):
    ids = re.findall(r'\sid="([^"]+)"', gallery)
    assert sorted({key for key in ids if ids.count(key) > 1}) == []
