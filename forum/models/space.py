from django.conf import settings
from django.db import models
from django.db.models import BooleanField, Case, Count, Max, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from forum import policy


def says(condition):
    """A boolean column: whether ``condition`` holds for the row."""
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


class SpaceQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The only door to spaces: those ``user`` may open."""
        return self.filter(policy.view_space(user))

    def writable_by(self, user):
        """Spaces where ``user`` may start a thread."""
        return self.filter(policy.write_space(user))

    def moderated_by(self, user):
        return self.filter(policy.moderate_space(user))

    def managed_by(self, user):
        return self.filter(policy.manage_space(user))

    def with_rights_of(self, user):
        """Add ``can_write`` and ``can_moderate``: what ``user`` may do in each."""
        return self.annotate(can_write=says(policy.write_space(user)), can_moderate=says(policy.moderate_space(user)))

    def with_activity(self, threads):
        """Add ``thread_count`` and ``active_at``, counting only ``threads``: what the reader may see."""
        inside = threads.filter(space=OuterRef("pk")).order_by().values("space")
        return self.annotate(
            thread_count=Coalesce(Subquery(inside.annotate(total=Count("pk")).values("total")), 0),
            active_at=Subquery(inside.annotate(latest=Max("active_at")).values("latest")),
        )


class Space(models.Model):
    """A room of the forum, with its readers and its facilitators."""

    class Access(models.TextChoices):
        PUBLIC = "public", _("Everyone reads, members write")
        MEMBERS = "members", _("Members only")
        GROUP = "group", _("Working group")

    title = models.CharField(_("title"), max_length=80)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    description = models.CharField(_("description"), max_length=300, blank=True)
    icon = models.CharField(_("icon"), max_length=40, default="messages-square")
    access = models.CharField(_("access"), max_length=10, choices=Access, default=Access.MEMBERS)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    facilitators = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name=_("facilitators"), blank=True, related_name="facilitated_spaces"
    )
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name=_("members of the group"), through="Membership", related_name="group_spaces"
    )

    objects = SpaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("space")
        verbose_name_plural = _("spaces")
        ordering = ["position", "title"]
        permissions = [("moderate_forum", _("Can moderate every space of the forum"))]
        constraints = [
            models.CheckConstraint(condition=Q(access__in=["public", "members", "group"]), name="space_has_a_known_access"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("forum:space", args=[self.slug])


class Membership(models.Model):
    """A member's place in a working group."""

    space = models.ForeignKey(Space, verbose_name=_("space"), on_delete=models.CASCADE, related_name="memberships")
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("member"), on_delete=models.CASCADE, related_name="forum_memberships"
    )
    joined_at = models.DateTimeField(_("member since"), auto_now_add=True)

    class Meta:
        verbose_name = _("member of a working group")
        verbose_name_plural = _("members of working groups")
        constraints = [models.UniqueConstraint(fields=["space", "member"], name="one_membership_per_space_and_member")]

    def __str__(self):
        return f"{self.member} – {self.space}"
