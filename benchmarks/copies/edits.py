"""Forty-two ways in which a picture is changed before it is shown elsewhere, in families.

Pillow and NumPy alone; each takes the picture, a source of chance and other pictures.
"""

import io
import random
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageFont, ImageOps

Picture = Image.Image
Edit = Callable[[Picture, random.Random, Sequence[Picture]], Picture]

_WORDS = ("SALE 50%", "NEW!", "shop.example", "只要 9.9", "Best price")


def compressed(picture: Picture, quality: int) -> Picture:
    """As JPEG."""
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=quality)
    return Image.open(io.BytesIO(buffer.getvalue())).convert("RGB")


def resized(picture: Picture, by: float) -> Picture:
    """Larger or smaller; never below 24 pixels."""
    sides = (max(24, round(side * by)) for side in picture.size)
    width, height = sides
    return picture.resize((width, height), Image.Resampling.BICUBIC)


def cut(picture: Picture, share: float, chance: random.Random) -> Picture:
    """A part of its own shape, anywhere."""
    width, height = (int(side * share**0.5) for side in picture.size)
    left, top = chance.randint(0, picture.width - width), chance.randint(0, picture.height - height)
    return picture.crop((left, top, left + width, top + height))


def turned(picture: Picture, degrees: float, ground: str = "white") -> Picture:
    """By any angle, on a plain ground."""
    return picture.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=ground)


