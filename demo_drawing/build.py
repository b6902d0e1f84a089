"""Makes the demo shop's files: tables, catalog pictures, counter photos. An import makes a shop of them."""

import csv
import io
import json
import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from core.atomic_files import sync_folder
from core.errors import KnownError
from core.imaging.rendering.counter_photo import CounterPhotoSettings, synthesize
from core.json_text import parse_json
from core.messages import message
from core.progress import ReportProgress, report
from demo_drawing.catalogue import all_products
from demo_drawing.product import DemoProduct
from demo_drawing.render.studio import frame, photograph

DEMO_VERSION = 1
"""Raised whenever the pictures or the table change, so that shops built from older ones are built anew."""

_MARK = "demo.json"
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
    """The finished files.

    Attributes:
        catalog: table with a row a product; ``photo`` is relative to its folder.
        more_photos: table (sku, photo) of second pictures from another side.
        counter_photos: table (sku, photo) of photos to search with.
    """

    folder: Path
    catalog: Path
    more_photos: Path
    counter_photos: Path
    products: int


def finished_demo_files(folder: Path) -> DemoFiles | None:
    """The demo files in ``folder``, if they are complete and of this version."""
    try:
        mark = parse_json((folder / _MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(mark, dict) or mark.get("version") != DEMO_VERSION:
        return None
    return _files(folder, int(mark["products"]))


def build_demo_files(
    folder: Path, progress: ReportProgress, *, products: Sequence[DemoProduct] | None = None
) -> DemoFiles:
    """Make the demo shop's files in ``folder``, unless they are there already.

    They are drawn in a temporary folder beside it, which gets its name only when all is done: a build that
    was killed leaves nothing that looks finished. The same products give the same bytes as long as Pillow
    and NumPy stay the same.

    Args:
        products: a part of the demo shop instead of all of it.

    Raises:
        Cancelled: ``progress`` asked to stop; nothing stays.
        KnownError: the files cannot be written.
    """
    chosen = tuple(all_products() if products is None else products)
    finished = finished_demo_files(folder)
    if finished is not None and finished.products == len(chosen):
        return finished
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(folder)
        workplace = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".tmp", dir=folder.parent))
        try:
            _draw_everything(workplace, chosen, progress)
            _write_mark(workplace, len(chosen))
            if folder.exists():
                shutil.rmtree(folder)
            workplace.replace(folder)
        except BaseException:
            shutil.rmtree(workplace, ignore_errors=True)
            raise
        sync_folder(folder.parent)
    except OSError as error:
        raise KnownError(
            message(
                "core",
                "The demo shop could not be written to {folder} ({reason}). Free some disk space, or check "
                "that you may write there.",
            ),
            folder=folder,
            reason=error.strerror or str(error),
        ) from error
    return _files(folder, len(chosen))


def _remove_leftovers(folder: Path) -> None:
    """Remove what builds left that were killed; a build that runs now is younger than an hour."""
    for leftover in folder.parent.glob(f".{folder.name}.*.tmp"):
        if time.time() - leftover.stat().st_mtime > 3600:
            shutil.rmtree(leftover, ignore_errors=True)


def _files(folder: Path, products: int) -> DemoFiles:
    return DemoFiles(
        folder, folder / "catalog.csv", folder / "more_photos.csv", folder / "counter_photos.csv", products
    )


def _draw_everything(folder: Path, products: Sequence[DemoProduct], progress: ReportProgress) -> None:
    (folder / "photos").mkdir()
    (folder / "counter-photos").mkdir()
    stage = message("core", "Drawing the demo shop")
    pictures: list[tuple[str, Image.Image]] = []
    # Pillow and NumPy draw outside the interpreter's lock much of the time; more threads do not pay.
    with ThreadPoolExecutor(max_workers=min(os.cpu_count() or 1, 4)) as pool:
        try:
            drawn = pool.map(lambda product: _draw_product(folder, product), products)
            for done, (sku, cut) in enumerate(drawn, start=1):
                pictures.append((sku, cut))
                report(progress, stage, done, len(products) + len(products) // 3)
            counter = _counter_photo_plan(products)
            cuts = dict(pictures)
            others = [cut for _, cut in pictures[::7]]
            jobs = pool.map(lambda plan: _take_counter_photo(folder, plan, cuts, others), counter)
            for done, _ in enumerate(jobs, start=1):
                share = len(products) * done // max(3 * len(counter), 1)
                report(progress, stage, len(products) + share, len(products) + len(products) // 3)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    _write_tables(folder, products, counter)


def _draw_product(folder: Path, product: DemoProduct) -> tuple[str, Image.Image]:
    """Write a product's pictures; return its cut-out, which counter photos are made of."""
    draft = product.draft
    cut = frame(draft.draw(0.0))
    picture = photograph(cut, tint=draft.tint, pose=draft.pose)
    _save(picture, folder / "photos" / f"{product.sku}.jpg", quality=90)
    if draft.second_turn is not None:
        second = photograph(frame(draft.draw(draft.second_turn)), tint=draft.tint, pose=draft.pose)
        _save(second, folder / "photos" / f"{product.sku}-2.jpg", quality=90)
    return product.sku, cut


def _counter_photo_plan(products: Sequence[DemoProduct]) -> list[tuple[str, int]]:
    """(sku, number of the photo) for every fifth product."""
    return [(product.sku, 1) for product in products[::5]]


def _take_counter_photo(
    folder: Path, plan: tuple[str, int], cuts: dict[str, Image.Image], others: Sequence[Image.Image]
) -> None:
    sku, number = plan
    # The name is the seed: a photo stays the same when products are added before it.
    rng = np.random.default_rng([DEMO_VERSION, number, *sku.encode()])
    photo = synthesize(cuts[sku], rng=rng, settings=COUNTER_PHOTO, distractors=others)
    _save(photo, folder / "counter-photos" / f"{sku}-{number}.jpg", quality=88)


def _save(picture: Image.Image, path: Path, *, quality: int) -> None:
    picture.save(path, "JPEG", quality=quality)


def _write_tables(folder: Path, products: Sequence[DemoProduct], counter: Sequence[tuple[str, int]]) -> None:
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
    _write_table(folder / "catalog.csv", _COLUMNS, rows)
    second = [p for p in products if p.draft.second_turn is not None]
    _write_table(
        folder / "more_photos.csv", ("sku", "photo"), [(p.sku, f"photos/{p.sku}-2.jpg") for p in second]
    )
    photos = [(sku, f"counter-photos/{sku}-{number}.jpg") for sku, number in counter]
    _write_table(folder / "counter_photos.csv", ("sku", "photo"), photos)


def _write_table(path: Path, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8", newline="\n")


def _write_mark(folder: Path, products: int) -> None:
    mark = {"version": DEMO_VERSION, "products": products}
    (folder / _MARK).write_text(json.dumps(mark) + "\n", encoding="utf-8")
