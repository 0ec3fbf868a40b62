from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest, PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from forum import accepting, approving, editing, hiding, policy
from forum.forms import WritingForm
from forum.models import Post
from forum.refusals import Refused, ThreadClosed
from forum.views.reading import page_of, trail

VERBS = {
    "approve": (approving.approve, _("The message is published.")),
    "hide": (hiding.hide_post, _("The message is withdrawn: only facilitators see it.")),
    "restore": (hiding.restore_post, _("The message is visible again.")),
}
ANSWERS = {
    "accept": (accepting.accept, _("This answer is kept.")),
    "unaccept": (accepting.unaccept, _("This answer is no longer kept.")),
}


def permalink(request, pk):
    """The address of a post, whatever becomes of its thread: leads to the right page."""
    post = _visible(request, pk)
    number = page_of(post, request.user)
    page = f"?page={number}" if number > 1 else ""
    return redirect(f"{post.thread.get_absolute_url()}{page}#post-{post.pk}")


@login_required
def edit(request, pk):
    post = _visible(request, pk)
    if post.author_id != request.user.pk:
        raise PermissionDenied
    if request.method != "POST" and not policy.can_write_post(request.user, post):
        messages.error(request, ThreadClosed.sentence)
        return redirect(post)
    form = WritingForm(request.POST or None, initial={"text": post.text})
    if form.is_valid() and not form.wants_preview:
        with form.told_of_refusals():
            editing.edit(post, form.cleaned_data["text"])
            messages.success(request, _("Your message has been changed."))
            return redirect(post)
    context = {"post": post, "thread": post.thread, "trail": trail(post.thread.space), "form": form}
    return render(request, "forum/edit.html", context, status=form.status)


@login_required
def moderate(request, pk):
    post = _visible(request, pk)
    if request.method != "POST":  # the way back from signing in again
        return redirect(post)
    if not policy.can_moderate_post(request.user, post):
        raise PermissionDenied
    return _act(request, post, VERBS, **({"by": request.user} if request.POST.get("verb") == "approve" else {}))


@login_required
def accept(request, pk):
    post = _visible(request, pk)
    if request.method != "POST":
        return redirect(post)
    if not policy.can_accept(request.user, post):
        raise PermissionDenied
    return _act(request, post, ANSWERS)


def _act(request, post, verbs, **details):
    """Run the verb that was sent and say what it did, or why it refused."""
    verb, done = verbs.get(request.POST.get("verb"), (None, ""))
    if verb is None:
        raise BadRequest("unknown verb")
    try:
        verb(post, **details)
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, done)
    return redirect(post)


def _visible(request, pk):
    return get_object_or_404(Post.objects.visible_to(request.user).for_reading().select_related("thread__space", "author"), pk=pk)
