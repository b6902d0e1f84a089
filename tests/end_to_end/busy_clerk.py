"""A process that works in a shop until it is killed, and writes down what it does.

    python busy_clerk.py SHOP LOG STATE SEED [--network]

manager.py does that and more.

Before each operation it appends one line to LOG, ``{"will": {…}}``: the products that the operation touches
as they will be; ``"or"`` is the other way in which it may end. When the operation has returned it appends
``{"did": …}``. So whoever kills it knows exactly what must be there, and which single operation may or may
not have happened. An operation that is refused is told as ``{"failed": …}``, and the process ends. STATE is a
JSON file of the products as they are at the start. Without ``--network`` vectors are random numbers, so that
torch and ONNX Runtime stay out of the process and it starts quickly; with it, photos are imported the real
way.
"""

import argparse
import copy
import json
import os
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from core.care.archive import write_archive
from core.care.backup import daily_backup
from core.catalog.photos.photos import PhotoFile, PhotoKind, photos_of_product, remove_photos
from core.catalog.photos.vectors import store_vectors
from core.catalog.products.products import Product, product_by_sku, set_archived
from core.catalog.products.upsert import ProductDraft
from core.catalog.stock import Reason, move_stock, movements, undo_movement
from core.catalog.tables.entries import Entry, PhotoSource, apply_row
from core.catalog.tags.tags import add_tag, remove_tag, undo_tag_operation
from core.errors import KnownError
from core.ingest.product_import import import_entries
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from core.shop.shop import Shop

TAGS = ("new", "sale", "organic", "红色")
Products = dict[str, dict[str, Any]]
"""By SKU: title, tags, stock, how many stock movements, archived, and the names of its photos. Under WHOLE:
the shop's lessons, the one in use, and the pieces counted so far (None: no count is under way)."""

WHOLE = ""


def nothing() -> Products:
    """An empty shop."""
    return {WHOLE: {"lessons": [], "in use": None, "counted": None}}


