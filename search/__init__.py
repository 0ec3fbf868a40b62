"""One index over everything that can be read, the same on SQLite and PostgreSQL. Knows no other app: the others call it.

``search.put(…)`` and ``search.remove(…)`` write, ``search.find(…)`` reads. Pages need not
call: ``search.pages`` follows every page of the portal.
"""

_API = {"put", "remove", "rebuild", "find"}


def __getattr__(name):
    """The functions of ``search.index``, imported when first used: apps are loaded before models."""
    if name in _API:
        from search import index

        return getattr(index, name)
    raise AttributeError(name)
