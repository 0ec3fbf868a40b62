"""Who may download a file: whoever may read a page that gives it."""

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import render
from wagtail.permissions import policy_registry

_giving = []


def giving(pages_with):
    """Decorator: ``pages_with(document)`` is the queryset of the pages of one type, drafts included, that give the file."""
    _giving.append(pages_with)
    return pages_with


def refuse_what_may_not_be_read(document, request):
    """None when the reader may have ``document``, else the answer to give: sign in, or 403.

    A file that no page gives is left to the privacy of its collection. One that only drafts or restricted
    pages give goes to the readers of one of these, and to whoever may change it in the admin.
    """
    givers = [pages for pages_with in _giving if (pages := pages_with(document)).exists()]
    if not givers or any(pages.readable_by(request.user).exists() for pages in givers) or _may_change(request.user, document):
        return None
    if request.user.is_authenticated:
        return render(request, "errors/403.html", status=403)
    return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)


def _may_change(user, document):
    return policy_registry.get_by_type(type(document)).user_has_permission_for_instance(user, "change", document)
