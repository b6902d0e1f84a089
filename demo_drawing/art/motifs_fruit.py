"""Drawn fruit and berries for labels, in a flat poster style."""

from math import cos, radians, sin

from demo_drawing.art.colours import Colour, darker, lighter, rgb
from demo_drawing.art.sketch import Sketch

LEAF = rgb("#4f9a3c")
LEAF_DARK = rgb("#2f6d33")
WOOD = rgb("#6b4a2b")


def citrus(pen: Sketch, peel: Colour, flesh: Colour) -> None:
    """A whole fruit with a leaf behind a cut half."""
    pen.leaf(42, 22, 30, 17, -28, LEAF, LEAF_DARK)
    pen.disc(40, 46, 29, peel)
    pen.oval(31, 34, 9, 6, lighter(peel, 0.45), -35)
    pen.disc(63, 62, 30, darker(peel, 0.08))
    pen.disc(63, 62, 27, lighter(peel, 0.82))
    for k in range(9):
        middle = k * 40 + 8
        pen.wedge(63, 62, 24.5, middle - 17, middle + 17, flesh)
        pen.leaf(
            63 + 8 * cos(radians(middle)), 62 + 8 * sin(radians(middle)), 11, 4, middle, lighter(flesh, 0.35)
        )
    pen.disc(63, 62, 3.4, lighter(peel, 0.82))


def apple(pen: Sketch, skin: Colour, cheek: Colour) -> None:
    """A whole apple with a leaf."""
    pen.line([(50, 30), (53, 14)], WOOD, 3.5)
    pen.leaf(54, 20, 28, 15, -18, LEAF, LEAF_DARK)
    pen.oval(38, 57, 27, 33, skin, 8)
    pen.oval(62, 57, 27, 33, skin, -8)
    pen.oval(70, 62, 14, 23, cheek, -6)
    pen.oval(50, 30, 10, 4, darker(skin, 0.3))
    pen.oval(28, 45, 6, 11, lighter(skin, 0.5), 20)


def pear(pen: Sketch, skin: Colour, cheek: Colour) -> None:
    """A whole pear with a leaf."""
    pen.line([(51, 20), (56, 7)], WOOD, 3.5)
    pen.leaf(53, 15, 26, 14, 10, LEAF, LEAF_DARK)
    pen.disc(50, 66, 28, skin)
    pen.oval(50, 36, 16, 22, skin)
    pen.poly([(34.5, 40), (65.5, 40), (74, 54), (26, 54)], skin)
    pen.oval(65, 68, 10, 18, cheek, -10)
    pen.oval(34, 60, 5, 11, lighter(skin, 0.5), 15)


def pineapple(pen: Sketch, skin: Colour, lines: Colour) -> None:
    """A pineapple with its crown."""
    for angle in (-150, -125, -55, -30):
        pen.leaf(50, 38, 30, 10, angle, LEAF_DARK)
    for angle in (-110, -70, -90):
        pen.leaf(50, 38, 36, 11, angle, LEAF)
    pen.oval(50, 66, 23, 31, skin)
    for k in range(-4, 5):
        for slope in (1, -1):
            points = []
            for t in range(-40, 41, 4):
                x, y = 50 + k * 11 + t * 0.55 * slope, 66 + t
                if ((x - 50) / 22.5) ** 2 + ((y - 66) / 30.5) ** 2 < 1:
                    points.append((x, y))
            if len(points) > 1:
                pen.line(points, lines, 1.6)
    pen.oval(40, 54, 3.5, 9, lighter(skin, 0.5), 15)


def mango(pen: Sketch, skin: Colour, blush: Colour) -> None:
    """A mango and its cut cheek."""
    pen.leaf(60, 20, 30, 13, -8, LEAF, LEAF_DARK)
    pen.line([(58, 24), (62, 16)], WOOD, 3)
    pen.oval(48, 50, 33, 26, skin, -32)
    pen.oval(58, 40, 18, 15, blush, -32)
    pen.oval(34, 50, 8, 5, lighter(skin, 0.5), -50)
    pen.oval(66, 74, 24, 14, darker(skin, 0.1), -18)
    pen.oval(66, 72, 22, 12, lighter(skin, 0.25), -18)
    for k in (-12, -4, 4, 12):
        pen.line([(66 + k - 3, 79 - k * 0.3), (66 + k + 3, 64 - k * 0.3)], skin, 1.2)


def cherries(pen: Sketch, skin: Colour, shade: Colour) -> None:
    """A pair of cherries on one stalk."""
    pen.line([(32, 62), (42, 32), (56, 14)], LEAF_DARK, 3)
    pen.line([(68, 66), (64, 36), (56, 14)], LEAF_DARK, 3)
    pen.leaf(56, 14, 32, 16, 14, LEAF, LEAF_DARK)
    for x, y in ((32, 68), (68, 72)):
        pen.disc(x, y, 20, shade)
        pen.disc(x - 1, y - 1.5, 18.5, skin)
        pen.oval(x - 8, y - 8, 5, 3.5, lighter(skin, 0.6), -40)


def strawberry(pen: Sketch, skin: Colour, seeds: Colour) -> None:
    """A strawberry with its leaves."""
    pen.poly([(20, 42), (26, 28), (74, 28), (80, 42), (72, 66), (50, 92), (28, 66)], skin)
    pen.oval(36, 42, 18, 17, skin)
    pen.oval(64, 42, 18, 17, skin)
    pen.oval(50, 68, 18, 22, skin)
    for row, count in enumerate((5, 4, 3, 2)):
        for k in range(count):
            pen.oval(50 + (k - (count - 1) / 2) * 12.5, 42 + row * 12, 1.7, 2.8, seeds)
    for angle in (160, 125, 90, 55, 20):
        pen.leaf(50, 23, 27, 12, angle, LEAF)
    pen.line([(50, 25), (54, 10)], LEAF_DARK, 3.5)
    pen.oval(28, 42, 3, 7, lighter(skin, 0.5), 15)


