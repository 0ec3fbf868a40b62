"""What hangs on an event: its tags and its speakers."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class TaggedEvent(ItemBase):
    """A tag on an event; the vocabulary is the portal's (``taggit.Tag``)."""

    content_object = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="tagged_items")
    tag = models.ForeignKey("taggit.Tag", on_delete=models.CASCADE, related_name="tagged_events")

    class Meta:
        verbose_name = _("tag of an event")
        verbose_name_plural = _("tags of events")
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="a_tag_once_per_event")]


class EventSpeaker(Orderable):
    """A speaker's place in the list of an event."""

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="speaker_places")
    speaker = models.ForeignKey("events.Speaker", verbose_name=_("speaker"), on_delete=models.CASCADE, related_name="places")

    panels = [FieldPanel("speaker")]

    class Meta(Orderable.Meta):
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        constraints = [models.UniqueConstraint(fields=["event", "speaker"], name="a_speaker_once_per_event")]
