from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ThreadFollow(models.Model):
    """What ties a member to a thread: how far they have read, how closely they follow, and why."""

    class Level(models.IntegerChoices):
        MUTED = 0, _("Muted")
        NORMAL = 1, _("Normal")
        FOLLOWED = 2, _("Followed")
        MAILED = 3, _("Followed, with an e-mail")

    class Reason(models.TextChoices):
        READ = "read", _("you have read it")
        OPENED = "opened", _("you opened it")
        REPLIED = "replied", _("you replied")
        CHOSEN = "chosen", _("you chose to follow it")

    thread = models.ForeignKey("forum.Thread", verbose_name=_("thread"), on_delete=models.CASCADE, related_name="follows")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("member"), on_delete=models.CASCADE, related_name="thread_follows")
    last_read_number = models.PositiveIntegerField(_("read up to"), default=0)
    level = models.PositiveSmallIntegerField(_("level"), choices=Level, default=Level.NORMAL)
    reason = models.CharField(_("reason"), max_length=10, choices=Reason, default=Reason.READ)

    class Meta:
        verbose_name = _("follow")
        verbose_name_plural = _("follows")
        indexes = [models.Index(fields=["member", "level"], name="follows_of_a_member")]
        constraints = [
            models.UniqueConstraint(fields=["thread", "member"], name="one_follow_per_thread_and_member"),
            models.CheckConstraint(condition=Q(level__lte=3), name="follow_has_a_known_level"),
        ]

    def __str__(self):
        return f"{self.member} – {self.thread}"
