"""What the editors put at the top for some words (wagtail.contrib.search_promotions)."""

from wagtail.contrib.search_promotions.models import SearchPromotion

from search.models import Document
from search.normalise import tokens


def promoted(query, visibility):
    """[{title, url, description}] chosen for these words, in the editors’ order; a page only when the reader may read it.

    The words are compared as the index does: « communautes » finds what was chosen for « Communauté ». Two queries.
    """
    wanted = tokens(query)
    if not wanted:
        return []
    choices = SearchPromotion.objects.select_related("query", "page").order_by("sort_order")
    chosen = [choice for choice in choices if tokens(choice.query.query_string) == wanted]
    readable = _readable(chosen, visibility)
    return [shown for choice in chosen if (shown := _shown(choice, readable))]


def _readable(chosen, visibility):
    """{key: document} of the chosen pages that the reader may find."""
    keys = [f"page:{choice.page_id}" for choice in chosen if choice.page_id]
    return {document.key: document for document in Document.objects.visible_as(visibility).filter(key__in=keys)} if keys else {}


def _shown(choice, readable):
    if choice.page_id:
        document = readable.get(f"page:{choice.page_id}")
        return document and {"title": document.title, "url": document.url, "description": choice.description or document.summary}
    return {"title": choice.external_link_text, "url": choice.external_link_url, "description": choice.description}
