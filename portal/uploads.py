"""One validator for every upload, by editors and by members: what a file is, is read in the file, never in its name.

A refusal is always a ``ValidationError`` in words. Nothing is stored before the whole file was read once.
"""

import zipfile
from contextlib import contextmanager
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import Image

PICTURE_FORMATS = {"avif": "AVIF", "gif": "GIF", "jpeg": "JPEG", "jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
DOCUMENT_BYTES = 25 * 1024 * 1024
MOST_FRAMES = 120

ZIPPED = {"docx", "epub", "odp", "ods", "odt", "pptx", "xlsx", "zip"}
TEXTS = {"csv", "ics", "rtf", "txt"}
MOST_ENTRIES = 5_000
MOST_UNZIPPED = 250 * 1024 * 1024
MOST_RATIO = 120  # bytes out for one byte in, over the whole archive; honest office files stay under 30
# What an archive of each kind cannot be without.
INSIDE = {
    "docx": "word/",
    "pptx": "ppt/",
    "xlsx": "xl/",
    "epub": "META-INF/container.xml",
    "odp": "content.xml",
    "ods": "content.xml",
    "odt": "content.xml",
}
MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<iframe", b"<svg", b"<?xml")


def validate_picture(file):
    """Refuse what is not a whole picture of at most 8 MB and 12 million pixels, in a format that we serve.

    The size in pixels is read in the header, before anything is decoded: a small file may hold an enormous picture.
    """
    _check_size(file, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    extension = _extension(file)
    if extension not in settings.WAGTAILIMAGES_EXTENSIONS:
        raise ValidationError(_("This kind of picture is not accepted: use JPEG, PNG, WebP, AVIF or GIF."), code="picture_kind")
    with _from_the_start(file), _decoder_errors(), Image.open(file, formats=sorted(set(PICTURE_FORMATS.values()))) as picture:
        _check_pixels(picture)
        kind = picture.format
        picture.load()
    if kind != PICTURE_FORMATS[extension]:
        message = _("This file is a %(kind)s picture: its name must end accordingly.")
        raise ValidationError(message, code="picture_name", params={"kind": kind})


def validate_document(file):
    """Refuse what is too heavy (25 MB), of a kind that we do not serve, or not what its name says."""
    _check_size(file, DOCUMENT_BYTES)
    extension = _extension(file)
    if extension not in settings.WAGTAILDOCS_EXTENSIONS:
        message = _("This kind of file is not accepted. Accepted kinds: %(kinds)s.")
        raise ValidationError(message, code="document_kind", params={"kinds": ", ".join(settings.WAGTAILDOCS_EXTENSIONS)})
    with _from_the_start(file):
        if extension in ZIPPED:
            _check_archive(file, extension)
        elif not _looks_like(extension, file.read(4096)):
            message = _("This file is not a %(kind)s file, whatever its name says.")
            raise ValidationError(message, code="document_content", params={"kind": extension.upper()})


def _extension(file):
    return PurePath(file.name).suffix.lower().lstrip(".")


def _check_size(file, most):
    if file.size > most:
        message = _("This file is too heavy (%(size)s): %(most)s at most.")
        raise ValidationError(message, code="too_heavy", params={"size": filesizeformat(file.size), "most": filesizeformat(most)})
    if not file.size:
        raise ValidationError(_("This file is empty."), code="empty")


def _check_pixels(picture):
    width, height = picture.size
    if width * height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        message = _("This picture is too large (%(width)s × %(height)s pixels): make it smaller, 4000 × 3000 pixels at most.")
        raise ValidationError(message, code="too_many_pixels", params={"width": width, "height": height})
    if getattr(picture, "n_frames", 1) > MOST_FRAMES:
        message = _("This animation has too many frames: %(most)s at most.")
        raise ValidationError(message, code="too_many_frames", params={"most": MOST_FRAMES})


@contextmanager
def _from_the_start(file):
    """Read from the first byte, and leave the file as it was for whoever stores it."""
    file.seek(0)
    try:
        yield
    finally:
        file.seek(0)


@contextmanager
def _decoder_errors():
    """Whatever a decoder raises on a file that someone sent is the file's fault, told as such."""
    try:
        yield
    except ValidationError:
        raise
    except Exception as error:
        message = _("This picture cannot be read: it is damaged, incomplete or not a picture.")
        raise ValidationError(message, code="unreadable_picture") from error


def _looks_like(extension, head):
    if extension == "pdf":
        return b"%PDF-" in head[:1024] and not _holds_markup(head[: head.index(b"%PDF-")])
    if extension == "mp3":
        return head.startswith(b"ID3") or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0)
    if extension == "rtf":
        return head.startswith(b"{\\rtf")
    return extension in TEXTS and b"\0" not in head and not _holds_markup(head)


def _holds_markup(head):
    """Whether a browser that guesses would take these bytes for a page."""
    lowered = head.lower()
    return any(tag in lowered for tag in MARKUP)


def _check_archive(file, extension):
    """The walk reads the table of contents only; nothing is unzipped."""
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, EOFError) as error:
        raise ValidationError(_("This file cannot be opened: it is damaged or incomplete."), code="unreadable_archive") from error
    unzipped = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unzipped > MOST_UNZIPPED or unzipped > MOST_RATIO * file.size:
        raise ValidationError(_("This file unfolds into far too much data: it is refused."), code="archive_bomb")
    if any(entry.flag_bits & 1 for entry in entries):
        raise ValidationError(_("This file is locked by a password: send it open."), code="locked_archive")
    if any(entry.filename.startswith(("/", "\\")) or ".." in PurePath(entry.filename).parts for entry in entries):
        raise ValidationError(_("This file holds paths that lead outside of it: it is refused."), code="archive_paths")
    needed = INSIDE.get(extension)
    if needed and not any(entry.filename.startswith(needed) for entry in entries):
        message = _("This file is not a %(kind)s file, whatever its name says.")
        raise ValidationError(message, code="document_content", params={"kind": extension.upper()})
