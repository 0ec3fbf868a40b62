"""The third-party files of the interface: fetched by package name, checked, and described.

``vendor.json`` says which files of which npm packages we keep. They are committed: only the
maintainer who changes a version needs npm and fontTools. ``python3 dev.py vendor`` fetches them
again and refuses a package whose sha512 is not the recorded one; with ``--update`` it records it.
"""

import base64
import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "static/portal/vendor"
MANIFEST = FOLDER / "vendor.json"
SYMBOL = '<symbol id="i-{name}" viewBox="0 0 24 24">{shapes}</symbol>\n'


class Refused(Exception):
    """The registry did not give what vendor.json describes."""


def packages():
    return json.loads(MANIFEST.read_text("utf-8"))["packages"]


def sha512(content):
    """The digest in the form that npm and browsers write: ``sha512-`` and base64."""
    return "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode()


def fetch(package):
    """The package's archive, as bytes."""
    with tempfile.TemporaryDirectory() as folder:
        name = "{name}@{version}".format(**package)
        subprocess.run(["npm", "pack", name, "--silent"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (archive,) = Path(folder).glob("*.tgz")
        return archive.read_bytes()


def contents(package, archive):
    """Each file that we keep of the package: its path under the vendor folder, and its bytes."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:

        def read(path):
            try:
                return tar.extractfile(f"package/{path}").read()
            except KeyError:
                raise Refused(f"{package['name']} {package['version']} has no {path}") from None

        for file in package["files"]:
            if "icons" in file:
                yield file, sprite({name: read(f"icons/{name}.svg").decode() for name in file["icons"]}).encode()
            elif "axes" in file:
                yield file, narrow(read(file["from"]), file["axes"])
            else:
                yield file, read(file["from"])


def narrow(font, axes):
    """A variable font with only the part of its axes that we use: half as heavy."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    whole = TTFont(io.BytesIO(font), recalcTimestamp=False)
    part = instantiateVariableFont(whole, {name: tuple(limits) for name, limits in axes.items()})
    part.flavor = "woff2"
    written = io.BytesIO()
    part.save(written)
    return written.getvalue()


def sprite(icons):
    """One SVG file with a ``<symbol id="i-NAME">`` for each icon; their stroke is that of css/components/icon.css."""
    symbols = "".join(SYMBOL.format(name=name, shapes=shapes(icons[name])) for name in sorted(icons))
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}</svg>\n'


def shapes(svg):
    inside = re.search(r"<svg[^>]*>(.*)</svg>", svg, re.DOTALL).group(1)
    return re.sub(r"\s+/>", "/>", re.sub(r">\s+<", "><", inside.strip()))


def describe(manifest):
    """VENDOR.md: what is here, in which version, under which licence, and what for."""
    lines = [
        "# Third-party front-end files",
        "",
        "Written by `python3 dev.py vendor` from `vendor.json`; each folder holds the licence text. htmx is not",
        "here: the Python package django-htmx carries it.",
        "",
        "| Package | Version | Licence | For | Files |",
        "|---|---|---|---|---|",
    ]
    for package in manifest["packages"]:
        files = ", ".join(f"`{file['path']}`" for file in package["files"])
        lines.append("| {name} | {version} | {licence} | {use} | {files} |".format(**package | {"files": files}))
    return "\n".join(lines) + "\n"


def vendor(update=False):
    manifest = json.loads(MANIFEST.read_text("utf-8"))
    for package in manifest["packages"]:
        archive = fetch(package)
        if not update and sha512(archive) != package["sha512"]:
            raise Refused(f"{package['name']} {package['version']}: {sha512(archive)} is not the recorded sha512")
        package["sha512"] = sha512(archive)
        for file, content in contents(package, archive):
            target = FOLDER / file["path"]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            file["sha512"] = sha512(content)
    MANIFEST.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", "utf-8")
    (FOLDER / "VENDOR.md").write_text(describe(manifest), "utf-8")


if __name__ == "__main__":
    if not shutil.which("npm"):
        sys.exit("npm manque / npm is missing.")
    try:
        vendor(update="--update" in sys.argv)
    except (Refused, subprocess.CalledProcessError) as problem:
        sys.exit(str(problem))
