from contextlib import contextmanager

from django.db import transaction
from django.db.models import F

from forum.models import Thread


@contextmanager
def locked(thread):
    """A transaction in which nobody else writes in ``thread``; yields the row as it is under the lock.

    It writes first: on PostgreSQL that takes the row's lock, on SQLite the database's,
    where ``select_for_update`` would take none.
    """
    with transaction.atomic():
        Thread.objects.filter(pk=thread.pk).update(lock_version=F("lock_version") + 1)
        yield Thread.objects.select_related("space").get(pk=thread.pk)
