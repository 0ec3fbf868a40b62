"""One picture for each page of the seed: each function prints its subject on a fresh sheet."""

import math
import random

from home.demo.pictures import signs
from home.demo.pictures.patches import patch
from home.demo.pictures.sheet import Sheet, at, curve, oval, round_path


def quilt():
    """Twelve patches on one thread; the last is still to be sewn. Square: it stands beside the title of the home page."""
    sheet, size, left, top = Sheet(1000, 1000), 196, 66, 118
    pieces = [
        ("rainbow", "pine", "straw", 0), ("leaf", "sand", "clay", 1), ("geese", "mist", "pine", 0), ("disc", "ochre", "night", 0),
        ("hourglass", "rose", "clay", 0), ("quarter", "night", "sage", 2), ("petals", "straw", "pine", 0), ("strips", "clay", "sand", 1),
        ("diamond", "mist", "clay", 0), ("half", "ochre", "pine", 2), ("triangle", "pine", "rose", 3), ("rainbow", "sand", "clay", 3),
    ]  # fmt: skip
    places = [(left + (i % 4) * size, top + (i // 4) * size, 0) for i in range(11)] + [(700, 606, 13)]
    with sheet.ink("sand", 0.9) as pen:
        for x, y, _angle in places[:11]:
            pen.box(x + 9, y + 11, size, size)
    for (kind, ground, colour, turn), (x, y, angle) in zip(pieces, places, strict=True):
        patch(sheet, kind, x + 5, y + 5, size - 10, ground, colour, turn, angle)
    right, first, second, foot = left + 4 * size, top + size, top + 2 * size, top + 3 * size + 40
    thread = [
        (-20, first), (right, first), *round_path(right, first + size / 2, size / 2, -90, 90), (left, second),
        *round_path(left, (second + foot) / 2, (foot - second) / 2, 270, 90),
        *curve((left, foot), (300, foot), (520, foot + 26), (680, foot - 6), (798, 704), (880, 780), (872, 868)),
    ]  # fmt: skip
    with sheet.ink("night", opaque=True) as pen:
        pen.stitches(thread, length=17, gap=12, width=3.4)
    _needle(sheet, 870, 872, 108)
    return sheet.finish()


def _needle(sheet, x, y, angle):
    with sheet.ink("night", opaque=True) as pen:
        eye, point = at(x, y, 20, angle + 180), at(x, y, 130, angle)
        pen.shape(at(*eye, 6, angle + 90), at(*point, 0.5, angle + 90), at(*point, 0.5, angle - 90), at(*eye, 6, angle - 90))
        pen.disc(*eye, 6)
        pen.line(eye, at(*eye, 14, angle), width=5, gone=True)


def round_table():
    """A round table and eight chairs, all different, one of them drawn back."""
    sheet, x, y, radius = Sheet(paper="mist"), 580, 375, 232
    colours = ["clay", "pine", "ochre", "sage", "night", "rose", "straw", "pine"]
    with sheet.ink("sage", 0.5) as pen:
        pen.disc(x + 14, y + 20, radius + 4)
    for index, colour in enumerate(colours):
        pulled = 66 if index == 0 else 0
        _chair(sheet, *at(x, y, radius + 24 + pulled, index * 45 - 22.5), index * 45 - 22.5 + (14 if pulled else 0), index, colour)
    with sheet.ink("paper", opaque=True) as pen:
        pen.disc(x, y, radius)
    with sheet.ink("sand", opaque=True) as pen:
        pen.ring(x, y, radius - 15, 3)
    for index, (colour, size) in enumerate([("straw", 96), ("rose", 84), ("mist", 92), ("ochre", 72), ("sage", 80)]):
        with sheet.ink(colour, 0.95) as pen:
            pen.disc(*at(x, y, 84, index * 72 - 90), size)
    with sheet.ink("pine") as pen:
        pen.stitches(round_path(x, y, 84, -90, 270), length=12, gap=10, width=2.6)
    with sheet.ink("pine", opaque=True) as pen:
        start = at(x, y, radius + 130, -22.5)
        pen.stitches(curve(start, at(*start, 60, 10), at(*start, 140, -34), at(*start, 250, -12)), length=12, gap=10, width=2.6)
    return sheet.finish()


def _chair(sheet, x, y, angle, shape, colour):
    """A seat and its back, round, square or in between."""
    with sheet.ink(colour, opaque=True) as pen:
        if shape % 3 == 0:
            pen.shape(*oval(x, y, 50, 54, angle))
        elif shape % 3 == 1:
            pen.shape(*[at(*at(x, y, along, angle), across, angle + 90) for along, across in ((-48, -52), (48, -44), (48, 44), (-48, 52))])
        else:
            seat = round_path(x, y, 52, angle - 90, angle + 90)
            pen.shape(*seat, at(*seat[-1], 46, angle + 180), at(*seat[0], 46, angle + 180))
    with sheet.ink("night" if colour != "night" else "clay", opaque=True) as pen:
        if shape % 2:
            back = at(x, y, 62, angle)
            pen.line(at(*back, 44, angle + 90), at(*back, 44, angle - 90), width=13)
        else:
            pen.line(*round_path(x, y, 62, angle - 48, angle + 48), width=13)


def three_forms():
    """A square, a disc and an arch in balance, and one line through them."""
    sheet = Sheet()
    with sheet.ink("sand", 0.8) as pen:
        pen.box(0, 640, 1200, 110)
    with sheet.ink("pine", 0.94) as pen:
        pen.slice(470, 398, 210, 180, 360)
        pen.box(260, 397, 420, 243)
        pen.slice(470, 452, 104, 180, 360, gone=True)
        pen.box(366, 451, 208, 300, gone=True)
    with sheet.ink("ochre", 0.94) as pen:
        pen.disc(790, 446, 194)
    with sheet.ink("clay", opaque=True) as pen:
        pen.shape(*[at(640, 160, 152, angle) for angle in (-38, 52, 142, 232)])
    with sheet.ink("paper", 0.85, opaque=True) as pen:
        for radius in (160, 126, 92):
            pen.stitches(round_path(790, 446, radius, 90, 450), length=10, gap=9, width=2.2)
        pen.stitches([(312, 630), (312, 400), *round_path(470, 398, 158, 180, 360), (628, 400), (628, 630)], length=10, gap=9, width=2.2)
        pen.stitches([at(640, 160, 118, angle) for angle in (-38, 52, 142, 232, 322)], length=10, gap=9, width=2.2)
    with sheet.ink("night", opaque=True) as pen:
        path = curve((-20, 700), (180, 676), (380, 704), (470, 590), (520, 420), (600, 260), (640, 160), (700, 250), (760, 380), (830, 470),
                     (960, 500), (1070, 420), (1220, 470))  # fmt: skip
        pen.stitches(path, length=16, gap=11, width=3.6)
        pen.disc(640, 160, 9)
        pen.disc(790, 420, 9)
        pen.disc(470, 590, 9)
    return sheet.finish()


def four_stems():
    """Four stems of four heights from one ground, each with its own leaf or flower."""
    sheet = Sheet(paper="mist")
    with sheet.ink("paper", opaque=True) as pen:
        pen.disc(700, 640, 520)
    with sheet.ink("straw", 0.9, opaque=True) as pen:
        pen.disc(700, 640, 330)
    with sheet.ink("sand", opaque=True) as pen:
        for radius in (480, 444, 408, 290, 254):
            pen.stitches(round_path(700, 640, radius, 180, 360), length=11, gap=10, width=2.4)
    for x, height, colour in ((270, 400, "pine"), (490, 300, "night"), (700, 122, "pine"), (930, 250, "pine")):
        with sheet.ink(colour, opaque=True) as pen:
            pen.line(*curve((x - 8, 660), (x + 10, (660 + height) / 2), (x, height)), width=8)
    for height, length, colour in ((560, 180, "pine"), (450, 158, "sage"), (346, 130, "pine"), (254, 100, "sage")):
        for side in (-1, 1):
            _leaf(sheet, 702, height, length, side, colour)
    signs.flower(sheet, 700, 118, 74, "clay", "ochre")
    for height, side, length in ((560, -1, 130), (500, 1, 130), (470, -1, 104)):
        _leaf(sheet, 272, height, length, side, "sage")
    signs.seedhead(sheet, 270, 390, 70, "ochre", "night")
    _leaf(sheet, 490, 548, 104, -1, "pine")
    signs.cup_flower(sheet, 490, 300, 78, "rose", "clay")
    for height, side in ((560, 1), (500, -1), (440, 1), (380, -1)):
        with sheet.ink("ochre", opaque=True) as pen:
            pen.line((930, height), (930 + side * 62, height - 44), width=5)
            pen.disc(930 + side * 66, height - 48, 25)
    with sheet.ink("clay", opaque=True) as pen:
        pen.disc(930, 240, 42)
    _field(sheet, 640)
    return sheet.finish()


def _leaf(sheet, x, y, length, side, colour):
    """A lens: two arcs from the stem to the tip."""
    tip = (x + side * length * 0.9, y - length * 0.5)
    across = (side * length * 0.15, length * 0.27)
    middle = ((x + tip[0]) / 2, (y + tip[1]) / 2)
    above = curve((x, y), (middle[0] - across[0], middle[1] - across[1]), tip)
    below = curve(tip, (middle[0] + across[0], middle[1] + across[1]), (x, y))
    with sheet.ink(colour, opaque=True) as pen:
        pen.shape(*above, *below)
    with sheet.ink("paper", 0.85, opaque=True) as pen:
        pen.stitches([(x + side * 16, y - 9), (tip[0] - side * 22, tip[1] + 12)], length=9, gap=8, width=2)


def _field(sheet, top):
    for index, colour in enumerate(["pine", "sage", "night", "clay", "pine", "sage", "ochre", "night"]):
        left = index * 150
        with sheet.ink(colour, opaque=True) as pen:
            pen.shape((left, top + 8 * math.cos(index)), (left + 150, top + 8 * math.cos(index + 1)), (left + 150, 750), (left, 750))
        with sheet.ink("paper", 0.7, opaque=True) as pen:
            for row in range(2, 7):
                pen.stitches([(left + 14, top + row * 18), (left + 138, top + row * 18)], length=8, gap=9 + index % 3 * 3, width=2)


def two_circles():
    """On the left people tied to one another, on the right what they keep; what they share is in the middle."""
    sheet = Sheet()
    with sheet.ink("straw") as pen:
        pen.disc(432, 375, 300)
    with sheet.ink("sage", 0.85) as pen:
        pen.disc(768, 375, 300)
    with sheet.ink("clay", opaque=True) as pen:
        left, right = round_path(432, 375, 300, -55.9, 55.9), round_path(768, 375, 300, 124.1, 235.9)
        pen.shape(*left, *right)
    people = [
        at(400, 375, distance, angle) for distance, angles in ((232, range(70, 300, 33)), (120, range(100, 300, 60))) for angle in angles
    ]
    people += [(522, 200), (522, 550), (540, 375), (612, 280), (612, 470)]
    with sheet.ink("night", 0.85) as pen:
        for a in people:
            for b in sorted(people, key=lambda other: math.dist(a, other))[1:4]:
                pen.line(a, b, width=2.4)
    for index, (x, y) in enumerate(people):
        inks = ("straw", "paper", "night") if x > 500 else ("clay", "pine", "ochre")
        with sheet.ink(inks[index % 3], opaque=True) as pen:
            pen.disc(x, y, (17, 22, 26, 15)[index % 4])
    signs.shelves(sheet, 768, 375, 272, 746, random.Random(5))
    with sheet.ink("night") as pen:
        pen.stitches(round_path(432, 375, 320), length=12, gap=10, width=2.4)
        pen.stitches(round_path(768, 375, 320), length=12, gap=10, width=2.4)
    return sheet.finish()


def nine_tiles():
    """Nine tiles, each with the sign of an activity."""
    sheet, size, left, top = Sheet(paper="pine"), 222, 267, 42
    with sheet.ink("sage", 0.5, opaque=True) as pen:
        for row in range(-3, 14):
            pen.stitches([(-20, row * 62), (1220, row * 62 + 90)], length=9, gap=11, width=1.8)
    grounds = ["straw", "rose", "mist", "sand", "ochre", "paper", "sage", "sand", "straw"]
    for index, (ground, sign) in enumerate(zip(grounds, signs.NINE, strict=True)):
        x, y = left + index % 3 * size, top + index // 3 * size
        patch(sheet, "plain", x + 4, y + 4, size - 8, ground, ground, seam=False)
        with sheet.ink("paper" if ground != "paper" else "sand", 0.9, opaque=True) as pen:
            pen.stitches(
                [(x + 17, y + 17), (x + 205, y + 17), (x + 205, y + 205), (x + 17, y + 205), (x + 17, y + 17)], length=9, gap=8, width=2
            )
        sign(sheet, x + size / 2, y + size / 2)
    return sheet.finish()


def bridge():
    """Five arches over calm water, eight discs that walk across one after the other."""
    sheet, deck, water = Sheet(), 330, 590
    with sheet.ink("straw", opaque=True) as pen:
        pen.disc(930, 250, 120)
    with sheet.ink("mist", opaque=True) as pen:
        pen.box(0, water, 1200, 160)
    with sheet.ink("clay", opaque=True) as pen:
        pen.box(0, deck, 1200, 300)
        for index in range(5):
            x = 120 + index * 240
            pen.slice(x, 512, 98, 180, 360, gone=True)
            pen.box(x - 98, 510, 196, 200, gone=True)
    with sheet.ink("night", opaque=True) as pen:
        pen.box(0, deck - 10, 1200, 16)
    with sheet.ink("paper", 0.9, opaque=True) as pen:
        for index in range(5):
            pen.stitches(round_path(120 + index * 240, 512, 110, 184, 356), length=10, gap=9, width=2.4)
        pen.stitches([(0, deck + 30), (1200, deck + 30)], length=10, gap=9, width=2.4)
    with sheet.ink("pine", 0.75) as pen:
        for row, shift in enumerate((0, 60, 20, 90, 40)):
            y = water + 26 + row * 26
            pen.stitches(
                curve(*[(x + shift - 100, y + 5 * (-1) ** k) for k, x in enumerate(range(0, 1420, 80))]),
                length=30 + row * 6,
                gap=22,
                width=2.6,
            )
    walkers = [(150, 27, "pine"), (248, 34, "ochre"), (356, 24, "night"), (452, 38, "sage"),
               (570, 29, "clay"), (664, 33, "pine"), (786, 25, "rose"), (890, 36, "night")]  # fmt: skip
    for x, radius, colour in walkers:
        with sheet.ink(colour, opaque=True) as pen:
            pen.disc(x, deck - 10 - radius, radius)
    return sheet.finish()
