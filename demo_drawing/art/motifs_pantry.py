"""Drawn vegetables, nuts, grain, sweets and cups for labels, in a flat poster style."""

from math import cos, radians, sin

from demo_drawing.art.colours import WHITE, Colour, darker, lighter, rgb
from demo_drawing.art.motifs_fruit import LEAF, LEAF_DARK
from demo_drawing.art.sketch import Sketch


def tomato(pen: Sketch, skin: Colour, shade: Colour) -> None:
    """A tomato with its star of leaves."""
    pen.oval(50, 58, 36, 31, shade)
    pen.oval(48, 56, 33, 28, skin)
    pen.oval(33, 46, 9, 5.5, lighter(skin, 0.5), -30)
    for angle in (-170, -130, 170, 130, 50, 10, -10, -50):
        pen.leaf(50, 32, 19, 6.5, angle, LEAF)
    pen.line([(50, 32), (54, 16)], LEAF_DARK, 3.6)


def sweetcorn(pen: Sketch, grain: Colour, shade: Colour) -> None:
    """A cob in its husk."""
    pen.oval(50, 46, 19, 38, shade)
    for column in range(-2, 3):
        for row in range(10):
            x, y = 50 + column * 7.4, 15 + row * 7.4
            if ((x - 50) / 19) ** 2 + ((y - 46) / 37) ** 2 < 0.92:
                pen.box(x - 3.2, y - 3.2, x + 3.2, y + 3.2, grain, 2)
    for angle, length in ((-125, 58), (-55, 58), (-145, 46), (-35, 46)):
        pen.leaf(50, 92, length, 22, angle, LEAF, LEAF_DARK)
    pen.leaf(50, 94, 40, 22, -90, LEAF_DARK)


def beans(pen: Sketch, skin: Colour, shade: Colour) -> None:
    """A handful of kidney-shaped beans."""
    for x, y, angle in ((30, 34, 20), (64, 30, -30), (48, 54, 5), (26, 70, -25), (72, 62, 40), (54, 80, -8)):
        pen.oval(x, y, 17, 11, shade, angle)
        pen.oval(x - 0.5, y - 1, 15.5, 9.6, skin, angle)
        pen.oval(x + 4 * sin(radians(angle)), y - 5, 5, 2, lighter(skin, 0.55), angle)
        pen.oval(x, y + 6, 3.4, 2, darker(shade, 0.2), angle)


def round_peas(pen: Sketch, skin: Colour, shade: Colour) -> None:
    """Peas in an open pod; or chickpeas, in their colour."""
    pen.leaf(6, 74, 100, 44, -32, darker(shade, 0.15))
    pen.leaf(8, 73, 95, 32, -32, lighter(shade, 0.25))
    for k in range(5):
        x, y, r = 22 + k * 14, 64 - k * 8.8, (8.5, 10.5, 11.5, 10.5, 8.0)[k]
        pen.disc(x, y, r, shade)
        pen.disc(x - 0.6, y - 0.8, r - 1.3, skin)
        pen.disc(x - r * 0.35, y - r * 0.4, r * 0.22, lighter(skin, 0.6))


def fish(pen: Sketch, skin: Colour, belly: Colour) -> None:
    """A fish, swimming to the left."""
    pen.poly([(70, 50), (96, 30), (90, 50), (96, 72)], darker(skin, 0.15))
    pen.leaf(4, 51, 80, 46, 0, skin)
    pen.leaf(8, 58, 68, 24, 0, belly)
    pen.leaf(38, 32, 26, 12, -10, darker(skin, 0.15))
    pen.leaf(36, 54, 22, 10, 30, darker(skin, 0.15))
    pen.arc(14, 51, 16, -50, 50, darker(skin, 0.25), 1.8)
    pen.disc(18, 47, 4, WHITE)
    pen.disc(17.5, 47, 2.2, rgb("#202830"))


