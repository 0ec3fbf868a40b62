"""HTTP around registration, the gate of the online room and the calendar files."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_GET, require_POST, require_safe

from events import attending, ical, months, registering
from events.models import CalendarPage, EventPage, EventState
from members import limits

RATE = "10/m"  # registering and cancelling together, for one member


@login_required
def register(request, slug):
    """POST takes a place. GET is where a visitor lands back after signing in: the event page, ready to confirm."""
    event = _event(request, slug)
    if request.method != "POST":
        return redirect(f"{event.url}?etape=confirmer#inscription")
    limits.hit("register", request.user.pk, RATE)
    try:
        registration = registering.register(event, request.user)
    except registering.RegistrationClosed as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, _words_for(registration))
    return redirect(f"{event.url}#inscription")


@login_required
@require_POST
def cancel(request, slug):
    event = _event(request, slug)
    limits.hit("register", request.user.pk, RATE)
    try:
        registration = registering.cancel(event, request.user)
    except registering.CancellationClosed as refusal:
        messages.error(request, refusal.reason)
    else:
        was_registered = registration is not None
        messages.success(request, _("Your registration is cancelled.") if was_registered else _("You were not registered."))
    return redirect(f"{event.url}#inscription")


@login_required
@require_GET
def join(request, slug):
    """The gate: whoever has a seat goes on to the online room, which learns nothing of where they came from."""
    event = _event(request, slug)
    try:
        response = redirect(attending.enter(event, request.user))
    except (attending.NotRegistered, attending.RoomClosed) as refusal:
        is_registered = isinstance(refusal, attending.RoomClosed)
        context = {"event": event, "is_registered": is_registered}
        return render(request, "events/gate.html", context, status=200 if is_registered else 403)
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def calendar_file(request, slug):
    event = _event(request, slug)
    return _calendar_answer(ical.download(event, event.state), f"{event.slug}.ics", disposition="attachment")


@require_safe
@conditional_page
def feed(request):
    """The public calendar to subscribe to: what anyone may read, whoever asks."""
    events = EventPage.objects.visible_to(AnonymousUser()).for_feed()
    calendar = _calendar(request, AnonymousUser())
    states = EventState.objects.by_translation_key(events)
    return _calendar_answer(ical.feed(events, states, calendar.title), "flux.ics", disposition="inline")


@require_safe
def month(request, year, month):
    page = _calendar(request, request.user)
    table = months.table(year, month, EventPage.objects.visible_to(request.user).with_registration_of(request.user))
    context = {"page": page, "table": table, "month_name": date_format(table.first, "F Y").capitalize()}
    return render(request, "events/month.html", context | {"crumbs": [*page.breadcrumbs(), page]})


def _event(request, slug):
    """The event that ``slug`` names in any language, if the reader may see it; 404 otherwise."""
    event = EventPage.objects.readable_by(request.user).addressed(slug)
    if event is None:
        raise Http404
    return event


def _calendar(request, user):
    calendar = CalendarPage.objects.visible_to(user).in_use()
    if calendar is None:
        raise Http404
    return calendar


def _calendar_answer(content, name, disposition):
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'{disposition}; filename="{name}"'
    return response


def _words_for(registration):
    if registration.is_waiting:
        position = {"position": registration.position}
        if registration.is_repeat:
            return _("You are already on the waiting list, in position %(position)d.") % position
        return _("You are on the waiting list, in position %(position)d. We will write to you as soon as a seat is free.") % position
    if registration.is_repeat:
        return _("You are already registered.")
    return _("You are registered. A confirmation is on its way to your mailbox.")
