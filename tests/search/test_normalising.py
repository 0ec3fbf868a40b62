import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.normalise import tokens


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ecoute", "écoute"),
        ("écoutes", "écoute"),
        ("l'écoute", "écoute"),
        ("l’écoute", "écoute"),
        ("L’ÉCOUTE", "écoute"),
        ("oeuvre", "œuvre"),
        ("Œuvres", "œuvre"),
        ("codeveloppement", "codéveloppement"),
        ("communautes", "communauté"),
        ("d’aujourd’hui", "aujourd'hui"),
        ("e\u0301coute", "écoute"),
        ("curriculum vitae", "curriculum vitæ"),
    ],
)
def test_what_is_typed_is_what_is_meant(typed, meant):
    assert tokens(typed) == tokens(meant) != []


def test_small_words_carry_nothing():
    assert tokens("Le rôle de la personne-ressource dans les échanges") == tokens("rôle personne ressource échanges")


def test_different_words_stay_different():
    assert tokens("communauté") != tokens("communication")


@given(st.text(max_size=300))
def test_any_text_gives_plain_words(text):
    assert all(word.isascii() and word.isalnum() for word in tokens(text))
