"""A warm query of a 12-megapixel photo, whole and by its parts, beside the plain way of each."""

import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.query_latency import demo_shop_folder, plain_way, twelve_megapixel_photos
from benchmarks.speed_log.row import Row, in_turn
from core.imaging.decode import decode_file
from core.imaging.preprocess import to_tensor
from core.imaging.query_looks import QUERY_SIDE
from core.search.answering import answer
from core.search.see import embed_picture, see
from core.shop.opening import open_shop

_TIMES = 25


def rows() -> Iterator[Row]:
    """First and settled answer, decoding, the two looks."""
    with open_shop(demo_shop_folder()) as shop, tempfile.TemporaryDirectory() as folder:
        photos = twelve_megapixel_photos(shop, Path(folder))
        plain = plain_way(shop)
        firsts: list[float] = []

        def settled(photo: Path) -> None:
            firsts.append(answer(shop, see(shop, [photo])).timings.first / 1000)

        for photo in photos:  # the print and the words of the catalog photos are found once and kept
            settled(photo)
        firsts.clear()
        mine, others = cycle(photos), cycle(photos)
        ours, plainly = in_turn(lambda: settled(next(mine)), lambda: plain(next(others)), _TIMES, warm=3)
        rival = "whole decode, torch, NumPy"
        yield Row("first answer, 12-megapixel JPEG", rival, firsts[3:], plainly, 0.5)
        yield Row("settled answer, 12-megapixel JPEG", rival, ours, plainly, 1.0)
        photo = photos[0]
        yield Row(
            "decode to 1,000 pixels",
            "Pillow, whole",
            *in_turn(partial(decode_file, photo, max_side=QUERY_SIDE), partial(_whole, photo), _TIMES),
            wanted=0.5,
        )
        image = decode_file(photo, max_side=QUERY_SIDE)
        look = to_tensor(image, shop.spec.preprocessing)[None]
        yield Row(
            "both looks of a query",
            "one look",
            *in_turn(
                partial(embed_picture, shop.network, image), partial(shop.network.embed, look), _TIMES, warm=3
            ),
        )


def _whole(photo: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    with Image.open(photo) as image:
        return np.asarray(image.convert("RGB"))
