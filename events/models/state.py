from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _


class EventStateQuerySet(models.QuerySet):
    def taken_for(self, event):
        """The state of ``event``, locked until the end of the transaction; made when it is missing.

        The write comes first: it takes the lock on PostgreSQL (the row) and on SQLite (the file)
        alike, and what is read afterwards is fresh. Two or three statements.
        """
        mine = self.filter(translation_key=event.translation_key)
        if not mine.update(lock_version=F("lock_version") + 1):
            self.get_or_create(translation_key=event.translation_key, defaults={"ics_uid": event.translation_key})
            mine.update(lock_version=F("lock_version") + 1)
        return mine.get()

    def by_translation_key(self, events):
        """The states of ``events`` in a dict; an event to which nothing happened yet has none. One query."""
        return {state.translation_key: state for state in self.filter(translation_key__in=[event.translation_key for event in events])}


class EventState(models.Model):
    """What an event keeps whatever its editors do: seats, calendar identity, what was announced.

    One for a page and all its translations. It is not revisioned: publishing an older draft
    rewrites the page's row, and would otherwise free every seat and send SEQUENCE back to 0.
    """

    translation_key = models.UUIDField(unique=True, editable=False)
    ics_uid = models.UUIDField(unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0)
    announced = models.JSONField(default=dict, blank=True, help_text="The times, place and status last announced.")
    lock_version = models.PositiveBigIntegerField(default=0)

    objects = EventStateQuerySet.as_manager()

    class Meta:
        verbose_name = _("state of an event")
        verbose_name_plural = _("states of events")

    def __str__(self):
        return self.uid

    @property
    def uid(self):
        """The UID of the event in every calendar, for ever (RFC 5545 §3.8.4.7)."""
        return uid_of(self.ics_uid)


def uid_of(key):
    """The calendar UID made from an event's key; an event keeps the same one before it has a state."""
    host = settings.BASE_URL.partition("//")[2].partition(":")[0]
    return f"{key}@{host}"
