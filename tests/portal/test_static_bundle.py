"""One stylesheet and one script are served, whatever the number of files they are written in."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.files.base import ContentFile

from portal.static_bundle import BUNDLES, SOURCE, BundleFinder, bundle_css, bundle_js


@pytest.fixture
def folder(tmp_path):
    """``folder(name=text)`` writes files and returns their place."""

    def write(**files):
        for name, text in files.items():
            (tmp_path / name.replace("_", ".")).write_text(text)
        return tmp_path

    return write


def test_imports_are_written_out_in_their_layer(folder):
    imports = "".join(f'@import url("{name}.css") layer({layer});\n' for name, layer in ("aa", "bb", "cb"))
    place = folder(
        site_css="/* why */\n@layer a, b;\n" + imports,
        a_css="p {\n  margin: 0 auto;\n}\n",
        b_css='q::before {\n  content: "a  : b";\n}\n',
        c_css=".x > .y,\n.z {\n  padding-block-start: 0.5rem;\n  inset: calc(1px + 2px) / 2;\n}\n",
    )
    assert bundle_css(place / "site.css") == (
        '@layer a,b;@layer a{p{margin:0 auto}}@layer b{q::before{content:"a  : b"}.x>.y,.z{padding-top:.5rem;inset:calc(1px + 2px)/2}}'
    )


def test_modules_are_joined_before_the_entry(folder):
    place = folder(
        site_js='// entry\nimport { A } from "./a.js";\n\ncustomElements.define("a-a", A);\n',
        a_js="export class A extends HTMLElement {\n  // why\n  go() {}\n}\n",
    )
    assert bundle_js(place / "site.js") == 'class A extends HTMLElement {\n  go() {}\n}\ncustomElements.define("a-a", A);\n'


def test_nothing_is_left_to_import():
    assert "@import" not in bundle_css(SOURCE / "portal/css/site.css")
    assert not re.search(r"^(import|export)\b", bundle_js(SOURCE / "portal/js/site.js"), re.MULTILINE)


def test_the_braces_of_the_bundle_match():
    css = re.sub(r'"[^"]*"', "", bundle_css(SOURCE / "portal/css/site.css"))
    assert css.count("{") == css.count("}")


@pytest.mark.parametrize("path", BUNDLES)
def test_development_serves_the_bundle(path):
    found = finders.find(path)
    assert not found.startswith(str(SOURCE))
    assert Path(found).read_text("utf-8") == BUNDLES[path](SOURCE / path)


def test_production_collects_the_bundle_with_hashed_fonts_and_pictures(tmp_path, settings):
    settings.DEBUG = False
    storage = ManifestStaticFilesStorage(location=tmp_path, base_url="/static/")
    found = {}
    for finder in (BundleFinder(), finders.AppDirectoriesFinder(app_names=["portal"])):
        for path, source in finder.list(None):
            if path not in found and ("/css/site" in path or "/img/" in path or path.endswith(".woff2")):
                with source.open(path) as file:
                    storage.save(path, ContentFile(file.read()))
                found[path] = (source, path)
    assert [problem for _path, _hashed, problem in storage.post_process(found) if isinstance(problem, Exception)] == []
    css = (tmp_path / storage.hashed_files["portal/css/site.css"]).read_text("utf-8")
    assert re.search(r'url\("\.\./vendor/newsreader/newsreader-titles\.[0-9a-f]{12}\.woff2"\)', css)
    assert "@import" not in css
