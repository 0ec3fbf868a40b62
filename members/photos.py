"""A member's photo: two square pictures, drawn again so that no place, date or device stays in them."""

import secrets
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageOps

from portal.uploads import validate_picture

LARGE, SMALL = 480, 96  # pixels


def squares(file):
    """``file`` as two WebP files (480 and 96 pixels wide), upright, without metadata; raises ``ValidationError``.

    Their names are drawn at random: a new photo has a new address.
    """
    validate_picture(file)
    name = secrets.token_hex(8)
    with Image.open(file) as original:
        upright = _flat(ImageOps.exif_transpose(original))
    return _square(upright, LARGE, f"{name}.webp"), _square(upright, SMALL, f"{name}-s.webp")


def _flat(picture):
    """The first frame on white paper, in plain colours."""
    picture = picture.convert("RGBA")
    paper = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(paper, picture).convert("RGB")


def _square(picture, side, name):
    content = BytesIO()
    ImageOps.fit(picture, (side, side), Image.Resampling.LANCZOS).save(content, "WEBP", quality=82, method=6)
    return ContentFile(content.getvalue(), name)
