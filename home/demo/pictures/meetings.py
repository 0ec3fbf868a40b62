"""The pictures of the meetings, one for each kind."""

import math

from home.demo.pictures.sheet import Sheet, at, curve, oval, round_path


def windows():
    """Nine rounded windows, somebody in each, the largest one speaking; a thread ties them."""
    sheet = Sheet(paper="night")
    frames = [(60, 60, 250, 190), (60, 280, 250, 190), (60, 500, 250, 190), (340, 60, 520, 410), (340, 500, 250, 190), (610, 500, 250, 190),
              (890, 60, 250, 190), (890, 280, 250, 190), (890, 500, 250, 190)]  # fmt: skip
    grounds = ["mist", "straw", "sage", "clay", "sand", "rose", "sand", "ochre", "mist"]
    people = [("pine", "night"), ("clay", "night"), ("night", "straw"), ("straw", "ochre"), ("pine", "clay"), ("night", "clay"),
              ("sage", "night"), ("paper", "pine"), ("clay", "ochre")]  # fmt: skip
    for (x, y, width, height), ground, (shirt, head) in zip(frames, grounds, people, strict=True):
        with sheet.ink(ground, opaque=True) as pen:
            pen.box(x, y, width, height, 26)
        _bust(sheet, x + width / 2, y + height, height / 190, shirt, head)
    with sheet.ink("paper", opaque=True) as pen:
        for seam in (
            [(325, -20), (325, 770)], [(875, -20), (875, 770)], [(-20, 485), (1220, 485)],
            [(-20, 265), (312, 265)], [(888, 265), (1220, 265)], [(600, 498), (600, 770)],
        ):  # fmt: skip
            pen.stitches(seam, length=14, gap=11, width=3)
    return sheet.finish()


def _bust(sheet, x, base, scale, shirt, head):
    with sheet.ink(shirt, opaque=True) as pen:
        pen.shape(*round_path(x, base, 72 * scale, 180, 360))
    with sheet.ink(head, opaque=True) as pen:
        pen.disc(x, base - 100 * scale, 34 * scale)


def three_tables():
    """Three square tables in an open triangle, papers and hands on each."""
    sheet = Sheet(paper="sand")
    with sheet.ink("paper", opaque=True) as pen:
        pen.disc(600, 400, 330)
    for x, y, angle, seed in ((325, 222, 14, 0), (880, 220, -11, 1), (600, 541, 3, 2)):
        _table(sheet, x, y, angle, seed)
    with sheet.ink("pine", opaque=True) as pen:
        pen.stitches(curve((500, 262), (600, 296), (700, 256)), length=12, gap=10, width=2.8)
        pen.stitches(curve((372, 400), (420, 460), (430, 500)), length=12, gap=10, width=2.8)
        pen.stitches(curve((828, 400), (780, 460), (770, 500)), length=12, gap=10, width=2.8)
    return sheet.finish()


