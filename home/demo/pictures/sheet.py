"""A sheet of paper and a few inks. Shapes are printed one colour over the other, as in a review printed in three passes.

Everything is drawn twice too large and reduced at the end, so that edges are smooth. Lengths are
pixels of the final picture; angles are degrees, clockwise from the right.
"""

import math
from contextlib import contextmanager
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw

PAPER = "#f4efe3"
INKS = {  # those of tokens.css, as a printer would mix them
    "pine": "#1d5644",
    "night": "#12392f",
    "sage": "#90ad9c",
    "mist": "#d3dfd2",
    "clay": "#bb5f3a",
    "rose": "#e2b293",
    "ochre": "#dfaa4b",
    "straw": "#edd5a3",
    "sand": "#e9dfca",
    "paper": PAPER,
}
OVERSIZE = 2


def rgb(colour):
    value = INKS.get(colour, colour).lstrip("#")
    return tuple(int(value[i : i + 2], 16) for i in (0, 2, 4))


class Sheet:
    """A picture being printed."""

    def __init__(self, width=1200, height=750, paper="paper"):
        self.width, self.height = width, height
        self.image = Image.new("RGB", (width * OVERSIZE, height * OVERSIZE), rgb(paper))

    @contextmanager
    def ink(self, colour, strength=1.0, opaque=False):
        """A pass of one colour. Inks are transparent: where two meet, they darken; ``opaque`` covers instead."""
        pen = Pen(self.image.size)
        yield pen
        box = pen.mask.getbbox()
        if not box:
            return
        mask = pen.mask.crop(box).point(lambda value: int(value * strength))
        under = self.image.crop(box)
        over = Image.new("RGB", under.size, rgb(colour))
        if not opaque:
            over = ImageChops.multiply(under, over)
        self.image.paste(Image.composite(over, under, mask), box)

    def finish(self):
        return self.image.resize((self.width, self.height), Image.Resampling.LANCZOS)


class Pen:
    """Shapes on the mask of one pass. ``gone=True`` takes ink away."""

    def __init__(self, size):
        self.mask = Image.new("L", size, 0)
        self._draw = ImageDraw.Draw(self.mask)

    def disc(self, x, y, radius, gone=False):
        self._draw.ellipse(_scaled(x - radius, y - radius, x + radius, y + radius), fill=0 if gone else 255)

    def ring(self, x, y, radius, width):
        r = radius + width / 2
        self._draw.ellipse(_scaled(x - r, y - r, x + r, y + r), outline=255, width=round(width * OVERSIZE))

    def slice(self, x, y, radius, start, end, gone=False):
        """A piece of pie."""
        self._draw.pieslice(_scaled(x - radius, y - radius, x + radius, y + radius), start, end, fill=0 if gone else 255)

    def arc(self, x, y, radius, start, end, width):
        r = radius + width / 2
        self._draw.arc(_scaled(x - r, y - r, x + r, y + r), start, end, fill=255, width=round(width * OVERSIZE))

    def box(self, x, y, width, height, round_by=0, gone=False):
        self._draw.rounded_rectangle(_scaled(x, y, x + width, y + height), round_by * OVERSIZE, fill=0 if gone else 255)

    def frame(self, x, y, width, height, line, round_by=0):
        self._draw.rounded_rectangle(_scaled(x, y, x + width, y + height), round_by * OVERSIZE, outline=255, width=round(line * OVERSIZE))

    def shape(self, *points, gone=False):
        self._draw.polygon([(x * OVERSIZE, y * OVERSIZE) for x, y in points], fill=0 if gone else 255)

    def line(self, *points, width=2, gone=False):
        """A path with round ends and joints."""
        fill = 0 if gone else 255
        self._draw.line([(x * OVERSIZE, y * OVERSIZE) for x, y in points], fill=fill, width=round(width * OVERSIZE), joint="curve")
        for x, y in (points[0], points[-1]):
            self.disc(x, y, width / 2, gone)

    def stitches(self, points, length=13, gap=10, width=2.6):
        """Running stitch along a path."""
        for dash in _dashes(points, length, gap):
            self.line(*dash, width=width)


def _scaled(*numbers):
    return [number * OVERSIZE for number in numbers]


# --- Paths --------------------------------------------------------------------------------


def at(x, y, radius, angle):
    """The point ``radius`` away from (x, y) in that direction."""
    return x + radius * math.cos(math.radians(angle)), y + radius * math.sin(math.radians(angle))


def round_path(x, y, radius, start=0, end=360):
    count = max(12, int(abs(end - start) * radius / 300))
    return [at(x, y, radius, start + (end - start) * i / count) for i in range(count + 1)]


def curve(*anchors, detail=24):
    """A smooth path through the anchors (Catmull-Rom)."""
    if len(anchors) < 3:
        return list(anchors)
    points = [anchors[0], *anchors, anchors[-1]]
    path = []
    for p0, p1, p2, p3 in zip(points, points[1:], points[2:], points[3:], strict=False):
        path += [tuple(_spline(p0[k], p1[k], p2[k], p3[k], i / detail) for k in (0, 1)) for i in range(detail)]
    return [*path, anchors[-1]]


def _spline(a, b, c, d, t):
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)


def star(x, y, outer, inner, points, turn=-90):
    """The corners of a star."""
    step = 180 / points
    return [at(x, y, outer if i % 2 == 0 else inner, turn + i * step) for i in range(points * 2)]


def _dashes(points, length, gap):
    """Cut a path into pieces of ``length`` with ``gap`` between them."""
    inked, left, dash = True, length, [points[0]]
    for start, end in pairwise(points):
        walked, total = 0.0, math.dist(start, end)
        while total - walked > left:
            walked += left
            here = _between(start, end, walked / total)
            if inked:
                yield [*dash, here]
            inked = not inked
            left, dash = (length, [here]) if inked else (gap, [])
        left -= total - walked
        if inked:
            dash.append(end)
    if inked and len(dash) > 1:
        yield dash


def _between(start, end, part):
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def oval(x, y, along, across, angle):
    """The edge of an oval whose first half-axis lies in the direction ``angle``."""
    points = []
    for step in range(0, 360, 4):
        px, py = at(x, y, along * math.cos(math.radians(step)), angle)
        points.append(at(px, py, across * math.sin(math.radians(step)), angle + 90))
    return points
