"""Every page of the portal in the index, kept up to date after each commit.

A page type says what it is with ``search_kind`` ("page" by default, None to stay out) and may
add words with ``search_words()`` and a date of its own with ``search_date``. Its rich text, blocks and tags are read without being asked.
"""

import logging

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django_tasks import task
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.signals import page_slug_changed, post_page_move

from portal.pages import SitePage
from search import index, visibility
from search.models import Document

logger = logging.getLogger(__name__)
AT_ONCE = 100  # a larger branch of the tree is left to the worker


def entries(pages=None):
    """What ``search.rebuild`` needs of each live page (of ``pages`` when given), as dicts."""
    pages = Page.objects.all() if pages is None else pages
    label = visibility.page_labels()
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    for page in pages.live().specific().iterator(chunk_size=200):
        if isinstance(page, SitePage) and (entry := _entry(page, label, languages)):
            yield entry


def refresh(pk):
    """Bring one page of the index up to date with the database."""
    found = list(entries(Page.objects.filter(pk=pk)))
    for entry in found:
        index.put(**entry)
    if not found:
        index.remove(_key(pk))


def refresh_branch(path):
    """Bring the page at ``path`` of the tree and everything below it up to date."""
    for entry in entries(Page.objects.filter(path__startswith=path)):
        index.put(**entry)


@task()
def refresh_large_branch(path):
    refresh_branch(path)


def follow():
    """Listen to Wagtail: what is saved, moved, restricted or deleted is in the index when the transaction has ended."""
    post_save.connect(_saved, dispatch_uid="search.pages.saved")
    post_delete.connect(_deleted, dispatch_uid="search.pages.deleted")
    for signal in (post_save, post_delete):
        signal.connect(_restricted, sender=PageViewRestriction, dispatch_uid="search.pages.restricted")
    post_page_move.connect(_moved, dispatch_uid="search.pages.moved")
    page_slug_changed.connect(_moved, dispatch_uid="search.pages.renamed")


def _entry(page, label, languages):
    kind, url = getattr(page, "search_kind", "page"), page.get_url()
    if not (kind and url):
        return None
    return {
        "key": _key(page.pk),
        "kind": kind,
        "title": page.title,
        "url": url,
        "summary": page.summary_text,
        "body": " · ".join(_texts(page)),
        "words": " ".join(page.search_words()) if hasattr(page, "search_words") else "",
        "tags": [tag.name for tag in page.tags.all()] if hasattr(page, "tags") else [],
        "language": languages[page.locale_id],
        "visible_to": label(page.path),
        "date": getattr(page, "search_date", page.first_published_at),
    }


def _texts(page):
    for field in page._meta.concrete_fields:
        if hasattr(field, "get_searchable_content"):  # rich text and StreamFields
            yield from field.get_searchable_content(field.value_from_object(page))


def _key(pk):
    return f"page:{pk}"


def _saved(sender, instance, update_fields=None, raw=False, **kwargs):
    drafts_only = update_fields is not None and not {"live", "title", "slug"} & set(update_fields)
    if isinstance(instance, Page) and not (raw or drafts_only):
        transaction.on_commit(lambda: refresh(instance.pk), robust=True)


def _deleted(sender, instance, **kwargs):
    if isinstance(instance, Page):
        index.remove(_key(instance.pk))


def _moved(sender, instance, **kwargs):
    _branch_changed(instance.pk)


def _restricted(sender, instance, **kwargs):
    _branch_changed(instance.page_id)


def _branch_changed(pk):
    """Hide the branch at once, so that nothing made private can be found in the meantime; show it again after the commit."""
    page = Page.objects.filter(pk=pk).first()
    if page is None:
        return
    branch = Page.objects.filter(path__startswith=page.path)
    keys = [_key(pk) for pk in branch.values_list("pk", flat=True)]
    Document.objects.filter(key__in=keys).update(visibility=visibility.NOBODY)
    if len(keys) > AT_ONCE:
        transaction.on_commit(lambda: refresh_large_branch.enqueue(page.path), robust=True)
    else:
        transaction.on_commit(lambda: refresh_branch(page.path), robust=True)
