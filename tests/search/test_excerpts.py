from search.engine import words
from search.excerpts import excerpt, mark
from search.models import Document


def test_the_words_are_marked_as_they_are_written():
    assert mark("L’écoute et les écoutes", words("ecoute")) == "L’<mark>écoute</mark> et les <mark>écoutes</mark>"


def test_markup_in_the_text_is_shown_not_run():
    shown = mark("<script>alert('écoute')</script>", words("écoute"))

    assert shown == "&lt;script&gt;alert(&#x27;<mark>écoute</mark>&#x27;)&lt;/script&gt;"


def test_the_passage_is_the_one_that_holds_the_word():
    body = "mot " * 200 + "la confiance se gagne " + "mot " * 200

    shown = excerpt(Document(body=body), words("confiance"))

    assert "<mark>confiance</mark> se gagne" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")


def test_a_summary_that_holds_the_word_is_enough():
    assert excerpt(Document(summary="La confiance.", body="Autre chose"), words("confiance")) == "La <mark>confiance</mark>."


def test_without_the_word_the_summary_is_shown():
    assert excerpt(Document(summary="Un résumé.", body="Un texte."), words("ailleurs")) == "Un résumé."
