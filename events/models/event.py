from functools import cached_property

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, URLValidator
from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.fields import RichTextField
from wagtail.images import get_image_model
from wagtail.models import PageManager
from wagtail.search import index

from events.facts import facts, schema
from events.fields import WallClockField
from events.forms import Step
from events.models import panels
from events.models.choices import Kind, Modality, Zone
from events.models.links import TaggedEvent
from events.models.query import EventQuerySet
from events.models.registration import Registration
from events.models.speaker import SPEAKER_PHOTO
from events.models.standing import Standing
from events.models.state import EventState, uid_of
from portal.blocks import BODY_BLOCKS
from portal.fields import BodyField
from portal.pages import SitePage
from portal.videos import player_address

PLACE = ("seats_taken", "waiting_count", "my_status", "my_position", "my_attended_at")
WEB = [URLValidator(schemes=["http", "https"])]


class EventPage(Standing, SitePage):
    """A meeting of the community: what, when, where, and how to come. Seats are kept by ``EventState``."""

    summary = models.TextField(_("summary"), max_length=300, blank=True, help_text=_("One or two sentences, shown in the calendar."))
    body = BodyField(BODY_BLOCKS, verbose_name=_("description"), blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.WEBINAR)
    tags = ClusterTaggableManager(through=TaggedEvent, verbose_name=_("tags"), blank=True)

    starts_at = WallClockField(_("begins"))
    ends_at = WallClockField(_("ends"))
    timezone = models.CharField(
        _("time zone"), max_length=40, choices=Zone, default=Zone.EASTERN, help_text=_("All the times of this page are in this zone.")
    )
    modality = models.CharField(_("modality"), max_length=10, choices=Modality, default=Modality.ONLINE)
    place = models.CharField(_("place"), max_length=250, blank=True, help_text=_("Room and address, for those who come in person."))
    join_url = models.URLField(
        _("address of the online room"),
        max_length=500,
        blank=True,
        validators=WEB,
        help_text=_("Never shown: registered members enter through the portal, from 15 minutes before."),
    )
    captions = models.BooleanField(_("live captions"), default=False)
    sign_language = models.BooleanField(_("Quebec sign language (LSQ)"), default=False)
    documents_ahead = models.BooleanField(_("documents sent ahead"), default=False)

    capacity = models.PositiveIntegerField(
        _("seats"), null=True, blank=True, validators=[MinValueValidator(1)], help_text=_("Leave empty for unlimited seats.")
    )
    opens_at = WallClockField(_("registration opens"), null=True, blank=True, help_text=_("Leave empty to open at once."))
    closes_at = WallClockField(_("registration closes"), null=True, blank=True, help_text=_("Leave empty to close when the event begins."))

    summary_after = RichTextField(
        _("summary after the event"), blank=True, features=["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]
    )
    replay_url = models.URLField(_("address of the replay"), max_length=500, blank=True, validators=WEB)
    slides = models.ForeignKey(
        "wagtaildocs.Document", verbose_name=_("slides"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)
    cancelled_reason = models.CharField(_("reason"), max_length=300, blank=True, help_text=_("Told to the people registered."))

    # What a page and its translations say alike: the page that was made first decides.
    SHARED = ("kind", "starts_at", "ends_at", "timezone", "modality", "join_url", "capacity", "opens_at", "closes_at", "cancelled_at")

    objects = PageManager.from_queryset(EventQuerySet)()

    template = "events/event.html"
    parent_page_types = ["events.CalendarPage"]
    subpage_types = []
    page_description = _("A webinar, a workshop, a meeting: what, when, where, and how to come.")
    search_kind = "event"
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
        index.FilterField("starts_at"),
        index.FilterField("ends_at"),
    ]
    edit_handler = panels.event_tabs(SitePage)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [models.Index(fields=["ends_at", "starts_at"], name="events_by_time")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="event_ends_after_it_starts",
                violation_error_message=_("An event ends after it begins."),
            ),
            models.CheckConstraint(
                condition=Q(opens_at=None) | Q(closes_at=None) | Q(closes_at__gt=F("opens_at")),
                name="registration_closes_after_it_opens",
                violation_error_message=_("Registration closes after it opens."),
            ),
            models.CheckConstraint(
                condition=Q(capacity=None) | Q(capacity__gte=1),
                name="event_has_at_least_one_seat",
                violation_error_message=_("An event has at least one seat."),
            ),
        ]

    def clean(self):
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("An event ends after it begins.")})
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": _("Registration closes after it opens.")})

    @property
    def search_date(self):
        """The date that the page of results shows."""
        return self.starts_at

    def search_words(self):
        return [self.get_kind_display(), self.place, *(speaker.name for speaker in self.speakers)]

    def get_context(self, request, *args, **kwargs):
        self.stand_before(request.user)
        return super().get_context(request, *args, **kwargs) | {
            "facts": facts(self),
            "is_confirming": Step(request.GET).is_back_from_signing_in and self.takes_registrations and not self.my_status,
            "replay_player": player_address(self.replay_url),
        }

    def stand_before(self, reader):
        """Read the seats and the reader's own place in one query."""
        row = EventPage.objects.filter(pk=self.pk).with_attendance().with_registration_of(reader).values(*PLACE).first()
        self.__dict__.update(row or {})

    def json_ld(self, request):
        page = super().json_ld(request)
        return page | schema(self, page["url"])

    # --- What belongs to the event rather than to one of its pages ------------------------

    @property
    def state(self):
        """Its ``EventState``, None before anything happened. One query."""
        return EventState.objects.filter(translation_key=self.translation_key).first()

    @property
    def uid(self):
        return uid_of(self.translation_key)

    @property
    def original(self):
        """The page that this one translates, None for the original itself. One query."""
        first = EventPage.objects.filter(translation_key=self.translation_key).order_by("pk").first()
        return first if first and first.pk != self.pk and self.pk else None

    @cached_property
    def speakers(self):
        """In the order of the editor, with their pictures. Two queries."""
        renditions = get_image_model().get_rendition_model().objects.filter(filter_spec=SPEAKER_PHOTO)
        pictures = Prefetch("speaker__photo__renditions", queryset=renditions, to_attr="prefetched_renditions")
        return [place.speaker for place in self.speaker_places.select_related("speaker__photo").prefetch_related(pictures)]

    @property
    def speakers_text(self):
        return ", ".join(speaker.name for speaker in self.speakers)

    @property
    def has_replay(self):
        return bool(self.replay_url)

    def in_language(self, language):
        """This event's page in ``language`` when it is published there, else this page. One query when they differ."""
        if self.locale.language_code == language:
            return self
        translated = EventPage.objects.live().filter(translation_key=self.translation_key, locale__language_code=language)
        return translated.select_related("locale").first() or self

    def registration_of(self, member):
        """The member's registration, cancelled ones included, or None. One query."""
        if not member.is_authenticated:
            return None
        return Registration.objects.for_event(self).of(member).select_related("state").first()

    @property
    def web_address(self):
        """The whole address of the page, for mails and calendar files."""
        return f"{settings.BASE_URL}{self.get_url_parts()[2]}"

    @property
    def gate_address(self):
        """Where a registered member enters the online room; the room's own address is told to nobody."""
        return f"{self.web_address}rejoindre/"
