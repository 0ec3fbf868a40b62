from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, FilteredRelation, IntegerField, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from taggit.models import ItemBase, Tag

from forum import policy
from forum.models.post import Post
from forum.models.space import says

# What was said longer ago than this is never shown as new.
NEWS_LASTS = timedelta(days=60)


def hide_with_its_page(collector, field, threads, using):
    """``on_delete`` of ``Thread.about``: the thread outlives the page, out of sight, for its readers were the page's readers.

    Not lazy on purpose: the threads are read before the first update makes them unfindable by their page.
    """
    collector.add_field_update(field, None, threads)
    collector.add_field_update(Thread._meta.get_field("hidden_at"), timezone.now(), threads)


class ThreadQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The only door to threads: those ``user`` may read."""
        return self.filter(policy.view_thread(user))

    def writable_by(self, user):
        """Threads where ``user`` may reply now."""
        return self.filter(policy.write_thread(user))

    def moderated_by(self, user):
        return self.filter(policy.moderate_thread(user))

    def managed_by(self, user):
        return self.filter(policy.manage_thread(user))

    def public(self):
        """Published and not hidden: what may be counted, found and told."""
        return self.filter(approved_at__isnull=False, hidden_at=None)

    def unanswered(self):
        return self.filter(reply_count=0, closed_at=None)

    def with_rights_of(self, user):
        """Add ``can_moderate``: whether ``user`` facilitates there."""
        return self.annotate(can_moderate=says(policy.moderate_thread(user)))

    def in_space(self, space):
        return self.filter(space=space)

    def tagged(self, slug):
        """Threads that carry the tag at this address."""
        return self.filter(pk__in=TaggedThread.objects.filter(tag__slug=slug).values("content_object"))

    def followed_by(self, member):
        return self.filter(follows__member=member, follows__level__gte=2)

    def pending(self):
        return self.filter(approved_at=None, hidden_at=None)

    def with_pending_posts(self):
        """Where something waits for a facilitator."""
        waiting = Q(approved_at=None) | Exists(Post.objects.pending().filter(thread=OuterRef("pk")))
        return self.filter(waiting, hidden_at=None)

    def not_hidden(self):
        return self.filter(hidden_at=None)

    def hidden(self):
        return self.exclude(hidden_at=None)

    def for_listing(self):
        """Everything a row displays, in one query, the latest talk first."""
        return self.select_related("space", "author", "last_author").order_by("-active_at", "-pk")

    def for_reading(self):
        return self.select_related("space", "author", "about")

    def pinned_first(self):
        return self.order_by(F("pinned_at").desc(nulls_last=True), "-active_at", "-pk")

    def with_news_for(self, user):
        """Add ``last_read``, ``level`` and ``unread``: messages since the member read; none before they joined, or sixty days ago."""
        if not user.is_authenticated:
            return self.annotate(last_read=Value(None, IntegerField()), level=Value(None, IntegerField()), unread=Value(0))
        since = max(timezone.now() - NEWS_LASTS, user.date_joined)
        return self.annotate(
            follow=FilteredRelation("follows", condition=Q(follows__member=user)),
            last_read=F("follow__last_read_number"),
            level=F("follow__level"),
            unread=Case(
                When(active_at__gt=since, last_number__gt=Coalesce("last_read", 0), then=F("last_number") - Coalesce("last_read", 0)),
                default=Value(0),
                output_field=IntegerField(),
            ),
        )


class Thread(models.Model):
    """A conversation: a title and numbered posts. Its row lock orders everything that is written in it."""

    space = models.ForeignKey("forum.Space", verbose_name=_("space"), on_delete=models.PROTECT, related_name="threads")
    title = models.CharField(_("title"), max_length=140)
    slug = models.SlugField(_("address"), max_length=80)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("author"), null=True, on_delete=models.SET_NULL, related_name="forum_threads"
    )
    about = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("about the page"),
        null=True,
        blank=True,
        on_delete=hide_with_its_page,
        related_name="forum_threads",
    )
    opened_at = models.DateTimeField(_("opened at"), default=timezone.now)
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    pinned_at = models.DateTimeField(_("pinned at"), null=True, blank=True)
    hidden_at = models.DateTimeField(_("hidden at"), null=True, blank=True)

    # What a row shows; kept by the verbs under the thread's lock, checked by ``reconcile``.
    active_at = models.DateTimeField(_("last talk"), default=timezone.now)
    last_author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("last author"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    last_number = models.PositiveIntegerField(_("last number given"), default=0)
    reply_count = models.PositiveIntegerField(_("replies"), default=0)
    accepted_count = models.PositiveIntegerField(_("accepted answers"), default=0)
    lock_version = models.PositiveBigIntegerField(default=0, editable=False)

    tags = TaggableManager(verbose_name=_("tags"), through="forum.TaggedThread", blank=True, related_name="threads")

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("thread")
        verbose_name_plural = _("threads")
        ordering = ["-active_at", "-pk"]
        indexes = [
            models.Index(fields=["space", "-pinned_at", "-active_at"], name="threads_of_a_space"),
            models.Index(fields=["-active_at"], name="threads_by_last_talk"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("forum:thread", args=[self.space.slug, self.pk, self.slug])

    @property
    def place(self):
        """Where a reply typed before signing in is kept."""
        return f"reply:{self.pk}"

    @property
    def is_open(self):
        return self.closed_at is None and self.approved_at is not None

    @property
    def is_pending(self):
        return self.approved_at is None

    @property
    def is_closed(self):
        return self.closed_at is not None

    @property
    def is_pinned(self):
        return self.pinned_at is not None

    @property
    def is_hidden(self):
        return self.hidden_at is not None

    @property
    def is_answered(self):
        return self.accepted_count > 0


class TaggedThread(ItemBase):
    """A word of the portal's one vocabulary on a thread."""

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="tagged_threads")
    content_object = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="tagged_items")

    class Meta:
        verbose_name = _("tag of a thread")
        verbose_name_plural = _("tags of threads")
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="a_tag_once_per_thread")]
