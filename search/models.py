from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _


class DocumentQuerySet(models.QuerySet):
    def visible_as(self, labels):
        """What a reader who holds ``labels`` may find: the only door to the index."""
        return self.filter(visibility__in=labels)

    def in_language(self, language):
        """Written in ``language``, or in no language in particular (a conversation)."""
        return self.filter(Q(language=language) | Q(language=""))

    def counts_by_kind(self):
        """{kind: how many}; one query."""
        return dict(self.order_by().values_list("kind").annotate(number=Count("pk")))

    def of_kinds(self, *kinds):
        return self.filter(kind__in=kinds)


class Document(models.Model):
    """One thing that can be found: a flat copy, written by whoever owns the thing."""

    key = models.CharField(max_length=100, unique=True)
    kind = models.CharField(_("kind"), max_length=30)
    language = models.CharField(_("language"), max_length=10, blank=True)
    title = models.CharField(_("title"), max_length=255)
    summary = models.TextField(_("summary"), blank=True)
    body = models.TextField(_("text"), blank=True)
    tags = models.TextField(_("tags"), blank=True)
    url = models.CharField(_("address"), max_length=500)
    visibility = models.CharField(_("visible to"), max_length=60, default="public")
    date = models.DateTimeField(_("date"), null=True, blank=True)
    written_at = models.DateTimeField(_("indexed at"))
    weight = models.SmallIntegerField(_("weight"), default=0)
    # Normalised words (search.normalise), each between two spaces, so that « every word that begins with » is one LIKE.
    title_tokens = models.TextField(blank=True)
    tags_tokens = models.TextField(blank=True)
    summary_tokens = models.TextField(blank=True)
    body_tokens = models.TextField(blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document of the index")
        verbose_name_plural = _("documents of the index")
        indexes = [models.Index(fields=["visibility", "kind"], name="document_by_visibility")]

    def __str__(self):
        return self.title
