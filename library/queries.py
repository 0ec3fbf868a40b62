from django.apps import apps
from django.db.models import Count, OuterRef, Prefetch, Q, Subquery
from wagtail.images import get_image_model

from portal.pages import SitePageQuerySet

COVER = "fill-640x400|format-webp"


class ResourceQuerySet(SitePageQuerySet):
    """Questions about resources. Every list starts with ``visible_to(user)``."""

    def for_listing(self):
        """Everything a row displays, its tags and ``is_members_only`` included: two queries whatever the number of rows."""
        return self.defer("body").prefetch_related("tags").with_privacy()

    def with_covers(self):
        """What a card displays beside: the cover and its picture, one query more."""
        renditions = get_image_model().get_rendition_model().objects.filter(filter_spec=COVER)
        return self.select_related("cover").prefetch_related(Prefetch("cover__renditions", renditions, to_attr="prefetched_renditions"))

    def tagged(self, *slugs):
        """With at least one of these tags."""
        return self.filter(pk__in=_tagged().filter(tag__slug__in=slugs).values("content_object_id"))

    def of_kind(self, *kinds):
        return self.filter(kind__in=kinds)

    def for_audience(self, *audiences):
        """Helping at least one of these audiences."""
        wanted = Q()
        for audience in audiences:
            wanted |= Q(audience__contains=f",{audience},")
        return self.filter(wanted)

    def in_languages(self, *languages):
        """Written in one of these languages (of the resource, not of its page)."""
        return self.filter(language__in=languages)

    def related_to(self, resource):
        """The others that share a tag with ``resource``, those that share most first."""
        mine = _tagged().filter(content_object=resource.pk).values("tag")
        shared = _tagged().filter(content_object=OuterRef("pk"), tag__in=mine).order_by().values("content_object")
        others = self.exclude(pk=resource.pk).annotate(shared_tags=Subquery(shared.annotate(number=Count("pk")).values("number")))
        return others.filter(shared_tags__gt=0).order_by("-shared_tags", "-first_published_at", "pk")

    def holding(self, document):
        """Those that give ``document`` among their files."""
        return self.filter(files__document=document).distinct()

    def newest(self):
        return self.order_by("-first_published_at", "-pk")

    def by_title(self):
        return self.order_by("title", "pk")


class ToolkitQuerySet(SitePageQuerySet):
    """Questions about toolkits. Every list starts with ``visible_to(user)``."""

    def holding(self, resource):
        """Those in which ``resource`` is a step."""
        return self.filter(items__resource=resource).order_by("title")

    def with_step_counts(self, user):
        """With ``step_count``, the number of steps that ``user`` may read."""
        readable = apps.get_model("library", "ResourcePage").objects.visible_to(user).values("pk")
        return self.annotate(step_count=Count("items", filter=Q(items__resource__in=readable)))

    def by_title(self):
        return self.order_by("title", "pk")


def _tagged():
    return apps.get_model("library", "TaggedResource").objects.all()
