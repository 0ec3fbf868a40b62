"""Component tags. The same names in ``templates/components/``, ``css/components/`` and the gallery."""

from django import template
from django.forms import widgets
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()

SPRITE = "portal/vendor/lucide/icons.svg"


@register.simple_tag
def icon(name, size="", label=""):
    """A drawing of the sprite, hidden from screen readers unless it has a ``label``. Nothing for an empty name."""
    if not name:
        return ""
    voice = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    shape = format_html(' data-size="{}"', size) if size else ""
    return format_html('<svg class="icon"{} {}><use href="{}#i-{}"></use></svg>', shape, voice, static(SPRITE), name)


@register.simple_tag
def badge(text, tone="plain", symbol=""):
    """A word or two on the state of something. Tones: plain, accent, warm, success, danger."""
    return format_html('<span class="badge" data-tone="{}">{}{}</span>', tone, icon(symbol), text) if text else ""


@register.simple_tag
def avatar(member, size="m"):
    """The member’s photo (``member.photo_url``) or initials; decorative, so write the name beside it. Sizes: s, m, l."""
    photo = getattr(member, "photo_url", "")
    if photo:
        return format_html('<img class="avatar" data-size="{}" src="{}" alt="" width="48" height="48" loading="lazy">', size, photo)
    hue = sum(map(ord, str(member))) % 4
    initials = getattr(member, "initials", "") or "·"
    return format_html('<span class="avatar" data-size="{}" data-hue="{}" aria-hidden="true">{}</span>', size, hue, initials)


@register.simple_tag
def button(label, url="", tone="primary", symbol="", size="", name="", value=""):
    """A link that looks like a button when there is a ``url``, else the submit button of the form around it.

    Tones: primary, quiet, plain, danger. Sizes: s, or m when empty.
    """
    inner = format_html("{}<span>{}</span>", icon(symbol), label)
    look = format_html('class="button" data-tone="{}" data-size="{}"', tone, size or "m")
    if url:
        return format_html('<a {} href="{}">{}</a>', look, url, inner)
    sent = format_html(' name="{}" value="{}"', name, value) if name else ""
    return format_html('<button {} type="submit"{}>{}</button>', look, sent, inner)


@register.simple_tag
def field(bound, label_hidden=False, mark_optional=True, wide=False):
    """One form field: label, hint, widget, error, tied together for screen readers. A hidden field is only its input."""
    if not bound or bound.is_hidden:
        return str(bound) if bound else ""
    return render_to_string(
        "components/field.html",
        {
            "field": bound,
            "kind": _kind(bound.field.widget),
            "label_hidden": label_hidden,
            "is_optional": mark_optional and not label_hidden and not bound.field.required,
            "wide": wide,
        },
    )


def _kind(widget):
    match widget:
        case widgets.CheckboxInput():
            return "check"
        case widgets.RadioSelect() | widgets.CheckboxSelectMultiple():
            return "choices"
        case widgets.FileInput():
            return "file"
        case widgets.Select():
            return "select"
    return "group" if widget.use_fieldset else "text"


@register.filter
def first_input(bound):
    """The id that a link to this field leads to: its input, or the first of a group."""
    return bound.id_for_label or f"{bound.auto_id}_0"


@register.simple_block_tag
def panel(content, title="", tone="plain", symbol="", level=2):
    """A titled box around what is written between the tags. Tones: plain, accent, warm, quiet, danger."""
    return _slot("panel", content, title=title, tone=tone, symbol=symbol, level=level)


@register.simple_block_tag
def callout(content, title="", tone="info"):
    """A note that stands out of the text. Tones: info, success, warning, danger."""
    return _slot("callout", content, title=title, tone=tone)


@register.simple_block_tag
def page_header(content, title, eyebrow="", lead="", eyebrow_url=""):
    """The top of a page: its only h1, what stands above and under it; actions and facts between the tags."""
    return _slot("page_header", content, title=title, eyebrow=eyebrow, lead=lead, eyebrow_url=eyebrow_url)


@register.simple_block_tag
def hero(content, title, eyebrow="", lead="", text="", picture_url="", picture_alt=""):
    """The top of the home page: a large h1, two paragraphs, buttons between the tags, the motif or a picture beside."""
    return _slot("hero", content, title=title, eyebrow=eyebrow, lead=lead, text=text, picture_url=picture_url, picture_alt=picture_alt)


@register.simple_block_tag
def section(content, title, url="", link="", intro="", anchor="", tone="plain"):
    """A part of a page: heading in the margin on wide screens, content beside. Tones: plain, tint."""
    return _slot("section", content, title=title, url=url, link=link, intro=intro, anchor=anchor, tone=tone)


@register.simple_block_tag
def table(content, caption, caption_hidden=False):
    """A table that scrolls inside its own region on a narrow screen: thead and tbody between the tags."""
    return _slot("table", content, caption=caption, caption_hidden=caption_hidden)


@register.simple_block_tag
def figure(content, caption="", width="measure"):
    """A picture (the img between the tags) and its caption. Widths: measure, wide."""
    return _slot("figure", content, caption=caption, width=width)


@register.simple_block_tag
def post(content, item, is_accepted=False, level=3):
    """One message of a conversation; its actions (forms, links) between the tags. See components/post.html."""
    return _slot("post", content, post=item, is_accepted=is_accepted, level=level)


def _slot(name, content, **values):
    return render_to_string(f"components/{name}.html", values | {"content": mark_safe(content.strip())})