class Clerk:
    """Does one thing after another in an open shop, and knows what the shop must hold."""

    shop: Shop
    photo_kind = PhotoKind.CATALOG

    def __init__(self, folder: Path, log: int, products: Products, seed: int, *, network: bool) -> None:
        self.folder = folder
        self.products = products
        self._log = log
        self._random = random.Random(seed)
        self._numbers = np.random.default_rng(seed)
        self._network = network
        self._serial = seed * 10_000

    def work(self) -> None:
        """Go on until somebody ends the process, or the world refuses something."""
        try:
            while True:
                self._write({"opening": True})
                with open_shop(self.folder, create=True, device="cpu") as self.shop:
                    self.shop.require_writable()
                    self.shop.index()
                    if self._network:
                        self.shop.network.load()
                    self._write({"open": True})
                    self._work_while_open()
                self._work_while_closed()
        except KnownError as error:
            self._write({"failed": str(error)})

    def _work_while_open(self) -> None:
        while True:
            self._random.choice(self._tasks() if len(self.products) > 1 else [self._import])()

    def _work_while_closed(self) -> None:
        """Nothing can be done."""

    def _tasks(self) -> list[Callable[[], object]]:
        return [
            self._import, self._import, self._change, self._tag, self._tag, self._move_stock,
            self._move_stock, self._archive, self._remove_photo, self._rebuild, self._back_up,
            self._back_up_daily,
        ]  # fmt: skip

    def _operation(self, after: Products, do: Callable[[], object], **facts: Any) -> None:
        self._write({"will": after, **facts})
        do()
        self.products |= after
        self._write({"did": sorted(after), **facts})

    def _write(self, line: dict[str, Any]) -> None:
        # Not by write: whoever makes that call fail means the shop's.
        os.writev(self._log, [json.dumps(line).encode() + b"\n"])

    def _import(self) -> None:
        after: Products = {}
        for _ in range(self._random.randint(1, 3)):
            self._serial += 1
            photos = [f"{self._serial}-{number}.png" for number in range(self._random.randint(1, 2))]
            stock = self._random.randint(1, 9)
            after[f"SKU-{self._serial}"] = {
                "title": f"thing {self._serial}",
                "tags": ["new"],
                "stock": stock,
                "movements": 1,
                "archived": False,
                "photos": photos,
            }
        drafts = [
            ProductDraft(sku, facts["title"], stock=whole(facts["stock"]), tags=("new",))
            for sku, facts in after.items()
        ]
        photos_of = [facts["photos"] for facts in after.values()]
        if self._network:
            folder = self.folder.parent / "pictures"
            folder.mkdir(exist_ok=True)
            for name in (name for names in photos_of for name in names):
                self._picture().save(folder / name)
            entries = [
                Entry(draft.sku, draft, tuple(PhotoSource(folder / name, name) for name in names))
                for draft, names in zip(drafts, photos_of, strict=True)
            ]
            self._operation(after, lambda: import_entries(self.shop, entries, who="clerk"))
        else:
            files = [[self._keep(name) for name in names] for names in photos_of]
            self._operation(after, lambda: self._store(drafts, files))

    def _store(self, drafts: list[ProductDraft], files: list[list[PhotoFile]]) -> None:
        with self.shop.catalog.transaction():
            applied = [
                apply_row(
                    self.shop.catalog, draft, [(file, self.photo_kind) for file in of_draft], who="clerk"
                )
                for draft, of_draft in zip(drafts, files, strict=True)
            ]
        ids = [photo for row in applied for photo in row.new_photo_ids]
        vectors = self._numbers.normal(size=(len(ids), self.shop.spec.dim)).astype(np.float32)
        self.shop.photos_added(store_vectors(self.shop.catalog, self.shop.spec.fingerprint, ids, vectors))

    def _keep(self, name: str) -> PhotoFile:
        stored = self.shop.files.add(self._picture())
        return PhotoFile(stored.sha256, stored.width, stored.height, f"source of {name}", name)

    def _picture(self) -> Image.Image:
        return Image.fromarray(self._numbers.integers(0, 256, (24, 24, 3), dtype=np.uint8))

    def _change(self) -> None:
        sku, after = self._some_product()
        after["title"] = f"renamed {self._random.randrange(10**6)}"
        self._operation(
            {sku: after}, lambda: apply_row(self.shop.catalog, ProductDraft(sku, after["title"]), who="clerk")
        )

    def _tag(self) -> None:
        sku, after = self._some_product()
        product, catalog = self._product(sku), self.shop.catalog
        tag = self._random.choice(TAGS)
        before = list(after["tags"])
        if tag in after["tags"]:
            after["tags"].remove(tag)
            self._operation({sku: after}, lambda: remove_tag(catalog, tag, [product.id], who="clerk"))
        else:
            after["tags"] = sorted({*after["tags"], tag})
            done = []
            self._operation(
                {sku: after}, lambda: done.append(add_tag(catalog, [product.id], tag, who="clerk"))
            )
            if self._random.random() < 0.3:
                undone = {**copy.deepcopy(after), "tags": before}
                self._operation({sku: undone}, lambda: undo_tag_operation(catalog, done[0].id))

    def _move_stock(self) -> None:
        sku, after = self._some_product()
        product, catalog = self._product(sku), self.shop.catalog
        after["movements"] += 1
        latest = movements(catalog, [product.id], limit=1)[0]
        # The count that came with the product is not taken back: its stock would be unknown then.
        if latest.undo_of is None and latest.counted is None and self._random.random() < 0.3:
            after["stock"] -= int(latest.quantity.decimal)
            self._operation({sku: after}, lambda: undo_movement(catalog, latest.id, who="clerk"))
            return
        quantity = self._random.choice([-2, -1, 1, 5])
        after["stock"] += quantity
        self._operation(
            {sku: after},
            lambda: move_stock(catalog, product.id, whole(quantity), who="clerk", reason=Reason.SALE),
        )

    def _archive(self) -> None:
        sku, after = self._some_product()
        product = self._product(sku)
        after["archived"] = not after["archived"]

        def do() -> None:
            set_archived(self.shop.catalog, [product.id], after["archived"])
            self.shop.refresh_index()

        self._operation({sku: after}, do)

    def _remove_photo(self) -> None:
        sku, after = self._some_product()
        photos = photos_of_product(self.shop.catalog, self._product(sku).id)
        if not photos:
            return
        gone = self._random.choice(photos)
        after["photos"].remove(gone.source_name)

        def do() -> None:
            remove_photos(self.shop.catalog, [gone.id])
            self.shop.refresh_index()

        self._operation({sku: after}, do)

    def _rebuild(self) -> None:
        self._operation({}, self.shop.rebuild_index)

    def _back_up(self) -> None:
        self._serial += 1
        target = self.folder.parent / f"backup-{self._serial}.zip"
        self._operation(
            {}, lambda: write_archive(self.shop.catalog, self.shop.folder, target), backup=str(target)
        )

    def _back_up_daily(self) -> Path | None:
        """A day's backup of a day to come, or of one long ago, whichever it happens to be."""
        moment = datetime(2100, 1, 1, tzinfo=UTC) + timedelta(days=self._random.randrange(4000))
        made: list[Path | None] = []
        self._operation({}, lambda: made.append(daily_backup(self.shop.catalog, moment)))
        return made[0]

    def _some_product(self) -> tuple[str, dict[str, Any]]:
        sku = self._random.choice(sorted({*self.products} - {WHOLE}))
        return sku, copy.deepcopy(self.products[sku])

    def _product(self, sku: str) -> Product:
        product = product_by_sku(self.shop.catalog, sku)
        assert product is not None
        return product


def start(kind: type[Clerk]) -> None:
    """Read the command line, and let a clerk of this kind work."""
    parser = argparse.ArgumentParser()
    parser.add_argument("shop", type=Path)
    parser.add_argument("log", type=Path)
    parser.add_argument("state", type=Path)
    parser.add_argument("seed", type=int)
    parser.add_argument("--network", action="store_true")
    arguments = parser.parse_args()
    products = json.loads(arguments.state.read_text(encoding="utf-8"))
    log = os.open(arguments.log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    kind(arguments.shop, log, products, arguments.seed, network=arguments.network).work()


if __name__ == "__main__":
    start(Clerk)
