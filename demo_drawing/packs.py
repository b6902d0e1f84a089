"""Packages that several ranges share: a label goes in, a solid carton, can, jar, box or bag comes out.

``turn`` is always degrees from the usual pose. Labels that go around a package show their middle column
to the viewer when ``turn`` is 0.
"""

from functools import lru_cache

from PIL import Image, ImageDraw

from demo_drawing.art.colours import Colour, darker, lighter, mean_colour, rgb
from demo_drawing.render.boxes import Face, Sticker, box_faces, render_faces
from demo_drawing.render.canvas import BASE, CANVAS
from demo_drawing.render.lathe import Section, turn_on_lathe
from demo_drawing.render.shading import GLASS, GLOSSY, METAL, PAPER, SATIN, Material
from demo_drawing.render.soft import outline_mask, puff

STEEL = rgb("#c9ced4")
ALUMINIUM = rgb("#dfe3e8")


def plain(size: tuple[int, int], colour: Colour) -> Image.Image:
    """An empty face."""
    return Image.new("RGB", size, colour)


def ribbed(colour: Colour, ribs: int = 60) -> Image.Image:
    """A wrap of fine upright ribs, as on screw caps."""
    image = plain((ribs * 12, 8), colour)
    pen = ImageDraw.Draw(image)
    for x in range(0, image.width, 12):
        pen.rectangle((x, 0, x + 3, 8), fill=darker(colour, 0.22))
    return image


@lru_cache(maxsize=64)
def _screw_cap(colour: Colour, radius: int, tall: int) -> Image.Image:
    cap = turn_on_lathe(
        [
            Section([(radius, 0), (radius, tall)], ribbed(colour, 36), SATIN),
            Section([(radius, tall), (0, tall)], lighter(colour, 0.15), PAPER),
        ],
        tilt=0.3,
    )
    return cap.crop(cap.getbbox())


def gable_carton(
    front: Image.Image, side: Image.Image, roof: Colour, cap: Colour, *, turn: float, height: float = 500
) -> Image.Image:
    """A drink carton with a sloping roof, a sealed ridge and a screw cap."""
    width = height * 0.46
    w, h = width / 2, height
    ridge, fin = h * 1.17, h * 1.235
    slope = plain((200, 100), roof)
    fold = plain((100, 100), darker(roof, 0.10))
    seal = plain((200, 30), lighter(roof, 0.2))
    ImageDraw.Draw(seal).line([(0, 14), (200, 14)], fill=darker(roof, 0.15), width=3)
    tip = 0.02 * w
    faces = [
        *box_faces(width, h, width, front=front, side=side, top=plain((8, 8), roof)),
        Face([(-w, ridge, 0), (w, ridge, 0), (w, h, w), (-w, h, w)], slope),
        Face([(w, ridge, 0), (-w, ridge, 0), (-w, h, -w), (w, h, -w)], slope),
        Face([(w, ridge, tip), (w, ridge, -tip), (w, h, -w), (w, h, w)], fold),
        Face([(-w, ridge, -tip), (-w, ridge, tip), (-w, h, w), (-w, h, -w)], fold),
        Face([(-w, fin, 0), (w, fin, 0), (w, ridge, 0), (-w, ridge, 0)], seal, both_sides=True),
    ]
    knob = _screw_cap(cap, round(h * 0.085), round(h * 0.062))
    lid = Sticker((0, h * 1.035, w * 0.62), knob)
    return render_faces(faces, yaw=28 + turn, stickers=[lid])


def box(
    front: Image.Image,
    side: Image.Image,
    top: Image.Image,
    size: tuple[float, float, float],
    *,
    turn: float,
    back: Image.Image | None = None,
    yaw: float = 26,
    pitch: float = 0.2,
) -> Image.Image:
    """A cardboard box of (width, height, depth) canvas pixels."""
    faces = box_faces(*size, front=front, side=side, top=top, back=back)
    return render_faces(faces, yaw=yaw + turn, pitch=pitch)


