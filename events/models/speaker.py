from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

SPEAKER_PHOTO = "fill-192x192|format-webp"


class Speaker(index.Indexed, models.Model):
    """Someone who leads or speaks at an event, member or not."""

    name = models.CharField(_("name"), max_length=150)
    role = models.CharField(_("role"), max_length=150, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    bio = models.TextField(_("biography"), max_length=1200, blank=True)
    photo = models.ForeignKey(
        "wagtailimages.Image", verbose_name=_("photo"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("role"), FieldPanel("organisation")]),
        FieldPanel("bio"),
        FieldPanel("photo"),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.SearchField("organisation")]

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name

    @property
    def photo_url(self):
        """The address of a small square picture, "" without one; no query once ``EventPage.speakers`` has fetched it."""
        return self.photo.get_rendition(SPEAKER_PHOTO).url if self.photo else ""

    @property
    def initials(self):
        return "".join(word[0] for word in self.name.split()[:2]).upper()
