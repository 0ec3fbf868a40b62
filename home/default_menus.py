"""The menus of a new portal, as raw StreamField values; editors change them in the settings."""

import uuid


def main_menu(sections):
    """Four spaces and the door to write to us. ``sections`` maps an address to a page."""
    pages = [link(page=sections.get(slug)) for slug in ("la-communaute", "bibliotheque", "calendrier")]
    forum = link(url="/forum/", label="Forum", label_en="Forum")
    return blocks([("entry", entry) for entry in [*pages, forum, link(page=sections.get("nous-joindre"))]])


def footer(sections):
    """What the community keeps, and how to take part."""
    explore = [link(page=sections.get(slug)) for slug in ("la-communaute", "bibliotheque", "calendrier")]
    take_part = [
        link(url="/compte/inscription/", label="Devenir membre", label_en="Become a member"),
        link(url="/forum/", label="Forum", label_en="Forum"),
        link(page=sections.get("nous-joindre")),
    ]
    owed = [link(page=sections.get(slug)) for slug in ("charte", "confidentialite")]
    return blocks(
        [column("Découvrir", "Discover", explore), column("Participer", "Take part", take_part), column("À propos", "About", owed)]
    )


def link(page=None, url="", label="", label_en="", children=()):
    return {"page": page.pk if page else None, "url": url, "label": label, "label_en": label_en, "children": _leading(children)}


def column(title, title_en, links):
    return "column", {"title": title, "title_en": title_en, "links": _leading(links)}


def blocks(pairs):
    """Typed values as a StreamField stores them; an entry that leads nowhere is left out."""
    return [
        {"type": kind, "value": value, "id": str(uuid.uuid4())} for kind, value in pairs if kind != "entry" or value["page"] or value["url"]
    ]


def _leading(links):
    return [link for link in links if link["page"] or link["url"]]
