"""Whatever is done to a shop, in whatever order: catalog and index agree with a simple model in memory.

Hypothesis chooses what is done. Photos are noise and vectors are random numbers, small enough to rank by
hand; everything else is real: the store, the index's files, backups and their restoring, closing and opening.
"""

import hashlib
import shutil
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from numpy.typing import NDArray

from core.care.archive import write_archive
from core.care.check import check_shop
from core.care.restore import restore_shop
from core.catalog.checking.problem import Defect
from core.catalog.lists.filters import Filter, matching_photo_ids
from core.catalog.lists.listing import ordered_ids
from core.catalog.photos.photos import PhotoFile, PhotoKind, products_of_photos, remove_photos
from core.catalog.photos.vectors import store_vectors
from core.catalog.products.products import counts, product_by_sku, products_by_ids, set_archived
from core.catalog.products.upsert import ProductDraft
from core.catalog.stock import Reason, move_stock, movements
from core.catalog.tables.entries import apply_row
from core.embedding.measures import Measure
from core.ingest.table import import_table
from core.quantities.quantity import Quantity, whole
from core.shop.opening import open_shop
from core.shop.shop import Shop

SKUS = [f"P-{number}" for number in range(6)]
CATEGORIES = ["Tea", "茶"]


@dataclass(frozen=True)
class ModelProduct:
    """A product as it should be; photo ids by their vectors' seeds."""

    title: str
    category: str
    stock: int | None = None
    booked: int = 0
    movements: int = 0
    archived: bool = False
    photos: dict[int, int] = field(default_factory=dict)

    @property
    def quantity(self) -> Quantity | None:
        return None if self.stock is None else whole(self.stock)


def vector(seed: int, dim: int) -> NDArray[np.float32]:
    """A direction of its own for each seed, exact in half precision."""
    return np.random.default_rng(seed).integers(-8, 9, dim).astype(np.float32)