def chili(pen: Sketch, skin: Colour, shade: Colour) -> None:
    """A crossed pair of chili peppers."""
    for flip, colour in ((1, shade), (-1, skin)):
        points = [
            (50 + flip * (28 - 62 * t + 9 * sin(3 * t)), 26 + 62 * t) for t in (k / 40 for k in range(41))
        ]
        for index, (x, y) in enumerate(points):
            pen.disc(x, y, 10 * (1 - index / 41) ** 0.7 + 0.6, colour)
        x, y = points[0]
        pen.oval(x, y - 7, 8.5, 5, LEAF)
        pen.line([(x, y - 8), (x + flip * 6, y - 20)], LEAF_DARK, 3.6)
    pen.line([(21, 28), (28, 38), (36, 47)], lighter(skin, 0.5), 2.4)


def cheese(pen: Sketch, body: Colour, rind: Colour) -> None:
    """A wedge of holey cheese."""
    pen.poly([(8, 56), (70, 22), (92, 44), (92, 50)], lighter(body, 0.35))
    pen.poly([(8, 56), (92, 46), (92, 78), (8, 84)], body)
    pen.line([(8, 84), (92, 78)], rind, 2.5)
    for x, y, r in ((26, 68, 6), (48, 74, 4), (58, 60, 7), (78, 66, 5)):
        pen.disc(x, y, r, darker(body, 0.18))
    pen.oval(62, 38, 7, 3.4, darker(body, 0.1), -10)


def onion(pen: Sketch, skin: Colour, shade: Colour) -> None:
    """An onion with spring-onion green."""
    for angle in (-110, -90, -68):
        pen.leaf(50, 34, 32, 8, angle, LEAF, LEAF_DARK)
    pen.oval(50, 62, 32, 28, skin)
    pen.poly([(34, 42), (50, 22), (66, 42)], skin)
    for k in (-20, -10, 0, 10, 20):
        pen.line([(50 + k * 0.15, 30), (50 + k, 56), (50 + k * 0.5, 87)], shade, 1.6)
    pen.oval(33, 54, 4, 9, lighter(skin, 0.5), 15)


def potato_crisps(pen: Sketch, body: Colour, edge: Colour) -> None:
    """Three wavy crisps."""
    for x, y, angle in ((34, 40, -25), (66, 44, 30), (48, 68, 5)):
        pen.oval(x, y, 27, 18, edge, angle)
        pen.oval(x, y - 1.2, 25, 16, body, angle)
        pen.oval(x - 3, y - 3, 15, 7, lighter(body, 0.35), angle)
        for k in range(5):
            pen.disc(x - 12 + k * 6, y + (k * 7 % 5) - 2, 0.9, edge)


def wheat(pen: Sketch, grain: Colour, stalk: Colour) -> None:
    """Three ears of grain."""
    for lean in (-26, 26, 0):
        tip = (50 + lean * 1.1, 12)
        pen.line([(50, 96), (50 + lean * 0.5, 60), tip], stalk, 1.8)
        for k in range(7):
            t = k / 7
            x, y = 50 + lean * (0.5 + 0.6 * t), 60 - 48 * t
            for side in (1, -1):
                pen.leaf(x, y, 13, 6, -90 + lean * 0.9 + side * 32, grain)


def nuts(pen: Sketch, shell: Colour, cap: Colour) -> None:
    """Hazelnuts between leaves."""
    pen.leaf(50, 50, 46, 26, -150, LEAF, LEAF_DARK)
    pen.leaf(50, 50, 46, 26, -30, LEAF, LEAF_DARK)
    for x, y in ((34, 58), (66, 58), (50, 74)):
        pen.oval(x, y, 18, 19, shell)
        pen.oval(x, y + 9, 13, 8, cap)
        pen.line([(x - 8, y - 10), (x - 9, y + 2)], lighter(shell, 0.45), 2)


def almonds(pen: Sketch, shell: Colour, line: Colour) -> None:
    """Four almonds."""
    for x, y, angle in ((20, 26, 30), (48, 20, 75), (24, 68, -30), (52, 54, 15)):
        pen.leaf(x, y, 42, 25, angle, shell)
        pen.leaf(x + 4, y, 34, 6, angle + 4, line)


def cocoa(pen: Sketch, pod: Colour, bean: Colour) -> None:
    """A cocoa pod and beans."""
    pen.leaf(14, 20, 84, 48, 32, pod)
    for width in (32, 16):
        pen.leaf(14, 20, 84, width, 32, darker(pod, 0.12 if width == 32 else 0.0))
    pen.leaf(86, 24, 34, 16, 150, LEAF, LEAF_DARK)
    for x, y, angle in ((24, 72, 20), (42, 82, -15), (22, 88, 5)):
        pen.oval(x, y, 11, 7, bean, angle)
        pen.oval(x - 2, y - 2, 6, 2, lighter(bean, 0.3), angle)


