from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# A worker that died while sending gives its mail back after this long.
CLAIM_LASTS = timedelta(minutes=10)
# Mails of this kind hold a code: nobody reads them in the admin, and they are worthless when the code is.
SECRET_KIND = "account.code"
CODE_LASTS = timedelta(minutes=15)


class OutgoingMailQuerySet(models.QuerySet):
    def due(self, now=None):
        """What should leave now: waiting and due, or claimed by a worker that has disappeared."""
        now = now or timezone.now()
        waiting = Q(status=OutgoingMail.Status.WAITING, due_at__lte=now)
        abandoned = Q(status=OutgoingMail.Status.SENDING, claimed_at__lt=now - CLAIM_LASTS)
        return self.filter(waiting | abandoned).order_by("due_at", "pk")

    def failed(self):
        return self.filter(status=OutgoingMail.Status.FAILED)

    def finished_before(self, moment):
        """Mails that will not leave any more and are older than ``moment``, failures apart: they wait for a person."""
        return self.filter(status__in=[OutgoingMail.Status.SENT, OutgoingMail.Status.DROPPED], created_at__lt=moment)


class OutgoingMail(models.Model):
    """One mail to one person, written in the transaction of the fact it tells, sent afterwards by the worker."""

    class Status(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Failed")
        DROPPED = "dropped", _("Dropped")

    dedupe_key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(_("kind"), max_length=60)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("member"), null=True, blank=True, on_delete=models.CASCADE, related_name="outgoing_mails"
    )
    to = models.EmailField(_("to"))
    subject = models.CharField(_("subject"), max_length=250)
    text = models.TextField(_("text"))
    html = models.TextField(_("HTML"), blank=True)
    headers = models.JSONField(default=dict, blank=True)
    attachments = models.JSONField(default=list, blank=True, help_text="[{name, type, content}], content as text")
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    last_error = models.TextField(_("last error"), blank=True)
    created_at = models.DateTimeField(_("written at"), auto_now_add=True)
    due_at = models.DateTimeField(_("due at"), default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mails")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["status", "due_at"], name="mail_by_status_and_due_time")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["waiting", "sending", "sent", "failed", "dropped"]), name="mail_has_a_known_status"
            )
        ]

    def __str__(self):
        return f"{self.subject} → {self.to}"

    @property
    def is_secret(self):
        """Whether the body opens an account: nobody but its reader may see it."""
        return self.kind == SECRET_KIND

    def is_stale(self, now=None):
        """Whether the code inside has expired: such a mail would only mislead."""
        return self.is_secret and self.created_at < (now or timezone.now()) - CODE_LASTS

    def without_secret(self):
        """The columns to erase once a secret mail has left or was dropped."""
        return {"text": "", "html": ""} if self.is_secret else {}

    def retry(self):
        """Send a failed mail again, from the first delay; True when there was one to send."""
        from members.outbox import wake_worker

        failed = OutgoingMail.objects.failed().filter(pk=self.pk)
        changed = failed.update(status=self.Status.WAITING, attempts=0, due_at=timezone.now(), claimed_at=None)
        if changed:
            wake_worker()
        return bool(changed)
