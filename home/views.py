"""What the roof composes outside the tree of pages. Each view asks the other apps through their doors."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from forum.indexing import labels_of
from home import own_space, tagging
from home.forms import PageForm
from members.limits import limited
from search import views as search_views
from search import visibility


@login_required
@require_safe
def my_space(request):
    return render(request, "home/my_space.html", own_space.of(request.user))


@require_safe
def tag(request, slug):
    """Everything with one tag that the reader may see; 404 when that is nothing."""
    found = tagging.tagged(request.user, slug, PageForm.number(request.GET))
    if found is None:
        raise Http404
    return render(request, "home/tag.html", found)


@require_safe
@limited("search", "30/m", methods=("GET", "HEAD"))
def search(request):
    labels = visibility.of_reader(request.user) | labels_of(request.user)
    return search_views.results(request, labels, ask_url=reverse("forum:index"))


@require_safe
def robots(request):
    return render(request, "home/robots.txt", {"base_url": settings.BASE_URL}, content_type="text/plain; charset=utf-8")
