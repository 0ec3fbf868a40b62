"""What every request meets: the second factor of staff, and limits answered in words."""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from members.limits import TooManyRequests
from members.powers import holds_power


def second_factor(get_response):
    """Whoever holds a power and has no second factor yet sets one up first; the account pages stay open to do it.

    For a member without power: one query a request. Nothing where ``STAFF_NEEDS_SECOND_FACTOR`` is off.
    """

    def middleware(request):
        if _must_set_up(request):
            if "text/html" in request.headers.get("Accept", ""):
                messages.info(request, _("Your role asks for a second factor: choose one to go on."))
            return redirect("mfa_index")
        return get_response(request)

    return middleware


def _must_set_up(request):
    return (
        settings.STAFF_NEEDS_SECOND_FACTOR
        and request.user.is_authenticated
        and not request.path.startswith((reverse("account_root"), settings.STATIC_URL))
        and holds_power(request.user)
        and not is_mfa_enabled(request.user)
    )


def too_many_requests(get_response):
    """A view that raised ``TooManyRequests`` answers 429 and says when to come back."""

    def middleware(request):
        return get_response(request)

    def process_exception(request, exception):
        return _refusal(request, exception) if isinstance(exception, TooManyRequests) else None

    middleware.process_exception = process_exception
    return middleware


def _refusal(request, limit):
    """Retry-After is in seconds; the sentence speaks of minutes, rounded up."""
    minutes = -(-limit.retry_after // 60)
    response = render(request, "errors/429.html", {"seconds": limit.retry_after, "minutes": minutes}, status=429)
    response["Retry-After"] = str(limit.retry_after)
    return response
