"""The StreamField blocks of the whole site. Twelve at most: a new need is first a tone of one of these.

Each has a template ``templates/blocks/<name>.html``, a stylesheet ``css/components/block-<name>.css``,
a description and a preview value, and stands in the gallery.
"""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from portal.icons import icon_choices
from portal.pages import SitePageQuerySet
from portal.previews import PREVIEWS
from portal.videos import player_address

RICH = ["h2", "h3", "bold", "italic", "ol", "ul", "hr", "link", "document-link"]
SMALL = ["bold", "italic", "ul", "link", "document-link"]
TONES = [("plain", _("Plain")), ("accent", _("Accent")), ("warm", _("Warm"))]


def _heading():
    return blocks.CharBlock(label=_("Heading"), required=False, max_length=120)


def _tone():
    return blocks.ChoiceBlock(label=_("Tone"), choices=TONES, default="plain")


def _icon():
    return blocks.ChoiceBlock(label=_("Icon"), choices=icon_choices, required=False)


def _rows(**fields):
    return blocks.ListBlock(blocks.StructBlock(list(fields.items())), label=_("Items"), min_num=1)


class CardsBlock(blocks.StructBlock):
    heading = _heading()
    intro = blocks.TextBlock(label=_("Introduction"), required=False, rows=2)
    tone = _tone()
    cards = _rows(
        eyebrow=blocks.CharBlock(label=_("Small title above"), required=False, max_length=40),
        title=blocks.CharBlock(label=_("Title"), max_length=120),
        text=blocks.RichTextBlock(label=_("Text"), features=SMALL, required=False),
        icon=_icon(),
    )


class PointsBlock(blocks.StructBlock):
    heading = _heading()
    lead = blocks.TextBlock(label=_("Sentence before the list"), required=False, rows=2)
    style = blocks.ChoiceBlock(
        label=_("Style"),
        choices=[("checks", _("Checked list")), ("words", _("Words in a row")), ("steps", _("Numbered steps"))],
        default="checks",
    )
    items = blocks.ListBlock(blocks.CharBlock(label=_("Item"), max_length=300), label=_("Items"), min_num=1)


class ConceptsBlock(blocks.StructBlock):
    heading = _heading()
    concepts = _rows(
        title=blocks.CharBlock(label=_("Title"), max_length=120),
        definition=blocks.TextBlock(label=_("Definition"), rows=3),
        items=blocks.ListBlock(blocks.CharBlock(label=_("Item"), max_length=200), label=_("Items"), min_num=0, default=[]),
    )


class ActivitiesBlock(blocks.StructBlock):
    heading = _heading()
    intro = blocks.TextBlock(label=_("Introduction"), required=False, rows=2)
    activities = _rows(
        icon=_icon(),
        title=blocks.CharBlock(label=_("Title"), max_length=120),
        text=blocks.TextBlock(label=_("Text"), required=False, rows=2),
    )


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quotation"), rows=3)
    author = blocks.CharBlock(label=_("Author"), required=False, max_length=120)
    source = blocks.CharBlock(label=_("Source"), required=False, max_length=200)


class AccordionBlock(blocks.StructBlock):
    heading = _heading()
    items = _rows(
        question=blocks.CharBlock(label=_("Question"), max_length=200),
        answer=blocks.RichTextBlock(label=_("Answer"), features=SMALL),
    )


class PictureBlock(blocks.StructBlock):
    picture = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)
    width = blocks.ChoiceBlock(label=_("Width"), choices=[("measure", _("As wide as the text")), ("wide", _("Wide"))], default="measure")


class VideoBlock(blocks.StructBlock):
    url = blocks.URLBlock(label=_("Address"), help_text=_("A YouTube or Vimeo page. Nothing is loaded from there before the reader asks."))
    title = blocks.CharBlock(label=_("Title"), max_length=150)
    duration = blocks.CharBlock(label=_("Duration"), required=False, max_length=20)
    poster = ImageBlock(label=_("Picture before playing"), required=False)

    def clean(self, value):
        value = super().clean(value)
        if not player_address(value["url"]):
            raise blocks.StructBlockValidationError(
                block_errors={"url": ValidationError(_("Enter the address of a YouTube or Vimeo video."))}
            )
        return value

    def get_context(self, value, parent_context=None):
        return super().get_context(value, parent_context) | {"player": player_address(value["url"])}


