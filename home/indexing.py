"""Everything that can be found, from every app, for the one index."""

from itertools import chain

import search
from forum import indexing as forum_indexing
from search import pages


def rebuild():
    """Write the index again from the pages and the forum; return how many documents it holds."""
    return search.rebuild(chain(pages.entries(), forum_indexing.entries()))
