"""Wooden blocks, stacking rings and balls."""

from collections.abc import Callable
from functools import partial

from PIL import Image, ImageDraw

from demo_drawing.art.colours import CREAM, WHITE, Colour, darker, lighter, rgb
from demo_drawing.art.lettering import put_text
from demo_drawing.art.motifs import put_motif
from demo_drawing.art.patterns import dots, speckle, stripes
from demo_drawing.product import Draft, Range
from demo_drawing.render.boxes import box_faces, render_faces
from demo_drawing.render.canvas import CANVAS
from demo_drawing.render.lathe import Section, turn_on_lathe
from demo_drawing.render.shading import GLOSSY, SATIN, Material

_BRAND = "Woodlark"
_BRIGHT = [rgb(code) for code in ("#e2483d", "#f29b38", "#f6d13d", "#5fb35f", "#3f8fd0", "#8a5fc0")]


def _wood(size: tuple[int, int], seed: int) -> Image.Image:
    grain = speckle((size[1], size[0]), rgb("#dcb780"), rgb("#efd3a4"), grain=(3, 22), seed=seed)
    return grain.transpose(Image.Transpose.ROTATE_90).resize(size)


def _cube_face(text: str, picture: str | None, colour: Colour, seed: int) -> Image.Image:
    art = _wood((240, 240), seed)
    pen = ImageDraw.Draw(art)
    pen.rounded_rectangle((18, 18, 222, 222), 22, outline=colour, width=11)
    if picture:
        put_motif(art, picture, 120, 120, 158)
    else:
        put_text(art, text, (52, 44, 188, 196), colour, weight=1.0)
    return art


def _cube(text: str, picture: str, colour: Colour, yaw: float, seed: int) -> Image.Image:
    faces = box_faces(
        300,
        300,
        300,
        front=_cube_face(text, None, colour, seed),
        side=_cube_face(text, picture, colour, seed + 1),
        top=_cube_face(text, None, darker(colour, 0.1), seed + 2),
    )
    return render_faces(faces, yaw=yaw, pitch=0.34, edge=110)


def _blocks(
    letters: str, pictures: tuple[str, str, str], colours: tuple[int, int, int], turn: float
) -> Image.Image:
    scene = Image.new("RGBA", (CANVAS, CANVAS))
    places = ((118, 520, 24), (452, 540, -30), (292, 248, 12))
    for k, (x, y, yaw) in enumerate(places):
        cube = _cube(letters[k], pictures[k], _BRIGHT[colours[k]], yaw + turn, 10 * k)
        cut = cube.crop(cube.getbbox())
        scale = 0.88
        cut = cut.resize((round(cut.width * scale), round(cut.height * scale)), Image.Resampling.LANCZOS)
        scene.alpha_composite(cut, (x, y - 60))
    return scene


def _ball(paint: Callable[[], Image.Image], turn: float) -> Image.Image:
    from math import cos, pi, sin

    r = 270.0
    points = [(r * sin(pi * k / 60), r - r * cos(pi * k / 60)) for k in range(61)]
    return turn_on_lathe(
        [Section(points, paint(), Material("spot", 0.5, 0.6))], turn=turn / 360, tilt=0.3, lean=18
    )


def _rings(colours: tuple[Colour, ...], _turn: float) -> Image.Image:
    sections = [Section([(230, 0), (236, 12), (230, 36), (120, 40)], rgb("#dcb780"), SATIN, 1)]
    level = 40.0
    for k, colour in enumerate(colours):
        r, h = 205.0 - 26 * k, 84.0
        ring = [
            (r * 0.72, level),
            (r, level + 4),
            (r * 1.06, level + h * 0.5),
            (r, level + h - 4),
            (r * 0.72, level + h),
        ]
        sections.append(Section(ring, colour, GLOSSY, 3))
        level += h
    top = [(24.0, level), (52.0, level + 14), (58.0, level + 48), (30.0, level + 82), (0.0, level + 88)]
    sections.append(Section(top, rgb("#e2483d"), GLOSSY, 3))
    return turn_on_lathe(sections, tilt=0.2)


_BLOCKS = [
    ("ABC Blocks", "ABC积木", "ABC", ("apple", "fox", "cat"), (0, 4, 2), 1290),
    ("Animal Blocks", "动物积木", "FOX", ("fox", "whale", "dinosaur"), (1, 3, 5), 1390),
    ("Number Blocks", "数字积木", "123", ("star", "heart", "sun"), (3, 0, 4), 1290),
    ("Sea Blocks", "海洋积木", "SEA", ("whale", "boat", "wave"), (4, 4, 1), 1390),
]
_BALLS: list[tuple[str, str, Callable[[], Image.Image], int]] = [
    (
        "Beach Ball",
        "沙滩球",
        lambda: stripes(
            (1200, 600), [_BRIGHT[0], WHITE, _BRIGHT[4], WHITE, _BRIGHT[2], WHITE], 100, upright=True
        ),
        590,
    ),
    ("Dotted Ball", "波点球", lambda: dots((1200, 600), _BRIGHT[0], WHITE, 36, 150), 590),
    ("Striped Ball", "条纹球", lambda: stripes((1200, 600), [CREAM, _BRIGHT[4], CREAM, _BRIGHT[1]], 75), 590),
    (
        "Marbled Ball",
        "大理石纹球",
        lambda: speckle((1200, 600), rgb("#3a8f8a"), rgb("#c9f0e2"), grain=(14, 9), seed=31),
        690,
    ),
]
_STACKS = [
    ("Rainbow Rings", "彩虹套圈", tuple(_BRIGHT[k] for k in (5, 4, 3, 2, 1)), 1690),
    ("Pastel Rings", "柔彩套圈", tuple(lighter(_BRIGHT[k], 0.5) for k in (0, 5, 4, 3, 2)), 1690),
]


def toys() -> Range:
    """The toys."""
    looks: list[tuple[str, str, int, str, Callable[[float], Image.Image], float | None]] = [
        *(
            (n, z, p, "blocks", partial(_blocks, letters, pics, cols), 40.0)
            for n, z, letters, pics, cols, p in _BLOCKS
        ),
        *((n, z, p, "ball", partial(_ball, paint), None) for n, z, paint, p in _BALLS),
        *((n, z, p, "rings", partial(_rings, colours), None) for n, z, colours, p in _STACKS),
    ]
    drafts = tuple(
        Draft(
            title=f"{_BRAND} {name}",
            title_zh=f"木云雀{chinese}",
            brand=_BRAND,
            description=f"{name} for children from eighteen months, without small parts.",
            price_minor=price,
            tags=("toy", kind),
            draw=draw,
            second_turn=turn,
        )
        for name, chinese, price, kind, draw, turn in looks
    )
    return Range("Toys", "Children", "TO", drafts)
