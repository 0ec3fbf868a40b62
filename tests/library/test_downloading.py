import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from library.models import ResourceFile


@pytest.fixture
def leaflet(db):
    return Document.objects.create(title="Dépliant", file=ContentFile(b"%PDF-1.4 test", "depliant.pdf"))


def status(client, document):
    answer = client.get(document.url)
    b"".join(answer.streaming_content if answer.streaming else answer)  # read to its end, which closes the file
    return answer.status_code


def give(resource, document):
    resource.files = [ResourceFile(document=document)]
    resource.save_revision().publish()


def test_a_file_says_its_kind_and_size_and_downloads(client, new_resource, leaflet):
    page = new_resource()
    give(page, leaflet)

    html = client.get(page.url).content.decode()

    assert leaflet.url in html
    assert "PDF" in html
    assert status(client, leaflet) == 200


def test_the_file_of_a_resource_for_members_is_theirs(client, new_resource, for_members, leaflet, as_member, aline):
    give(for_members(new_resource()), leaflet)

    assert status(client, leaflet) == 302
    assert status(as_member(aline), leaflet) == 200


def test_the_file_of_a_draft_waits_for_publication(new_resource, leaflet, as_member, aline, edith):
    page = new_resource()
    give(page, leaflet)
    page.unpublish()

    assert status(as_member(aline), leaflet) == 403
    assert status(as_member(edith), leaflet) == 200


def test_a_file_that_one_public_resource_gives_is_public(client, new_resource, for_members, leaflet):
    give(for_members(new_resource("Réservée")), leaflet)
    give(new_resource("Ouverte"), leaflet)

    assert status(client, leaflet) == 200