class FilesBlock(blocks.StructBlock):
    heading = _heading()
    files = _rows(
        document=DocumentChooserBlock(label=_("Document")),
        label=blocks.CharBlock(label=_("Name shown"), required=False, max_length=150),
    )

    def get_preview_value(self):
        """The newest documents of the portal: a preview shows real files, or none."""
        files = [{"document": document, "label": ""} for document in get_document_model().objects.order_by("-pk")[:3]]
        return self.normalize(self.meta.preview_value | {"files": files})


class CallToActionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False, rows=2)
    label = blocks.CharBlock(label=_("Words on the button"), max_length=60)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.CharBlock(label=_("Or address"), required=False, max_length=300, help_text=_("For example /forum/ or https://…"))
    tone = _tone()

    def clean(self, value):
        value = super().clean(value)
        if bool(value["page"]) == bool(value["url"]):
            raise blocks.StructBlockValidationError(
                block_errors={"page": ValidationError(_("Choose a page or give an address: one of the two."))}
            )
        if value["url"] and not value["url"].startswith(("/", "https://", "http://", "mailto:")):
            raise blocks.StructBlockValidationError(block_errors={"url": ValidationError(_("The address begins with / or https://."))})
        return value


class PagesBlock(blocks.StructBlock):
    heading = _heading()
    style = blocks.ChoiceBlock(label=_("Style"), choices=[("list", _("List")), ("cards", _("Cards"))], default="cards")
    pages = blocks.ListBlock(blocks.PageChooserBlock(label=_("Page")), label=_("Pages"), min_num=1)

    def get_context(self, value, parent_context=None):
        """Only what the reader may open, in the order chosen. One query."""
        context = super().get_context(value, parent_context)
        user = getattr(context.get("request"), "user", None) or AnonymousUser()
        chosen = [page.pk for page in value["pages"] if page]
        readable = SitePageQuerySet(Page).filter(pk__in=chosen).readable_by(user).in_bulk()
        return context | {"pages": [readable[key] for key in chosen if key in readable]}

    def get_preview_value(self):
        """Pages of the portal itself: a preview shows real ones, or none."""
        pages = SitePageQuerySet(Page).filter(depth__gt=2).readable_by(AnonymousUser())[:3]
        return self.normalize(self.meta.preview_value | {"pages": list(pages)})


def _block(cls, name, icon, label, description, **options):
    """One entry of the body: everything an editor sees of a block, in one line."""
    return name, cls(
        icon=icon, label=label, description=description, template=f"blocks/{name}.html", preview_value=PREVIEWS[name], **options
    )


BODY_BLOCKS = [
    _block(blocks.RichTextBlock, "text", "pilcrow", _("Text"), _("Paragraphs, headings and lists."), features=RICH),
    _block(CardsBlock, "cards", "grip", _("Principle cards"), _("Two to four ideas to compare side by side.")),
    _block(PointsBlock, "points", "list-ul", _("List of points"), _("Benefits to check off, attitudes as words, or numbered steps.")),
    _block(ConceptsBlock, "concepts", "link", _("Paired concepts"), _("Two notions defined side by side.")),
    _block(ActivitiesBlock, "activities", "date", _("Activities"), _("What the community does, each with its icon.")),
    _block(QuoteBlock, "quote", "openquote", _("Quotation"), _("A sentence that deserves its own space, with its author.")),
    _block(AccordionBlock, "accordion", "help", _("Questions and answers"), _("Answers that open when the reader asks.")),
    _block(PictureBlock, "picture", "image", _("Picture"), _("A picture with its alternative text and a caption.")),
    _block(VideoBlock, "video", "media", _("Video"), _("A video that loads only when the reader asks for it.")),
    _block(FilesBlock, "files", "doc-full", _("Files"), _("Documents to download, with their kind and size.")),
    _block(CallToActionBlock, "call_to_action", "arrow-right", _("Call to action"), _("One clear invitation with a button.")),
    _block(PagesBlock, "pages", "doc-empty", _("Chosen pages"), _("A list of pages to read next.")),
]
