"""The blocks of the menu settings: an entry is a page or an address, with its children one level down."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

ADDRESS_STARTS = ("/", "https://", "http://", "mailto:")


class LinkBlock(blocks.StructBlock):
    """A page, or an address of this site or of another one. Without a label, the page’s own title."""

    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.CharBlock(label=_("Or address"), required=False, max_length=300, help_text=_("For example /forum/ or https://…"))
    label = blocks.CharBlock(label=_("Label"), required=False, max_length=60, help_text=_("The title of the page if left empty."))
    label_en = blocks.CharBlock(label=_("Label in English"), required=False, max_length=60)

    class Meta:
        icon = "link"
        label = _("Link")

    def clean(self, value):
        value = super().clean(value)
        errors = {}
        if bool(value["page"]) == bool(value["url"]):
            errors["page"] = ValidationError(_("Choose a page or give an address: one of the two."))
        elif value["url"] and not value["url"].startswith(ADDRESS_STARTS):
            errors["url"] = ValidationError(_("The address begins with / or https://."))
        elif value["url"] and not value["label"]:
            errors["label"] = ValidationError(_("Give a label to this address."))
        if errors:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return value


class EntryBlock(LinkBlock):
    """An entry of the main menu and what it unfolds."""

    children = blocks.ListBlock(LinkBlock(), label=_("Entries below"), min_num=0, default=[])

    class Meta:
        icon = "list-ul"
        label = _("Entry")


class ColumnBlock(blocks.StructBlock):
    """A titled list of links at the foot of the page."""

    title = blocks.CharBlock(label=_("Title"), max_length=60)
    title_en = blocks.CharBlock(label=_("Title in English"), required=False, max_length=60)
    links = blocks.ListBlock(LinkBlock(), label=_("Links"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Column")


class FooterTextBlock(blocks.StructBlock):
    """The sentence that signs every page."""

    text = blocks.TextBlock(label=_("Text"), rows=2, max_length=400)
    text_en = blocks.TextBlock(label=_("Text in English"), rows=2, required=False, max_length=400)

    class Meta:
        icon = "pilcrow"
        label = _("Text")


MENU_BLOCKS = [("entry", EntryBlock())]
FOOTER_BLOCKS = [("column", ColumnBlock()), ("text", FooterTextBlock())]
