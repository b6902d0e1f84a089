"""The shops that scenes are counted in, and the pictures that scenes are made of.

Photos and products are dealt so that what is chosen and what is reported have none in common:
:data:`CHOOSING` scenes show half of the products, on photos that were taken out of the shop's;
:data:`REPORTING` scenes show the other half, on photos of other days. Some products of each are withheld from
the shop: it does not know them.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from core.catalog.photos.photos import PhotoKind
from core.imaging.decode import decode_file
from core.imaging.rendering.cut_out import cut_out
from core.ingest.photo_table import add_photos
from core.ingest.table import import_table
from core.learning.quick import teach_quick_lesson
from core.shop.opening import open_shop

CHOOSING, REPORTING = "choosing", "reporting"

WITHHELD = 10
"""Products that the shop does not have, of each half."""
_KEPT_FOR_SCENES = 0.3
"""Of a product's shop photos in a row, the last: for the scenes by which things are chosen."""


@dataclass(frozen=True, slots=True)
class Goods:
    """Pictures to make scenes of.

    Attributes:
        pictures: by SKU, of products that the shop has; none of them is in the shop.
        unknown: of products that it does not have.
        are_cut: they are cut out (RGBA), and not whole photos with what was around.
        are_plain: they are simple drawings in a few flat colours.
    """

    pictures: dict[str, list[Image.Image]]
    unknown: list[Image.Image]
    are_cut: bool
    are_plain: bool = False


def grocery_shop(folder: Path, place: Path, purpose: str) -> Path:
    """A shop with the data set's catalog and shop photos, but for what was withheld, and a quick lesson."""
    if (place / "catalog.db").exists():
        return place
    place.parent.mkdir(parents=True, exist_ok=True)
    catalog, photos = _rows(folder / "catalog.csv"), _rows(folder / "shop_photos.csv")
    gone = set(_withheld([row["sku"] for row in catalog], purpose))
    if purpose == CHOOSING:
        photos = _split(photos)[0]
    tables = {}
    for name, rows in (("catalog", catalog), ("photos", photos)):
        tables[name] = place.parent / f"{purpose}-{name}.csv"
        with tables[name].open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(
                {**row, "photo": str(folder / row["photo"])} for row in rows if row["sku"] not in gone
            )
    with open_shop(place, create=True) as shop:
        import_table(shop, tables["catalog"])
        add_photos(shop, tables["photos"], kind=PhotoKind.COUNTER)
        shop.searched_by.use_lesson(teach_quick_lesson(shop).version)
    return place


def grocery_goods(folder: Path, purpose: str) -> Goods:
    """Photos of the products that belong to ``purpose``, as a customer's phone took them."""
    skus = [row["sku"] for row in _rows(folder / "catalog.csv")]
    rows = (
        _split(_rows(folder / "shop_photos.csv"))[1]
        if purpose == CHOOSING
        else _rows(folder / "queries_val.csv")
    )
    gone = set(_withheld(skus, purpose))
    shown = set(_half(skus, purpose))
    known: dict[str, list[Image.Image]] = defaultdict(list)
    unknown: list[Image.Image] = []
    for row in rows:
        if row["sku"] in shown:
            picture = decode_file(folder / row["photo"])
            (unknown if row["sku"] in gone else known[row["sku"]]).append(picture)
    return Goods(dict(known), unknown, are_cut=False)


def drawn_shop(demo: Path, place: Path, purpose: str) -> Path:
    """The demo shop's drawn products, each with its catalog photo alone, but for what was withheld."""
    if (place / "catalog.db").exists():
        return place
    place.parent.mkdir(parents=True, exist_ok=True)
    rows = _rows(demo / "catalog.csv")
    gone = set(_withheld([row["sku"] for row in rows], purpose))
    table = place.parent / f"{purpose}-drawn.csv"
    with table.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ("sku", "title", "photo"))
        writer.writeheader()
        for row in rows:
            if row["sku"] not in gone:
                photo = str(demo / row["photo"])
                writer.writerow({"sku": row["sku"], "title": row["title"], "photo": photo})
    with open_shop(place, create=True) as shop:
        import_table(shop, table)
    return place


def drawn_goods(demo: Path, purpose: str) -> Goods:
    """Drawn products, cut out of their pictures; scenes turn, tilt, light and blur them anew."""
    rows = _rows(demo / "catalog.csv")
    skus = [row["sku"] for row in rows]
    gone, shown = set(_withheld(skus, purpose)), set(_half(skus, purpose))
    cuts = {row["sku"]: cut_out(decode_file(demo / row["photo"])) for row in rows if row["sku"] in shown}
    known = {sku: [cut] for sku, cut in cuts.items() if sku not in gone}
    return Goods(known, [cut for sku, cut in cuts.items() if sku in gone], are_cut=True)


def _half(skus: list[str], purpose: str) -> list[str]:
    order = np.random.default_rng(11).permutation(len(skus)).tolist()
    mine = order[::2] if purpose == CHOOSING else order[1::2]
    return [skus[place] for place in mine]


def _withheld(skus: list[str], purpose: str) -> list[str]:
    return _half(skus, purpose)[:WITHHELD]


def _split(rows: list[dict[str, str]]) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """A product's first photos, and its last, which were mostly taken elsewhere."""
    of_product: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        of_product[row["sku"]].append(row)
    first, last = [], []
    for own in of_product.values():
        cut = round(len(own) * (1 - _KEPT_FOR_SCENES))
        first += own[:cut]
        last += own[cut:]
    return first, last


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))
