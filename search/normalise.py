"""Words as the index knows them: the same pure function for what is stored and for what is asked, on every database."""

import re
import threading
import unicodedata
from functools import lru_cache

import snowballstemmer

ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ](?=\w)", re.IGNORECASE)
LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
WORD = re.compile(r"[a-z0-9]+")
SPOKEN_WORD = re.compile(r"[^\W_]+")
LONGEST_WORD = 40
# Without accents. Short words that carry meaning in this field (« nous », « entre », « ensemble ») stay.
SMALL_WORDS = """
    a ai as au aux avec c ce ces cet cette d dans de des du elle elles en es est et eu eux il ils j je l la le les leur leurs lui m
    ma mais me mes n ne ni on or ou par pas pour qu que qui s sa se ses si son sont sur t ta te tes toi ton tu un une y
"""
STOP_WORDS = frozenset(SMALL_WORDS.split())
_mine = threading.local()  # a stemmer holds the word it works on: one a thread


def tokens(text):
    """The words of ``text`` to index or to look for, in order: « L’écoute des œuvres » → ["ecout", "oeuvr"]."""
    return [
        stem(word)
        for word in WORD.findall(fold(ELISION.sub("", _compatible(text))))
        if word not in STOP_WORDS and len(word) <= LONGEST_WORD
    ]


def fold(text):
    """``text`` without ligatures, accents or capitals: « Œuvrée » → "oeuvree"."""
    decomposed = unicodedata.normalize("NFKD", text.translate(LIGATURES))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


@lru_cache(maxsize=50_000)
def stem(word):
    """The French stem of a folded word."""
    if not hasattr(_mine, "stemmer"):
        _mine.stemmer = snowballstemmer.stemmer("french")
    return fold(_mine.stemmer.stemWord(word))


@lru_cache(maxsize=50_000)
def token(word):
    """The token of one word as it is written, "" for a word that is not indexed."""
    return next(iter(tokens(word)), "")


def spoken_words(text):
    """Every word of ``text`` where it stands, as ``re.Match`` objects."""
    return SPOKEN_WORD.finditer(text)


def _compatible(text):
    return unicodedata.normalize("NFKC", text)
