"""Telling a member something inside the portal."""

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone, translation

from members.models import Notification


def notify(member, kind, text, url, key):
    """Tell ``member`` that ``text`` happened at ``url`` and return nothing.

    While a notification with the same ``key`` is unread, the new one joins it: the
    count rises and the text, the address and the date become the latest. A lazy
    ``text`` is written in the member's own language. One statement when it joins, two when it is new;
    safe when several callers tell the same thing at once.
    """
    with translation.override(member.language):
        text = str(text)[:250]
    while not _join(member, text, url, key):
        try:
            with transaction.atomic():
                Notification.objects.create(member=member, kind=kind, text=text, url=url, key=key)
        except IntegrityError:
            if not Notification.objects.unread().filter(member=member, key=key).exists():
                raise  # not a race: something else is wrong with the row
        else:
            return


def _join(member, text, url, key):
    waiting = Notification.objects.unread().filter(member=member, key=key)
    return waiting.update(count=F("count") + 1, text=text, url=url, created_at=timezone.now())


def read(member, *keys):
    """Mark read what ``member`` was told under these ``keys``, since they now see the thing itself. One statement."""
    Notification.objects.filter(member=member, key__in=keys).mark_read()
