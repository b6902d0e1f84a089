"""The two shops that recognition is measured in: groceries that somebody photographed, and the drawn demo."""

import csv
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image

from core.imaging.decode import decode_file
from core.imaging.rendering.counter_photo import synthesize
from core.imaging.rendering.cut_out import cut_out
from core.ingest.photo_table import LabelledPhoto, read_photo_table
from demo_drawing.build import COUNTER_PHOTO, draw_demo
from demo_drawing.catalogue import all_products

_LOOSE = "Fruit and vegetables"
_PHOTOS_A_PRODUCT, _QUERIES_A_PRODUCT = 4, 1


@dataclass(frozen=True, slots=True)
class MeasuredShop:
    """A shop's catalog, photos taken in it, and other photos to ask with.

    Attributes:
        catalog: a table with one photo a product.
        photos: taken in the shop; a row says whether their labels are given to it.
        queries: what it is asked with; nothing is learned from them.
        is_package: whether a SKU is of something with print on it, rather than loose goods.
    """

    name: str
    catalog: Path
    photos: tuple[LabelledPhoto, ...]
    queries: tuple[LabelledPhoto, ...]
    is_package: Callable[[str], bool]


def grocery(folder: Path) -> MeasuredShop:
    """GroceryStoreDataset: 81 products, 2,640 shop photos, 296 queries of another day."""
    return MeasuredShop(
        "grocery",
        folder / "catalog.csv",
        read_photo_table(folder / "shop_photos.csv").photos,
        read_photo_table(folder / "queries_val.csv").photos,
        lambda sku: sku.startswith("P"),
    )


def demo(place: Path) -> MeasuredShop:
    """The demo shop, drawn into ``place``, with counter photos of other seeds than those that it ships."""
    files = draw_demo(place / "demo")
    with files.catalog.open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    cuts = {row["sku"]: cut_out(decode_file(files.folder / row["photo"])) for row in rows}
    loose = {product.sku for product in all_products() if product.category == _LOOSE}
    catalog = place / "catalog.csv"
    with catalog.open("w", newline="", encoding="utf-8") as table:
        writer = csv.DictWriter(table, ("sku", "title", "photo"))
        writer.writeheader()
        writer.writerows(
            {"sku": row["sku"], "title": row["title"], "photo": str(files.folder / row["photo"])}
            for row in rows
        )
    return MeasuredShop(
        "demo",
        catalog,
        _taken(cuts, place / "photos", 31, _PHOTOS_A_PRODUCT),
        _taken(cuts, place / "queries", 32, _QUERIES_A_PRODUCT),
        lambda sku: sku not in loose,
    )


def _taken(cuts: dict[str, Image.Image], folder: Path, seed: int, each: int) -> tuple[LabelledPhoto, ...]:
    """Counter photos of all products, ``each`` of a product, among others of the shop."""
    folder.mkdir(parents=True)
    rng, around = np.random.default_rng(seed), list(cuts.values())[::9]
    settings = replace(COUNTER_PHOTO, width=480, height=360)
    photos: list[LabelledPhoto] = []
    for sku, cut in cuts.items():
        for number in range(each):
            path = folder / f"{sku}-{number}.jpg"
            synthesize(cut, rng=rng, settings=settings, distractors=around).save(path, "JPEG", quality=88)
            photos.append(LabelledPhoto(len(photos) + 2, path, path.name, sku))
    return tuple(photos)
