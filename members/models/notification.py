from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class NotificationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The only door to notifications: each member reads their own."""
        return self.filter(member=user) if user.is_authenticated else self.none()

    def unread(self):
        return self.filter(read_at=None)

    def numbered(self, pk):
        return self.filter(pk=pk)

    def newest_first(self):
        return self.order_by("-created_at", "-pk")

    def mark_read(self, now=None):
        """Read, now, what was not; returns how many rows changed."""
        return self.unread().update(read_at=now or timezone.now())

    def count_up_to(self, most):
        """How many rows, without counting beyond ``most``."""
        return len(self.order_by().values_list("pk", flat=True)[:most])


class Notification(models.Model):
    """Something a member is told inside the portal; collapsed by ``key`` while unread."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications")
    kind = models.CharField(_("kind"), max_length=40)
    key = models.CharField(max_length=120)
    text = models.CharField(_("text"), max_length=250)
    url = models.CharField(_("address"), max_length=500)
    count = models.PositiveIntegerField(_("times"), default=1)
    created_at = models.DateTimeField(_("told at"), default=timezone.now)
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["member", "-created_at"], name="notifications_of_a_member")]
        constraints = [models.UniqueConstraint(fields=["member", "key"], condition=Q(read_at=None), name="one_unread_notification_per_key")]

    def __str__(self):
        return self.text
