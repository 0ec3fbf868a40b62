from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# The wording in force for each purpose. A new wording takes a new version; old rows stay as proof.
VERSIONS = {"charter": "2026-1", "privacy": "2026-1", "directory": "2026-1"}


class ConsentQuerySet(models.QuerySet):
    def in_force(self):
        return self.filter(withdrawn_at=None)


class Consent(models.Model):
    """A member's yes to one purpose, in the wording of one version (Loi 25, art. 14)."""

    class Purpose(models.TextChoices):
        CHARTER = "charter", _("Charter of the community")
        PRIVACY = "privacy", _("Privacy policy")
        DIRECTORY = "directory", _("Listing in the members’ directory")

    member = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("member"), on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(_("purpose"), max_length=40, choices=Purpose)
    version = models.CharField(_("version"), max_length=20)
    given_at = models.DateTimeField(_("given at"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "purpose", "version"], condition=Q(withdrawn_at=None), name="one_consent_in_force_per_purpose_and_version"
            )
        ]

    def __str__(self):
        return f"{self.get_purpose_display()} ({self.version})"

    @classmethod
    def give(cls, member, purpose):
        """Record the yes of ``member`` to the present wording; the same yes twice is one row."""
        consent, _created = cls.objects.get_or_create(member=member, purpose=purpose, version=VERSIONS[purpose], withdrawn_at=None)
        return consent

    @classmethod
    def withdraw(cls, member, purpose):
        """End every consent of ``member`` to ``purpose``; the rows stay as proof of what was given and when."""
        return cls.objects.in_force().filter(member=member, purpose=purpose).update(withdrawn_at=timezone.now())
