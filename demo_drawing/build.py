"""Draws the demo shop's pictures and writes its tables, as a merchant would have them.

What becomes of them, and when they are drawn: :mod:`demo_drawing.finish`.
"""

import csv
import io
import multiprocessing
import os
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import numpy as np
from PIL import Image

from core.imaging.rendering.counter_photo import CounterPhotoSettings, synthesize
from demo_drawing.catalogue import all_products
from demo_drawing.product import DemoProduct
from demo_drawing.render.studio import frame, photograph

DEMO_VERSION = 1
"""Raised whenever the pictures or the table change: users' demo shops are replaced then."""

_COLUMNS = (
    "sku",
    "title",
    "title_zh",
    "department",
    "category",
    "brand",
    "description",
    "barcode",
    "price",
    "currency",
    "stock",
    "location",
    "tags",
    "photo",
)
COUNTER_PHOTO = CounterPhotoSettings(
    width=1200,
    height=900,
    coverage=(0.66, 0.98),
    rotation=6,
    perspective=0.7,
    light=0.7,
    clutter=0.5,
    hand=0.22,
    blur=0.8,
    noise=0.7,
)
"""Careful photos: a demo should find most of them, and lose some among look-alikes as real shops do."""


@dataclass(frozen=True, slots=True)
class DemoFiles:
    """The drawn files.

    Attributes:
        catalog: table with a row a product; ``photo`` is relative to its folder.
        more_photos: table (sku, photo) of second pictures from another side.
        counter_photos: table (sku, photo) of photos to search with.
    """

    folder: Path
    catalog: Path
    more_photos: Path
    counter_photos: Path


def draw_demo(folder: Path, products: Sequence[DemoProduct] | None = None) -> DemoFiles:
    """Draw the demo shop into ``folder``, which is empty, on all cores; half a minute on two.

    The same products give the same bytes as long as Pillow and NumPy stay the same.

    Args:
        products: a part of the demo shop instead of all of it.

    Raises:
        OSError: the files cannot be written.
    """
    chosen = all_products() if products is None else products
    skus = [product.sku for product in chosen]
    (folder / "photos").mkdir(parents=True)
    (folder / "counter-photos").mkdir()
    counter = [(sku, 1) for sku in skus[::5]]
    with (
        tempfile.TemporaryDirectory() as cuts,
        # Not forked: whoever draws may have threads.
        ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("spawn")) as pool,
    ):
        list(pool.map(partial(_draw_product, folder, Path(cuts)), skus, chunksize=4))
        list(pool.map(partial(_take_counter_photo, folder, Path(cuts), tuple(skus[::7])), counter))
    files = DemoFiles(
        folder, folder / "catalog.csv", folder / "more_photos.csv", folder / "counter_photos.csv"
    )
    _write_tables(files, chosen, counter)
    return files


@cache
def _product(sku: str) -> DemoProduct:
    return next(product for product in all_products() if product.sku == sku)


def _draw_product(folder: Path, cuts: Path, sku: str) -> None:
    """Write a product's pictures, and to ``cuts`` its cut-out, which counter photos are made of."""
    draft = _product(sku).draft
    cut = frame(draft.draw(0.0))
    np.save(cuts / f"{sku}.npy", np.asarray(cut))
    picture = photograph(cut, tint=draft.tint, pose=draft.pose)
    picture.save(folder / "photos" / f"{sku}.jpg", "JPEG", quality=90)
    if draft.second_turn is not None:
        second = photograph(frame(draft.draw(draft.second_turn)), tint=draft.tint, pose=draft.pose)
        second.save(folder / "photos" / f"{sku}-2.jpg", "JPEG", quality=90)


def _take_counter_photo(folder: Path, cuts: Path, others: tuple[str, ...], plan: tuple[str, int]) -> None:
    """Write the photo of the product and of the number that ``plan`` names, among ``others``."""
    sku, number = plan
    # The name is the seed: a photo stays the same when products are added before it.
    rng = np.random.default_rng([DEMO_VERSION, number, *sku.encode()])
    around = [_cut(cuts, other) for other in others]
    photo = synthesize(_cut(cuts, sku), rng=rng, settings=COUNTER_PHOTO, distractors=around)
    # The same pixels as without the two, in a fifth less.
    target = folder / "counter-photos" / f"{sku}-{number}.jpg"
    photo.save(target, "JPEG", quality=88, optimize=True, progressive=True)


@cache
def _cut(cuts: Path, sku: str) -> Image.Image:
    return Image.fromarray(np.load(cuts / f"{sku}.npy"))


def _write_tables(
    files: DemoFiles, products: Sequence[DemoProduct], counter: Sequence[tuple[str, int]]
) -> None:
    rows = [
        (
            product.sku,
            product.draft.title,
            product.draft.title_zh,
            product.department,
            product.category,
            product.draft.brand,
            product.draft.description,
            product.barcode,
            f"{product.draft.price_minor / 100:.2f}",
            "EUR",
            product.stock,
            product.location,
            "; ".join(product.draft.tags),
            f"photos/{product.sku}.jpg",
        )
        for product in products
    ]
    _write_table(files.catalog, _COLUMNS, rows)
    second = [p for p in products if p.draft.second_turn is not None]
    _write_table(files.more_photos, ("sku", "photo"), [(p.sku, f"photos/{p.sku}-2.jpg") for p in second])
    photos = [(sku, f"counter-photos/{sku}-{number}.jpg") for sku, number in counter]
    _write_table(files.counter_photos, ("sku", "photo"), photos)


def _write_table(path: Path, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8", newline="\n")
