"""Small signs that stand inside a picture: a book, a cup, a flower, shelves."""

import math

from home.demo.pictures.sheet import at, curve, oval, round_path


def book(sheet, x, y, cover="pine", page="paper"):
    with sheet.ink(cover, opaque=True) as pen:
        pen.box(x - 72, y - 44, 144, 98, 6)
    with sheet.ink(page, opaque=True) as pen:
        for side in (-1, 1):
            edge = curve((x, y - 38), (x + side * 34, y - 52), (x + side * 66, y - 46))
            foot = curve((x + side * 66, y + 38), (x + side * 34, y + 32), (x, y + 44))
            pen.shape(*edge, *foot)
    with sheet.ink(cover, opaque=True) as pen:
        for side in (-1, 1):
            for row in (-18, 0, 18):
                pen.stitches([(x + side * 16, y + row - 3), (x + side * 54, y + row - 8)], length=8, gap=6, width=3)
        pen.line((x, y - 36), (x, y + 42), width=3)


def cup(sheet, x, y):
    with sheet.ink("clay", opaque=True) as pen:
        pen.slice(x - 8, y - 14, 54, 0, 180)
        pen.box(x - 62, y - 30, 108, 18)
        pen.ring(x + 50, y, 22, 11)
    with sheet.ink("pine", opaque=True) as pen:
        pen.line((x - 66, y + 50), (x + 50, y + 50), width=9)
        for shift in (-30, -6, 18):
            pen.line(*curve((x + shift, y - 42), (x + shift + 8, y - 54), (x + shift - 4, y - 66), (x + shift + 4, y - 78)), width=4.5)


def speech(sheet, x, y):
    for colour, shift, side in (("sage", 26, 1), ("clay", -22, -1)):
        with sheet.ink(colour, opaque=True) as pen:
            cx, cy = x + shift, y - 14 - shift * 0.7
            pen.shape(*oval(cx, cy, 50, 40, 0))
            pen.shape((cx + side * 8, cy + 28), (cx + side * 38, cy + 18), (cx + side * 46, cy + 62))
    with sheet.ink("paper", opaque=True) as pen:
        for dot in (-20, 0, 20):
            pen.disc(x - 22 + dot, y + 2, 5.5)


def screen(sheet, x, y):
    with sheet.ink("night", opaque=True) as pen:
        pen.box(x - 70, y - 54, 140, 92, 10)
        pen.box(x - 34, y + 50, 68, 9, 4)
        pen.box(x - 7, y + 36, 14, 18)
    with sheet.ink("straw", opaque=True) as pen:
        pen.box(x - 60, y - 44, 120, 72, 4)
    with sheet.ink("clay", opaque=True) as pen:
        pen.disc(x, y - 18, 15)
        pen.slice(x, y + 28, 32, 180, 360)


def hammer(sheet, x, y):
    """A workshop: a saw-toothed ruler across a brush."""
    with sheet.ink("night", opaque=True) as pen:
        pen.line(at(x, y, 66, 135), at(x, y, 24, -45), width=15)
    with sheet.ink("clay", opaque=True) as pen:
        tip = at(x, y, 44, -45)
        pen.shape(*oval(*tip, 36, 20, -45))
    with sheet.ink("paper", opaque=True) as pen:
        a, b = at(x, y, 68, -135), at(x, y, 68, 45)
        pen.line(a, b, width=25)
    with sheet.ink("pine", opaque=True) as pen:
        for step in range(1, 10):
            foot = (a[0] + (b[0] - a[0]) * step / 10, a[1] + (b[1] - a[1]) * step / 10)
            pen.line(at(*foot, 11, -45), at(*foot, 2 if step % 2 else -2, -45), width=3)


def puzzle(sheet, x, y):
    with sheet.ink("pine", opaque=True) as pen:
        pen.box(x - 46, y - 38, 84, 84, 4)
        pen.disc(x - 4, y - 48, 19)
        pen.disc(x + 50, y + 4, 19)
        pen.disc(x - 4, y + 40, 17, gone=True)
        pen.disc(x - 40, y + 4, 17, gone=True)


def feather(sheet, x, y):
    with sheet.ink("clay", opaque=True) as pen:
        pen.shape(
            *curve((x - 40, y + 44), (x - 42, y - 18), (x + 56, y - 66)), *curve((x + 56, y - 66), (x + 44, y + 18), (x - 40, y + 44))
        )
    with sheet.ink("paper", opaque=True) as pen:
        pen.line(*curve((x - 40, y + 44), (x + 2, y - 2), (x + 50, y - 58)), width=3.5)
        for step in (0.3, 0.5, 0.7):
            foot = (x - 40 + 90 * step, y + 44 - 100 * step)
            pen.line(foot, (foot[0] + 26, foot[1] + 6), width=3)
            pen.line(foot, (foot[0] - 8, foot[1] - 26), width=3)
    with sheet.ink("night", opaque=True) as pen:
        pen.line((x - 40, y + 44), (x - 62, y + 68), width=5)


