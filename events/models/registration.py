from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.state import EventState


class RegistrationQuerySet(models.QuerySet):
    def confirmed(self):
        return self.filter(status=Registration.Status.CONFIRMED)

    def waiting(self):
        """Who waits for a seat, whoever has waited the longest first."""
        return self.filter(status=Registration.Status.WAITING).order_by("queued_at", "pk")

    def standing(self):
        """Confirmed or waiting: everyone who expects something of us."""
        return self.exclude(status=Registration.Status.CANCELLED)

    def for_event(self, event):
        return self.filter(state__translation_key=event.translation_key)

    def of(self, member):
        return self.filter(member=member)

    def with_event(self):
        """Sets ``event_title`` and ``event_starts_at``, of the page that was made first, in the same query."""
        pages = apps.get_model("events", "EventPage").objects.filter(translation_key=OuterRef("state__translation_key")).order_by("pk")
        return self.annotate(event_title=Subquery(pages.values("title")[:1]), event_starts_at=Subquery(pages.values("starts_at")[:1]))


class Registration(models.Model):
    """One member's place at one event. A cancelled registration keeps its row."""

    class Status(models.TextChoices):
        CONFIRMED = "confirmed", _("Confirmed")
        WAITING = "waiting", _("Waiting list")
        CANCELLED = "cancelled", _("Cancelled")

    state = models.ForeignKey(EventState, verbose_name=_("event"), on_delete=models.CASCADE, related_name="registrations")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("member"), on_delete=models.CASCADE, related_name="registrations")
    status = models.CharField(_("status"), max_length=10, choices=Status)
    queued_at = models.DateTimeField(_("asked at"), default=timezone.now)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)
    attended_at = models.DateTimeField(_("joined at"), null=True, blank=True)
    answers = models.JSONField(_("answers"), default=dict, blank=True)

    event_title, event_starts_at = "", None  # set by ``with_event``
    is_repeat = False  # set by ``registering.register`` when the place had been given before

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["queued_at", "pk"]
        indexes = [models.Index(fields=["state", "status", "queued_at"], name="queue_of_an_event")]
        constraints = [
            models.UniqueConstraint(fields=["state", "member"], name="one_registration_per_member"),
            models.CheckConstraint(condition=Q(status__in=["confirmed", "waiting", "cancelled"]), name="registration_has_a_known_status"),
            models.CheckConstraint(condition=Q(attended_at=None) | Q(status="confirmed"), name="only_a_confirmed_registration_attends"),
            models.CheckConstraint(
                condition=Q(status="cancelled", cancelled_at__isnull=False) | ~Q(status="cancelled") & Q(cancelled_at=None),
                name="only_a_cancelled_registration_has_a_cancellation_time",
            ),
        ]

    def __str__(self):
        return f"{self.member} · {self.get_status_display()}"

    @property
    def is_confirmed(self):
        return self.status == self.Status.CONFIRMED

    @property
    def is_waiting(self):
        return self.status == self.Status.WAITING

    @property
    def is_cancelled(self):
        return self.status == self.Status.CANCELLED

    @property
    def position(self):
        """The place in the queue, 1 being the next to be promoted; None when not waiting. One query."""
        if not self.is_waiting:
            return None
        queue = Registration.objects.filter(state_id=self.state_id).waiting()
        ahead = Q(queued_at__lt=self.queued_at) | Q(queued_at=self.queued_at, pk__lt=self.pk)
        return queue.filter(ahead).count() + 1
