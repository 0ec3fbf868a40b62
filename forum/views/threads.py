from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest, PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from forum import closing, following, hiding, keeping, pacing, pinning, policy
from forum.forms import LevelForm, ReplyForm, ThreadForm
from forum.models import Space, Thread
from forum.views.reading import LAST, render_thread, trail
from members import limits

VERBS = {
    "close": (closing.close, gettext_lazy("The thread is closed.")),
    "reopen": (closing.reopen, gettext_lazy("The thread is open again.")),
    "pin": (pinning.pin, gettext_lazy("The thread is pinned at the top of its space.")),
    "unpin": (pinning.unpin, gettext_lazy("The thread is no longer pinned.")),
    "hide": (hiding.hide_thread, gettext_lazy("The thread is withdrawn: only facilitators see it.")),
    "restore": (hiding.restore_thread, gettext_lazy("The thread is visible again.")),
}


def thread(request, space, pk, slug):
    thread = _visible(request, pk)
    if request.path != thread.get_absolute_url():
        query = request.META.get("QUERY_STRING")
        return redirect(f"{thread.get_absolute_url()}?{query}" if query else thread)
    return render_thread(request, thread, number=request.GET.get("page"))


def start(request, slug):
    """The form of a new thread."""
    place = f"start:{slug}"
    form = ThreadForm(request.POST or None, initial=keeping.kept(request, place))
    if not request.user.is_authenticated:
        return _sign_in_first(request, place, form, reverse("forum:start", args=[slug]))
    space = get_object_or_404(Space.objects.visible_to(request.user).with_rights_of(request.user), slug=slug)
    if not space.can_write:
        raise PermissionDenied
    if form.is_valid() and not form.wants_preview:
        with form.told_of_refusals():
            thread = pacing.open_slowly(space, request.user, **form.cleaned_data)
            keeping.forget(request, place)
            _thank(request, thread)
            return redirect(thread)
    return _render_start(request, space, form)


def reply(request, pk):
    """Say something in a thread. A GET (after signing in) leads to the form."""
    if request.method != "POST":
        return redirect(f"{_visible(request, pk).get_absolute_url()}?page=9999#reply")
    form = ReplyForm(request.POST)
    if not request.user.is_authenticated:
        return _sign_in_first(request, Thread(pk=pk).place, form, reverse("forum:reply", args=[pk]))
    thread = _visible(request, pk)
    if not policy.can_write_space(request.user, thread.space):
        raise PermissionDenied
    if form.is_valid() and not form.wants_preview:
        with form.told_of_refusals():
            post = pacing.reply_slowly(thread, request.user, form.cleaned_data["text"])
            keeping.forget(request, thread.place)
            _thank(request, post)
            return redirect(post)
    return render_thread(request, _visible(request, pk), form, number=LAST)


@login_required
@require_POST
def preview(request):
    """The text as it will be read, for htmx."""
    form = ReplyForm(request.POST)
    form.is_valid()
    return render(request, "forum/preview.html", {"form": form, "alone": True})


@login_required
def follow(request, pk):
    thread = _visible(request, pk)
    if request.method != "POST":  # the way back from signing in again
        return redirect(thread)
    form = LevelForm(request.POST)
    if not form.is_valid():
        raise BadRequest("unknown level")
    following.choose_level(thread, request.user, form.cleaned_data["level"])
    messages.success(request, _("Your choice is kept."))
    return redirect(thread)


@login_required
def moderate(request, pk):
    thread = _visible(request, pk)
    if request.method != "POST":
        return redirect(thread)
    if not thread.can_moderate:
        raise PermissionDenied
    verb, done = VERBS.get(request.POST.get("verb"), (None, ""))
    if verb is None:
        raise BadRequest("unknown verb")
    verb(thread)
    messages.success(request, done)
    return redirect(thread)


def _visible(request, pk):
    threads = Thread.objects.visible_to(request.user)
    return get_object_or_404(threads.with_rights_of(request.user).with_news_for(request.user).for_reading(), pk=pk)


def _render_start(request, space, form):
    response = render(request, "forum/start.html", {"space": space, "trail": trail(space), "form": form}, status=form.status)
    if form.retry_after:
        response["Retry-After"] = str(form.retry_after)
    return response


def _sign_in_first(request, place, form, address):
    """Keep what was typed, if anything was, and come back to ``address`` once signed in."""
    if form.is_bound:
        limits.hit("forum-kept", limits.who(request), "20/h")
        keeping.keep(request, place, form)
        messages.info(request, _("Sign in to send your message: its text is kept."))
    return redirect_to_login(address)


def _thank(request, thing):
    if thing.is_pending:
        messages.info(request, _("Thank you! A facilitator reads first messages before they are published; you will be told."))
    else:
        messages.success(request, _("Your message is published."))
