from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, Tag
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, PageManager
from wagtail.search import index

from library.fields import SeveralChoicesField
from library.kinds import ICONS, Audience, Kind, Language, in_its_language
from library.licences import LICENCES, licence_choices
from library.metadata import learning_resource
from library.models.panels import RESOURCE
from library.queries import COVER, ResourceQuerySet
from portal.blocks import BODY_BLOCKS
from portal.fields import BodyField
from portal.pages import SitePage
from portal.videos import player_address


class TaggedResource(ItemBase):
    """A tag on a resource; the vocabulary is the portal's (``taggit.Tag``)."""

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="tagged_resources")
    content_object = ParentalKey("library.ResourcePage", on_delete=models.CASCADE, related_name="tagged_items")

    class Meta:
        verbose_name = _("tag of a resource")
        verbose_name_plural = _("tags of resources")
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="a_tag_once_per_resource")]


class ResourcePage(SitePage):
    """Something worth keeping: a document, a tool, a recording, a book … with enough context to be used on Monday morning."""

    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.DOCUMENT)
    summary = models.TextField(_("summary"), max_length=500, help_text=_("Two sentences: what it is, and what it helps to do."))
    body = BodyField(BODY_BLOCKS, verbose_name=_("body"), blank=True)
    authors = models.CharField(
        _("authors"), max_length=300, blank=True, help_text=_("As in a reference: Wenger, E., McDermott, R. et Snyder, W. M.")
    )
    publisher = models.CharField(
        _("publisher"),
        max_length=200,
        blank=True,
        help_text=_("The publisher of a book, the journal of an article, the organisation of a site."),
    )
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True, validators=[MinValueValidator(1500), MaxValueValidator(2100)])
    language = models.CharField(_("language"), max_length=5, choices=Language, default=Language.FRENCH)
    licence = models.CharField(
        _("licence"),
        max_length=30,
        choices=licence_choices,
        default="all-rights-reserved",
        help_text=_("When you do not know: all rights reserved."),
    )
    audience = SeveralChoicesField(
        _("helps to"), choices=Audience.choices, blank=True, help_text=_("What the reader is about to do. Several answers are possible.")
    )
    cover = models.ForeignKey(
        "wagtailimages.Image", verbose_name=_("cover"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    address = models.URLField(_("web address"), max_length=500, blank=True, help_text=_("Where the resource is, when it is elsewhere."))
    video_url = models.URLField(
        _("video"), max_length=500, blank=True, help_text=_("A YouTube or Vimeo page. Nothing is loaded from there before the reader asks.")
    )
    verified_on = models.DateField(
        _("verified on"), null=True, blank=True, help_text=_("The last day somebody checked that it is still right and reachable.")
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("proposed by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="proposed_resources",
    )
    tags = ClusterTaggableManager(through=TaggedResource, blank=True, verbose_name=_("tags"))

    objects = PageManager.from_queryset(ResourceQuerySet)()

    template = "library/resource.html"
    parent_page_types = ["library.LibraryPage"]
    subpage_types = []
    search_kind = "resource"
    # Wagtail's own search, that of the admin.
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("authors"),
        index.AutocompleteField("authors"),
        index.FilterField("kind"),
        index.FilterField("language"),
        index.FilterField("licence"),
        index.FilterField("verified_on"),
    ]
    edit_handler = RESOURCE
    page_description = _("A document, a tool, a video, a book … that the community keeps.")

    class Meta:
        verbose_name = _("resource")
        verbose_name_plural = _("resources")
        indexes = [models.Index(fields=["kind"], name="resource_by_kind")]

    def clean(self):
        super().clean()
        if self.video_url and not player_address(self.video_url):
            raise ValidationError({"video_url": _("Enter the address of a YouTube or Vimeo video.")})

    def get_context(self, request, *args, **kwargs):
        from library.showing import resource_context  # it asks the toolkits, which stand on this module

        return super().get_context(request, *args, **kwargs) | resource_context(self, request.user)

    def json_ld(self, request):
        return learning_resource(self, super().json_ld(request))

    def search_words(self):
        """What else finds it: who made it, its kind, the names of its files."""
        files = self.files.select_related("document")
        return [self.authors, self.publisher, str(self.year or ""), self.get_kind_display(), *(str(file) for file in files)]

    @cached_property
    def tag_list(self):
        """Its tags, read once for the page and its data."""
        return list(self.tags.all())

    @property
    def title_in_its_language(self):
        """Its title, as safe HTML that says its language when it is not the reader's."""
        return in_its_language(self.title, self.language)

    @property
    def icon(self):
        """The icon of its kind."""
        return ICONS[self.kind]

    @property
    def cover_url(self):
        """The address of its cover as cards show it, "" without one. One query unless the list was ``with_covers()``."""
        return self.cover.get_rendition(COVER).url if self.cover else ""

    @property
    def host(self):
        """Where its address leads, for the reader to know before the click: « wenger-trayner.com »."""
        return (urlsplit(self.address).hostname or "").removeprefix("www.")

    @property
    def player(self):
        """The cookie-free player of its video, or None."""
        return player_address(self.video_url)

    @property
    def licence_terms(self):
        """What the licence allows, in plain words (``library.licences.Licence``)."""
        return LICENCES[self.licence]


class ResourceFile(Orderable):
    """A file of a resource, served through the document view, which checks permission."""

    page = ParentalKey(ResourcePage, on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey("wagtaildocs.Document", verbose_name=_("file"), on_delete=models.CASCADE, related_name="+")
    label = models.CharField(_("name shown"), max_length=150, blank=True)

    panels = [FieldPanel("document"), FieldPanel("label")]

    class Meta(Orderable.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def __str__(self):
        return self.label or self.document.title

    @property
    def size(self):
        """In bytes; Wagtail writes it down the first time it is asked."""
        return self.document.get_file_size()
