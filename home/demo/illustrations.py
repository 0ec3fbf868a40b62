"""The pictures of ``content/illustrations.toml``, drawn once and kept among the images of the site."""

import io
from concurrent.futures import ThreadPoolExecutor

from django.core.files.images import ImageFile
from wagtail.images import get_image_model

from home.demo.pictures import DRAWINGS
from home.demo.reading import content
from portal.uploads import validate_picture

TITLE = "Illustration : {}"


def hang():
    """``{name: image}`` for every illustration; only the missing ones are drawn, two at a time."""
    Image = get_image_model()
    titles = {TITLE.format(illustration["name"]): illustration for illustration in content("illustrations")["illustration"]}
    kept = {image.title: image for image in Image.objects.filter(title__in=titles)}
    missing = [title for title in titles if title not in kept]
    with ThreadPoolExecutor(max_workers=2) as pool:
        drawn = pool.map(lambda title: _drawn(titles[title]["name"]), missing)
        for title, file in zip(missing, drawn, strict=True):
            validate_picture(file)
            kept[title] = Image.objects.create(title=title, description=titles[title]["alt"], file=file)
    return {titles[title]["name"]: image for title, image in kept.items()}


def covers(images, key):
    """``{kind: image}``: what ``resource_kinds`` and ``event_kinds`` say."""
    return {
        kind: images[illustration["name"]]
        for illustration in content("illustrations")["illustration"]
        for kind in illustration.get(key, [])
    }


def _drawn(name):
    file = io.BytesIO()
    DRAWINGS[name]().save(file, "PNG", optimize=True)
    return ImageFile(file, name=f"illustration-{name}.png")
