"""The third-party files of the interface are those that ``vendor.json`` describes, byte for byte."""

import json
import re

import pytest

from portal import icons, vendoring
from tests.architecture.source import own_files

pytestmark = pytest.mark.once

FILES = [file for package in vendoring.packages() for file in package["files"]]
ICONS = {name for file in FILES for name in file.get("icons", [])}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file["path"])
def test_a_vendored_file_is_the_recorded_one(file):
    assert vendoring.sha512((vendoring.FOLDER / file["path"]).read_bytes()) == file["sha512"]


def test_nothing_else_lies_there():
    found = {str(path.relative_to(vendoring.FOLDER)) for path in vendoring.FOLDER.rglob("*") if path.is_file()}
    assert found == {file["path"] for file in FILES} | {"vendor.json", "VENDOR.md"}


def test_each_package_brings_its_licence():
    assert [p["name"] for p in vendoring.packages() if not any(f["path"].endswith("LICENSE") for f in p["files"])] == []


def test_vendor_md_says_what_vendor_json_holds():
    manifest = json.loads(vendoring.MANIFEST.read_text("utf-8"))
    assert (vendoring.FOLDER / "VENDOR.md").read_text("utf-8") == vendoring.describe(manifest)


def test_a_symbol_keeps_the_shapes_of_its_icon_and_leaves_the_stroke_to_the_stylesheet():
    svg = '<!-- licence -->\n<svg\n  width="24"\n  stroke-width="2"\n>\n  <path d="M4 12h16" />\n  <circle r="1" />\n</svg>\n'
    sprite = vendoring.sprite({"dash": svg})
    assert '<symbol id="i-dash" viewBox="0 0 24 24"><path d="M4 12h16"/><circle r="1"/></symbol>' in sprite


def test_every_icon_that_a_template_names_is_in_the_sprite():
    named = {
        (path.name, name)
        for path in own_files(".html", "templates")
        if "admin" not in path.parts  # Wagtail has icons of its own
        for name in re.findall(r"""(?:{%\s*icon\s+|\bicon=)["']([^"']+)["']""", path.read_text())
    }
    assert {(page, name) for page, name in named if name not in ICONS} == set()


def test_every_icon_that_an_editor_may_choose_is_in_the_sprite():
    assert set(icons.ICONS) - ICONS == set()
