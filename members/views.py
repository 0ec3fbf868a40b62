from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_POST

from members.models import Notification, Profile
from members.profile_forms import DirectorySearch, ProfileForm
from members.silhouette import SILHOUETTE

PEOPLE_A_PAGE = 24
NOTIFICATIONS_A_PAGE = 30


@login_required
def edit_profile(request):
    profile = Profile.objects.of(request.user)
    form = ProfileForm(request.POST or None, request.FILES or None, instance=profile)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your profile is saved."))
        return redirect("edit_profile")
    return render(request, "members/edit_profile.html", {"form": form, "profile": profile}, status=422 if form.errors else 200)


@login_required
@require_GET
def directory(request):
    search = DirectorySearch(request.GET)
    people = search.narrow(Profile.objects.visible_to(request.user).listed()).for_listing()
    page = Paginator(people, PEOPLE_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "search": search,
        "page_obj": page,
        "cards": [person.card() for person in page],
        "query": search.query_string(),
        "mine": Profile.objects.of(request.user),
    }
    return render(request, "members/directory.html", context)


@login_required
@require_GET
def person(request, pk):
    profile = _visible(request, pk)
    card = profile.card()
    facts = [
        {"symbol": "briefcase", "label": _("Role"), "value": card["job"]},
        {"symbol": "building-2", "label": _("Organisation"), "value": card["organisation"]},
        {"symbol": "map-pin", "label": _("Region"), "value": card["region"]},
    ]
    context = {"profile": profile, "card": card, "facts": facts, "is_me": profile.member == request.user}
    return render(request, "members/person.html", context)


@require_GET
@cache_control(private=True)
def photo(request, pk):
    """The photo for members, with its owner's leave; for visitors a drawing without a face."""
    if not request.user.is_authenticated:
        return HttpResponse(SILHOUETTE, content_type="image/svg+xml")
    profile = _visible(request, pk)
    file = profile.photo_small if request.GET.get("taille") == "petite" else profile.photo
    if not file or not (profile.shares("photo") or profile.member == request.user):
        raise Http404
    try:
        return FileResponse(file.open(), content_type="image/webp")
    except FileNotFoundError as gone:
        raise Http404 from gone


@login_required
@require_GET
def notifications(request):
    told = Notification.objects.visible_to(request.user).newest_first()
    page = Paginator(told, NOTIFICATIONS_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "members/notifications.html", {"page_obj": page, "unread": request.user.unread_notifications})


@login_required
@require_POST
def mark_read(request):
    """Everything read, or the one notification that the form names."""
    told = Notification.objects.visible_to(request.user)
    if (pk := request.POST.get("notification", "")).isdecimal():
        told = told.numbered(pk)
    told.mark_read()
    return redirect("notifications")


def _visible(request, pk):
    return get_object_or_404(Profile.objects.visible_to(request.user).for_listing(), member_id=pk)
