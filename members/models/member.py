from django.conf import settings
from django.contrib.auth.models import AbstractUser, BaseUserManager, Permission
from django.db import models, transaction
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Lower
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _


class MemberQuerySet(models.QuerySet):
    def active(self):
        return self.filter(is_active=True)

    def in_group(self, name):
        """Active members of the group called ``name``."""
        return self.active().filter(groups__name=name)

    def with_email(self, email):
        """Whoever signs in with ``email``, in any case of letters."""
        return self.filter(email__iexact=email)

    def with_header(self):
        """What every page says of its reader, in the query that reads them: unread notifications, and their powers."""
        from members.models.notification import Notification

        unread = Notification.objects.unread().filter(member=OuterRef("pk")).order_by().values("member").values(total=Count("pk"))
        held = Permission.objects.filter(Q(group__user=OuterRef("pk")) | Q(user=OuterRef("pk")))
        return self.annotate(
            unread_total=Coalesce(Subquery(unread), 0),
            holds_permission=Exists(held),
            holds_admin_permission=Exists(held.filter(content_type__app_label="wagtailadmin", codename="access_admin")),
        )


class MemberManager(BaseUserManager.from_queryset(MemberQuerySet)):
    def create_user(self, email, password=None, **fields):
        """A member with this e-mail; an unusable password when none is given."""
        if not email:
            raise ValueError("A member needs an e-mail address.")
        member = self.model(email=self.normalize_email(email), **fields)
        member.set_password(password)
        member.save(using=self._db)
        return member

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class Member(AbstractUser):
    """A person of the community; the e-mail address is the login, in any case of letters."""

    username = None
    email = models.EmailField(_("e-mail address"), unique=True, error_messages={"unique": _("A member with this address already exists.")})
    language = models.CharField(_("language of mails"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    # Written by the profile: the version of the photo that other members may see, so that a list of people needs no second table.
    photo_version = models.CharField(max_length=32, default="", blank=True, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["first_name", "last_name"]

    objects = MemberManager()

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints = [models.UniqueConstraint(Lower("email"), name="one_member_per_email_whatever_its_case")]

    def __str__(self):
        return self.get_full_name() or self.email.partition("@")[0]

    def save(self, *args, **kwargs):
        """Every member has a profile from the first day, and the directory finds them under their present name."""
        from members.models.profile import Profile

        names = {"first_name", "last_name"} & set(kwargs.get("update_fields") or ("first_name",))
        with transaction.atomic():
            super().save(*args, **kwargs)
            if names:
                Profile.objects.of(self).refresh_index(self)

    def delete(self, *args, **kwargs):
        """The photo goes with the person."""
        from members.models.profile import Profile

        with transaction.atomic():
            Profile.objects.of(self).remove_photo()
            return super().delete(*args, **kwargs)

    @property
    def initials(self):
        """One or two letters for the avatar without a picture."""
        return "".join(word[0] for word in (self.first_name, self.last_name) if word).upper() or self.email[0].upper()

    @property
    def photo_url(self):
        """Where other members find the photo, in small; "" when there is none to see. No query."""
        if not self.photo_version:
            return ""
        return f"{reverse('member_photo', args=[self.pk])}?taille=petite&v={self.photo_version}"

    @cached_property
    def unread_notifications(self):
        """How many notifications wait, 99 at most. No query for the reader of a page, one for anybody else."""
        if (total := getattr(self, "unread_total", None)) is not None:
            return min(total, 99)
        return self.notifications.unread().count_up_to(99)

    @cached_property
    def opens_admin(self):
        """Whether the Wagtail admin lets this member in. No query for the reader of a page."""
        held = getattr(self, "holds_admin_permission", None)
        return self.has_perm("wagtailadmin.access_admin") if held is None else self.is_superuser or held
