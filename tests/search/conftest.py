import pytest

from search.models import Document


@pytest.fixture(autouse=True)
def empty_index(db):
    """The tree that every test begins with is in the index; these tests say themselves what is."""
    Document.objects.all().delete()
