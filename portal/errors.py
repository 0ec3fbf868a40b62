"""Error pages in words, never a trace."""

from django.shortcuts import render


def bad_request(request, exception=None, status=400):
    return render(request, "errors/400.html", status=status)


def forbidden(request, exception=None):
    return render(request, "errors/403.html", status=403)


def not_found(request, exception=None):
    return render(request, "errors/404.html", status=404)


def csrf_failure(request, reason=""):
    """A form left open too long: say so, and say that going back keeps what was typed."""
    return render(request, "errors/csrf.html", status=403)
