"""The covers of the library, one for each family of resources."""

import random

from home.demo.pictures import signs
from home.demo.pictures.patches import patch
from home.demo.pictures.sheet import Sheet, at, curve, round_path


def shelf():
    """Upright books, one leaning, one half out."""
    sheet, rng, base = Sheet(paper="sand"), random.Random(3), 610
    with sheet.ink("paper", opaque=True) as pen:
        pen.disc(600, 330, 300)
    books = [(70, 420, "pine"), (48, 360, "ochre"), (86, 450, "clay"), (40, 390, "night"), (64, 340, "sage"), (92, 430, "rose"),
             (54, 470, "pine"), (78, 380, "straw"), (44, 410, "clay"), (70, 450, "night")]  # fmt: skip
    x = 130
    for index, (width, height, colour) in enumerate(books):
        lifted = 96 if index == 6 else 0
        _volume(sheet, x, base - lifted, width, height - (40 if lifted else 0), colour, rng)
        x += width + 6
        if index == 4:
            x += 4
    _leaning(sheet, x + 18, base, 74, 400, "ochre")
    with sheet.ink("night", opaque=True) as pen:
        pen.box(60, base, 1080, 22, 4)
    with sheet.ink("night", 0.2) as pen:
        pen.box(60, base + 22, 1080, 14)
    return sheet.finish()


def _volume(sheet, x, base, width, height, colour, rng):
    with sheet.ink(colour, opaque=True) as pen:
        pen.box(x, base - height, width, height, 4)
    band = "paper" if colour not in ("straw", "rose") else "night"
    with sheet.ink(band, 0.85, opaque=True) as pen:
        top = base - height
        for row in rng.choice([(34, 48), (30,), (40, 56, 72)]):
            pen.line((x + 10, top + row), (x + width - 10, top + row), width=3.4)
        pen.stitches([(x + width / 2, top + 110), (x + width / 2, base - 60)], length=11, gap=9, width=2.6)
        if width > 60:
            pen.disc(x + width / 2, base - 34, 10)


def _leaning(sheet, x, base, width, height, colour):
    corner, angle = (x + 8, base), -74
    far = at(*corner, height, angle)
    with sheet.ink(colour, opaque=True) as pen:
        right, top = at(*corner, width, angle + 90), at(*far, width, angle + 90)
        shift = base - right[1]
        pen.shape(*[(px, py + shift) for px, py in (corner, right, top, far)])
    with sheet.ink("paper", 0.85, opaque=True) as pen:
        a, b = at(*at(*corner, 60, angle), width / 2, angle + 90), at(*at(*corner, height - 80, angle), width / 2, angle + 90)
        pen.stitches([(a[0], a[1] + shift), (b[0], b[1] + shift)], length=11, gap=9, width=2.6)


def work_table():
    """A work table from above: a ruled sheet, a pencil, scissors and three squares of fabric."""
    sheet = Sheet(paper="sage")
    with sheet.ink("night", 0.16) as pen:
        pen.box(124, 104, 430, 560, 6)
    with sheet.ink("paper", opaque=True) as pen:
        pen.box(110, 90, 430, 560, 6)
    with sheet.ink("mist", opaque=True) as pen:
        for row in range(9):
            pen.line((158, 196 + row * 46), (492, 196 + row * 46), width=3)
    with sheet.ink("clay", opaque=True) as pen:
        pen.line((158, 146), (330, 146), width=10)
        for row in (0, 2, 3, 6):
            pen.disc(170, 218 + row * 46, 8)
    with sheet.ink("pine", opaque=True) as pen:
        for row, length in ((0, 250), (2, 190), (3, 270), (6, 150)):
            pen.line((196, 218 + row * 46), (196 + length, 218 + row * 46), width=5)
    _pencil(sheet, 622, 90, 560)
    for index, (kind, ground, colour) in enumerate([("petals", "straw", "clay"), ("geese", "rose", "pine"), ("rainbow", "mist", "clay")]):
        patch(sheet, kind, 930, 90 + index * 192, 176, ground, colour, index)
    _scissors(sheet, 798, 400)
    return sheet.finish()