class ShopMachine(RuleBasedStateMachine):
    """A shop, and the model of it."""

    @initialize()
    def open_new(self) -> None:
        memory = Path("/dev/shm")  # noqa: S108  (nothing here has to survive, and the disk is slow)
        self.folder = Path(
            tempfile.mkdtemp(prefix="snapshelf-properties-", dir=memory if memory.is_dir() else None)
        )
        self.shop: Shop = open_shop(self.folder / "shop", create=True, device="cpu")
        self.model: dict[str, ModelProduct] = {}
        self.next_seed = 1
        self.backup: tuple[Path, dict[str, ModelProduct]] | None = None

    def teardown(self) -> None:
        if hasattr(self, "shop"):
            self.shop.close()
            shutil.rmtree(self.folder)

    @rule(sku=st.sampled_from(SKUS), photos=st.integers(0, 3), category=st.sampled_from(CATEGORIES))
    def import_product(self, sku: str, photos: int, category: str) -> None:
        seeds = list(range(self.next_seed, self.next_seed + photos))
        self.next_seed += photos
        title = f"thing {self.next_seed}"
        files = [
            (PhotoFile(hashlib.sha256(b"%d" % seed).hexdigest(), 8, 8, "", f"{seed}.png"), PhotoKind.CATALOG)
            for seed in seeds
        ]
        applied = apply_row(self.shop.catalog, ProductDraft(sku, title, category=category), files, who="test")
        self._store(dict(zip(applied.new_photo_ids, seeds, strict=True)))
        before = self.model.get(sku, ModelProduct(title, category))
        added = dict(zip(seeds, applied.new_photo_ids, strict=True))
        self.model[sku] = replace(before, title=title, category=category, photos=before.photos | added)

    @rule(data=st.data(), quantity=st.integers(-5, 9))
    @precondition(lambda self: self.model)
    def move(self, data: st.DataObject, quantity: int) -> None:
        sku = self._some_sku(data)
        product = self.model[sku]
        move_stock(self.shop.catalog, self._id(sku), whole(quantity), who="test", reason=Reason.SALE)
        self.model[sku] = replace(
            product,
            stock=None if product.stock is None else product.stock + quantity,
            booked=product.booked + quantity,
            movements=product.movements + 1,
        )

    @rule(data=st.data())
    @precondition(lambda self: self.model)
    def archive_or_restore(self, data: st.DataObject) -> None:
        sku = self._some_sku(data)
        product = self.model[sku]
        set_archived(self.shop.catalog, [self._id(sku)], not product.archived)
        self.shop.refresh_index()
        self.model[sku] = replace(product, archived=not product.archived)

    @rule(data=st.data())
    @precondition(lambda self: any(product.photos for product in self.model.values()))
    def remove_photo(self, data: st.DataObject) -> None:
        sku = data.draw(st.sampled_from(sorted(sku for sku, product in self.model.items() if product.photos)))
        product = self.model[sku]
        seed = data.draw(st.sampled_from(sorted(product.photos)))
        remove_photos(self.shop.catalog, [product.photos[seed]])
        self.shop.refresh_index()
        kept = {other: photo for other, photo in product.photos.items() if other != seed}
        self.model[sku] = replace(product, photos=kept)

    @rule(data=st.data())
    @precondition(lambda self: any(product.photos for product in self.model.values()))
    def look_at_a_photo_anew(self, data: st.DataObject) -> None:
        """As a repair does it: the same picture and the same network make the same vector."""
        sku = data.draw(st.sampled_from(sorted(sku for sku, product in self.model.items() if product.photos)))
        seed = data.draw(st.sampled_from(sorted(self.model[sku].photos)))
        self._store({self.model[sku].photos[seed]: seed})

    @rule(stocks=st.dictionaries(st.sampled_from(SKUS), st.integers(0, 20), min_size=1))
    def import_table_again(self, stocks: dict[str, int]) -> None:
        path = self.folder / "table.csv"
        rows = "".join(f"{sku},Table {sku},{stock}\n" for sku, stock in stocks.items())
        path.write_text(f"sku,title,stock\n{rows}", encoding="utf-8")
        import_table(self.shop, path, who="test")
        assert import_table(self.shop, path, who="test").unchanged == len(stocks)
        for sku, stock in stocks.items():
            before = self.model.get(sku, ModelProduct("", ""))
            moved = before.movements + (stock != before.stock)
            self.model[sku] = replace(
                before, title=f"Table {sku}", stock=stock, booked=stock, movements=moved
            )

    @rule()
    def rebuild(self) -> None:
        self.shop.rebuild_index()

    @rule(without_index=st.booleans())
    def close_and_open(self, without_index: bool) -> None:
        self.shop.close()
        if without_index:
            shutil.rmtree(self.folder / "shop" / "index", ignore_errors=True)
        self.shop = open_shop(self.folder / "shop", device="cpu")

    @rule()
    def back_up(self) -> None:
        target = self.folder / "backup.zip"
        write_archive(self.shop.catalog, self.shop.folder, target)
        self.backup = (target, dict(self.model))

    @rule()
    @precondition(lambda self: self.backup is not None)
    def restore(self) -> None:
        assert self.backup is not None
        self.shop.close()
        restore_shop(self.folder / "shop", self.backup[0])
        self.shop = open_shop(self.folder / "shop", device="cpu")
        self.model = dict(self.backup[1])

    @invariant()
    def products_agree(self) -> None:
        catalog = self.shop.catalog
        held = products_by_ids(catalog, ordered_ids(catalog, Filter(archived=None)).tolist())
        assert {
            p.sku: (p.title, p.category, p.stock, len(movements(catalog, [p.id])), p.archived) for p in held
        } == {
            sku: (p.title, p.category, p.quantity, p.movements, p.archived) for sku, p in self.model.items()
        }
        live = [product for product in self.model.values() if not product.archived]
        summary = counts(catalog)
        assert (summary.products, summary.archived) == (len(live), len(self.model) - len(live))
        assert summary.photos == sum(len(product.photos) for product in live)

    @invariant()
    def searches_agree(self) -> None:
        expected = self._live_photos()
        index = self.shop.index()
        assert index.ids().tolist() == sorted(expected.values())
        assert index.count == len(expected)
        for seed in list(expected)[:3]:
            query = vector(seed, self.shop.spec.dim)
            found = index.search(query, len(expected))
            likeness = {photo: self._cosine(seed, other) for other, photo in expected.items()}
            ranked = sorted(likeness, key=lambda photo: -likeness[photo])
            assert [neighbour.photo_id for neighbour in found] == ranked
            assert [n.similarity for n in found] == pytest.approx([likeness[p] for p in ranked], abs=2e-3)

    @invariant()
    def filtered_and_grouped_searches_agree(self) -> None:
        expected = self._live_photos()
        if not expected:
            return
        query = vector(next(iter(expected)), self.shop.spec.dim)
        allowed = matching_photo_ids(self.shop.catalog, Filter(categories=("Tea",)))
        groups = self.shop.index(Measure.COSINE).search_grouped(
            query, 10, lambda photos: products_of_photos(self.shop.catalog, photos), allowed
        )
        wanted = {
            self._id(sku): product.photos
            for sku, product in self.model.items()
            if product.photos and product.category == "Tea" and not product.archived
        }
        assert {group.key for group in groups} == wanted.keys()
        asked = next(iter(expected))
        for group in groups:
            likeness = {photo: self._cosine(asked, seed) for seed, photo in wanted[group.key].items()}
            assert likeness.keys() >= {neighbour.photo_id for neighbour in group.neighbours}
            assert group.best.similarity == pytest.approx(max(likeness.values()), abs=2e-3)

    @rule()
    def check(self) -> None:
        """Nothing is wrong but what this test did itself: its photos have no files."""
        found = check_shop(self.shop)
        assert {problem.defect for problem in found.catalog} <= {Defect.PHOTO_MISSING}
        assert found.index == ()

    def _live_photos(self) -> dict[int, int]:
        live = (product for product in self.model.values() if not product.archived)
        return {seed: photo for product in live for seed, photo in product.photos.items()}

    def _cosine(self, seed: int, other_seed: int) -> float:
        """Of the parts of the vectors that are compared, by plain NumPy."""
        one, other = (
            vector(number, self.shop.spec.dim)[: self.shop.model.dim] for number in (seed, other_seed)
        )
        return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))

    def _store(self, seeds: dict[int, int]) -> None:
        """Vectors by photo id; the index is told."""
        if seeds:
            vectors = np.stack([vector(seed, self.shop.spec.dim) for seed in seeds.values()])
            stored = store_vectors(self.shop.catalog, self.shop.spec.fingerprint, list(seeds), vectors)
            self.shop.photos_added(stored)

    def _some_sku(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(self.model)))

    def _id(self, sku: str) -> int:
        product = product_by_sku(self.shop.catalog, sku)
        assert product is not None
        return product.id


QUICK = settings(
    max_examples=15,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def test_catalog_and_index_agree_with_a_model_whatever_is_done() -> None:
    run_state_machine_as_test(ShopMachine, settings=QUICK)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_catalog_and_index_agree_with_a_model_through_long_lives() -> None:
    run_state_machine_as_test(ShopMachine, settings=settings(QUICK, max_examples=200, stateful_step_count=60))
