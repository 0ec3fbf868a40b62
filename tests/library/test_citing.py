import pytest

from library.citations import apa, apa_text
from library.models import ResourcePage

pytestmark = pytest.mark.django_db  # a page asks for its content type


@pytest.mark.parametrize(
    ("fields", "reference"),
    [
        (
            {
                "kind": "book",
                "title": "Cultivating communities of practice",
                "authors": "Wenger, E., McDermott, R. et Snyder, W. M.",
                "year": 2002,
                "publisher": "Harvard Business School Press",
            },
            "Wenger, E., McDermott, R. et Snyder, W. M. (2002). Cultivating communities of practice. Harvard Business School Press.",
        ),
        (
            {"kind": "video", "title": "Une rencontre", "authors": "CEFRIO", "video_url": "https://vimeo.com/76979871"},
            "CEFRIO. (s. d.). Une rencontre [vidéo]. https://vimeo.com/76979871",
        ),
        ({"kind": "website", "title": "Le site.", "address": "https://exemple.org/"}, "Le site [site Web]. (s. d.). https://exemple.org/"),
    ],
)
def test_a_reference_follows_apa_in_french(fields, reference):
    assert apa_text(ResourcePage(**fields)) == reference


def test_a_book_is_in_italics_and_so_is_the_journal_of_an_article():
    assert "<em>Le livre</em>" in apa(ResourcePage(kind="book", title="Le livre", publisher="Éditeur"))
    assert apa(ResourcePage(kind="article", title="L’article", publisher="La revue", year=2020)) == "L’article. (2020). <em>La revue</em>."


def test_markup_in_a_record_is_escaped():
    assert "<script>" not in apa(ResourcePage(kind="book", title="<script>", authors="<b>", publisher="&"))


def test_a_title_in_another_language_says_so_and_its_copy_has_no_markup():
    book = ResourcePage(kind="book", title="Situated Learning", authors="Lave, J. et Wenger, E.", language="en", year=1991)

    assert '<em><span lang="en">Situated Learning</span></em>' in apa(book)
    assert apa_text(book) == "Lave, J. et Wenger, E. (1991). Situated Learning."