def written_over(picture: Picture, chance: random.Random, times: int = 4) -> Picture:
    """Slogans anywhere."""
    changed = picture.copy()
    pencil = ImageDraw.Draw(changed)
    for _ in range(times):
        font = ImageFont.load_default(size=max(12, picture.width // chance.randint(6, 12)))
        place = chance.randint(0, picture.width * 2 // 3), chance.randint(0, picture.height * 9 // 10)
        pencil.text(place, chance.choice(_WORDS[:3]), fill=_colour(chance), font=font)
    return changed


def with_stickers(picture: Picture, chance: random.Random, times: int = 6) -> Picture:
    """Discs and boxes anywhere."""
    changed = picture.copy()
    pencil = ImageDraw.Draw(changed)
    for _ in range(times):
        side = picture.width * chance.uniform(0.1, 0.25)
        x, y = chance.uniform(0, picture.width - side), chance.uniform(0, picture.height - side)
        chance.choice([pencil.ellipse, pencil.rectangle])((x, y, x + side, y + side), fill=_colour(chance))
    return changed


def marked(picture: Picture, chance: random.Random) -> Picture:
    """A pale mark all over it."""
    mark = Image.new("L", picture.size, 0)
    pencil, font = ImageDraw.Draw(mark), ImageFont.load_default(size=max(14, picture.width // 8))
    for y in range(0, picture.height, max(1, picture.height // 4)):
        pencil.text((chance.randint(0, picture.width // 4), y), "COPYRIGHT SHOP", fill=110, font=font)
    return Image.composite(Image.new("RGB", picture.size, "white"), picture, mark)


def framed(picture: Picture, chance: random.Random) -> Picture:
    """A plain border."""
    return ImageOps.expand(picture, int(picture.width * chance.uniform(0.08, 0.25)), _colour(chance))


def in_another(picture: Picture, chance: random.Random, others: Sequence[Picture], share: float) -> Picture:
    """A small picture in a large one."""
    scene = chance.choice(others).resize((900, 700))
    small = resized(picture, (share * 900 * 700 / (picture.width * picture.height)) ** 0.5)
    place = chance.randint(0, max(0, 900 - small.width)), chance.randint(0, max(0, 700 - small.height))
    scene.paste(small, place)
    return scene


def collage(picture: Picture, chance: random.Random, others: Sequence[Picture], rows: int) -> Picture:
    """One of many, cut to a square."""
    side, own = 360, chance.randrange(rows * rows)
    scene = Image.new("RGB", (side * rows, side * rows))
    for place in range(rows * rows):
        part = ImageOps.fit(picture if place == own else chance.choice(others), (side, side))
        scene.paste(part, (place % rows * side, place // rows * side))
    return scene


def slanted(picture: Picture, chance: random.Random, most: float) -> Picture:
    """Seen from one side."""
    width, height = picture.size
    corners = [(0, 0), (0, height), (width, height), (width, 0)]
    out = [(-1, -1), (-1, 1), (1, 1), (1, -1)]
    rows, values = [], []
    for (x, y), (right, down) in zip(corners, out, strict=True):
        u = x + right * chance.uniform(0, most) * width
        v = y + down * chance.uniform(0, most) * height
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    ways = tuple(np.linalg.solve(np.array(rows, float), np.array(values)).tolist())
    return picture.transform(
        picture.size, Image.Transform.PERSPECTIVE, ways, Image.Resampling.BICUBIC, fillcolor=(60, 60, 60)
    )


def on_a_screen(picture: Picture, chance: random.Random) -> Picture:
    """A photo of a screen: its stripes, its light, its frame, from one side, not quite sharp."""
    shown = resized(picture, 900 / picture.width)
    values = np.asarray(shown, np.float32)
    down, across = np.mgrid[: values.shape[0], : values.shape[1]]
    values = values * (1 + 0.06 * np.sin(across * chance.uniform(1.2, 2.4) + down * 0.3))[..., None]
    values = values * (1 + 0.05 * np.sin(down * chance.uniform(0.02, 0.06)))[..., None]
    light = [chance.uniform(0.9, 1.1), 1, chance.uniform(0.9, 1.1)]
    values = values * chance.uniform(0.75, 1.05) * np.array(light) + chance.uniform(0, 25)
    screen = ImageOps.expand(Image.fromarray(values.clip(0, 255).astype(np.uint8)), 70, (20, 20, 22))
    seen = slanted(screen, chance, 0.08).filter(ImageFilter.GaussianBlur(1.1))
    return compressed(resized(turned(seen, chance.uniform(-6, 6), "dimgrey"), 0.7), 75)


def grained(picture: Picture, chance: random.Random, deviation: float) -> Picture:
    """With noise."""
    noise = np.random.default_rng(chance.randrange(2**30)).normal(0, deviation, (*picture.size[::-1], 3))
    return Image.fromarray((np.asarray(picture) + noise).clip(0, 255).astype(np.uint8))


def grey(picture: Picture) -> Picture:
    """Without colours."""
    return ImageOps.grayscale(picture).convert("RGB")


def sepia(picture: Picture) -> Picture:
    """As an old photo."""
    return ImageOps.colorize(ImageOps.grayscale(picture), (40, 20, 0), (255, 240, 200))


def tinted(picture: Picture, chance: random.Random) -> Picture:
    """Under a colour."""
    return Image.blend(picture, Image.new("RGB", picture.size, _colour(chance)), 0.4)


def _colour(chance: random.Random) -> tuple[int, int, int]:
    return chance.randint(0, 255), chance.randint(0, 255), chance.randint(0, 255)


def _plain(edit: Callable[[Picture], Picture]) -> Edit:
    return lambda picture, _chance, _others: edit(picture)


def _drawn(edit: Callable[[Picture, random.Random], Picture]) -> Edit:
    return lambda picture, chance, _others: edit(picture, chance)


_BLUR, _EDGES = ImageFilter.GaussianBlur(2.5), ImageFilter.EDGE_ENHANCE_MORE

FAMILIES: dict[str, dict[str, Edit]] = {
    "mild: compressed and resized": {
        "JPEG 50": _plain(partial(compressed, quality=50)),
        "JPEG 20": _plain(partial(compressed, quality=20)),
        "half": _plain(partial(resized, by=0.5)),
        "a third": _plain(partial(resized, by=0.35)),
        "one and a half": _plain(partial(resized, by=1.5)),
    },
    "mild: cut, turned, framed": {
        "80 %": _drawn(lambda picture, chance: cut(picture, 0.8, chance)),
        "60 %": _drawn(lambda picture, chance: cut(picture, 0.6, chance)),
        "mirrored": _plain(ImageOps.mirror),
        "a quarter turn": _plain(lambda picture: picture.transpose(Image.Transpose.ROTATE_90)),
        "upside down": _plain(lambda picture: picture.transpose(Image.Transpose.ROTATE_180)),
        "a little turned": _drawn(lambda picture, chance: turned(picture, chance.uniform(-12, 12))),
        "framed": _drawn(framed),
    },
    "mild: colours": {
        "grey": _plain(grey),
        "sepia": _plain(sepia),
        "brighter": _plain(lambda picture: ImageEnhance.Brightness(picture).enhance(1.5)),
        "darker": _plain(lambda picture: ImageEnhance.Brightness(picture).enhance(0.5)),
        "contrast": _plain(lambda picture: ImageEnhance.Contrast(picture).enhance(1.7)),
        "flat": _plain(lambda picture: ImageEnhance.Contrast(picture).enhance(0.5)),
        "colourful": _plain(lambda picture: ImageEnhance.Color(picture).enhance(2.5)),
        "marked": _drawn(marked),
    },
    "hard: cut and turned": {
        "a quarter": _drawn(lambda picture, chance: cut(picture, 0.25, chance)),
        "40 %, mirrored": _drawn(lambda picture, chance: ImageOps.mirror(cut(picture, 0.4, chance))),
        "any angle": _drawn(lambda picture, chance: turned(picture, chance.uniform(20, 340))),
        "any angle, half": _drawn(
            lambda picture, chance: cut(turned(picture, chance.uniform(20, 340)), 0.5, chance)
        ),
        "slanted": _drawn(partial(slanted, most=0.2)),
    },
    "hard: laid over": {
        "slogans": _drawn(written_over),
        "stickers": _drawn(with_stickers),
        "stickers, mirrored, grey": _drawn(
            lambda picture, chance: grey(ImageOps.mirror(with_stickers(picture, chance)))
        ),
        "half, slogans, JPEG 30": _drawn(
            lambda picture, chance: compressed(written_over(cut(picture, 0.5, chance), chance), 30)
        ),
    },
    "hard: in another": {
        "30 % of another": partial(in_another, share=0.3),
        "15 % of another": partial(in_another, share=0.15),
        "one of four": partial(collage, rows=2),
        "one of nine": partial(collage, rows=3),
    },
    "hard: screens": {
        "a screen": _drawn(on_a_screen),
        "a screen, mirrored part": _drawn(
            lambda picture, chance: on_a_screen(ImageOps.mirror(cut(picture, 0.6, chance)), chance)
        ),
    },
    "hard: pixels": {
        "blurred": _plain(lambda picture: picture.filter(_BLUR)),
        "grained": _drawn(partial(grained, deviation=30)),
        "negative": _plain(ImageOps.invert),
        "few colours": _plain(partial(ImageOps.posterize, bits=2)),
        "tinted": _drawn(tinted),
        "edges": _plain(lambda picture: picture.filter(_EDGES).filter(ImageFilter.SHARPEN)),
        "a fifth as large": _plain(partial(resized, by=0.2)),
    },
}
