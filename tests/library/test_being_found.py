"""A page is in the index as long as it can be read, and only for those who can read it."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from taggit.models import Tag
from wagtail.models import PageViewRestriction

import search
from library.models import ResourceFile, ResourcePage
from search.visibility import of_reader


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """``with committed():`` what happens inside is in the index afterwards."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def found(query, user=None):
    return [document.title for document in search.find(query, of_reader(user or AnonymousUser()))]


def keep_for(page, group):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(group)


def test_a_published_resource_is_found_by_what_it_says(new_resource):
    new_resource("Titre", summary="Un sommaire.", tags=["écoute"], authors="Wenger, E.", body=[("text", "<p>La confiance</p>")])

    for word in ["titre", "sommaire", "ecoute", "wenger", "confiance"]:
        assert found(word) == ["Titre"], word


def test_a_change_is_found_once_it_is_published(new_resource, committed):
    page = new_resource("Ancien", summary="Un résumé.")
    page.title = "Nouveau"

    with committed():
        revision = page.save_revision()
    assert found("nouveau") == []

    with committed():
        revision.publish()
    assert (found("nouveau"), found("ancien")) == (["Nouveau"], [])


def test_what_is_withdrawn_or_deleted_is_found_no_more(new_resource, committed):
    withdrawn, deleted = new_resource("Confiance un"), new_resource("Confiance deux")

    with committed():
        withdrawn.unpublish()
        deleted.delete()

    assert found("confiance") == []


def test_a_page_for_members_is_found_by_them_alone(new_resource, for_members, aline):
    for_members(new_resource("Confiance"))

    assert (found("confiance"), found("confiance", aline)) == ([], ["Confiance"])


def test_a_page_for_a_group_is_found_by_that_group_alone(new_resource, committed, aline, bruno, admin):
    group = Group.objects.create(name="Comité")
    aline.groups.add(group)
    page = new_resource("Confiance")

    with committed():
        keep_for(page, group)

    assert [found("confiance", user) for user in (None, aline, bruno, admin)] == [[], ["Confiance"], [], ["Confiance"]]


def test_every_restriction_above_a_page_must_let_the_reader_in(library, new_resource, committed, aline):
    committee, office = Group.objects.create(name="Comité"), Group.objects.create(name="Bureau")
    aline.groups.add(committee)
    page = new_resource("Confiance")

    with committed():
        keep_for(library, office)
        keep_for(page, committee)
    assert found("confiance", aline) == []

    aline.groups.add(office)
    assert found("confiance", aline) == ["Confiance"]


def test_a_restriction_hides_the_branch_before_the_worker_has_passed(library, new_resource, committed):
    new_resource("Confiance")

    PageViewRestriction.objects.create(page=library, restriction_type=PageViewRestriction.LOGIN)

    assert found("confiance") == []


def test_lifting_a_restriction_shows_the_page_again(new_resource, for_members, committed):
    page = for_members(new_resource("Confiance"))

    with committed():
        PageViewRestriction.objects.filter(page=page).delete()

    assert found("confiance") == ["Confiance"]


def test_a_page_that_moves_or_changes_its_address_is_found_there(new_resource, committed):
    page = new_resource("Confiance")
    page.slug = "autre-adresse"

    with committed():
        page.save_revision().publish()

    assert search.find("confiance", {"public"}).get().url == "/bibliotheque/autre-adresse/"


def test_a_word_planted_in_a_private_page_is_nowhere_for_a_visitor(client, new_resource, new_toolkit, for_members):
    from django.core.files.base import ContentFile
    from wagtail.documents.models import Document

    neighbour = new_resource("Voisine", tags=["écoute"])
    document = Document.objects.create(title="xyzzy", file=ContentFile(b"%PDF-1.4", "xyzzy.pdf"))
    secret = new_resource("Xyzzy", summary="xyzzy", tags=["xyzzy", "écoute"], body=[("text", "<p>xyzzy</p>")], authors="xyzzy")
    secret.files = [ResourceFile(document=document, label="xyzzy")]
    secret.save_revision().publish()
    new_toolkit("Trousse", [secret, neighbour])
    for_members(secret)

    for address in [
        "/bibliotheque/",
        "/bibliotheque/flux.xml",
        neighbour.url,
        "/bibliotheque/trousses/trousse/",
        "/recherche/?q=ecoute",
        "/sitemap.xml",
    ]:
        assert "xyzzy" not in client.get(address).content.decode().casefold(), address
    assert found("xyzzy") == []
    assert client.get("/recherche/?q=xyzzy").context["hits"] == []


def test_rebuilding_from_the_pages_gives_the_same_index(new_resource, for_members):
    from search import pages
    from search.models import Document

    for_members(new_resource("Confiance", tags=["écoute"]))
    before = list(Document.objects.filter(kind="resource").values("key", "title", "url", "visibility", "tags", "body", "date"))

    search.rebuild(pages.entries(ResourcePage.objects.all()))

    assert list(Document.objects.values("key", "title", "url", "visibility", "tags", "body", "date")) == before


def test_a_renamed_keyword_keeps_its_resources(client, new_resource):
    new_resource(tags=["ecoute"])

    Tag.objects.filter(name="ecoute").update(name="Écoute")

    assert "Écoute" in client.get("/bibliotheque/?tag=ecoute").content.decode()
