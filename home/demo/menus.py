"""The menus of the demonstration, in place of the bare ones."""

from home.default_menus import blocks, column, link
from home.demo.reading import content
from home.models import SiteIdentity, SiteMenus
from home.setup import DEFAULT_NAME

SIGNATURE = (
    "La Courtepointe est une communauté imaginée pour la démonstration de ce portail ; les livres et les articles cités, eux, existent."
)
SIGNATURE_EN = "La Courtepointe is a community imagined to demonstrate this portal; the books and articles it cites are real."


def name_site(site):
    """What the community is called, in the settings; fields that are filled stay."""
    told, told_en = content("pages")["page"][0], content("pages.en")["page"][0]
    identity = SiteIdentity.for_site(site)
    wanted = {
        "name": told["title"],
        "tagline": told["tagline"],
        "tagline_en": told_en["tagline"],
        "contact_address": "bonjour@cdp.example",
        "privacy_officer": "Dominique Lavoie, coordonnatrice",
    }
    missing = {name: value for name, value in wanted.items() if getattr(identity, name) in ("", DEFAULT_NAME)}
    for name, value in missing.items():
        setattr(identity, name, value)
    if missing:
        identity.save()


def hang(site, pages, home):
    """The main menu with the pages under « La communauté », and three columns at the foot."""
    menus = SiteMenus.for_site(site)
    sections = {page.slug: page for page in home.get_children()}
    children = [page for page in content("pages")["page"] if page["parent"] == "la-communaute"]
    menus.main_menu = blocks(
        [
            ("entry", link(page=pages["la-communaute"], children=[link(page=pages[child["slug"]]) for child in children])),
            ("entry", link(page=sections["bibliotheque"])),
            ("entry", link(page=sections["calendrier"])),
            ("entry", link(url="/forum/", label="Forum", label_en="Forum")),
        ]
    )
    menus.footer = blocks(
        [
            column(
                "Découvrir",
                "Discover",
                [link(page=pages["la-communaute"]), link(page=sections["bibliotheque"]), link(page=sections["calendrier"])],
            ),
            column(
                "Participer",
                "Take part",
                [
                    link(url="/compte/inscription/", label="Devenir membre", label_en="Become a member"),
                    link(url="/forum/", label="Forum", label_en="Forum"),
                    link(page=pages["charte"], label_en="Charter (in French)"),
                ],
            ),
            column(
                "À propos",
                "About",
                [
                    link(page=pages["a-propos"], label="Qui nous sommes", label_en="Who we are (in French)"),
                    link(page=pages["nous-joindre"]),
                    link(page=pages["accessibilite"], label_en="Accessibility (in French)"),
                    link(page=pages["confidentialite"], label_en="Privacy (in French)"),
                ],
            ),
            ("text", {"text": SIGNATURE, "text_en": SIGNATURE_EN}),
        ]
    )
    menus.save()
