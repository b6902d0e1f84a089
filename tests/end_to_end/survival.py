"""Whether a shop came through what happened to its clerk: what was acknowledged, what is there."""

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from core.care.check import check_shop, repair_shop
from core.care.restore import restore_shop
from core.catalog.database.backup_files import backup_files, is_whole
from core.catalog.lists.filters import Filter
from core.catalog.lists.listing import ordered_ids
from core.catalog.photos.photos import photos_by_ids, photos_of_product
from core.catalog.photos.vectors import photos_without_vector, searchable_photos, store_vectors, vectors_of
from core.catalog.products.products import products_by_ids
from core.catalog.stock import movements
from core.ingest.product_import import import_entries
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.stocktake.stocktake import under_way
from tests.end_to_end.busy_clerk import WHOLE, Products


@dataclass
class Log:
    """What a clerk wrote down: what must be there, and what may be.

    Attributes:
        under_way: everything that the shop holds if the operation happened that was under way.
        otherwise: the same, had it ended the other way that it may end.
        touched: what that operation is about.
        places: where the shop may lie, the newest last.
        failed: what the clerk was told when it was refused something.
    """

    acknowledged: Products
    places: list[Path]
    under_way: Products | None = None
    otherwise: Products | None = None
    touched: Products = field(default_factory=dict)
    backups: dict[Path, Products] = field(default_factory=dict)
    operations: int = 0
    failed: str | None = None


def read_log(data: bytes, start: Products, folder: Path) -> Log:
    """Replay a log from the products as they were at its start; a torn last line was never written."""
    log = Log(dict(start), [folder])
    for line in data.split(b"\n")[:-1]:
        entry = json.loads(line)
        if "will" in entry:
            log.touched = entry["will"]
            log.under_way = log.touched if "whole" in entry else log.acknowledged | log.touched
            log.otherwise = log.acknowledged | entry["or"] if "or" in entry else None
            log.places += [Path(entry["place"])] if "place" in entry else []
        elif "did" in entry:
            log.acknowledged, log.under_way, log.otherwise = log.under_way or {}, None, None
            log.operations += 1
            if "place" in entry:
                log.places = [Path(entry["place"])]
            if "backup" in entry:
                log.backups[Path(entry["backup"])] = dict(log.acknowledged)
        elif "failed" in entry:
            log.failed = entry["failed"]
    return log


def held(shop: Shop) -> Products:
    """What the shop holds, in the clerk's words."""
    assert shop.searched_by.problem is None
    products = products_by_ids(shop.catalog, ordered_ids(shop.catalog, Filter(archived=None)).tolist())
    found: Products = {
        product.sku: {
            "title": product.title,
            "tags": sorted(product.tags),
            "stock": None if product.stock is None else product.stock.number,
            "movements": len(movements(shop.catalog, [product.id], limit=10**6)),
            "archived": product.archived,
            "photos": sorted(photo.source_name for photo in photos_of_product(shop.catalog, product.id)),
        }
        for product in products
    }
    assert len(found) == len(products)
    return found | {
        WHOLE: {
            "lessons": [lesson.version for lesson in shop.models.lessons()],
            "in use": shop.model.version,
            "counted": _counted(shop),
        }
    }


def _counted(shop: Shop) -> list[list[str | int]] | None:
    stocktake = under_way(shop)
    if stocktake is None:
        return None
    rows = shop.catalog.db.execute(
        "SELECT sku, quantity_milli / 1000 FROM stocktake_counts JOIN products ON products.id = product_id"
        " WHERE stocktake_id = ? ORDER BY stocktake_counts.id",
        [stocktake.id],
    )
    return [list(row) for row in rows.fetchall()]


def where_it_lies(log: Log) -> Path:
    """The folder of the shop. Killed while it was moved, it lies whole at one of two places; it lies at both
    only if all of it was copied.
    """
    found = [place for place in log.places if (place / "catalog.db").exists()]
    return found[-1] if found else log.places[0]


def assert_survived(folder: Path, log: Log, *, network: bool = False) -> Products:
    """The shop opens, is sound, holds what it must and answers by that; returns what it holds."""
    with open_shop(folder, create=True, device="cpu") as shop:
        assert shop.writable
        finish_import(shop, log, network=network)
        assert_sound(shop)
        found = held(shop)
        assert_answers(shop)
    states = [state for state in (log.acknowledged, log.under_way, log.otherwise) if state is not None]
    assert found in states, [_differing(found, state) for state in states]
    return found


def assert_sound(shop: Shop) -> None:
    """Nothing is damaged that matters. What an ended program left behind, and thumbnails, which are written
    without waiting for the disk, are named, and a repair sees to them.
    """
    found = check_shop(shop)
    told = [str(sentence) for sentence in found.sentences]
    assert (found.catalog, found.index, found.lessons) == ((), (), ()), told
    if told:
        assert repair_shop(shop, found).sentences == [], told


def _differing(found: Products, state: Products) -> Products:
    return {
        sku: {"found": found.get(sku), "expected": state.get(sku)}
        for sku in {*found, *state}
        if found.get(sku) != state.get(sku)
    }


def assert_answers(shop: Shop) -> None:
    """Asked with what some photos look like, the shop finds those photos, and nothing that is nearer."""
    ids = searchable_photos(shop.catalog, shop.spec.fingerprint).ids
    batch = vectors_of(shop.catalog, shop.spec.fingerprint, ids[-8:])
    for photo_id, vector in zip(batch.ids, batch.vectors, strict=True):
        # All of them: to a lesson of two products, which has one dimension, half of all photos are the same.
        found = shop.index().search(np.asarray(vector, np.float32), len(ids))
        own = next((neighbour.similarity for neighbour in found if neighbour.photo_id == photo_id), 0.0)
        assert own > 0.99, found
        assert own == found[0].similarity, found


def finish_import(shop: Shop, log: Log, *, network: bool) -> None:
    """Photos that the network has not seen are no damage: a killed import leaves them, and the next import
    sees to them. But they must be of the operation that was under way.
    """
    unseen = photos_without_vector(shop.catalog, shop.spec.fingerprint)
    names = {photo.source_name for photo in photos_by_ids(shop.catalog, unseen.tolist())}
    assert names <= {name for facts in log.touched.values() for name in facts.get("photos", ())}
    if network:
        import_entries(shop, [])
    elif len(unseen):
        vectors = np.random.default_rng(0).normal(size=(len(unseen), shop.spec.dim))
        shop.photos_added(store_vectors(shop.catalog, shop.spec.fingerprint, unseen, vectors))


def assert_backups_are_good(folder: Path, log: Log, scratch: Path) -> None:
    """Whatever bears a backup's name is whole, and the newest archive gives back the shop of its time."""
    assert all(is_whole(path) for path in backup_files(folder / "catalog.db"))
    for path, products in list(log.backups.items())[-1:]:
        restore_shop(scratch, path)
        with open_shop(scratch) as shop:
            assert held(shop) == products
            assert check_shop(shop).catalog == ()
        shutil.rmtree(scratch)