def drink_can(wrap: Image.Image, *, turn: float, radius: float = 122, height: float = 560) -> Image.Image:
    """A slim aluminium can."""
    r, h = radius, height
    return turn_on_lathe(
        [
            Section([(r * 0.76, 0), (r * 0.84, 6), (r * 0.97, 30)], ALUMINIUM, METAL, 2),
            Section([(r * 0.97, 30), (r, 44), (r, h - 70), (r * 0.99, h - 58)], wrap, GLOSSY, 1),
            Section(
                [(r * 0.99, h - 58), (r * 0.80, h - 18), (r * 0.80, h - 6), (r * 0.84, h)],
                ALUMINIUM,
                METAL,
                1,
            ),
            Section([(r * 0.84, h), (r * 0.76, h - 4), (r * 0.72, h - 12), (0, h - 12)], ALUMINIUM, METAL),
        ],
        turn=turn / 360,
        tilt=0.2,
    )


def food_tin(label: Image.Image, *, turn: float, radius: float = 185, height: float = 430) -> Image.Image:
    """A steel tin with a paper label and ribs above and below."""
    r, h = radius, height
    return turn_on_lathe(
        [
            Section([(r * 1.02, 0), (r * 1.02, 10), (r, 14), (r, 30)], STEEL, METAL),
            Section([(r, 30), (r, h - 34)], label, SATIN),
            Section([(r, h - 34), (r, h - 14), (r * 1.02, h - 10), (r * 1.02, h)], STEEL, METAL),
            Section(
                [
                    (r * 1.02, h),
                    (r * 0.96, h),
                    (r * 0.94, h - 12),
                    (r * 0.7, h - 12),
                    (r * 0.68, h - 8),
                    (0, h - 8),
                ],
                lighter(STEEL, 0.35),
                METAL,
            ),
        ],
        turn=turn / 360,
        tilt=0.26,
    )


def jam_jar(
    label: Image.Image, contents: Colour | Image.Image, lid: Image.Image | Colour, *, turn: float
) -> Image.Image:
    """A round glass jar, its label in the lower half, a wide lid."""
    r = 165.0
    return turn_on_lathe(
        [
            Section([(r * 0.8, 0), (r * 0.97, 8), (r, 40)], contents, GLASS, 2),
            Section([(r, 40), (r, 70)], contents, GLASS),
            Section([(r + 1, 70), (r + 1, 270)], label, PAPER),
            Section(
                [(r, 270), (r, 318), (r * 0.96, 350), (r * 0.84, 368), (r * 0.84, 376)], contents, GLASS, 2
            ),
            Section([(r * 0.92, 374), (r * 0.94, 380), (r * 0.94, 436), (r * 0.92, 444)], lid, SATIN, 1),
            Section([(r * 0.92, 444), (r * 0.8, 448), (0, 448)], _lid_top(lid), SATIN),
        ],
        turn=turn / 360,
        tilt=0.22,
    )


def _lid_top(lid: Image.Image | Colour) -> Colour:
    if not isinstance(lid, Image.Image):
        return lighter(lid, 0.12)
    return lighter(mean_colour(lid), 0.1)


def bottle(
    label: Image.Image,
    body: Colour,
    cap: Colour,
    *,
    turn: float,
    radius: float = 112,
    height: float = 640,
    neck: float = 0.34,
    shoulder: float = 0.66,
    label_at: tuple[float, float] = (0.16, 0.52),
    material: Material = GLASS,
) -> Image.Image:
    """A bottle with a label around its body.

    Args:
        neck: radius of the neck as a share of ``radius``.
        shoulder: where the body begins to narrow, as a share of the height.
        label_at: the label's lower and upper edge, as shares of the height.
    """
    r, h = radius, height
    low, high = (share * h for share in label_at)
    n, s = r * neck, h * shoulder
    return turn_on_lathe(
        [
            Section([(r * 0.86, 0), (r * 0.98, 10), (r, 34), (r, low)], body, material, 1),
            Section([(r + 1, low), (r + 1, high)], label, SATIN),
            Section(
                [
                    (r, high),
                    (r, s),
                    (r * 0.93, s + h * 0.07),
                    (n * 1.12, s + h * 0.17),
                    (n, s + h * 0.23),
                    (n, h * 0.93),
                ],
                body,
                material,
                3,
            ),
            Section([(n * 1.16, h * 0.925), (n * 1.18, h * 0.93), (n * 1.14, h)], ribbed(cap, 40), SATIN),
            Section([(n * 1.14, h), (0, h)], lighter(cap, 0.15), PAPER),
        ],
        turn=turn / 360,
        tilt=0.16,
    )


