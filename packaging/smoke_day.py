"""What the smoke test works with: a shop and its tables of photos, and a shop of the first version."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from installed_program import Installed, expect, hand_over
from PIL import Image, ImageOps

ROOT = Path(__file__).resolve().parent.parent
EVERY = 10
"""Of the real shop's counter photos the lessons get every tenth: enough for each step, quick enough."""


@dataclass(frozen=True, slots=True)
class Day:
    """What a shop's day is made of.

    Attributes:
        shop: a shop in the user's hands, with catalog photos.
        photos: pictures to search with.
        more: a table of counter photos to teach with.
        known: a table of photos whose products are known, to measure with.
    """

    shop: Path
    photos: list[Path]
    more: Path
    known: Path


def make_day(installed: Installed) -> Day:
    """A shop and photos for it: real ones where the data set is present, drawn ones elsewhere."""
    grocery = Path(os.environ.get("SNAPSHELF_GROCERY", ROOT.parent / "shared" / "data" / "grocery"))
    shop = installed.desk / "我的 shop"
    if (grocery / "catalog.csv").exists():
        report = installed.json("--shop", shop, "import", grocery / "catalog.csv")
        expect(report["products"] == 81 and not report["skipped"], f"the import reported {report}")
        rows = photo_rows(grocery / "shop_photos.csv")
        searched = [rows[number][1] for number in range(0, len(rows), 500)]
        more, known = rows[1::EVERY], rows[2 :: 4 * EVERY]
    else:
        shutil.copytree(next(installed.home.rglob("Demo shop")), shop)
        hand_over(shop)
        photos = photo_rows(next(installed.program.parent.rglob("counter_photos.csv")))
        known, more = photos[::2], photos[1::2]
        searched = [photo for _sku, photo in known[:4]]
    tables = installed.desk
    return Day(
        shop, searched, write_rows(tables / "更多 more.csv", more), write_rows(tables / "known.csv", known)
    )


def photo_rows(table: Path) -> list[tuple[str, Path]]:
    """SKU and photo of each row of a table with these two columns."""
    with table.open(encoding="utf-8", newline="") as file:
        return [(row["sku"], table.parent / row["photo"]) for row in csv.DictReader(file)]


def write_rows(table: Path, rows: list[tuple[str, Path]]) -> Path:
    """A table with columns sku and photo."""
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("sku", "photo"), *rows])
    return table


def make_film(film: Path, photos: list[Path]) -> Path:
    """A film that rests for a second on each photo."""
    with av.open(film, "w") as container:
        stream = container.add_stream("mpeg4", rate=10)
        stream.width = stream.height = 320
        stream.pix_fmt = "yuv420p"
        for photo in photos:
            with Image.open(photo) as image:
                pixels = np.asarray(image.convert("RGB").resize((320, 320)))
            for _ in range(10):
                container.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        container.mux(stream.encode())
    hand_over(film)
    return film


def make_copy(photo: Path, copy: Path) -> Path:
    """A photo as somebody else would use it: mirrored, on a page of theirs, compressed."""
    with Image.open(photo) as image:
        page = Image.new("RGB", (900, 700), "white")
        page.paste(ImageOps.mirror(image.convert("RGB")).resize((400, 400)), (300, 200))
    page.save(copy, quality=80)
    hand_over(copy)
    return copy


_OLDER_SHOP = """
import sys
from pathlib import Path
import sqlite_utils
from core.catalog.clock import utc_now
from core.catalog.database.schema.steps import STEPS
from core.catalog.database.tokens import sku_key
from core.catalog.database.upgrade import _migrations
folder = Path(sys.argv[1])
folder.mkdir()
db = sqlite_utils.Database(folder / "catalog.db")
_migrations(STEPS[:1]).apply(db)
db.execute("INSERT INTO products (sku, sku_key, title, created, updated) VALUES (?, ?, ?, ?, ?)",
           ["A1", sku_key("A1"), "Oat biscuits", utc_now(), utc_now()])
db.conn.commit()
db.close()
print(STEPS[-1].version)
"""


def make_older_shop(installed: Installed) -> tuple[Path, int]:
    """A shop with one product, A1, as the first version wrote it; and the number of the newest."""
    shop = installed.desk / "old 旧店"
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    made = subprocess.run(
        [sys.executable, "-c", _OLDER_SHOP, shop], env=environment, check=True, capture_output=True, text=True
    )
    hand_over(shop)
    return shop, int(made.stdout)
