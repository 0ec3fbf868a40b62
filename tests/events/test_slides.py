"""The slides of an event go to whoever may read its page."""

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document


@pytest.fixture
def slides(db):
    return Document.objects.create(title="Diapositives", file=ContentFile(b"%PDF-1.4 test", "diapositives.pdf"))


def status(client, document):
    answer = client.get(document.url)
    b"".join(answer.streaming_content if answer.streaming else answer)  # read to its end, which closes the file
    return answer.status_code


def test_the_slides_of_an_open_event_are_open(new_event, slides, client):
    new_event(slides=slides)

    assert status(client, slides) == 200


def test_the_slides_of_a_private_event_are_its_readers(new_event, slides, private_to, client, as_member, aline, bruno):
    private_to(new_event(slides=slides), aline)

    assert status(client, slides) == 302
    assert [status(as_member(member), slides) for member in (aline, bruno)] == [200, 403]


def test_the_slides_of_a_draft_wait_for_its_publication(new_event, slides, as_member, aline):
    new_event(slides=slides, live=False)

    assert status(as_member(aline), slides) == 403
