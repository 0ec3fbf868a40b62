"""The gallery: every component and every block in every tone, on one page (``settings.GALLERY``)."""

from django.shortcuts import render
from django.template.loader import render_to_string

from portal import samples
from portal.blocks import BODY_BLOCKS, TONES
from portal.icons import icon_choices
from portal.specimens import SPECIMENS

STYLES = {"points": ["checks", "words", "steps"], "pages": ["cards", "list"]}
BUTTONS = ["primary", "quiet", "plain", "danger"]
BADGES = ["plain", "accent", "warm", "success", "danger"]
COLOURS = [
    "surface",
    "raised",
    "sunken",
    "ink",
    "ink-soft",
    "line",
    "accent",
    "accent-soft",
    "warm",
    "warm-soft",
    "sun",
    "danger",
    "success",
]


def show(request):
    """Components from ``portal.specimens``, blocks from their own previews."""
    context = {
        "components": [(name, list(_specimens(name))) for name in SPECIMENS],
        "blocks": [(name, block, list(_variants(name, block))) for name, block in BODY_BLOCKS],
        "empty_form": samples.SampleForm(auto_id="empty_%s"),
        "filter_form": samples.SampleForm(auto_id="filter_%s"),
        "wrong_form": samples.SampleForm({}),
        "member": samples.ALINE,
        "icons": icon_choices(),
        "buttons": BUTTONS,
        "badges": BADGES,
        "colours": COLOURS,
    }
    return render(request, "gallery.html", context)


def _specimens(name):
    for caption, values in SPECIMENS[name]:
        yield caption, render_to_string(f"components/{name}.html", values)


def _variants(name, block):
    """The block’s preview, once for each of its tones or styles."""
    value = block.get_preview_value()
    for tone, _label in TONES if "tone" in getattr(block, "child_blocks", {}) else [("", "")]:
        for style in STYLES.get(name, [""]):
            if tone:
                value["tone"] = tone
            if style:
                value["style"] = style
            yield tone or style, block.render(value)
