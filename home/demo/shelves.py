"""The library: thirty resources and two toolkits."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.text import slugify
from wagtail.documents import get_document_model

from home.demo.illustrations import covers
from home.demo.office import word
from home.demo.reading import content
from library.models import LibraryPage, ResourceFile, ResourcePage, ToolkitItem, ToolkitPage, ToolkitsPage
from portal.uploads import validate_document

UNKNOWN_LICENCE = "all-rights-reserved"
TOOLKITS = "Des ressources choisies et ordonnées pour une tâche, avec un mot sur la façon de s’en servir à chaque étape."


def write_documents():
    """The files that go with the community’s own tools; ``{title: document}``."""
    Document = get_document_model()
    told = {resource["document"]: resource for resource in content("resources")["resource"] if "document" in resource}
    kept = {document.title: document for document in Document.objects.filter(title__in=told)}
    for title, resource in told.items():
        if title not in kept:
            file = ContentFile(word(title, resource["document_text"], resource["publisher"]), name=f"{slugify(title)}.docx")
            validate_document(file)
            kept[title] = Document.objects.create(title=title, file=file)
    return kept


def fill(home, members, images, documents):
    """The resources that are missing, published one after the other over the past year, and the toolkits."""
    library = LibraryPage.objects.child_of(home).first()
    told = content("resources")["resource"]
    kept = {page.slug: page for page in ResourcePage.objects.child_of(library)}
    pictures = covers(images, "resource_kinds")
    for order, resource in enumerate(told):
        if resource["slug"] not in kept:
            days = 340 - 11 * order
            kept[resource["slug"]] = _keep(library, resource, members, pictures, documents, timezone.now() - timedelta(days=days))
    _make_toolkits(library, kept)


def _keep(library, told, members, pictures, documents, day):
    is_ours = "document" in told
    page = ResourcePage(
        locale=library.locale,
        live=False,
        slug=told["slug"],
        **{name: told[name] for name in ("title", "kind", "summary", "authors", "publisher", "language", "audience")},
        year=told.get("year"),
        licence=told["licence"] or UNKNOWN_LICENCE,
        address=told.get("url", ""),
        cover=pictures.get(told["kind"]),
        verified_on=day.date() if told.get("url") else None,
        proposed_by=members["edith"] if is_ours else None,
        body=[("text", _rich(told["body"]))],
    )
    page.tags.add(*told["tags"])
    if is_ours:
        page.files = [ResourceFile(document=documents[told["document"]], sort_order=0)]
    library.add_child(instance=page)
    page.save_revision().publish()
    ResourcePage.objects.filter(pk=page.pk).update(first_published_at=day, last_published_at=day)
    return page


def _rich(html):
    return ResourcePage._meta.get_field("body").stream_block.child_blocks["text"].to_python(html)


def _make_toolkits(library, resources):
    toolkits = ToolkitsPage.objects.child_of(library).first()
    if toolkits is None:
        toolkits = library.add_child(instance=ToolkitsPage(title="Trousses", slug="trousses", locale=library.locale, introduction=TOOLKITS))
        toolkits.save_revision().publish()
    known = set(ToolkitPage.objects.child_of(toolkits).values_list("slug", flat=True))
    for told in content("toolkits")["toolkit"]:
        if told["slug"] not in known:
            page = ToolkitPage(title=told["title"], slug=told["slug"], locale=library.locale, summary=told["introduction"])
            page.items = [
                ToolkitItem(resource=resources[item["resource"]], note=item["note"], sort_order=order)
                for order, item in enumerate(told["items"])
            ]
            toolkits.add_child(instance=page)
            page.save_revision().publish()
