"""SitePage: what every page type of the portal has in common."""

import json

from django.conf import settings
from django.db import models
from django.db.models import Exists
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from portal.privacy import closed_to, restrictions_above

JSON_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


class SitePageQuerySet(PageQuerySet):
    def visible_to(self, user):
        """The only door to pages: what ``user`` may read, live, in the reader's language. Costs no query of its own."""
        return self.readable_by(user).filter(locale__language_code=get_language() or settings.LANGUAGE_CODE)

    def readable_by(self, user):
        """Live pages that ``user`` may read, in every language."""
        return self.live() if user.is_superuser else self.live().filter(~Exists(closed_to(user)))

    def with_privacy(self):
        """Sets ``is_members_only``: the page or one of its ancestors is restricted."""
        return self.annotate(is_members_only=Exists(restrictions_above()))


class SitePage(Page):
    """A page of the portal: metadata, share picture, breadcrumbs. Every page type extends it."""

    share_image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("share picture"),
        help_text=_("Shown when the page is shared; the portal’s own picture otherwise."),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = PageManager.from_queryset(SitePageQuerySet)()

    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description"), FieldPanel("share_image")],
            heading=_("For search engines and sharing"),
        ),
        MultiFieldPanel([FieldPanel("show_in_menus")], heading=_("Menus")),
    ]

    class Meta:
        abstract = True

    @property
    def summary_text(self):
        """One or two sentences without markup, for listings, search engines and sharing."""
        return self.search_description or getattr(self, "introduction", "") or getattr(self, "summary", "")

    def breadcrumbs(self):
        """The ancestors that stand between the home page and this one, home first. One query, none when the page was just routed."""
        if hasattr(self, "routed_ancestors"):  # portal.routing
            return [page for page in self.routed_ancestors if page.live]
        return self.get_ancestors().filter(depth__gt=1).live().only("title", "url_path", "depth", "path", "locale_id", "slug")

    def json_ld(self, request):
        """The page as schema.org data (a dict); page types override it."""
        return {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "name": self.title,
            "description": self.summary_text,
            "url": self.get_full_url(request),
            "inLanguage": self.locale.language_code,
        }

    def json_ld_script(self, request):
        """``json_ld`` as a data block; it is not code, so the Content-Security-Policy lets it be."""
        data = json.dumps(self.json_ld(request), ensure_ascii=False).translate(JSON_ESCAPES)
        return format_html('<script type="application/ld+json">{}</script>', mark_safe(data))

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        request.is_restricted = bool(self.get_view_restrictions())
        return context | {"is_members_only": request.is_restricted, "json_ld": self.json_ld_script(request)}

    def get_view_restrictions(self):
        """The restrictions on this page and its ancestors, read once per instance: Wagtail asks before serving, we ask again."""
        if not hasattr(self, "_view_restrictions"):
            is_open = getattr(self, "is_open_to_all", False)  # portal.routing
            self._view_restrictions = [] if is_open else super().get_view_restrictions()
        return self._view_restrictions