def _table(sheet, x, y, angle, seed):
    side = 106
    tops = ["clay", "pine", "ochre"]
    arms = [("pine", "ochre", "night", "sage"), ("clay", "straw", "sage", "ochre"), ("pine", "clay", "night", "rose")][seed]
    for index, colour in enumerate(arms):
        facing = angle + index * 90
        cx, cy = at(x, y, side + 52, facing)
        with sheet.ink(colour, opaque=True) as pen:
            pen.shape(*oval(cx, cy, 34, 62, facing))
    with sheet.ink("night", 0.16) as pen:
        pen.shape(*_square(x + 10, y + 14, side, angle))
    with sheet.ink(tops[seed], opaque=True) as pen:
        pen.shape(*_square(x, y, side, angle))
    with sheet.ink("paper", 0.8, opaque=True) as pen:
        corners = _square(x, y, side - 14, angle)
        pen.stitches([*corners, corners[0]], length=10, gap=9, width=2.4)
    for index, colour in enumerate(arms):
        facing = angle + index * 90
        for hand in (-1, 1):
            shoulder = at(*at(x, y, side + 34, facing), 44 * hand, facing + 90)
            with sheet.ink(colour, opaque=True) as pen:
                pen.line(shoulder, at(*at(x, y, side - 26, facing), 30 * hand, facing + 90), width=26)
        with sheet.ink("night" if colour != "night" else "rose", opaque=True) as pen:
            pen.disc(*at(x, y, side + 52, facing), 29)
    for turn, distance, size in ((angle + 20, 34, 40), (angle + 205, 36, 46)):
        px, py = at(x, y, distance, turn)
        with sheet.ink("paper", opaque=True) as pen:
            pen.shape(
                *[at(*at(px, py, size * 0.66 * a, turn), size * 0.84 * b, turn + 90) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
            )
        with sheet.ink("night", 0.8) as pen:
            for row in (-0.4, 0, 0.4):
                pen.stitches([at(*at(px, py, size * row, turn), size * b, turn + 90) for b in (-0.6, 0.6)], length=9, gap=6, width=2.4)


def _square(x, y, half, angle):
    return [at(x, y, half * math.sqrt(2), angle + 45 + 90 * i) for i in range(4)]


def ring_of_books():
    """Five open books in a ring around a cup."""
    sheet, x, y = Sheet(paper="clay"), 600, 375
    with sheet.ink("night", 0.22) as pen:
        for radius in (348, 312):
            pen.stitches(round_path(x, y, radius), length=12, gap=12, width=2.6)
    for index, (cover, page) in enumerate(
        [("pine", "paper"), ("night", "straw"), ("ochre", "paper"), ("pine", "sand"), ("night", "paper")]
    ):
        angle = index * 72 - 90
        _open_book(sheet, *at(x, y, 232, angle), angle + 90, cover, page)
    with sheet.ink("night", 0.25) as pen:
        pen.disc(x + 8, y + 10, 74)
    for radius, colour in ((74, "straw"), (54, "paper"), (44, "night")):
        with sheet.ink(colour, opaque=True) as pen:
            pen.disc(x, y, radius)
    with sheet.ink("straw", opaque=True) as pen:
        pen.line(at(x, y, 70, 20), at(x, y, 96, 20), width=20)
    with sheet.ink("clay", opaque=True) as pen:
        pen.arc(x, y, 30, 190, 280, 5)
    return sheet.finish()


def _open_book(sheet, x, y, angle, cover, page):
    def spot(across, down):
        return at(*at(x, y, across, angle), down, angle + 90)

    with sheet.ink("night", 0.25) as pen:
        pen.shape(*[(px + 8, py + 10) for px, py in (spot(-112, -74), spot(112, -74), spot(112, 74), spot(-112, 74))])
    with sheet.ink(cover, opaque=True) as pen:
        pen.shape(spot(-112, -74), spot(112, -74), spot(112, 74), spot(-112, 74))
    with sheet.ink(page, opaque=True) as pen:
        for side in (-1, 1):
            pen.shape(
                *curve(spot(0, -60), spot(side * 50, -68), spot(side * 102, -62)),
                *curve(spot(side * 102, 64), spot(side * 50, 58), spot(0, 66)),
            )
    with sheet.ink(cover, opaque=True) as pen:
        pen.line(spot(0, -62), spot(0, 66), width=3)
        for side in (-1, 1):
            for row in (-36, -18, 0, 18, 36):
                pen.stitches([spot(side * 20, row), spot(side * 84, row - 3)], length=12, gap=7, width=3)


def pieces():
    """Six pieces come towards a centre that is still empty."""
    sheet, x, y = Sheet(paper="mist"), 600, 375
    with sheet.ink("paper", opaque=True) as pen:
        pen.disc(x, y, 356)
    with sheet.ink("clay", opaque=True) as pen:
        pen.shape(*[at(x, y, 108, 60 * i) for i in range(6)])
        for i in range(6):
            pen.disc(*at(x, y, 93, 60 * i + 30), 25)
    with sheet.ink("paper", 0.9, opaque=True) as pen:
        pen.stitches([at(x, y, 84, 60 * i) for i in range(7)], length=10, gap=9, width=2.4)
    distances, colours = [238, 262, 232, 262, 246, 256], ["pine", "ochre", "sage", "night", "rose", "pine"]
    for i, (distance, colour) in enumerate(zip(distances, colours, strict=True)):
        angle, tilt = 60 * i + 30, (-7, 9, 5, -10, 8, -5)[i]
        centre = at(x, y, distance, angle)
        with sheet.ink(colour, opaque=True) as pen:
            pen.shape(*[at(*centre, 94, angle + tilt + 60 * k + 30) for k in range(6)])
            pen.disc(*at(*centre, 84, angle + tilt + 180), 27, gone=True)
        with sheet.ink("paper", 0.85, opaque=True) as pen:
            corners = [at(*centre, 76, angle + tilt + 60 * k + 30) for k in (-2, -1, 0, 1, 2)]
            pen.stitches(corners, length=10, gap=9, width=2.4)
    return sheet.finish()


def threads():
    """Discs of several sizes joined by curved threads, closer in the middle."""
    sheet, x, y = Sheet(), 600, 375
    inks = ["pine", "clay", "ochre", "sage", "night", "rose"]
    spots = []
    for i in range(26):
        distance = 40 + 15.6 * i
        angle = i * 137.5
        px, py = x + distance * 1.28 * math.cos(math.radians(angle)), y + distance * 0.78 * math.sin(math.radians(angle))
        spots.append((px, py, (34, 20, 46, 26, 16)[i % 5], inks[i % 6]))
    for i, (ax, ay, _radius, colour) in enumerate(spots):
        for j in (i + 3, i + 5, i + 8):
            if j < len(spots):
                bx, by = spots[j][:2]
                bend = 0.22 if (i + j) % 2 else -0.18
                middle = ((ax + bx) / 2 - (by - ay) * bend, (ay + by) / 2 + (bx - ax) * bend)
                with sheet.ink(colour, 0.8) as pen:
                    pen.line(*curve((ax, ay), middle, (bx, by)), width=2.6)
    for px, py, radius, colour in spots:
        with sheet.ink("paper", opaque=True) as pen:
            pen.disc(px, py, radius + 7)
        with sheet.ink(colour, opaque=True) as pen:
            pen.disc(px, py, radius)
        if radius > 30:
            with sheet.ink("paper", 0.85, opaque=True) as pen:
                pen.stitches(round_path(px, py, radius - 11), length=7, gap=6, width=2)
    return sheet.finish()
