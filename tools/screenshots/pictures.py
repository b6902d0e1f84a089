"""What is searched with, and what is dropped in: the shop's own pictures, and some that are made here."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import av
import numpy as np
from PIL import Image

from core.imaging.rendering.cut_out import cut_out


@dataclass(frozen=True, slots=True)
class Pictures:
    """What is searched with. ``known``: things the shop has; none: the demo shop's counter photos."""

    known: tuple[Path, ...]
    unknown: Path
    broken: Path
    table: Path


def film_of(pictures: Sequence[Path], path: Path) -> Path:
    """A film of 640 × 480 that shows each picture for a second."""
    with av.open(path, "w") as container:
        stream = container.add_stream("mpeg4", rate=8)
        assert isinstance(stream, av.VideoStream)  # noqa: S101
        stream.width, stream.height, stream.pix_fmt, stream.bit_rate = 640, 480, "yuv420p", 4_000_000
        for file in pictures:
            pixels = np.asarray(Image.open(file).convert("RGB").resize((640, 480)))
            for _ in range(8):
                shown = av.VideoFrame.from_ndarray(pixels, format="rgb24")
                container.mux(stream.encode(shown))
        container.mux(stream.encode())
    return path


def laid_out(photos: Sequence[Path], unknown: Path) -> Path:
    """Some products on a board, one of them twice, and what the shop does not have; beside ``unknown``."""
    board = Image.new("RGB", (1200, 900), (196, 186, 172))
    for place, file in enumerate([*photos[:2], photos[1], unknown, *photos[2:4]]):
        thing = cut_out(Image.open(file).convert("RGB"))
        thing.thumbnail((300, 330))
        board.paste(thing, (60 + place % 3 * 385, 70 + place // 3 * 420), thing)
    path = unknown.with_name("board.jpg")
    board.save(path)
    return path


def use_elsewhere(photos: Sequence[Path], pictures: Pictures, folder: Path) -> None:
    """Pictures as others make them of the shop's photos; and some that are none of them."""
    for number, path in enumerate(photos):
        photo = Image.open(path).convert("RGB")
        scene = Image.new("RGB", (1200, 800), ("#f3e9d8", "#dfe8f0", "#f0dfe6")[number % 3])
        side = min(photo.size)
        part = photo.crop((0, 0, side, side)).resize((520, 520))
        part = part.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if number % 2 else part.rotate(8, expand=True)
        scene.paste(part, (90 + 70 * number, 60 + 20 * number))
        scene.save(folder / f"offer-{number + 1}.jpg", quality=70)
    for path in (pictures.unknown, pictures.broken):
        shutil.copy(path, folder)


def make_pictures(folder: Path) -> tuple[Path, Path]:
    """A cloudy sky, which no shop sells, and a file that only pretends to be a picture."""
    unknown, broken = folder / "sky.png", folder / "broken.jpg"
    random = Random(1)  # noqa: S311  (clouds, not secrets)
    clouds = Image.new("RGB", (20, 15))
    for place in ((x, y) for x in range(20) for y in range(15)):
        white = random.random()
        clouds.putpixel(place, (round(80 + 153 * white), round(110 + 127 * white), 235))
    clouds.resize((640, 480), Image.Resampling.BICUBIC).save(unknown)
    broken.write_text("not a picture", encoding="utf-8")
    return unknown, broken


def make_table(folder: Path) -> Path:
    """A table as a wholesaler might send it; one row lacks its number."""
    path = folder / "wholesaler-2026-11.csv"
    goods = ("Oolong tea 100 g", "Jasmine tea 100 g", "乌龙茶 250 克", "Rice crackers", "Sesame oil 0.5 l")
    rows = [
        f"{'' if number == 3 else f'W-{number:03}'};{name};{4 + number}.90;{number * 7 % 40};Shelf {number}"
        for number, name in enumerate(goods, 1)
    ]
    path.write_text("\n".join(["Code;Product;Unit price;Qty;Place", *rows]), encoding="utf-8")
    return path
