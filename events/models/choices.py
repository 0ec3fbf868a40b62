from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    WORKSHOP = "workshop", _("Workshop")
    WEBINAR = "webinar", _("Webinar")
    BOOK_CLUB = "book-club", _("Book club")
    CASE_DISCUSSION = "case-discussion", _("Case discussion")
    TALK = "talk", _("Talk")
    NETWORKING = "networking", _("Networking")
    MEETING = "meeting", _("Meeting")


class Modality(models.TextChoices):
    ONLINE = "online", _("Online")
    IN_PERSON = "in-person", _("In person")
    HYBRID = "hybrid", _("Hybrid")


class Zone(models.TextChoices):
    """The zones an editor may choose, from east to west, as people name them."""

    PARIS = "Europe/Paris", _("Paris time")
    NEWFOUNDLAND = "America/St_Johns", _("Newfoundland Time")
    ATLANTIC = "America/Halifax", _("Atlantic Time")
    EASTERN = "America/Toronto", _("Eastern Time")
    CENTRAL = "America/Winnipeg", _("Central Time")
    MOUNTAIN = "America/Edmonton", _("Mountain Time")
    PACIFIC = "America/Vancouver", _("Pacific Time")


class Phase(StrEnum):
    """Where an event stands for whoever would like to come. ``Standing.phase_at`` decides."""

    CANCELLED = "cancelled"
    PAST = "past"
    UNDER_WAY = "under-way"
    CLOSED = "closed"
    NOT_OPEN_YET = "not-open-yet"
    FULL = "full"
    OPEN = "open"
