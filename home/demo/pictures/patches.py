"""The pieces of the quilt: figures in a unit square, placed anywhere, at any size and angle."""

import math


def _quarter(x, y, start, radius=1.0):
    return [(x, y), *round_path_unit(x, y, radius, start, start + 90)]


def round_path_unit(x, y, radius, start, end):
    """A round path in the unit square, fine enough to be enlarged."""
    count = 64
    return [
        (
            x + radius * math.cos(math.radians(start + (end - start) * i / count)),
            y + radius * math.sin(math.radians(start + (end - start) * i / count)),
        )
        for i in range(count + 1)
    ]


FIGURES = {
    "plain": [],
    "triangle": [[(0, 0), (1, 0), (1, 1)]],
    "quarter": [_quarter(0, 0, 0)],
    "arch": [[*round_path_unit(0.5, 0.5, 0.5, 180, 360), (1, 1), (0, 1)]],
    "leaf": [[*round_path_unit(0, 0, 1, 0, 90), *round_path_unit(1, 1, 1, 180, 270)]],
    "petals": [[*round_path_unit(0, 0, 0.5, 0, 90), (0, 0)], [*round_path_unit(1, 1, 0.5, 180, 270), (1, 1)]],
    "disc": [round_path_unit(0.5, 0.5, 0.33, 0, 360)],
    "hourglass": [[(0, 0), (1, 0), (0.5, 0.5)], [(1, 1), (0, 1), (0.5, 0.5)]],
    "half": [round_path_unit(0.5, 0, 0.5, 0, 180)],
    "diamond": [[(0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)]],
    "geese": [[(0, 0.5), (0.5, 0), (1, 0.5)], [(0, 1), (0.5, 0.5), (1, 1)]],
    "strips": [[(0, 0), (0.25, 0), (0.25, 1), (0, 1)], [(0.5, 0), (0.75, 0), (0.75, 1), (0.5, 1)]],
    "rainbow": [
        [*round_path_unit(0, 1, 1, 270, 360), *round_path_unit(0, 1, 0.7, 360, 270)],
        [(0, 1), *round_path_unit(0, 1, 0.4, 270, 360)],
    ],
}  # fmt: skip


def patch(sheet, kind, x, y, size, ground, colour, turn=0, angle=0.0, seam=True):
    """One square of the quilt with its figure; ``turn`` quarters, then ``angle`` degrees around the middle."""
    place = _placing(x, y, size, turn, angle)
    with sheet.ink(ground, opaque=True) as pen:
        pen.shape(*map(place, [(0, 0), (1, 0), (1, 1), (0, 1)]))
    with sheet.ink(colour, opaque=True) as pen:
        for figure in FIGURES[kind]:
            pen.shape(*map(place, figure))
    if seam:
        edge = 0.07
        with sheet.ink("paper", 0.75, opaque=True) as pen:
            corners = [(edge, edge), (1 - edge, edge), (1 - edge, 1 - edge), (edge, 1 - edge), (edge, edge)]
            pen.stitches([place(corner) for corner in corners], length=size * 0.045, gap=size * 0.045, width=max(1.2, size * 0.011))


def _placing(x, y, size, turn, angle):
    middle = size / 2
    quarter, turned = math.radians(turn * 90), math.radians(angle)

    def place(point):
        across, down = point[0] - 0.5, point[1] - 0.5
        across, down = across * math.cos(quarter) - down * math.sin(quarter), across * math.sin(quarter) + down * math.cos(quarter)
        across, down = across * math.cos(turned) - down * math.sin(turned), across * math.sin(turned) + down * math.cos(turned)
        return x + middle + across * size, y + middle + down * size

    return place
