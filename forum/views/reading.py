"""Showing a thread: which page, what is new, what the reader may do there."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from forum import keeping, policy
from forum.following import mark_read
from forum.forms import LevelForm, ReplyForm
from forum.models import Post
from forum.models.thread import NEWS_LASTS

POSTS = 20
LAST = "last"


def for_reader(things, user):
    """``things`` as a list; a visitor sees the initials of their authors, for photos are among members."""
    things = list(things)
    if not user.is_authenticated:
        for thing in things:
            if thing.author:
                thing.author.photo_version = ""
    return things


def trail(space=None):
    """The breadcrumbs of a page of the forum, ``space`` included when the page is inside it."""
    steps = [{"title": _("Forum"), "url": reverse("forum:index")}]
    return [*steps, {"title": space.title, "url": space.get_absolute_url()}] if space else steps


def render_thread(request, thread, form=None, number=None):
    """The page ``number`` of ``thread`` (``LAST`` for the last one), with the reply form ``form`` and its status."""
    posts = Post.objects.visible_to(request.user).in_thread(thread).for_reading()
    pages = Paginator(posts, POSTS)
    page = pages.page(pages.num_pages) if number == LAST else pages.get_page(number)
    page.object_list = for_reader(page.object_list, request.user)
    context = {
        "thread": thread,
        "trail": trail(thread.space),
        "page_obj": page,
        "first_new": _first_new(thread, page, request.user),
        "can_accept": thread.can_moderate or (request.user.is_authenticated and thread.author_id == request.user.pk),
        "can_write": policy.is_member(request.user) and thread.is_open and not thread.is_hidden,
        "form": form or ReplyForm(initial=keeping.kept(request, thread.place)),
        "level_form": LevelForm(initial={"level": thread.level}),
    }
    _mark(thread, page, request.user)
    response = render(request, "forum/thread.html", context, status=form.status if form else 200)
    if form and form.retry_after:
        response["Retry-After"] = str(form.retry_after)
    return response


def page_of(post, user):
    """The number of the page of the thread where ``user`` finds ``post``. One query at most."""
    if post.is_first:
        return 1
    return Post.objects.visible_to(user).in_thread(post.thread).before(post).count() // POSTS + 1


def _first_new(thread, page, user):
    """The number of the first post on the page said since the member's last visit; None when nothing is new, or everything."""
    if not user.is_authenticated or not thread.last_read:
        return None
    since = max(timezone.now() - NEWS_LASTS, user.date_joined)
    fresh = (post.number for post in page if post.number and post.number > thread.last_read and post.approved_at > since)
    return next(fresh, None)


def _mark(thread, page, user):
    """On the last page everything has been read, what is hidden at the end included."""
    if not user.is_authenticated or thread.is_pending:
        return
    shown = thread.last_number if not page.has_next() else max((post.number or 0 for post in page), default=0)
    if shown > (thread.last_read or 0):
        mark_read(thread, user, shown)
