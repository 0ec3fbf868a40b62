from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _

from forum.forms import FilterForm
from forum.models import Space, Thread
from forum.views.reading import for_reader, trail

ROWS = 20
LATEST = 8


def index(request):
    threads = Thread.objects.visible_to(request.user).public()
    spaces = Space.objects.visible_to(request.user).with_activity(threads)
    latest = threads.with_news_for(request.user).for_listing()[:LATEST]
    return render(request, "forum/index.html", {"spaces": spaces, "threads": for_reader(latest, request.user)})


def space(request, slug):
    space = get_object_or_404(Space.objects.visible_to(request.user).with_rights_of(request.user), slug=slug)
    form = FilterForm(request.GET, moderates=space.can_moderate)
    threads = Thread.objects.visible_to(request.user).in_space(space).with_news_for(request.user).for_listing().pinned_first()
    page = Paginator(form.narrow(threads), ROWS).get_page(request.GET.get("page"))
    page.object_list = for_reader(page.object_list, request.user)
    context = {
        "space": space,
        "trail": trail(),
        "page_obj": page,
        "querystring": f"voir={form.chosen}" if form.chosen else "",
        "filters": _filters(space, form.chosen),
    }
    return render(request, "forum/space.html", context)


def _filters(space, chosen):
    """The views of the list, as tabs; two more for facilitators."""
    show = FilterForm.Show
    choices = [("", _("All threads")), (show.UNANSWERED, _("Unanswered"))]
    if space.can_moderate:
        choices += [(show.PENDING, _("Waiting for approval")), (show.HIDDEN, _("Withdrawn threads"))]
    address = space.get_absolute_url()
    return [
        {"label": label, "url": f"{address}?voir={value}" if value else address, "is_current": value == chosen} for value, label in choices
    ]
