"""A moment that an editor types as the clock on the wall shows it, in the event's own zone."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def moment(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant, in UTC, at which the clocks of ``zone`` show ``wall``; ValidationError when they skip it.

    An hour that happens twice in November is its first occurrence.
    """
    instant = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) != wall.replace(fold=0):
        raise ValidationError(_("Clocks skip this hour on that day (daylight saving time begins)."), code="nonexistent")
    return instant


class WallClockFormField(forms.DateTimeField):
    """Reads and shows a naive date and time; the form turns it into an instant once it knows the zone."""

    zone = None

    def to_python(self, value):
        try:
            return self._naive(super().to_python(value))
        except ValidationError:
            # Django refuses an hour that the *server's* zone skips or repeats; only the event's own counts.
            with timezone.override(UTC):
                return self._naive(super().to_python(value), UTC)

    def prepare_value(self, value):
        if isinstance(value, datetime) and timezone.is_aware(value):
            return value.astimezone(self.zone or timezone.get_current_timezone()).replace(tzinfo=None)
        return value

    def has_changed(self, initial, data):
        try:
            return self.prepare_value(initial) != self.to_python(data)
        except ValidationError:
            return True

    @staticmethod
    def _naive(value, zone=None):
        return value and value.astimezone(zone or timezone.get_current_timezone()).replace(tzinfo=None)


class InUTC(DeferredAttribute):
    """Whoever writes the attribute, it is read in UTC.

    Wagtail reads revisions in the zone of the site, and Python compares two moments of one zone by their
    clocks: on the night when clocks go back, an hour would last nothing.
    """

    def __set__(self, instance, value):
        is_aware = isinstance(value, datetime) and timezone.is_aware(value)
        instance.__dict__[self.field.attname] = value.astimezone(UTC) if is_aware else value


class WallClockField(models.DateTimeField):
    """A DateTimeField whose form speaks the event's own time; to the database it is an ordinary one."""

    descriptor_class = InUTC

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": WallClockFormField, **kwargs})

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.DateTimeField", args, kwargs
