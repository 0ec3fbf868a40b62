import unicodedata
from pathlib import PurePosixPath

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.models.consent import Consent
from members.photos import squares
from members.regions import Region

# What a member may keep to themselves, one by one. The name is what being listed means.
PRIVATE_FIELDS = ("photo", "job", "organisation", "region", "offers", "seeks", "bio")
SEARCHED_FIELDS = ("job", "organisation", "offers", "seeks")
LONGEST_SEARCH = 8  # words


def folded(text):
    """``text`` in small letters without accents, so that « Éric » is found by « eric » on every database."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("’", "'"))
    return " ".join("".join(letter for letter in decomposed if not unicodedata.combining(letter)).split())


class ProfileQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The only door to profiles: members see who chose to be listed, and themselves; visitors see nobody."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(member__is_active=True).filter(models.Q(listed_at__isnull=False) | models.Q(member=user))

    def of(self, member):
        """The profile of ``member``, made when it is missing."""
        profile, _created = self.get_or_create(member=member)
        return profile

    def listed(self):
        return self.filter(listed_at__isnull=False)

    def matching(self, text):
        """Profiles whose shown words (name, role, organisation, offers, seeks) hold every word of ``text``."""
        found = self
        for word in folded(text).split()[:LONGEST_SEARCH]:
            found = found.filter(index_text__contains=word)
        return found

    def in_region(self, region):
        """Profiles that show this region; a region kept private is not found."""
        return self.filter(shown_region=region)

    def for_listing(self):
        """Everything a card of the directory displays, in one query."""
        return self.select_related("member").order_by("member__last_name", "member__first_name", "pk")


class Profile(models.Model):
    """What a member says of themselves. Nothing is shown to anyone before ``listed_at`` is set."""

    member = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profile")
    photo = models.ImageField(_("photo"), upload_to="members/photos/", blank=True)
    photo_small = models.ImageField(upload_to="members/photos/", blank=True, editable=False)
    job = models.CharField(_("role"), max_length=120, blank=True)
    organisation = models.CharField(_("organisation"), max_length=160, blank=True)
    region = models.CharField(_("region"), max_length=60, choices=Region, blank=True)
    offers = models.TextField(_("what I offer"), max_length=600, blank=True)
    seeks = models.TextField(_("what I am looking for"), max_length=600, blank=True)
    bio = models.TextField(_("about me"), max_length=1200, blank=True)
    listed_at = models.DateTimeField(_("in the directory since"), null=True, blank=True)
    hidden_fields = models.JSONField(_("fields kept private"), default=list, blank=True)
    # Derived from the above so that a search never reads what is kept private.
    index_text = models.TextField(default="", blank=True, editable=False)
    shown_region = models.CharField(max_length=60, default="", blank=True, editable=False, db_index=True)

    objects = ProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("profile")
        verbose_name_plural = _("profiles")

    def __str__(self):
        return str(self.member)

    def save(self, *args, **kwargs):
        """The derived columns follow, here and on the member, whoever saves."""
        self.derived()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "index_text", "shown_region"}
        with transaction.atomic():
            super().save(*args, **kwargs)
            if self.member.photo_version != self._photo_version():
                self.member.photo_version = self._photo_version()
                self.member.save(update_fields=["photo_version"])

    @property
    def is_listed(self):
        return self.listed_at is not None

    def shares(self, field):
        """Whether other members may see ``field``."""
        return field not in self.hidden_fields

    def shown(self, field):
        """The value of ``field`` as other members see it: empty when it is kept private."""
        return getattr(self, field) if self.shares(field) else ""

    def card(self):
        """What others see, as a dict for ``components/person_card.html`` and the person's page. No query."""
        shown = {field: self.shown(field) for field in ("job", "organisation", "offers", "seeks", "bio")}
        region = self.get_region_display() if self.shares("region") else ""
        photo = f"{reverse('member_photo', args=[self.member_id])}?v={self.member.photo_version}" if self.member.photo_version else ""
        url = reverse("person", args=[self.member_id])
        return shown | {"name": str(self.member), "url": url, "member": self.member, "region": region, "photo_url": photo}

    def enter_directory(self):
        """Be listed from now on, with the consent on record. Idempotent; the caller saves."""
        self.listed_at = self.listed_at or timezone.now()
        Consent.give(self.member, Consent.Purpose.DIRECTORY)

    def leave_directory(self):
        """Be listed no more; the consent is withdrawn. Idempotent; the caller saves."""
        self.listed_at = None
        Consent.withdraw(self.member, Consent.Purpose.DIRECTORY)

    def set_photo(self, file):
        """Keep ``file`` as two square pictures without metadata; raises ``ValidationError``. The caller saves."""
        large, small = squares(file)
        self.remove_photo()
        self.photo.save(large.name, large, save=False)
        self.photo_small.save(small.name, small, save=False)

    def remove_photo(self):
        """Forget the photo; its files go when the transaction succeeds. The caller saves."""
        for field in (self.photo, self.photo_small):
            if field:
                transaction.on_commit(lambda storage=field.storage, name=field.name: storage.delete(name))
        self.photo = self.photo_small = ""

    def refresh_index(self, member):
        """Write what the directory searches, after the name of ``member`` changed. No query when nothing did."""
        before = self.index_text, self.shown_region
        self.derived(member)
        if (self.index_text, self.shown_region) != before:
            Profile.objects.filter(pk=self.pk).update(index_text=self.index_text, shown_region=self.shown_region)

    def derived(self, member=None):
        """Itself, with the columns that searches read brought up to date; for ``bulk_create``, which calls no ``save``."""
        member = member or self.member
        words = [member.first_name, member.last_name, *(self.shown(field) for field in SEARCHED_FIELDS)]
        self.index_text = folded(" ".join(words))
        self.shown_region = self.shown("region")
        return self

    def _photo_version(self):
        shown = self.is_listed and self.shares("photo") and self.photo_small
        return PurePosixPath(self.photo_small.name).stem.removesuffix("-s")[:32] if shown else ""
