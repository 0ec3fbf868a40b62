"""What our addresses add to allauth's views: 422 for an invalid form, and limits."""

from functools import wraps

from members import limits


def form_page(view):
    """An invalid form answers 422, with the page that shows what is wrong."""

    @wraps(view)
    def told(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        if request.method == "POST" and response.status_code == 200 and _is_refused(response):
            response.status_code = 422
        return response

    return told


def _is_refused(response):
    context = getattr(response, "context_data", None) or {}
    return any(form is not None and form.is_bound and form.errors for form in map(context.get, FORMS))


FORMS = ("form", "verify_form", "change_form", "webauthn_form")


def sign_in(view):
    """Ten tries a minute from one address, whatever the account."""
    return limits.limited("sign in", "10/m", key=limits.client_address)(form_page(view))
