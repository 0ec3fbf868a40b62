"""Draws the portal’s own pictures: the share picture and the bitmap icons. ``python -m portal.emblem``

Circles that meet: each petal is what two neighbours have in common. Drawn four times too large, then reduced.
"""

import math
from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).resolve().parent / "static/portal/img"
PAPER, PINE, DEEP, CLAY, SUN, SOFT = "#fbf8f1", "#23594a", "#143f34", "#a84c27", "#e5b04e", "#dfece4"
INKS = {"a": PINE, "w": CLAY, "s": SUN, "o": SOFT}
OVERSIZE = 4

# The edges of a grid, row by row: which carry a petal, and in which ink. The first rows lie, the others stand.
LYING = [".....oasoa", "....o.asaa", "...s.oawas", "..o..sawaa", ".o.s.oasaw"]
STANDING = ["....o.asoaw", "...o.saawas", "..o.o.wasaa", ".s..oasaowa"]


def petal(x, y, length, stands):
    """The outline of the lens between two points: two arcs whose circles pass through the corners of the grid."""
    radius = length / math.sqrt(2)
    steps = range(-45, 46, 3)
    half = [(radius * math.sin(math.radians(a)), radius * (math.cos(math.radians(a)) - math.sqrt(0.5))) for a in steps]
    along = [(length / 2 + u, v) for u, v in half] + [(length / 2 - u, -v) for u, v in half]
    return [(x + v, y + u) if stands else (x + u, y + v) for u, v in along]


def share_picture(width=1200, height=630, cell=120):
    """What a link to the portal shows when its page has no picture of its own."""
    sheet = Image.new("RGB", (width * OVERSIZE, height * OVERSIZE), PAPER)
    pen = ImageDraw.Draw(sheet)
    unit, top = cell * OVERSIZE, (height - 4 * cell) // 2 * OVERSIZE
    for rows, stands in ((LYING, False), (STANDING, True)):
        for row, inks in enumerate(rows):
            for column, ink in enumerate(inks):
                if ink in INKS:
                    pen.polygon(petal(column * unit, top + row * unit, unit, stands), fill=INKS[ink])
    return sheet.resize((width, height), Image.Resampling.LANCZOS)


def icon(size, ground=None):
    """The mark alone: two circles and their petal. ``ground`` fills the square, as telephones expect."""
    full = size * OVERSIZE
    sheet = Image.new("RGBA", (full, full), ground or (0, 0, 0, 0))
    pen = ImageDraw.Draw(sheet)
    line, radius = round(full * 0.055), full * (0.27 if ground else 0.3)
    ink, middle, apart = (PAPER if ground else PINE), full / 2, radius * 0.48
    for x in (middle - apart, middle + apart):
        pen.ellipse([x - radius, middle - radius, x + radius, middle + radius], outline=ink, width=line)
    rise = math.sqrt(radius**2 - apart**2)
    edge = [(math.sqrt(radius**2 - y**2) - apart, y) for y in (rise * step / 40 for step in range(-40, 41))]
    pen.polygon([(middle + x, middle + y) for x, y in edge] + [(middle - x, middle + y) for x, y in reversed(edge)], fill=ink)
    return sheet.resize((size, size), Image.Resampling.LANCZOS)


def draw(folder=FOLDER):
    share_picture().quantize(64).save(folder / "share.png", optimize=True)
    icon(96).save(folder / "favicon.png", optimize=True)
    icon(180, DEEP).convert("RGB").save(folder / "touch-icon.png", optimize=True)


if __name__ == "__main__":
    draw()
