from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forum import policy


class PostQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The only door to posts: those ``user`` may read, in threads that ``user`` may read."""
        return self.filter(policy.view_post(user))

    def writable_by(self, user):
        """Posts that ``user`` may edit now."""
        return self.filter(policy.write_post(user))

    def moderated_by(self, user):
        return self.filter(policy.moderate_post(user))

    def managed_by(self, user):
        return self.filter(policy.manage_post(user))

    def public(self):
        """Published and not hidden: what may be counted, found and told."""
        return self.filter(number__isnull=False, hidden_at=None)

    def pending(self):
        return self.filter(approved_at=None, hidden_at=None)

    def hidden(self):
        return self.exclude(hidden_at=None)

    def in_thread(self, thread):
        return self.filter(thread=thread)

    def before(self, post):
        """What is read before ``post`` in its thread."""
        earlier = Q(number__lt=post.number) if post.number else Q(number__isnull=False) | Q(pk__lt=post.pk)
        return self.filter(earlier)

    def in_order(self):
        """As they are read: by number, what still waits at the end."""
        return self.order_by(F("number").asc(nulls_last=True), "pk")

    def for_reading(self):
        """Everything a post displays, in one query."""
        return self.select_related("author").in_order()


class Post(models.Model):
    """What one member said in a thread.

    ``number`` is dense inside the thread and given when the post is published: at once, or by the
    facilitator's approval. So what was published last always has the highest number, and one
    number per reader says what is new.
    """

    thread = models.ForeignKey("forum.Thread", verbose_name=_("thread"), on_delete=models.CASCADE, related_name="posts")
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("author"), null=True, on_delete=models.SET_NULL, related_name="forum_posts"
    )
    text = models.TextField(_("text"))
    html = models.TextField(editable=False)
    plain = models.TextField(editable=False)
    render_version = models.PositiveSmallIntegerField(editable=False)
    created_at = models.DateTimeField(_("written at"), default=timezone.now)
    edited_at = models.DateTimeField(_("edited at"), null=True, blank=True)
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("approved by"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    hidden_at = models.DateTimeField(_("hidden at"), null=True, blank=True)
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["thread", "number", "pk"]
        indexes = [
            models.Index(fields=["approved_at", "created_at"], name="posts_by_approval"),
            models.Index(fields=["author", "approved_at"], name="posts_of_an_author"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["thread", "number"], name="one_post_per_number_in_a_thread"),
            models.CheckConstraint(
                condition=Q(number=None, approved_at=None) | Q(number__gte=1, approved_at__isnull=False),
                name="post_is_numbered_once_approved",
            ),
        ]

    def __str__(self):
        return f"{self.thread} – {self.number or _('waiting for approval')}"

    def get_absolute_url(self):
        """The address that survives moves; it leads to the right page."""
        return reverse("forum:permalink", args=[self.pk])

    @property
    def url(self):
        return self.get_absolute_url()

    @property
    def is_pending(self):
        return self.approved_at is None

    @property
    def is_hidden(self):
        return self.hidden_at is not None

    @property
    def is_accepted(self):
        return self.accepted_at is not None

    @property
    def is_first(self):
        return self.number == 1
