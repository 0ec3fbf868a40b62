"""Makers of the library: published pages, as an editor would publish them."""

import pytest
from wagtail.models import PageViewRestriction

from library.models import LibraryPage, ResourcePage, ToolkitItem, ToolkitPage, ToolkitsPage


@pytest.fixture
def library(site):
    """The French library, empty."""
    return LibraryPage.objects.get(locale__language_code="fr")


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    """``publish(parent, page)`` puts the page under its parent, live and in the index."""

    def make(parent, page):
        with django_capture_on_commit_callbacks(execute=True):
            parent.add_child(instance=page)
            page.save_revision().publish()
        return page

    return make


@pytest.fixture
def for_members(django_capture_on_commit_callbacks):
    """``for_members(page)`` keeps the page and what is below it for people who have signed in."""

    def close(page):
        with django_capture_on_commit_callbacks(execute=True):
            PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        return page

    return close


@pytest.fixture
def new_resource(library, publish):
    """``new_resource("Titre", tags=["écoute"], kind="guide", …)`` is published in the library."""

    def make(title="Guide d’animation", tags=(), **fields):
        page = ResourcePage(title=title, summary=fields.pop("summary", f"À propos de {title}."), locale=library.locale, **fields)
        page.tags.add(*tags)
        return publish(library, page)

    return make


@pytest.fixture
def new_toolkit(library, publish):
    """``new_toolkit("Lancer une communauté", [resource, …])`` is published among the toolkits."""

    def make(title="Lancer une communauté", resources=(), notes=""):
        index = ToolkitsPage.objects.child_of(library).first() or publish(
            library, ToolkitsPage(title="Trousses", slug="trousses", locale=library.locale)
        )
        toolkit = ToolkitPage(title=title, summary="Pas à pas.", locale=library.locale)
        toolkit.items = [ToolkitItem(resource=resource, note=notes, sort_order=rank) for rank, resource in enumerate(resources)]
        return publish(index, toolkit)

    return make
