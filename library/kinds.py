"""What a resource can be and whom it helps: one name, one icon and one phrase each."""

from django.db import models
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    DOCUMENT = "document", _("Document")
    TOOL = "tool", _("Tool or template")
    GUIDE = "guide", _("Guide")
    VIDEO = "video", _("Video")
    RECORDING = "recording", _("Webinar recording")
    BOOK = "book", _("Book")
    ARTICLE = "article", _("Article")
    PODCAST = "podcast", _("Podcast")
    WEBSITE = "website", _("Website")
    COLLECTIVE = "collective", _("Collective work")


class Audience(models.TextChoices):
    """What the reader is about to do. A resource may help several."""

    BEGIN = "debuter", _("Start a community")
    FACILITATE = "animer", _("Facilitate meetings")
    TAKE_PART = "participer", _("Take part")
    ORGANISE = "organiser", _("Organise and sustain")


class Language(models.TextChoices):
    FRENCH = "fr", _("French")
    ENGLISH = "en", _("English")
    SPANISH = "es", _("Spanish")
    SEVERAL = "mul", _("Several languages")


def in_its_language(text, language):
    """``text`` marked with its ``language`` when the reader's is another (WCAG 2.2, 3.1.2); the filter ``typo`` leaves it alone then."""
    if language in ("", Language.SEVERAL, (get_language() or Language.FRENCH).partition("-")[0]):
        return text
    return format_html('<span lang="{}">{}</span>', language, text)


ICONS = {
    Kind.DOCUMENT: "file-text",
    Kind.TOOL: "wrench",
    Kind.GUIDE: "compass",
    Kind.VIDEO: "video",
    Kind.RECORDING: "presentation",
    Kind.BOOK: "book-open",
    Kind.ARTICLE: "newspaper",
    Kind.PODCAST: "headphones",
    Kind.WEBSITE: "globe",
    Kind.COLLECTIVE: "library",
}
