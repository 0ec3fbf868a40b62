"""The shape of the tree: short files, no drawer for odds and ends, no code inside pages."""

import re

import pytest

from tests.architecture.source import ROOT, own_files

pytestmark = pytest.mark.once

DRAWERS = {"utils", "helpers", "common", "core", "services", "misc"}
INLINE = re.compile(r"""<style\b|\sstyle=["']|\son[a-z]+=["']|javascript:""", re.IGNORECASE)
SCRIPT = re.compile(r"<script\b([^>]*)>", re.IGNORECASE)


def _named(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("suffix", [".py", ".html", ".css", ".js"])
def test_no_file_of_ours_is_longer_than_300_lines(suffix):
    files = [*own_files(suffix), *ROOT.glob(f"*{suffix}")]
    assert [(_named(path), lines) for path in files if (lines := len(path.read_text().splitlines())) > 300] == []


def test_nothing_is_called_utils():
    assert [_named(path) for path in own_files("") if path.stem in DRAWERS] == []


def test_pages_hold_no_inline_code():
    """The Content-Security-Policy allows none; mails are exempt, since mail programs need inline styles."""
    offenders = []
    for path in own_files(".html"):
        text = path.read_text()
        if "emails" in path.parts or "admin" in path.parts:
            continue
        if INLINE.search(text) or any("src=" not in tag and "application/" not in tag for tag in SCRIPT.findall(text)):
            offenders.append(_named(path))
    assert offenders == []


def test_includes_say_what_they_pass():
    """``only``: a component sees what its caller names, nothing else."""
    include = re.compile(r"{%\s*include\s[^%]*%}")
    offenders = [
        f"{_named(path)}: {tag}"
        for path in own_files(".html", "templates")
        for tag in include.findall(path.read_text())
        if not re.search(r"\bonly\s*%}", tag)
    ]
    assert offenders == []


def test_components_say_what_they_expect():
    """A comment comes first, after nothing but ``load``."""
    opening = re.compile(r"(\s*{% load [^%]*%})*\s*({#|{% comment %})")
    silent = [_named(path) for path in own_files(".html", "templates/components") if not opening.match(path.read_text())]
    assert silent == []


def test_no_address_of_this_machine_or_secret_is_written_down():
    forbidden = re.compile(r"(?<![\w.-])/(work|root|home/\w+)/|BEGIN [A-Z ]*PRIVATE KEY")
    assert [
        _named(path) for path in own_files("") if path.suffix in {".py", ".html", ".md", ".toml"} and forbidden.search(path.read_text())
    ] == []
