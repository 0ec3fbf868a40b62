"""How words are matched and ranked: LIKE over the normalised words, the same on every database.

The only module that knows it. An engine of the database's own (FTS5, tsvector) replaces
``matching`` and nothing else: it takes documents and words, and gives documents with a ``rank``.
"""

from django.db.models import Case, F, IntegerField, Q, Value, When

from search.normalise import tokens

MOST_WORDS = 8
LONGEST_QUERY = 200
SHORTEST_BEGINNING = 3
WEIGHTS = {"title_tokens": 8, "tags_tokens": 5, "summary_tokens": 3, "body_tokens": 1}
WHOLE_TITLE = 12


def words(query):
    """The distinct words to look for in what was typed, at most eight."""
    return list(dict.fromkeys(tokens(query[:LONGEST_QUERY])))[:MOST_WORDS]


def matching(documents, words):
    """The ``documents`` that hold every one of ``words``, best first; the last word may be only a beginning."""
    if not words:
        return documents.none()
    *complete, last = words
    for word in complete:
        documents = documents.filter(_somewhere(f" {word} "))
    documents = documents.filter(_somewhere(f" {last}" if len(last) >= SHORTEST_BEGINNING else f" {last} "))
    return documents.annotate(rank=_rank(words)).order_by("-rank", "-weight", F("date").desc(nulls_last=True), "pk")


def _somewhere(pattern):
    found = Q()
    for column in WEIGHTS:
        found |= Q(**{f"{column}__contains": pattern})
    return found


def _rank(words):
    """Points for each whole word, more in a title than in a text, and for a title that says just that."""
    rank = _points("title_tokens", f" {' '.join(words)} ", WHOLE_TITLE)
    for word in words:
        for column, weight in WEIGHTS.items():
            rank += _points(column, f" {word} ", weight)
    return rank


def _points(column, pattern, points):
    return Case(When(**{f"{column}__contains": pattern}, then=Value(points)), default=Value(0), output_field=IntegerField())
