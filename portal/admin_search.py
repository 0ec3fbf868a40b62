"""The searches of the Wagtail admin (pages, pictures, documents): Wagtail's database backend, where any text may be typed.

The backend for SQLite writes each word between quotation marks for FTS5, and the word's own marks end it there:
a lone ``"`` was a syntax error, answered 500.
"""

from django.db import connection
from modelsearch.backends.database import SearchBackend as database_backend
from modelsearch.query import Phrase, PlainText


class Quoting:
    """In front of a compiler for SQLite: quotation marks are doubled, as FTS5 wants them inside a string."""

    def build_search_query_content(self, query, config=None):
        if isinstance(query, PlainText):
            query = PlainText(_doubled(query.query_string), operator=query.operator, boost=query.boost)
        elif isinstance(query, Phrase):
            query = Phrase(_doubled(query.query_string))
        return super().build_search_query_content(query, config=config)


def SearchBackend(params):  # the name by which Wagtail finds it
    backend = database_backend(params)
    if connection.vendor == "sqlite":
        for role in ("query_compiler_class", "autocomplete_query_compiler_class"):
            compiler = getattr(backend, role)
            setattr(backend, role, type(f"Quoting{compiler.__name__}", (Quoting, compiler), {}))
    return backend


def _doubled(text):
    return text.replace('"', '""')