def pillow_bag(art: Image.Image, *, seed: int, width: float = 430, height: float = 600) -> Image.Image:
    """A bag puffed with air, sealed with teeth at both ends (crisps)."""
    w, h, x0 = width, height, (CANVAS - width) / 2
    y0 = BASE - h
    outline = [
        (x0, y0),
        (x0 + w, y0),
        (x0 + w - 5, y0 + 46),
        (x0 + w + 9, y0 + h * 0.3),
        (x0 + w + 9, y0 + h * 0.7),
        (x0 + w - 5, y0 + h - 46),
        (x0 + w, y0 + h),
        (x0, y0 + h),
        (x0 + 5, y0 + h - 46),
        (x0 - 9, y0 + h * 0.7),
        (x0 - 9, y0 + h * 0.3),
        (x0 + 5, y0 + 46),
    ]
    mask = outline_mask(outline, rounds=0)
    face = Image.new("RGB", (CANVAS, CANVAS), (255, 255, 255))
    face.paste(art.resize((round(w + 22), round(h)), Image.Resampling.LANCZOS), (round(x0 - 11), round(y0)))
    creases = Image.new("L", (CANVAS, CANVAS))
    pen = ImageDraw.Draw(creases)
    for y in (y0 + 34, y0 + h - 34):
        pen.line([(x0 - 10, y), (x0 + w + 10, y)], fill=255, width=10)
    for k in range(int(w / 9)):
        for y in (y0 + 4, y0 + h - 26):
            pen.line([(x0 + 4 + 9 * k, y), (x0 + 4 + 9 * k, y + 22)], fill=50, width=3)
    foil = Material("band", 0.30, 0.62)
    return puff(mask, face, foil, puffiness=80, height=95, wrinkles=16, creases=creases, seed=seed)


def stand_up_pouch(art: Image.Image, *, seed: int, width: float = 390, height: float = 590) -> Image.Image:
    """A matt pouch with a flat bottom and a sealed top (coffee)."""
    w, h, x0 = width, height, (CANVAS - width) / 2
    y0 = BASE - h
    outline = [
        (x0 + 8, y0),
        (x0 + w - 8, y0),
        (x0 + w - 8, y0 + 70),
        (x0 + w, y0 + h * 0.45),
        (x0 + w - 2, y0 + h - 22),
        (x0 + w - 26, y0 + h - 4),
        (x0 + w * 0.5, y0 + h + 8),
        (x0 + 26, y0 + h - 4),
        (x0 + 2, y0 + h - 22),
        (x0, y0 + h * 0.45),
        (x0 + 8, y0 + 70),
    ]
    mask = outline_mask(outline, rounds=0)
    face = Image.new("RGB", (CANVAS, CANVAS), (255, 255, 255))
    face.paste(
        art.resize((round(w + 4), round(h + 10)), Image.Resampling.LANCZOS), (round(x0 - 2), round(y0))
    )
    creases = Image.new("L", (CANVAS, CANVAS))
    pen = ImageDraw.Draw(creases)
    pen.line([(x0, y0 + 56), (x0 + w, y0 + 56)], fill=255, width=8)
    pen.arc((x0 + 10, y0 + h - 90, x0 + w - 10, y0 + h + 10), 15, 165, fill=220, width=8)
    return puff(
        mask,
        face,
        Material("band", 0.13, 0.55),
        puffiness=90,
        height=80,
        wrinkles=14,
        creases=creases,
        seed=seed,
    )