def _pencil(sheet, x, y, length):
    with sheet.ink("ochre", opaque=True) as pen:
        pen.box(x - 17, y + 62, 34, length - 110)
    with sheet.ink("straw", opaque=True) as pen:
        pen.shape((x - 17, y + 63), (x + 17, y + 63), (x, y))
    with sheet.ink("night", opaque=True) as pen:
        pen.shape((x - 6, y + 22), (x + 6, y + 22), (x, y))
        pen.line((x, y + 78), (x, y + length - 66), width=2.4)
    with sheet.ink("clay", opaque=True) as pen:
        pen.box(x - 17, y + length - 50, 34, 50, 10)


def _scissors(sheet, x, y):
    for side, colour in ((-1, "night"), (1, "pine")):
        with sheet.ink(colour, opaque=True) as pen:
            tip, heel = (x + side * 16, y - 300), (x - side * 44, y + 120)
            pen.shape(tip, (x + side * 22, y - 40), heel, (heel[0] + side * 20, heel[1] - 6), (x - side * 6, y - 40))
            pen.ring(x - side * 58, y + 174, 48, 20)
    with sheet.ink("straw", opaque=True) as pen:
        pen.disc(x, y - 26, 9)


def voice_and_ear():
    """Waves from a small disc to the half circle that receives them."""
    sheet, x, y = Sheet(paper="pine"), 210, 375
    for index, radius in enumerate(range(110, 640, 66)):
        with sheet.ink(["straw", "ochre", "rose", "clay", "sand", "sage", "mist", "straw", "ochre"][index], opaque=True) as pen:
            spread = 52 - index * 2.2
            pen.line(*round_path(x, y, radius, -spread, spread), width=24 - index * 1.3)
    with sheet.ink("paper", 0.6, opaque=True) as pen:
        for radius in range(143, 640, 66):
            pen.stitches(round_path(x, y, radius, -44, 44), length=8, gap=10, width=2)
    with sheet.ink("clay", opaque=True) as pen:
        pen.disc(x, y, 66)
    with sheet.ink("straw", opaque=True) as pen:
        pen.disc(x, y, 24)
    with sheet.ink("sand", opaque=True) as pen:
        signs.half_moon(pen, 1010, y, 260, 90)
    with sheet.ink("clay", opaque=True) as pen:
        signs.half_moon(pen, 1010, y, 176, 90)
    with sheet.ink("night", opaque=True) as pen:
        signs.half_moon(pen, 1010, y, 92, 90)
    with sheet.ink("paper", 0.9, opaque=True) as pen:
        for radius in (236, 152):
            pen.stitches(round_path(1010, y, radius, 94, 266), length=10, gap=9, width=2.4)
    return sheet.finish()


def sewn_book():
    """An open book whose pages are patches, sewn along the spine."""
    sheet, size, top = Sheet(paper="mist"), 150, 142
    with sheet.ink("sage", 0.6) as pen:
        pen.box(136, top + 30, 952, 486, 10)
    with sheet.ink("night", opaque=True) as pen:
        pen.box(118, top - 18, 964, 500, 12)
    pieces = [
        ("leaf", "straw", "pine"), ("disc", "rose", "clay"), ("hourglass", "mist", "pine"), ("rainbow", "sand", "clay"),
        ("geese", "ochre", "night"), ("quarter", "sage", "paper"),
        ("petals", "paper", "clay"), ("strips", "pine", "sage"), ("diamond", "straw", "clay"), ("triangle", "clay", "rose"),
        ("half", "mist", "pine"), ("leaf", "sand", "ochre"),
        ("arch", "rose", "pine"), ("rainbow", "pine", "straw"), ("disc", "sand", "night"), ("petals", "ochre", "pine"),
        ("triangle", "sage", "night"), ("hourglass", "straw", "clay"),
    ]  # fmt: skip
    for index, (kind, ground, colour) in enumerate(pieces):
        column, row = index % 6, index // 6
        x = 138 + column * size + (24 if column > 2 else 0)
        patch(sheet, kind, x + 2, top + 8 + row * size, size - 4, ground, colour, index % 4)
    with sheet.ink("straw", opaque=True) as pen:
        for row in range(11):
            y = top + 20 + row * 42
            pen.line((584, y), (616, y + 20), width=5)
    with sheet.ink("clay", opaque=True) as pen:
        thread = curve((600, top + 470), (620, 670), (760, 700), (900, 660), (1010, 690), (1150, 640))
        pen.stitches(thread, length=16, gap=11, width=3.6)
    return sheet.finish()
