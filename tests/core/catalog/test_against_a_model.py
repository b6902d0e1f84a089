"""Any sequence of changes, re-imports and restores agrees with a dictionary in memory."""

import shutil
import tempfile
from pathlib import Path

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from core.care.restore import restore_shop
from core.catalog.checking.check import check
from core.catalog.database.backup_files import copy_database
from core.catalog.database.catalog import Catalog
from core.catalog.lists.filters import Filter, matching_photo_ids
from core.catalog.lists.text_search import find_products
from core.catalog.photos.photos import PhotoFile, add_photo, live_photo_ids, photos_of_product, remove_photos
from core.catalog.photos.vectors import photos_without_vector, store_vectors, stream_vectors
from core.catalog.products.products import product_by_sku, set_archived
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import Reason, move_stock
from core.quantities.quantity import NOTHING, Quantity
from core.quantities.units import Unit

_SKUS = st.sampled_from(["A", "B", "C"])
_TITLES = st.sampled_from(["apple", "pear", "苹果汁"])
_LETTERS = st.sampled_from("0123456789")


class _Expected:
    """One product as it ought to be."""

    def __init__(self, title: str) -> None:
        self.title, self.archived = title, False
        self.stock: Quantity | None = None
        self.booked = NOTHING
        self.photos: dict[str, bool] = {}  # letter of the file to "has a vector"

    @property
    def thousandths(self) -> int | None:
        return None if self.stock is None else self.stock.thousandths

    def copy(self) -> "_Expected":
        other = _Expected(self.title)
        other.stock, other.booked = self.stock, self.booked
        other.archived, other.photos = self.archived, dict(self.photos)
        return other


class CatalogAgainstModel(RuleBasedStateMachine):
    """The rules are what a merchant does; the invariants hold after each."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.catalog = Catalog(self.folder / "catalog.db")
        self.model: dict[str, _Expected] = {}
        self.saved: dict[str, _Expected] | None = None

    def teardown(self) -> None:
        self.catalog.close()
        shutil.rmtree(self.folder)

    def key(self, sku: str) -> int:
        product = product_by_sku(self.catalog, sku)
        assert product is not None
        return product.id

    @rule(sku=_SKUS, title=_TITLES, stock=st.one_of(st.none(), st.integers(0, 9000)))
    def import_product(self, sku: str, title: str, stock: int | None) -> None:
        upsert_product(self.catalog, self._draft(sku, title, stock))
        expected = self.model.setdefault(sku, _Expected(title))
        expected.title = title
        if stock is not None:
            expected.stock = expected.booked = Quantity(stock)

    def _draft(self, sku: str, title: str, stock: int | None) -> ProductDraft:
        quantity = None if stock is None else Quantity(stock)
        return ProductDraft(sku, title=title, stock=quantity, unit=Unit.KILOGRAM)

    @precondition(lambda self: self.model)
    @rule(data=st.data(), quantity=st.integers(-5000, 5000))
    def sell(self, data: st.DataObject, quantity: int) -> None:
        sku = data.draw(st.sampled_from(sorted(self.model)))
        move_stock(self.catalog, self.key(sku), Quantity(quantity), who="", reason=Reason.SALE)
        expected = self.model[sku]
        expected.booked += Quantity(quantity)
        expected.stock = None if expected.stock is None else expected.booked

    @precondition(lambda self: self.model)
    @rule(data=st.data(), letter=_LETTERS)
    def photograph(self, data: st.DataObject, letter: str) -> None:
        sku = data.draw(st.sampled_from(sorted(self.model)))
        add_photo(self.catalog, self.key(sku), PhotoFile(letter * 64, 1, 1))
        self.model[sku].photos.setdefault(letter, False)

    @rule()
    def embed(self) -> None:
        ids = photos_without_vector(self.catalog, "model")
        store_vectors(self.catalog, "model", ids, np.ones((len(ids), 3)))
        for expected in self.model.values():
            expected.photos = dict.fromkeys(expected.photos, True)

    @precondition(lambda self: any(expected.photos for expected in self.model.values()))
    @rule(data=st.data())
    def remove_photo(self, data: st.DataObject) -> None:
        sku = data.draw(
            st.sampled_from(sorted(sku for sku, expected in self.model.items() if expected.photos))
        )
        photo = photos_of_product(self.catalog, self.key(sku))[0]
        remove_photos(self.catalog, [photo.id])
        del self.model[sku].photos[photo.sha256[0]]

    @precondition(lambda self: self.model)
    @rule(data=st.data(), archived=st.booleans())
    def archive(self, data: st.DataObject, archived: bool) -> None:
        sku = data.draw(st.sampled_from(sorted(self.model)))
        set_archived(self.catalog, [self.key(sku)], archived)
        self.model[sku].archived = archived

    @rule()
    def back_up(self) -> None:
        copy_database(self.catalog.db.conn, self.folder / "saved.db")
        self.saved = {sku: expected.copy() for sku, expected in self.model.items()}

    @precondition(lambda self: self.saved is not None)
    @rule()
    def restore(self) -> None:
        self.catalog.close()
        aside = restore_shop(self.folder, self.folder / "saved.db")
        assert aside == self.folder / "replaced" / "catalog.db"
        self.catalog = Catalog(self.folder / "catalog.db")
        self.model = {sku: expected.copy() for sku, expected in (self.saved or {}).items()}

    @rule()
    def close_and_open(self) -> None:
        self.catalog.close()
        self.catalog = Catalog(self.folder / "catalog.db")

    @invariant()
    def products_agree(self) -> None:
        rows = self.catalog.db.execute("SELECT sku, title, stock_milli, archived FROM products").fetchall()
        assert {row[0]: row[1:] for row in rows} == {
            sku: (expected.title, expected.thousandths, int(expected.archived))
            for sku, expected in self.model.items()
        }

    @invariant()
    def photos_and_vectors_agree(self) -> None:
        live = [expected for expected in self.model.values() if not expected.archived]
        assert len(live_photo_ids(self.catalog)) == sum(len(expected.photos) for expected in live)
        assert live_photo_ids(self.catalog).tolist() == matching_photo_ids(self.catalog, Filter()).tolist()
        embedded = sum(len(batch.ids) for batch in stream_vectors(self.catalog, "model"))
        assert embedded == sum(sum(expected.photos.values()) for expected in live)

    @invariant()
    def search_agrees(self) -> None:
        for text in ("app", "苹果"):
            expected = {
                sku for sku, e in self.model.items() if not e.archived and any(w in e.title for w in (text,))
            }
            found = {hit.product_id for hit in find_products(self.catalog, text)}
            assert found == {self.key(sku) for sku in expected}

    @invariant()
    def check_is_clean(self) -> None:
        assert check(self.catalog) == []


CatalogAgainstModel.TestCase.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)
TestAgainstAModel = CatalogAgainstModel.TestCase
