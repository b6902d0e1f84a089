"""Drawn leaves, flowers, weather and animals for labels, mugs and cloth, in a flat poster style."""

from math import cos, radians, sin

from demo_drawing.art.colours import WHITE, Colour, darker, lighter, rgb
from demo_drawing.art.motifs_fruit import LEAF, LEAF_DARK
from demo_drawing.art.sketch import Sketch

DARK = rgb("#2b2a33")


def sprig(pen: Sketch, leaf: Colour, stalk: Colour) -> None:
    """An upright stalk with paired leaves (mint, sage, tea)."""
    pen.line([(50, 94), (50, 20)], stalk, 2.6)
    for k in range(4):
        y, length = 82 - k * 18, 36 - k * 4
        pen.leaf(50, y, length, 17 - k, -38, leaf, stalk)
        pen.leaf(50, y, length, 17 - k, -142, leaf, stalk)
    pen.leaf(50, 26, 22, 12, -90, leaf, stalk)


def daisy(pen: Sketch, petal: Colour, heart: Colour) -> None:
    """An open flower with many petals."""
    pen.line([(50, 50), (48, 98)], LEAF_DARK, 3)
    pen.leaf(49, 84, 28, 12, -25, LEAF, LEAF_DARK)
    for k in range(14):
        pen.leaf(50, 44, 37, 13, k * 360 / 14, petal if k % 2 else darker(petal, 0.06))
    pen.disc(50, 44, 13, heart)
    pen.disc(48, 42, 9, lighter(heart, 0.25))


def blossom(pen: Sketch, petal: Colour, heart: Colour) -> None:
    """Five round petals (jasmine, cherry, vanilla)."""
    for angle in (-160, -20, 100):
        pen.leaf(50, 50, 48, 18, angle, LEAF, LEAF_DARK)
    for k in range(5):
        turn = radians(72 * k - 90)
        pen.oval(50 + 19 * cos(turn), 48 + 19 * sin(turn), 18, 14, petal, 72 * k - 90)
        pen.oval(50 + 12 * cos(turn), 48 + 12 * sin(turn), 9, 3, darker(petal, 0.12), 72 * k - 90)
    pen.disc(50, 48, 7.5, heart)


def rose(pen: Sketch, petal: Colour, shade: Colour) -> None:
    """A rose from above."""
    for angle in (20, 150, -95):
        pen.leaf(50, 52, 46, 22, angle, LEAF, LEAF_DARK)
    for ring, (count, r, size) in enumerate(((6, 20, 17), (5, 12, 13), (3, 5, 9))):
        for k in range(count):
            turn = radians(360 / count * k + 25 * ring)
            x, y = 50 + r * cos(turn), 50 + r * sin(turn)
            pen.disc(x, y, size, shade)
            pen.disc(x - 0.8 * cos(turn) * 2, y - 0.8 * sin(turn) * 2, size - 1.8, lighter(petal, 0.1 * ring))
    pen.arc(50, 50, 5, 0, 270, shade, 1.6)


def lavender(pen: Sketch, flower: Colour, stalk: Colour) -> None:
    """Three flowering stalks, tied."""
    for lean in (-24, 24, 0):
        pen.line([(50, 96), (50 + lean, 18)], stalk, 2)
        for k in range(7):
            t = 0.42 + k * 0.09
            x, y = 50 + lean * t, 96 - 78 * t
            for side in (-1, 1):
                pen.oval(x + side * 4.4, y, 5.4, 3.6, flower if k % 2 else lighter(flower, 0.2), side * -30)
    pen.box(44, 76, 56, 81, rgb("#e6c98f"), 1)


def olive(pen: Sketch, fruit: Colour, leaf: Colour) -> None:
    """An olive branch."""
    pen.line([(12, 82), (52, 44), (90, 16)], rgb("#7a6440"), 2.6)
    for x, y, angle in ((24, 71, -80), (38, 58, 20), (50, 46, -95), (62, 37, 15), (76, 27, -85), (86, 20, 0)):
        pen.leaf(x, y, 30, 10, angle, leaf, darker(leaf, 0.2))
    for x, y in ((44, 72), (68, 56)):
        pen.oval(x, y, 10, 13, darker(fruit, 0.2), 25)
        pen.oval(x - 0.8, y - 0.8, 8.6, 11.5, fruit, 25)
        pen.oval(x - 4, y - 4, 2, 3.6, lighter(fruit, 0.5), 25)


