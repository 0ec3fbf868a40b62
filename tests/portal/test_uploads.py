"""What may be sent to the portal, and what is refused before anything is kept."""

import gc
import struct
import tracemalloc
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.documents.models import Document
from wagtail.images.models import Image as Picture

from portal.uploads import validate_document, validate_picture

FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF", "avif": "AVIF"}


def picture(name, size=(640, 480), **options):
    content = BytesIO()
    noise = Image.effect_noise(size, 60).convert("RGB")
    noise.save(content, FORMATS[name.rpartition(".")[2]], **options)
    return content.getvalue()


def plain_png(size):
    content = BytesIO()
    Image.new("L", size).save(content, "PNG")
    return content.getvalue()


def enormous_png(side=9000):
    """A PNG of a few kilobytes that announces 81 million pixels."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" * (1 + (side + 7) // 8)) * side, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def archive(**entries):
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in entries.items():
            zipped.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return content.getvalue()


def upload(name, content):
    return SimpleUploadedFile(name, content)


def refusal(validate, name, content):
    file = upload(name, content)
    with pytest.raises(ValidationError) as refused:
        validate(file)
    assert file.tell() == 0
    return refused.value.code


@pytest.mark.parametrize("name", [f"image.{extension}" for extension in FORMATS])
def test_a_whole_picture_is_accepted_and_left_as_it_was(name):
    file = upload(name, picture(name))

    validate_picture(file)

    assert file.tell() == 0


@pytest.mark.parametrize("name", [f"image.{extension}" for extension in FORMATS])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_truncated_picture_is_an_error_in_words(name, part):
    whole = picture(name)

    assert refusal(validate_picture, name, whole[: int(len(whole) * part)]) == "unreadable_picture"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("vide.png", b"", "empty"),
        ("dessin.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "picture_kind"),
        ("dessin.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "unreadable_picture"),
        ("page.jpg", b"<!doctype html><script>alert(1)</script>", "unreadable_picture"),
        ("programme.png", b"MZ" + b"\0" * 500, "unreadable_picture"),
        ("sans-extension", picture("a.png"), "picture_kind"),
        ("photo.jpg", picture("a.png"), "picture_name"),
        ("lourde.jpg", picture("a.jpg") + b"\0" * (8 * 1024 * 1024), "too_heavy"),
        ("enorme.png", enormous_png(), "too_many_pixels"),
        ("affiche.png", plain_png((4001, 3000)), "too_many_pixels"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_not_a_picture_we_can_serve_is_refused(name, content, code):
    assert refusal(validate_picture, name, content) == code


def test_an_enormous_picture_is_refused_before_it_is_decoded():
    enormous = enormous_png()
    tracemalloc.start()
    refusal(validate_picture, "enorme.png", enormous)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 5_000_000


def test_an_endless_animation_is_refused():
    content = BytesIO()
    frames = [Image.new("L", (8, 8), shade) for shade in range(130)]
    frames[0].save(content, "GIF", save_all=True, append_images=frames[1:])

    assert refusal(validate_picture, "film.gif", content.getvalue()) == "too_many_frames"


WORD = archive(word__document_dot_xml="<w/>", Content_Types="<x/>")
DOCUMENTS = {
    "guide.pdf": b"%PDF-1.7\n1 0 obj\n",
    "liste.csv": b"nom;ville\nAline;Rimouski\n",
    "notes.txt": "Bonjour à vous".encode("latin-1"),
    "texte.rtf": b"{\\rtf1 Bonjour}",
    "rencontre.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "balado.mp3": b"ID3\x04\0\0" + b"\0" * 90,
    "gabarit.docx": WORD,
    "tableau.xlsx": archive(xl__workbook_dot_xml="<x/>"),
    "diapos.pptx": archive(ppt__presentation_dot_xml="<x/>"),
    "texte.odt": archive(mimetype="application/vnd.oasis.opendocument.text", content_dot_xml="<x/>"),
    "livre.epub": archive(mimetype="application/epub+zip", **{"META-INF__container_dot_xml": "<x/>"}),
    "trousse.zip": archive(lisez_moi="bonjour"),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_of_an_accepted_kind_passes(name):
    validate_document(upload(name, DOCUMENTS[name]))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("page.html", b"<!doctype html>", "document_kind"),
        ("programme.exe", b"MZ", "document_kind"),
        ("dessin.svg", b"<svg/>", "document_kind"),
        ("page.pdf", b"<!doctype html><script>alert(1)</script>", "document_content"),
        ("page.pdf", b"<html>%PDF-1.7", "document_content"),
        ("page.txt", b"   <HTML><body>", "document_content"),
        ("page.csv", b"a;b\n<script>alert(1)</script>", "document_content"),
        ("binaire.txt", b"abc\0def", "document_content"),
        ("photo.mp3", picture("a.png"), "document_content"),
        ("gabarit.docx", b"PK\x03\x04 mais non", "unreadable_archive"),
        ("gabarit.docx", WORD[:-20], "unreadable_archive"),
        ("gabarit.docx", archive(xl__workbook_dot_xml="<x/>"), "document_content"),
        ("trousse.zip", archive(**{"..__..__etc": "x"}), "archive_paths"),
        ("bombe.zip", archive(zeros=b"\0" * 30_000_000), "archive_bomb"),
        ("lourd.pdf", b"%PDF-" + b"\0" * (25 * 1024 * 1024), "too_heavy"),
        ("vide.pdf", b"", "empty"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_document_that_is_not_what_it_says_is_refused(name, content, code):
    assert refusal(validate_document, name, content) == code


def test_an_archive_of_too_many_files_is_refused():
    many = archive(**{f"n{rank}": "" for rank in range(5_001)})

    assert refusal(validate_document, "trousse.zip", many) == "archive_bomb"


def kept():
    return [path for path in Path(settings.STORAGES["default"]["OPTIONS"]["location"]).rglob("*") if path.is_file()]


@pytest.fixture
def editor(as_member, edith):
    """A client signed in as the editor."""
    return as_member(edith)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *((f"coupee.{extension}", picture(f"a.{extension}")[:2000]) for extension in FORMATS),
        ("enorme.png", enormous_png()),
        ("dessin.svg", b"<svg/>"),
        ("vide.png", b""),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_admin_refuses_a_bad_picture_in_words_and_keeps_nothing(editor, name, content):
    one = editor.post("/admin/images/add/", {"title": "Image", "file": upload(name, content)})
    many = editor.post(
        "/admin/images/multiple/add/", {"title": "Image", "files[]": upload(name, content)}, headers={"X-Requested-With": "XMLHttpRequest"}
    )

    assert one.status_code == 200
    assert one.context["form"].errors["file"]
    assert many.json()["success"] is False
    assert not Picture.objects.exists()
    assert kept() == []


@pytest.mark.parametrize("name", ["page.pdf", "page.html", "bombe.zip", "gabarit.docx"])
def test_the_admin_refuses_a_bad_document_in_words_and_keeps_nothing(editor, name):
    content = archive(zeros=b"\0" * 30_000_000) if name == "bombe.zip" else b"<!doctype html><script>alert(1)</script>"
    one = editor.post("/admin/documents/add/", {"title": "Document", "file": upload(name, content)})
    many = editor.post(
        "/admin/documents/multiple/add/", {"title": "Doc", "files[]": upload(name, content)}, headers={"X-Requested-With": "XMLHttpRequest"}
    )

    assert one.context["form"].errors["file"]
    assert many.json()["success"] is False
    assert not Document.objects.exists()
    assert kept() == []


def test_a_refused_document_is_told_its_one_reason(editor):
    refused = editor.post("/admin/documents/add/", {"title": "Document", "file": upload("page.pdf", b"<!doctype html>")})

    assert len(refused.context["form"].errors["file"]) == 1


@pytest.fixture
def kept_picture(editor):
    editor.post("/admin/images/add/", {"title": "Marée", "file": upload("maree.jpg", picture("a.jpg"))})
    yield Picture.objects.get()
    gc.collect()  # Wagtail leaves the temporary file of each rendition to the collector


leaves_files_open = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


@leaves_files_open
def test_the_pages_of_a_picture_open_with_private_originals(editor, kept_picture):
    for path in ["", f"{kept_picture.pk}/", f"{kept_picture.pk}/delete/", "multiple/add/", "chooser/"]:
        assert editor.get(f"/admin/images/{path}").status_code == 200, path


@leaves_files_open
def test_an_original_is_for_those_who_may_edit_pictures(editor, client, kept_picture, aline, edith):
    address = kept_picture.file.url

    answer = editor.get(address)
    assert answer.getvalue()
    assert "no-store" in answer["Cache-Control"]
    client.force_login(aline)
    assert client.get(address).status_code == 404
    client.logout()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "path", ["../portal/settings.py", "original_images/../../x", "original_images/nulle-part.jpg", "members/photos/x.webp"]
)
def test_no_other_private_file_has_that_door(editor, path):
    assert editor.get(f"/fichiers/{path}").status_code == 404


@leaves_files_open
def test_the_rendition_of_a_picture_is_public(editor, kept_picture):
    rendition = kept_picture.get_rendition("max-100x100")

    assert rendition.url.startswith("/media/images/")
    assert Path(settings.MEDIA_ROOT, rendition.file.name).exists()


def test_a_document_is_served_privately(editor, client):
    editor.post("/admin/documents/add/", {"title": "Guide", "file": upload("guide.pdf", DOCUMENTS["guide.pdf"])})
    document = Document.objects.get()
    for path in ["", f"edit/{document.pk}/", f"delete/{document.pk}/", "multiple/add/", "chooser/"]:
        assert editor.get(f"/admin/documents/{path}").status_code == 200, path

    answer = editor.get(document.url)

    assert answer.getvalue() if answer.streaming else answer.content
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]