def box(sheet, x, y):
    with sheet.ink("clay", opaque=True) as pen:
        pen.box(x - 54, y - 8, 108, 66, 3)
    with sheet.ink("pine", opaque=True) as pen:
        pen.shape((x - 54, y - 8), (x, y - 8), (x - 22, y - 34), (x - 78, y - 34))
        pen.shape((x + 54, y - 8), (x, y - 8), (x + 22, y - 34), (x + 78, y - 34))
    with sheet.ink("ochre", opaque=True) as pen:
        pen.disc(x, y - 52, 17)
    with sheet.ink("paper", opaque=True) as pen:
        pen.stitches([(x, y + 2), (x, y + 54)], length=8, gap=7, width=3)


def microphone(sheet, x, y):
    with sheet.ink("pine", opaque=True) as pen:
        pen.arc(x, y - 10, 46, 10, 170, 9)
        pen.line((x, y + 38), (x, y + 60), width=9)
        pen.line((x - 34, y + 64), (x + 34, y + 64), width=9)
    with sheet.ink("clay", opaque=True) as pen:
        pen.box(x - 27, y - 74, 54, 92, 27)
    with sheet.ink("paper", opaque=True) as pen:
        for row in (-44, -28, -12):
            pen.line((x - 11, y + row), (x + 11, y + row), width=4)


NINE = [book, cup, speech, screen, hammer, puzzle, feather, box, microphone]


# --- Plants and shelves -------------------------------------------------------------------


def flower(sheet, x, y, size, petal, heart):
    with sheet.ink(petal, opaque=True) as pen:
        for index in range(8):
            pen.shape(*oval(*at(x, y, size * 0.62, index * 45), size * 0.42, size * 0.24, index * 45))
    with sheet.ink(heart, opaque=True) as pen:
        pen.disc(x, y, size * 0.36)


def seedhead(sheet, x, y, size, dot, stem):
    with sheet.ink(stem, opaque=True) as pen:
        for index in range(12):
            pen.line((x, y), at(x, y, size, index * 30), width=3)
    with sheet.ink(dot, opaque=True) as pen:
        for index in range(12):
            pen.disc(*at(x, y, size, index * 30), 10 if index % 2 else 14)


def cup_flower(sheet, x, y, size, outside, inside):
    with sheet.ink(inside, opaque=True) as pen:
        pen.shape((x, y + size * 0.5), (x - size * 0.4, y - size * 0.9), (x, y - size * 0.3), (x + size * 0.4, y - size * 0.9))
    with sheet.ink(outside, opaque=True) as pen:
        pen.slice(x, y - size * 0.2, size * 0.8, 0, 180)
        for side in (-1, 1):
            left = x if side > 0 else x - size * 0.8
            pen.slice(left + (size * 0.8 if side > 0 else 0), y - size * 0.2, size * 0.8, *((180, 270) if side > 0 else (270, 360)))


def shelves(sheet, x, y, radius, inner, rng):
    """Books on four shelves inside a circle, from ``inner`` rightwards."""
    for shelf in (-165, -45, 75, 195):
        base = y + shelf
        half = math.sqrt(max(0, radius**2 - max(abs(shelf), abs(shelf - 92)) ** 2))
        left, right = max(x - half, inner), x + half
        place = left
        while (width := rng.choice([16, 20, 26, 32])) and place + width <= right:
            height = rng.choice([58, 66, 74, 82, 88])
            spine(sheet, place, base, width, height, rng.choice(["pine", "clay", "night", "ochre", "paper", "rose"]))
            place += width + 3
        with sheet.ink("night", opaque=True) as pen:
            pen.line((left - 6, base + 4), (right + 6, base + 4), width=6)


def spine(sheet, x, base, width, height, colour):
    with sheet.ink(colour, opaque=True) as pen:
        pen.box(x, base - height, width, height, 2)
    band = height * 0.15
    with sheet.ink("paper" if colour != "paper" else "clay", 0.8, opaque=True) as pen:
        pen.line((x + width * 0.22, base - height + band), (x + width * 0.78, base - height + band), width=max(2, width * 0.08))


def page_lines(pen, x, y, width, rows, step, angle=0):
    """Lines of writing, the last one shorter."""
    for row in range(rows):
        start = at(x, y, row * step, angle + 90)
        pen.line(start, at(*start, width * (0.6 if row == rows - 1 else 1), angle), width=4)


def half_moon(pen, x, y, radius, turn):
    pen.shape(*round_path(x, y, radius, turn, turn + 180))
