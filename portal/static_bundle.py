"""One stylesheet and one script: what is written in many files is served as one, in development as in production.

``BundleFinder`` stands first among the staticfiles finders, so that ``runserver``, WhiteNoise and
``collectstatic`` all meet the same two files. A convention replaces a build tool: every ``@import`` and every
``import`` stands alone on its line, and ``url()`` is written only in the files beside ``site.css``.
"""

import atexit
import os
import re
import shutil
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import mkdtemp

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

SOURCE = Path(__file__).resolve().parent / "static"
CSS_IMPORT = re.compile(r'^@import url\("([^"]+)"\)(?: layer\(([\w-]+)\))?;\n', re.MULTILINE)
JS_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([^"]+)";\n', re.MULTILINE)
# The sources write logical properties; every language of the site runs from top to bottom, so the block axis may go by its short names.
SHORT = {
    "margin-block-start": "margin-top",
    "margin-block-end": "margin-bottom",
    "padding-block-start": "padding-top",
    "padding-block-end": "padding-bottom",
    "border-block-start": "border-top",
    "border-block-end": "border-bottom",
    "inset-block-start": "top",
    "inset-block-end": "bottom",
    "max-inline-size": "max-width",
    "min-inline-size": "min-width",
    "inline-size": "width",
    "max-block-size": "max-height",
    "min-block-size": "min-height",
    "block-size": "height",
}
LOGICAL = re.compile(rf"(?<![\w-])({'|'.join(SHORT)})(?=-color:|:)")
STRING = re.compile(r'("(?:[^"\\]|\\.)*")')


def bundle_css(entry):
    """The text of the stylesheet ``entry`` with its imports written out, each in its layer, without what only people read."""
    text = entry.read_text("utf-8")
    written_out = [CSS_IMPORT.sub("", text)]
    for layer, imports in groupby(CSS_IMPORT.findall(text), key=itemgetter(1)):
        sheets = "".join((entry.parent / name).read_text("utf-8") for name, _layer in imports)
        written_out.append(f"@layer {layer}{{{sheets}}}" if layer else sheets)
    return _tightened("".join(written_out))


def _tightened(css):
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r'\[([\w-]+)="([a-z][\w-]*)"\]', r"[\1=\2]", css)
    pieces = STRING.split(css)
    for index in range(0, len(pieces), 2):
        text = re.sub(r"\s+", " ", pieces[index])
        text = re.sub(r" ?([{};,>]) ?| (/) |(?<=[\w)\"\]-]): ", lambda m: m[1] or m[2] or ":", text)
        text = LOGICAL.sub(lambda m: SHORT[m[1]], text)
        pieces[index] = re.sub(r"(?<![\w.])0(\.\d)", r"\1", text)
    return "".join(pieces).replace(";}", "}").strip()


def bundle_js(entry):
    """The text of the module ``entry`` preceded by the modules it imports."""
    text = entry.read_text("utf-8")
    modules = [(entry.parent / name).read_text("utf-8").replace("export class", "class") for name in JS_IMPORT.findall(text)]
    lines = "\n".join([*modules, JS_IMPORT.sub("", text)]).splitlines()
    return "\n".join(line for line in lines if line and not line.lstrip().startswith("//")) + "\n"


BUNDLES = {"portal/css/site.css": bundle_css, "portal/js/site.js": bundle_js}


class BundleFinder(BaseFinder):
    """Finds the two bundles, written anew in a folder of this process whenever they are asked for."""

    folder = None

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        if path not in BUNDLES:
            return []
        found = self._write(path)
        return [found] if find_all else found

    def list(self, ignore_patterns):
        for path in BUNDLES:
            self._write(path)
            yield path, FileSystemStorage(location=self.folder)

    def _write(self, path):
        """The bundle’s place on disk. Replaced in one step: another thread may be reading it."""
        if self.folder is None:
            self.folder = mkdtemp(prefix="portal-static-")
            atexit.register(shutil.rmtree, self.folder, ignore_errors=True)
        target = Path(self.folder, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = BUNDLES[path](SOURCE / path)
        if not target.exists() or target.read_text("utf-8") != text:
            fresh = target.with_suffix(f".{os.getpid()}.{id(text)}")
            fresh.write_text(text, "utf-8")
            os.replace(fresh, target)
        return str(target)
