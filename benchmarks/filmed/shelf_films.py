"""Films along shelves that are made of single pictures; it is known what stands there.

The shelf is painted once, much wider than a picture. A camera that is carried in a hand walks along it: it
shakes, comes nearer and goes away a little, turns by a degree or two, smears what it sees while it moves, and
in every other film walks back over what it has seen. Everything is drawn from the generator that is passed.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from benchmarks.count.goods import Goods

RATE = 15
_UNKNOWN = 0.12
_LIMIT = 0.08
"""Of a frame, that is left free at the shelf's ends: the first and last piece are seen whole."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A painted shelf, and what stands there.

    Attributes:
        boxes: of each piece, its product (None: the shop does not have it) and left, top, right, bottom.
    """

    picture: Image.Image
    boxes: tuple[tuple[str | None, tuple[int, int, int, int]], ...]

    @property
    def counts(self) -> Counter[str]:
        """How many pieces of each product."""
        return Counter(sku for sku, _box in self.boxes if sku is not None)


def painted_shelf(
    goods: Goods, rng: np.random.Generator, *, products: int = 14, frame: tuple[int, int] = (1920, 1080)
) -> Shelf:
    """Two or three boards, each product one to four times side by side, some in two places."""
    width, height = round(frame[0] * 3.2), round(frame[1] * 1.06)
    rows = int(rng.integers(2, 4))
    picture = Image.new("RGB", (width, height), tuple(rng.integers(70, 200, 3).tolist()))
    pen = ImageDraw.Draw(picture)
    board = round(height * 0.03)
    skus = rng.permutation(sorted(goods.pictures)).tolist()[:products]
    boxes: list[tuple[str | None, tuple[int, int, int, int]]] = []
    for row in range(rows):
        top, bottom = (round(height * (row + shift) / rows) for shift in (0, 1))
        pen.rectangle((0, bottom - board, width, bottom), fill=tuple(rng.integers(150, 240, 3).tolist()))
        for x in range(40, width, int(rng.integers(220, 420))):
            pen.rectangle((x, bottom - board + 3, x + 90, bottom - 4), fill="white", outline="gray")
            pen.text(
                (x + 8, bottom - board + 6), f"{rng.integers(1, 40)}.{rng.integers(10, 99)}", fill="black"
            )
        left = round(frame[0] * float(rng.uniform(_LIMIT, 2 * _LIMIT)))
        while True:
            sku = None if goods.unknown and rng.random() < _UNKNOWN else skus[int(rng.integers(len(skus)))]
            own = goods.unknown if sku is None else goods.pictures[sku]
            piece = _as_piece(own[int(rng.integers(len(own)))], goods)
            tall = (bottom - top - board) * float(rng.uniform(0.66, 0.88))
            wide = piece.width * tall / piece.height
            if wide > frame[0] * 0.3:
                tall, wide = tall * frame[0] * 0.3 / wide, frame[0] * 0.3
            for _ in range(int(rng.integers(1, 5))):
                high = round(tall * float(rng.uniform(0.98, 1.02)))
                if left + wide > width - frame[0] * _LIMIT:
                    break
                box = (left, bottom - board - high, left + round(wide), bottom - board)
                boxes.append((sku, _stand(picture, piece, box)))
                left += round(wide) + int(rng.integers(6, 40))
            if left + frame[0] * 0.1 > width - frame[0] * _LIMIT:
                break
            left += int(rng.integers(0, 160))
    return Shelf(picture, tuple(boxes))


def film_along(
    path: Path,
    shelf: Shelf,
    rng: np.random.Generator,
    *,
    seconds: float = 16.0,
    comes_back: bool = False,
    frame: tuple[int, int] = (1920, 1080),
) -> Path:
    """Write a film of the whole shelf: H.264, a key frame each second."""
    with av.open(path, "w") as container:
        stream = container.add_stream("libx264", rate=RATE, options={"preset": "ultrafast", "crf": "21"})
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt, stream.gop_size = *frame, "yuv420p", RATE
        for pixels in _frames(shelf.picture, rng, round(seconds * RATE), comes_back, frame):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        container.mux(stream.encode())
    return path


def _frames(
    picture: Image.Image, rng: np.random.Generator, count: int, comes_back: bool, frame: tuple[int, int]
) -> Iterator[NDArray[np.uint8]]:
    width, height = frame
    room = picture.width - width
    shares = np.linspace(0, 1, count)
    if comes_back:
        shares = np.where(shares < 0.62, shares / 0.62, 1 - (shares - 0.62) * 1.4)
    hasty = 1 + 0.3 * np.sin(np.linspace(0, 9, count) + rng.uniform(0, 6))
    lefts = np.interp(np.cumsum(hasty) / hasty.sum(), np.linspace(0, 1, count), shares * room)
    phases = rng.uniform(0, 6, 6)
    for number in range(count):
        at = number / RATE
        shake = np.sin(at * np.array([2.3, 3.1, 0.7, 1.9, 5.3, 6.1]) + phases)
        zoom = 1 + 0.025 * float(shake[2])
        turn = np.radians(1.2 * float(shake[3]))
        x = float(lefts[number]) + width / 2 + 0.004 * width * float(shake[4])
        y = picture.height / 2 + 0.012 * height * float(shake[0] + 0.5 * shake[5])
        a, b = np.cos(turn) * zoom, np.sin(turn) * zoom
        shift = (x - a * width / 2 + b * height / 2, y - b * width / 2 - a * height / 2)
        seen = picture.transform(
            frame,
            Image.Transform.AFFINE,
            (a, -b, shift[0], b, a, shift[1]),
            Image.Resampling.BILINEAR,
            fillcolor=(40, 40, 40),
        )
        speed = abs(float(lefts[min(number + 1, count - 1)] - lefts[max(number - 1, 0)])) / 2
        pixels = np.asarray(seen, np.int16)
        smear = round(speed / 4)  # a shutter that is open for a quarter of the time
        if smear > 1:
            pixels = np.asarray(seen.filter(ImageFilter.BoxBlur((smear / 2, 0))), np.int16)
        noise = rng.integers(-5, 6, (height // 2, width // 2, 1), dtype=np.int16)
        pixels = pixels + noise.repeat(2, 0).repeat(2, 1)
        yield np.clip(pixels, 0, 255).astype(np.uint8)


def _as_piece(picture: Image.Image, goods: Goods) -> Image.Image:
    if goods.are_cut:
        return picture.crop(picture.getchannel("A").point(lambda value: 255 * (value > 60)).getbbox())
    return picture.convert("RGBA")


def _stand(
    picture: Image.Image, piece: Image.Image, box: tuple[int, int, int, int]
) -> tuple[int, int, int, int]:
    """Paint a piece in its box, over its shadow; the box."""
    size = (box[2] - box[0], box[3] - box[1])
    scaled = piece.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    mask = scaled.getchannel("A")
    shadow = Image.new("L", (size[0] + 24, size[1] + 24))
    shadow.paste(mask, (12, 12))
    shadow = shadow.filter(ImageFilter.GaussianBlur(7)).point(lambda value: round(value * 0.4))
    picture.paste((15, 15, 15), (box[0] - 8, box[1] - 10), shadow)
    picture.paste(scaled, box[:2], scaled)
    return box