def raspberries(pen: Sketch, skin: Colour, shade: Colour) -> None:
    """Two raspberries made of beads."""
    for x, y, size in ((36, 44, 1.0), (64, 62, 1.1)):
        for row, count in enumerate((3, 4, 4, 3, 2)):
            for k in range(count):
                bx, by = x + (k - (count - 1) / 2) * 10 * size, y + (row - 1.6) * 8.6 * size
                pen.disc(bx, by, 6.4 * size, shade)
                pen.disc(bx - 0.5, by - 0.8, 5.4 * size, skin)
                pen.disc(bx - 2 * size, by - 2.2 * size, 1.5 * size, lighter(skin, 0.55))
        for angle in (-160, -125, -90, -55, -20):
            pen.leaf(x, y - 17 * size, 12 * size, 6 * size, angle, LEAF)


def blueberries(pen: Sketch, skin: Colour, shade: Colour) -> None:
    """Three round berries with crowns."""
    pen.leaf(52, 34, 34, 18, -35, LEAF, LEAF_DARK)
    pen.leaf(48, 34, 34, 18, -150, LEAF_DARK)
    for x, y, r in ((34, 50, 19), (66, 48, 19), (50, 72, 21)):
        pen.disc(x, y, r, shade)
        pen.disc(x - 0.8, y - 1, r - 1.4, skin)
        for k in range(5):
            angle = radians(72 * k - 90)
            pen.disc(x + 4.6 * cos(angle) + 2, y + 4.6 * sin(angle) - 3, 2.6, shade)
        pen.disc(x + 2, y - 3, 3.6, darker(shade, 0.3))
        pen.oval(x - r * 0.5, y - r * 0.45, 4, 2.6, lighter(skin, 0.55), -40)


def grapes(pen: Sketch, skin: Colour, shade: Colour) -> None:
    """A bunch of grapes."""
    pen.line([(50, 24), (52, 8)], WOOD, 4)
    pen.leaf(50, 20, 36, 24, 8, LEAF, LEAF_DARK)
    pen.leaf(50, 20, 30, 20, 172, LEAF_DARK)
    for row, count in enumerate((4, 5, 4, 3, 2, 1)):
        for k in range(count):
            x, y = 50 + (k - (count - 1) / 2) * 14.5, 32 + row * 11.4
            pen.disc(x, y, 8.8, shade)
            pen.disc(x - 0.6, y - 0.8, 7.8, skin)
            pen.oval(x - 3, y - 3.4, 2.2, 1.5, lighter(skin, 0.6), -40)


def peach(pen: Sketch, skin: Colour, blush: Colour) -> None:
    """A peach or an apricot with a leaf."""
    pen.leaf(52, 22, 38, 17, -14, LEAF, LEAF_DARK)
    pen.leaf(50, 22, 28, 14, -160, LEAF_DARK)
    pen.disc(50, 57, 33, skin)
    pen.oval(64, 60, 18, 27, blush, 8)
    pen.arc(22, 50, 42, -44, 44, darker(skin, 0.22), 1.8)
    pen.oval(31, 42, 7, 5, lighter(skin, 0.55), -40)


def fig(pen: Sketch, skin: Colour, flesh: Colour) -> None:
    """A fig and its cut half."""
    pen.oval(36, 54, 23, 26, skin)
    pen.poly([(24, 36), (33, 12), (40, 12), (49, 36)], skin)
    for k in (-10, 0, 10):
        pen.line([(36 + k * 0.3, 22), (36 + k, 44), (36 + k, 72)], lighter(skin, 0.2), 1.2)
    pen.oval(66, 66, 24, 26, skin)
    pen.oval(66, 66, 20.5, 22.5, lighter(flesh, 0.75))
    pen.oval(66, 67, 16, 18, flesh)
    for k in range(16):
        pen.disc(
            66 + 10 * cos(k * 2.4) * (k % 3 + 1) / 3,
            67 + 12 * sin(k * 2.4) * (k % 3 + 1) / 3,
            1.3,
            rgb("#f6dfa0"),
        )


def currants(pen: Sketch, skin: Colour, shade: Colour) -> None:
    """A hanging string of small berries (cranberry, elder, currant)."""
    pen.line([(50, 10), (50, 78)], LEAF_DARK, 2.4)
    pen.leaf(50, 16, 34, 20, 22, LEAF, LEAF_DARK)
    pen.leaf(50, 16, 32, 19, 160, LEAF)
    for row in range(6):
        for side in (-1, 1):
            x, y = 50 + side * (15 - row * 1.8), 36 + row * 9.6
            pen.disc(x, y, 7.6, shade)
            pen.disc(x - 0.5, y - 0.8, 6.6, skin)
            pen.disc(x - 2.3, y - 2.6, 1.7, lighter(skin, 0.65))
    pen.disc(50, 90, 7, shade)
    pen.disc(49.5, 89.3, 6.1, skin)


def coconut(pen: Sketch, shell: Colour, flesh: Colour) -> None:
    """Half a coconut before a palm leaf."""
    for angle in (-150, -115, -80, -45, -15):
        pen.leaf(50, 46, 42, 13, angle, LEAF, LEAF_DARK)
    pen.disc(50, 62, 31, shell)
    pen.oval(50, 54, 30, 20, lighter(shell, 0.2))
    pen.oval(50, 54, 27, 17.5, flesh)
    pen.oval(50, 57, 20, 12, darker(flesh, 0.12))
