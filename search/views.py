"""The page of results. The roof mounts it and says what the reader may see; this app cannot know."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.paging import Counted
from search import engine, excerpts, promotions
from search.forms import SearchForm
from search.index import find
from search.kinds import DATED, KINDS

A_PAGE = 20


def results(request, visibility, ask_url=""):
    """Everything that holds the words of ``?q=``, for a reader who holds the labels ``visibility``.

    ``?type=`` keeps one kind. ``ask_url`` is where to ask people when the index has no answer.
    At most four queries of its own.
    """
    form = SearchForm(request.GET)
    form.is_valid()
    query, kind = form.cleaned_data.get("q", ""), form.cleaned_data.get("type", "")
    found = find(query, visibility, language=get_language())
    counts = found.counts_by_kind() if query else {}
    shown, number = (found.of_kinds(kind), counts.get(kind, 0)) if kind else (found, sum(counts.values()))
    page = Paginator(Counted(shown, number), A_PAGE).get_page(form.cleaned_data.get("page"))
    context = {
        "query": query,
        "page_of_hits": page,
        "hits": [_hit(document, query) for document in page],
        "types": _types(query, kind, counts) if counts else [],
        "promoted": promotions.promoted(query, visibility),
        "querystring": urlencode({"q": query} | ({"type": kind} if kind else {})),
        "ask_url": ask_url,
    }
    return render(request, "search/results.html", context)


def _hit(document, query):
    words = engine.words(query)
    return {
        "document": document,
        "kind": KINDS.get(document.kind, (document.kind,))[0],
        "title": excerpts.mark(document.title, words),
        "excerpt": excerpts.excerpt(document, words),
        "tags": excerpts.mark(document.tags, words) if excerpts.holds(document.tags, words) else "",
        "date": document.date if document.kind in DATED else None,
    }


def _types(query, current, counts):
    """One link for everything and one for each kind that was found, with how many."""
    kinds = [("", _("Everything"), sum(counts.values())), *((kind, label, counts.get(kind, 0)) for kind, (_one, label) in KINDS.items())]
    return [
        {
            "label": label,
            "count": number,
            "is_current": kind == current,
            "url": "?" + urlencode({"q": query} | ({"type": kind} if kind else {})),
        }
        for kind, label, number in kinds
        if number or kind == current
    ]
