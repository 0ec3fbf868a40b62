"""The French catalogue is whole, compiled and typographically French."""

import re
import shutil
import subprocess

import polib
import pytest
from django.core.management import call_command

from tests.architecture.source import ROOT

pytestmark = pytest.mark.once

PO = ROOT / "locale/fr/LC_MESSAGES/django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|{\w*}")


@pytest.fixture(scope="module")
def catalogue():
    return polib.pofile(str(PO))


def test_every_message_is_translated(catalogue):
    assert [entry.msgid for entry in catalogue if not entry.translated() and not entry.obsolete] == []


def test_the_compiled_catalogue_says_the_same(catalogue):
    compiled = {(entry.msgctxt, entry.msgid): entry.msgstr for entry in polib.mofile(str(PO.with_suffix(".mo")))}
    stale = [e.msgid for e in catalogue if not e.msgid_plural and compiled.get((e.msgctxt, e.msgid)) != e.msgstr]
    assert stale == []


def test_placeholders_survive_translation(catalogue):
    changed = [
        e.msgid for e in catalogue if not e.msgid_plural and sorted(PLACEHOLDER.findall(e.msgid)) != sorted(PLACEHOLDER.findall(e.msgstr))
    ]
    assert changed == []


def test_french_typography(catalogue):
    """Non-breaking spaces before ``: ; ? !`` and inside « », curled apostrophes."""
    plain = re.compile(r"\w[;?!](?=\s|$)|[\w)] [:;?!](?=\s|$)|« |[^\u00a0]»|[a-zà-ÿ]'[a-zà-ÿ]", re.IGNORECASE)
    strings = [text for e in catalogue for text in (e.msgstr, *e.msgstr_plural.values()) if "<" not in text]
    assert [text for text in strings if plain.search(PLACEHOLDER.sub("x", text))] == []


@pytest.mark.skipif(
    not shutil.which("xgettext"), reason="gettext is not on this machine: the catalogue’s completeness is checked where it is"
)
def test_no_message_of_the_code_is_missing(catalogue, tmp_path):
    """Extract again beside the tree and compare."""
    known = {entry.msgid for entry in catalogue}
    copy = tmp_path / "copy"
    files = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(files, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in listing.split("\0"):
        if name.endswith((".py", ".html", ".txt")) and not name.startswith("tests/") and (ROOT / name).exists():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_text((ROOT / name).read_text())
    (copy / "locale/fr/LC_MESSAGES").mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(copy)
        call_command("makemessages", locale=["fr"], no_location=True, no_wrap=True, verbosity=0)
    fresh = polib.pofile(str(copy / "locale/fr/LC_MESSAGES/django.po"))
    assert [entry.msgid for entry in fresh if entry.msgid not in known] == []
