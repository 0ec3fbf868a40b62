import pytest

import search
from search.models import Document

PUBLIC = {"public"}


def put(key, title, **fields):
    search.put(key, fields.pop("kind", "page"), title, f"/{key}/", **fields)


def keys(query, labels=PUBLIC, **options):
    return [document.key for document in search.find(query, labels, **options)]


@pytest.mark.parametrize("query", ["ecoute", "écoutes", "l'écoute", "l’écoute", "ECOUTE"])
def test_a_word_is_found_however_it_is_typed(db, query):
    put("a", "L’écoute active")

    assert keys(query) == ["a"]


@pytest.mark.parametrize(("query", "title"), [("oeuvre", "Une œuvre commune"), ("codeveloppement", "Le codéveloppement professionnel")])
def test_ligatures_and_accents_make_no_difference(db, query, title):
    put("a", title)

    assert keys(query) == ["a"]


def test_every_word_must_be_there(db):
    put("a", "Animer une rencontre")
    put("b", "Animer à distance")

    assert keys("animer distance") == ["b"]


def test_a_title_weighs_more_than_tags_than_a_summary_than_a_text(db):
    put("body", "Un", body="La confiance")
    put("summary", "Deux", summary="La confiance")
    put("tags", "Trois", tags=["confiance"])
    put("title", "Confiance et risque")

    assert keys("confiance") == ["title", "tags", "summary", "body"]


def test_the_title_that_says_just_that_comes_first(db):
    put("longer", "La communauté et le réseau de pratique", body="communauté de pratique " * 5)
    put("exact", "Communauté de pratique")

    assert keys("communautés de pratique") == ["exact", "longer"]


def test_the_last_word_may_be_unfinished(db):
    put("a", "Le codéveloppement")

    assert keys("codév") == ["a"]
    assert keys("codév professionnel") == []


def test_visibility_is_part_of_the_question(db):
    put("public", "Écoute")
    put("members", "Écoute", visible_to="members")
    put("space", "Écoute", visible_to="space:3")

    assert keys("écoute") == ["public"]
    assert keys("écoute", {"public", "members", "space:3"}) == ["public", "members", "space"]
    assert search.find("écoute", PUBLIC).counts_by_kind() == {"page": 1}


def test_a_kind_and_a_language_narrow_the_answer(db):
    put("fr", "Pratique", language="fr")
    put("en", "Practice pratique", language="en")
    put("any", "Pratique", kind="thread")

    assert keys("pratique", language="fr") == ["fr", "any"]
    assert keys("pratique", kinds=["thread"]) == ["any"]


def test_writing_again_replaces_and_removing_forgets(db):
    put("a", "Ancien titre")
    put("a", "Nouveau titre")
    assert (keys("ancien"), keys("nouveau")) == ([], ["a"])

    search.remove("a", "inconnu")
    assert keys("nouveau") == []


def test_rebuilding_writes_what_is_given_and_forgets_the_rest(db):
    put("old", "Titre")

    assert search.rebuild([{"key": "new", "kind": "page", "title": "Titre", "url": "/"}]) == 1
    assert keys("titre") == ["new"]


def test_one_writing_is_one_statement(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        put("a", "Titre", tags=["x"], body="mot " * 10_000)


@pytest.mark.parametrize(
    "query", ['"', "((((", "a" * 100_000, "\0", "%", "_", "' OR 1=1 --", "AND OR NOT", "*", "\ud800", "   ", "😀", "le la les"]
)
def test_nothing_that_is_typed_breaks_the_search(db, query):
    put("a", "Titre")

    assert keys(query) == []


def test_a_text_with_a_nul_is_kept_without_it(db):
    put("a", "Titre\0 caché", body="a\0b")

    assert Document.objects.get().title == "Titre caché"