def coffee_beans(pen: Sketch, bean: Colour, line: Colour) -> None:
    """Three roasted beans."""
    for x, y, angle in ((34, 36, -35), (66, 44, 30), (46, 72, -10)):
        pen.oval(x, y, 22, 15.5, bean, angle)
        pen.oval(x - 3, y - 6, 10, 3, lighter(bean, 0.2), angle)
        c, s = cos(radians(angle)), sin(radians(angle))
        wave = [(t, 3.2 * sin(t / 6)) for t in range(-19, 20, 2)]
        pen.line([(x + t * c - w * s, y + t * s + w * c) for t, w in wave], line, 2.2)


def honey(pen: Sketch, comb: Colour, drop: Colour) -> None:
    """Honeycomb cells and a drop."""
    for x, y in ((30, 24), (54, 24), (42, 45), (66, 45), (18, 45), (30, 66)):
        cell = [(x + 13 * cos(radians(60 * k + 30)), y + 13 * sin(radians(60 * k + 30))) for k in range(6)]
        pen.poly(cell, comb)
        pen.poly([(x + (px - x) * 0.76, y + (py - y) * 0.76) for px, py in cell], lighter(comb, 0.35))
    pen.disc(64, 78, 15, drop)
    pen.poly([(51, 71), (64, 48), (77, 71)], drop)
    pen.oval(58, 80, 3.4, 6, lighter(drop, 0.6), 20)


def caramel(pen: Sketch, body: Colour, salt: Colour) -> None:
    """Two caramel cubes with flakes of salt."""
    for x, y in ((34, 54), (62, 40)):
        pen.poly([(x - 22, y), (x, y - 13), (x + 22, y), (x, y + 13)], lighter(body, 0.3))
        pen.poly([(x - 22, y), (x, y + 13), (x, y + 40), (x - 22, y + 26)], body)
        pen.poly([(x + 22, y), (x, y + 13), (x, y + 40), (x + 22, y + 26)], darker(body, 0.22))
        for dx, dy in ((-8, -2), (2, -6), (8, 2), (-1, 4)):
            pen.box(x + dx - 2, y + dy - 1.6, x + dx + 2, y + dy + 1.6, salt, 0.6)


def glass_of_milk(pen: Sketch, milk: Colour, glass: Colour) -> None:
    """A full glass."""
    pen.poly([(26, 12), (74, 12), (68, 92), (32, 92)], glass)
    pen.poly([(28.5, 26), (71.5, 26), (66.5, 88), (33.5, 88)], milk)
    pen.oval(50, 26, 21.5, 5, darker(milk, 0.06))
    pen.line([(35, 32), (38, 80)], WHITE, 3)


def splash(pen: Sketch, drop: Colour, shade: Colour) -> None:
    """Drops and a splash crown."""
    for x, y, r in ((24, 30, 5), (50, 16, 6.5), (76, 30, 5)):
        pen.disc(x, y, r, drop)
        pen.poly([(x - r * 0.9, y - r * 0.4), (x, y - r * 2.3), (x + r * 0.9, y - r * 0.4)], drop)
    for angle in (-140, -115, -90, -65, -40):
        pen.leaf(50, 82, 46, 15, angle, drop)
    pen.oval(50, 80, 40, 12, shade)
    pen.oval(50, 78, 33, 8, drop)


def cup(pen: Sketch, china: Colour, drink: Colour) -> None:
    """A steaming cup on its saucer."""
    pen.oval(48, 86, 42, 8, darker(china, 0.12))
    pen.arc(78, 58, 13, -100, 110, china, 5)
    pen.wedge(48, 44, 34, 0, 180, china)
    pen.oval(48, 44, 34, 8, lighter(china, 0.35))
    pen.oval(48, 45, 30, 6, drink)
    for x in (34, 48, 62):
        pen.line([(x + 3 * sin(y / 4.2), y) for y in range(10, 33, 2)], lighter(china, 0.2), 2.4)
