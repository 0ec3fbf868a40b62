"""The pages of the document that the portal was ordered from, in French and in English."""

from wagtail.documents import get_document_model
from wagtail.models import Locale, Page

from events.models import CalendarPage
from home.demo.reading import content
from home.models import ContactPage, ContentPage
from library.models import LibraryPage

INTRODUCTIONS = {
    "fr": {
        LibraryPage: "Ce que la communauté garde : livres, articles, gabarits, enregistrements, avec quelques mots pour s’en servir.",
        CalendarPage: "Webinaires, discussions de cas, club de lecture : une heure à la fois, presque toujours sur l’heure du dîner.",
    },
    "en": {
        LibraryPage: "What the community keeps: books, articles, templates and recordings, with a few words on how to use them.",
        CalendarPage: "Webinars, case discussions, a book club: one hour at a time, almost always over lunch.",
    },
}
THANKS = "Une personne de l’équipe vous répondra dans les trois jours ouvrables, à l’adresse que vous avez donnée."


def write(home, images):
    """Make and fill the pages that nobody has written yet; return ``{slug: French page}`` and whether anything was made."""
    told = content("pages")["page"]
    pages = {"": home}
    for page in told:
        pages[page["slug"]] = pages.get(page["slug"]) or _found(pages[page["parent"]], page)
    unwritten = [page for page in told if _is_unwritten(pages[page["slug"]])]
    for page in unwritten:
        _fill(pages[page["slug"]], page, pages, images)
    _introduce(home)
    return pages, bool(unwritten)


def translate(pages, images):
    """The English pages, each the translation of a French one."""
    english = Locale.objects.get(language_code="en")
    translated = {slug: page.get_translation_or_none(english) for slug, page in pages.items()}
    unwritten = [told for told in content("pages.en")["page"] if not (made := translated[told["slug"]]) or _is_unwritten(made)]
    for told in unwritten:
        if translated[told["slug"]] is None:
            translated[told["slug"]] = pages[told["slug"]].copy_for_translation(english, copy_parents=True)
    # Read again: each new page has changed the row of its parent.
    readable = {slug: Page.objects.get(pk=(page or pages[slug]).pk).specific for slug, page in translated.items()}
    for told in unwritten:
        _fill(readable[told["slug"]], told, readable, images)
    _introduce(readable[""])


def _found(parent, told):
    page = Page.objects.child_of(parent).filter(slug=told["slug"]).first()
    if page:
        return page.specific
    page_type = ContactPage if told["slug"] == "nous-joindre" else ContentPage
    title = told.get("nav_title", told["title"])
    return parent.add_child(instance=page_type(title=title, slug=told["slug"], locale=parent.locale, live=False))


def _is_unwritten(page):
    """An empty page is one that the set-up made: what an editor wrote is never touched."""
    return not page.introduction and not getattr(page, "body", None)


def _fill(page, told, pages, images):
    page.title = told.get("nav_title", told["title"])
    page.introduction = told["introduction"]
    page.search_description = told["search_description"]
    if isinstance(page, ContactPage):
        page.thanks = THANKS if page.locale.language_code == "fr" else ""
    else:
        page.picture = images[told["picture"]]
        page.heading = told.get("heading", told["title"])
        page.body = [(block["type"], _value(block, pages)) for block in told.get("body", [])]
    if told["slug"] == "":
        page.lead = told["lead"]
    page.save_revision().publish()


def _value(block, pages):
    """The value of a block with slugs and names replaced by the things themselves."""
    field = ContentPage._meta.get_field("body").stream_block.child_blocks[block["type"]]
    value = block["value"]["value"] if block["type"] == "text" else block["value"]
    if block["type"] == "pages":
        value = value | {"pages": [pages[slug].pk for slug in value["pages"]]}
    elif block["type"] == "call_to_action":
        target = value.get("page")
        value = {"url": "", "page": None, "tone": "plain"} | value | ({"page": _section(target, pages).pk} if target else {})
    elif block["type"] == "files":
        documents = {document.title: document.pk for document in get_document_model().objects.all()}
        value = value | {"files": [row | {"document": documents.get(row["document"])} for row in value["files"]]}
    return field.to_python(value)


def _section(slug, pages):
    return pages.get(slug) or Page.objects.child_of(pages[""]).get(slug=slug)


def _introduce(home):
    """A sentence under the title of the library and of the calendar."""
    for page_type, text in INTRODUCTIONS[home.locale.language_code].items():
        page = page_type.objects.child_of(home).first()
        if page and not page.introduction:
            page.introduction = text
            page.save_revision().publish()
