"""Liveness and readiness, for whatever watches the server."""

from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.views.decorators.cache import never_cache


@never_cache
def alive(request):
    """200 while the process answers; asks nothing of anyone."""
    return HttpResponse("vivant", content_type="text/plain; charset=utf-8")


@never_cache
def ready(request):
    """200 when the database answers, 503 when it does not. One query."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("base de données absente", status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse("prêt", content_type="text/plain; charset=utf-8")
