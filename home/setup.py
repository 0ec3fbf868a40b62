"""The bare tree of a new portal. Everything here creates what is missing and never overwrites."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Collection, Locale, Page, Site, Task, Workflow

from events.models import CalendarPage
from home import default_menus
from home.models import ContactPage, ContentPage, HomePage, SiteIdentity, SiteMenus
from home.roles import make_groups, make_review_workflow
from library.models import LibraryPage

DEFAULT_NAME = "Communauté de pratique"
# (page type, address, French title, English title), in the order of the menu; signing up asks to read the last two
SECTIONS = [
    (ContentPage, "la-communaute", "La communauté", "The community"),
    (LibraryPage, "bibliotheque", "Bibliothèque", "Library"),
    (CalendarPage, "calendrier", "Calendrier", "Calendar"),
    (ContactPage, "nous-joindre", "Nous joindre", "Contact us"),
    (ContentPage, "charte", "Charte", ""),
    (ContentPage, "confidentialite", "Confidentialité", ""),
]


@transaction.atomic
def setup_site(name=""):
    """Make the tree, the menus, the groups and the review workflow that a portal starts with; return the French home page.

    ``name`` names the community on a new site. Run again, it creates only what is missing.
    """
    site = _ground()
    home = _home(site, name or DEFAULT_NAME)
    english = _translated(home, Locale.objects.get(language_code="en"), home.title)
    for page_type, slug, title, english_title in SECTIONS:
        page = _section(home, page_type, slug, title)
        if english_title:
            _translated(page, english.locale, english_title)
    _settings(site, home)
    make_groups([home, english])
    make_review_workflow(LibraryPage.objects.child_of(home).first())
    return home


def _ground():
    """The languages, the roots of the tree and of the files, the site: what Wagtail’s migrations make and a test may flush."""
    french, _made = Locale.objects.get_or_create(language_code="fr")
    Locale.objects.get_or_create(language_code="en")
    root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=french)
    Collection.get_first_root_node() or Collection.add_root(name="Root")
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True, root_page=root)
    _at_our_address(site)
    return site


def _at_our_address(site):
    """The site as Wagtail made it says localhost; what a person has written there stays."""
    if site.hostname in {"", "localhost", "127.0.0.1"}:
        address = urlsplit(settings.BASE_URL)
        default = 443 if address.scheme == "https" else 80
        site.hostname, site.port = address.hostname, address.port or default
        if site.pk:
            site.save(update_fields=["hostname", "port"])


def _home(site, name):
    home = HomePage.objects.filter(locale__language_code="fr", depth=2).first()
    if home is None:
        root = Page.get_first_root_node()
        home = root.add_child(instance=HomePage(title=name, slug="accueil", locale=Locale.objects.get(language_code="fr")))
        home.save_revision().publish()
    welcome = site.root_page
    if welcome is None or welcome.specific_class is not HomePage:
        site.root_page, site.site_name = home, site.site_name or home.title
        site.save()
        _forget_wagtails_own(welcome)
    return home


def _forget_wagtails_own(welcome):
    """Wagtail’s welcome page, groups and review would only confuse; they go unless someone has begun to use them."""
    welcome = Page.objects.filter(pk=welcome.pk, depth=2, numchild=0).first() if welcome else None
    if welcome and welcome.specific_class is Page:
        welcome.delete()
    Group.objects.filter(name__in=["Editors", "Moderators"], user=None).delete()
    Workflow.objects.filter(name="Moderators approval", workflow_states=None).delete()
    Task.objects.filter(name="Moderators approval", task_states=None, workflow_tasks=None).delete()


def _section(home, page_type, slug, title):
    """The page at ``/slug/``, or the first of its type where editors have moved it."""
    page = page_type.objects.child_of(home).filter(slug=slug).first()
    if page is None and page_type is not ContentPage:
        page = page_type.objects.descendant_of(home).first()
    if page is None:
        page = home.add_child(instance=page_type(title=title, slug=slug, locale=home.locale))
        page.save_revision().publish()
    return page


def _translated(page, locale, title):
    """The page in another language; a new one keeps the address of the original and is published empty."""
    translation = page.get_translation_or_none(locale)
    if translation is None:
        translation = page.copy_for_translation(locale, copy_parents=True)
        translation.title = title
        translation.save_revision().publish()
    return translation


def _settings(site, home):
    identity = SiteIdentity.for_site(site)
    if not identity.name:
        identity.name = home.title
        identity.save()
    menus = SiteMenus.for_site(site)
    if not menus.main_menu and not menus.footer:
        sections = {page.slug: page for page in home.get_children()}
        menus.main_menu, menus.footer = default_menus.main_menu(sections), default_menus.footer(sections)
        menus.save()