def star(pen: Sketch, body: Colour, edge: Colour) -> None:
    """A five-pointed star with a border."""
    for r, colour in ((46, edge), (37, body)):
        pen.poly(
            [
                (
                    50 + (r if k % 2 == 0 else r * 0.46) * cos(radians(36 * k - 90)),
                    52 + (r if k % 2 == 0 else r * 0.46) * sin(radians(36 * k - 90)),
                )
                for k in range(10)
            ],
            colour,
        )


def heart(pen: Sketch, body: Colour, edge: Colour) -> None:
    """A heart with a glint."""
    for grow, colour in ((0.0, edge), (3.0, body)):
        pen.disc(32, 38, 21 - grow, colour)
        pen.disc(68, 38, 21 - grow, colour)
        pen.poly([(14.5 + grow, 50), (85.5 - grow, 50), (50, 90 - grow * 1.4)], colour)
        pen.box(30, 34, 70, 52, colour)
    pen.oval(27, 32, 7, 4, lighter(body, 0.55), -40)


def sun(pen: Sketch, body: Colour, rays: Colour) -> None:
    """A sun with rays."""
    for k in range(12):
        pen.leaf(50 + 26 * cos(radians(30 * k)), 50 + 26 * sin(radians(30 * k)), 20, 9, 30 * k, rays)
    pen.disc(50, 50, 25, body)
    pen.oval(42, 42, 8, 5, lighter(body, 0.5), -40)


def moon(pen: Sketch, body: Colour, stars: Colour) -> None:
    """A crescent with small stars."""
    points = [(48 + 36 * cos(radians(a)), 50 + 36 * sin(radians(a))) for a in range(50, 311, 10)]
    points += [(62 + 29 * cos(radians(a)), 50 + 29 * sin(radians(a))) for a in range(285, 74, -10)]
    pen.poly(points, body)
    for x, y, r in ((68, 36, 6), (82, 58, 4.4), (60, 62, 4)):
        for k in range(4):
            pen.leaf(x, y, r * 1.5, r * 0.6, 90 * k, stars)


def mountain(pen: Sketch, rock: Colour, snow: Colour) -> None:
    """Two peaks with snow."""
    pen.poly([(30, 86), (66, 30), (98, 86)], darker(rock, 0.18))
    pen.poly([(66, 30), (56, 45.5), (64, 50), (70, 45), (77, 49)], snow)
    pen.poly([(2, 86), (38, 16), (76, 86)], rock)
    pen.poly([(38, 16), (26, 39), (34, 45), (40, 38), (48, 44), (52, 42)], snow)


def wave(pen: Sketch, water: Colour, foam: Colour) -> None:
    """Three rows of waves."""
    for row in range(3):
        y0 = 30 + row * 22
        points = [(x, y0 + 8 * sin(x / 8 + row * 1.7)) for x in range(0, 101, 2)]
        pen.poly([*points, (100, y0 + 26), (0, y0 + 26)], darker(water, 0.14 * row))
        pen.line(points, foam, 3)


def cat(pen: Sketch, fur: Colour, accent: Colour) -> None:
    """A cat's face."""
    for flip in (1, -1):
        pen.poly([(50 + flip * 38, 14), (50 + flip * 40, 56), (50 + flip * 10, 32)], fur)
        pen.poly([(50 + flip * 33, 24), (50 + flip * 34, 44), (50 + flip * 20, 34)], accent)
    pen.oval(50, 58, 40, 33, fur)
    for flip in (1, -1):
        pen.oval(50 + flip * 16, 52, 6.4, 7.6, WHITE)
        pen.oval(50 + flip * 16, 53, 3.4, 5.6, DARK)
        pen.oval(50 + flip * 25, 66, 5.5, 3.6, accent)
        for k in (-5, 3):
            pen.line([(50 + flip * 22, 68 + k * 0.4), (50 + flip * 46, 66 + k)], darker(fur, 0.35), 1.2)
    pen.poly([(45, 62), (55, 62), (50, 68)], accent)
    pen.arc(45, 68, 5, 10, 150, DARK, 1.8)
    pen.arc(55, 68, 5, 30, 170, DARK, 1.8)


def whale(pen: Sketch, skin: Colour, belly: Colour) -> None:
    """A friendly whale with its spout."""
    pen.line([(40, 30), (40, 18), (30, 10)], lighter(skin, 0.4), 3)
    pen.line([(40, 30), (40, 18), (50, 10)], lighter(skin, 0.4), 3)
    pen.leaf(78, 60, 26, 15, -70, skin)
    pen.leaf(78, 60, 24, 15, -15, skin)
    pen.oval(42, 60, 38, 27, skin)
    pen.poly([(60, 40), (86, 56), (84, 66), (56, 86)], skin)
    pen.wedge(42, 62, 33, 30, 178, belly)
    pen.disc(22, 56, 3.4, DARK)
    pen.disc(21, 55, 1.2, WHITE)
    pen.leaf(46, 70, 22, 12, 50, darker(skin, 0.15))


def fox(pen: Sketch, fur: Colour, cheeks: Colour) -> None:
    """A fox's face."""
    for flip in (1, -1):
        pen.poly([(50 + flip * 44, 10), (50 + flip * 40, 56), (50 + flip * 8, 36)], fur)
        pen.poly([(50 + flip * 38, 20), (50 + flip * 36, 42), (50 + flip * 22, 34)], DARK)
    pen.poly([(8, 52), (30, 32), (70, 32), (92, 52), (50, 94)], fur)
    for flip in (1, -1):
        pen.poly([(50 + flip * 42, 53), (50 + flip * 12, 58), (50, 94)], cheeks)
        pen.disc(50 + flip * 17, 54, 4.2, DARK)
        pen.disc(50 + flip * 17 - 1.4, 52.6, 1.4, WHITE)
    pen.disc(50, 90, 6, DARK)


def sailing_boat(pen: Sketch, sail: Colour, hull: Colour) -> None:
    """A small boat under sail."""
    pen.line([(50, 10), (50, 74)], rgb("#7a5a3a"), 3)
    pen.poly([(54, 12), (54, 66), (88, 66)], sail)
    pen.poly([(46, 20), (46, 66), (18, 66)], darker(sail, 0.12))
    pen.poly([(10, 72), (92, 72), (78, 92), (24, 92)], hull)


def rocket(pen: Sketch, body: Colour, fins: Colour) -> None:
    """A rocket lifting off."""
    pen.poly([(32, 58), (14, 84), (36, 76)], fins)
    pen.poly([(68, 58), (86, 84), (64, 76)], fins)
    pen.leaf(50, 74, 26, 16, 90, rgb("#ffb02e"))
    pen.leaf(50, 74, 17, 8, 90, rgb("#fff0a8"))
    pen.oval(50, 44, 19, 38, body)
    pen.oval(50, 14, 9, 9, fins)
    pen.box(36, 72, 64, 80, darker(body, 0.25), 2)
    pen.disc(50, 42, 9.5, darker(body, 0.3))
    pen.disc(50, 42, 7, rgb("#8fd3f4"))


def cactus(pen: Sketch, skin: Colour, flower: Colour) -> None:
    """A cactus with arms and a flower."""
    pen.line([(50, 94), (50, 28)], skin, 22)
    pen.line([(50, 66), (24, 66), (24, 46)], skin, 12)
    pen.line([(50, 58), (76, 58), (76, 36)], skin, 12)
    for x in (44, 50, 56):
        pen.line([(x, 92), (x, 28)], darker(skin, 0.2), 1)
    for k in range(5):
        pen.leaf(50, 20, 12, 7, 72 * k - 90, flower)


def dinosaur(pen: Sketch, skin: Colour, spikes: Colour) -> None:
    """A long-necked dinosaur."""
    for x, y in ((40, 46), (52, 42), (64, 44), (74, 52)):
        pen.poly([(x - 6, y), (x, y - 13), (x + 6, y)], spikes)
    pen.line([(26, 26), (32, 50), (46, 64)], skin, 14)
    pen.oval(56, 64, 28, 20, skin)
    pen.line([(76, 66), (90, 74), (97, 66)], skin, 8)
    for x in (42, 68):
        pen.box(x - 6, 74, x + 6, 94, darker(skin, 0.12), 3)
    pen.oval(22, 22, 14, 10, skin)
    pen.disc(18, 20, 2.4, DARK)
    pen.arc(16, 22, 7, 30, 100, DARK, 1.4)
