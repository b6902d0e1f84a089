"""Imports, edits, bookings and undos in any order leave a shop as a dictionary says that it is."""

import copy
import csv
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from core.catalog.checking.check import check
from core.catalog.edits.edit_log import EditKind, next_undo
from core.catalog.edits.product_change import ProductChange
from core.catalog.lists.text_search import find_products
from core.catalog.products.products import product_by_sku
from core.catalog.stock import Reason, move_stock
from core.ingest.shop_edits import edit_shop, redo_edit
from core.ingest.table import import_table
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from core.steps.undo import undo_step
from core.stocktake.booking import book, throw_away
from core.stocktake.ledger import How, count_quantity
from core.stocktake.stocktake import begin, under_way
from tests.core.conftest import draw

_SKUS = st.sampled_from(["A", "B", "C"])
_TITLES = st.sampled_from(["apple", "pear", "quince"])
_TAGS = st.sampled_from(["", "bio", "bio, new"])
_PICTURES = st.sampled_from(["", "red.png", "blue.png", "red.png | blue.png"])
_ROWS = st.dictionaries(
    _SKUS, st.tuples(_TITLES, st.sampled_from(["", "0", "3", "7"]), _TAGS, _PICTURES), min_size=1
)


@dataclass
class Expected:
    """One product as it ought to be."""

    title: str
    stock: int | None = None
    tags: frozenset[str] = frozenset()
    photos: tuple[str, ...] = ()


Shelf = dict[str, Expected]


@dataclass
class Model:
    """The shelf; for each step that stands the shelf before it and what it made; what was ever counted."""

    shelf: Shelf = field(default_factory=dict)
    steps: list[tuple[Shelf, set[str]]] = field(default_factory=list)
    undone: list[tuple[Shelf, set[str]]] = field(default_factory=list)
    counted: set[str] = field(default_factory=set)

    def begin(self, made: set[str] | None = None) -> None:
        self.steps.append((copy.deepcopy(self.shelf), made or set()))
        self.undone.clear()

    def undo(self, *, is_booking: bool) -> set[str]:
        """Take the last step back; the products that it leaves, for they were counted since it made them."""
        before, made = self.steps.pop()
        self.undone.append((self.shelf, made))
        if is_booking:
            self.undone.clear()  # its count is under way: what came after it would start from another stock
        staying = {sku: self.shelf[sku] for sku in self.shelf.keys() - before.keys() if sku in self.counted}
        self.shelf = {**before, **copy.deepcopy(staying)}
        return made & staying.keys()


class StepsAgainstModel(RuleBasedStateMachine):
    """The rules are what a merchant does; the invariants hold after each."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        for name, colour in (("red", (210, 40, 40)), ("blue", (40, 60, 210))):
            draw("ellipse", colour).save(self.folder / f"{name}.png")
        self.shop = open_shop(self.folder / "shop", create=True)
        self.model = Model()

    def teardown(self) -> None:
        self.shop.close()
        shutil.rmtree(self.folder)

    @rule(rows=_ROWS)
    def imports(self, rows: dict[str, tuple[str, str, str, str]]) -> None:
        with (self.folder / "table.csv").open("w", newline="", encoding="utf-8") as file:
            table = csv.writer(file)
            table.writerow(["sku", "title", "stock", "tags", "photo"])
            table.writerows([sku, *values] for sku, values in rows.items())
        wanted = copy.deepcopy(self.model.shelf)
        for sku, (title, stock, tags, photos) in rows.items():
            product = wanted.setdefault(sku, Expected(title))
            product.title = title
            product.stock = int(stock) if stock else product.stock
            product.tags = frozenset(tag for tag in tags.split(", ") if tag)
            new = [name for name in photos.split(" | ") if name and name not in product.photos]
            product.photos = (*product.photos, *new)
        report = import_table(self.shop, self.folder / "table.csv", who="Kim")
        assert (report.step is not None) == (wanted != self.model.shelf)
        if wanted != self.model.shelf:
            self.model.begin(wanted.keys() - self.model.shelf.keys())
        self.model.shelf = wanted

    @precondition(lambda self: self.model.shelf)
    @rule(data=st.data(), title=_TITLES, stock=st.integers(0, 9))
    def edits(self, data: st.DataObject, title: str, stock: int) -> None:
        sku = data.draw(st.sampled_from(sorted(self.model.shelf)))
        expected = self.model.shelf[sku]
        edit = edit_shop(
            self.shop, {self.key(sku): ProductChange(title=title, stock=whole(stock))}, who="Kim"
        )
        assert (edit is not None) == ((title, stock) != (expected.title, expected.stock))
        if edit is not None:
            self.model.begin()
            expected.title, expected.stock = title, stock

    @precondition(lambda self: self.model.shelf)
    @rule(data=st.data(), pieces=st.integers(0, 9))
    def books(self, data: st.DataObject, pieces: int) -> None:
        sku = data.draw(st.sampled_from(sorted(self.model.shelf)))
        stocktake = begin(self.shop, who="Kim")
        count_quantity(self.shop, stocktake, self.key(sku), whole(pieces), how=How.TYPED)
        book(self.shop, stocktake, who="Kim")
        self.model.begin()
        self.model.shelf[sku].stock = pieces
        self.model.counted.add(sku)

    @precondition(lambda self: self.model.steps)
    @rule()
    def undoes(self) -> None:
        step = next_undo(self.shop.catalog)
        assert step is not None
        turned = undo_step(self.shop, who="Kim")
        left = self.model.undo(is_booking=step.kind is EditKind.BOOKING)
        assert {product.sku for product in turned.left} == left
        counting = under_way(self.shop)
        if counting is not None:
            throw_away(self.shop, counting)

    @precondition(lambda self: self.model.undone)
    @rule()
    def does_again(self) -> None:
        redo_edit(self.shop, who="Kim")
        after, made = self.model.undone.pop()
        self.model.steps.append((self.model.shelf, made))
        self.model.shelf = after

    @rule()
    def opens_the_shop_again(self) -> None:
        self.shop.close()
        self.shop = open_shop(self.folder / "shop", write=True)

    def key(self, sku: str) -> int:
        product = product_by_sku(self.shop.catalog, sku)
        assert product is not None
        return product.id

    @invariant()
    def the_shop_is_as_the_dictionary_says(self) -> None:
        catalog = self.shop.catalog
        found: Shelf = {}
        for sku in "ABC":
            product = product_by_sku(catalog, sku)
            if product is not None:
                photos = catalog.db.execute(
                    "SELECT source_name FROM photos WHERE product_id = ? ORDER BY position", [product.id]
                ).fetchall()
                names = tuple(name for (name,) in photos)
                stock = None if product.stock is None else int(product.stock.decimal)
                found[sku] = Expected(product.title, stock, frozenset(product.tags), names)
                assert not product.archived
        assert found == self.model.shelf
        assert (next_undo(catalog) is not None) == bool(self.model.steps)

    @invariant()
    def nothing_is_wrong_with_the_catalog_and_search_finds_what_is_there(self) -> None:
        assert check(self.shop.catalog) == []
        for title in ("apple", "pear", "quince"):
            hits = find_products(self.shop.catalog, title)
            there = [sku for sku, product in self.model.shelf.items() if product.title == title]
            assert len(hits) == len(there)
        live = self.shop.catalog.db.execute("SELECT count(*) FROM photos").fetchone()[0]
        assert self.shop.index().count == live


class UndoAmongSales(RuleBasedStateMachine):
    """What the steps know nothing of, a sale at the till, is never lost and never overwritten."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.shop = open_shop(self.folder / "shop", create=True)
        self.sold: dict[str, int] = {}

    def teardown(self) -> None:
        self.shop.close()
        shutil.rmtree(self.folder)

    @rule(sku=_SKUS, title=_TITLES, stock=st.integers(0, 9))
    def imports(self, sku: str, title: str, stock: int) -> None:
        (self.folder / "table.csv").write_text(f"sku,title,stock\n{sku},{title},{stock}\n", encoding="utf-8")
        import_table(self.shop, self.folder / "table.csv", who="Kim")

    @rule(sku=_SKUS, pieces=st.integers(1, 3))
    def sells(self, sku: str, pieces: int) -> None:
        product = product_by_sku(self.shop.catalog, sku)
        if product is not None:
            move_stock(self.shop.catalog, product.id, whole(-pieces), who="till", reason=Reason.SALE)
            self.sold[sku] = self.sold.get(sku, 0) + pieces

    @precondition(lambda self: next_undo(self.shop.catalog) is not None)
    @rule()
    def undoes(self) -> None:
        turned = undo_step(self.shop, who="Kim")
        assert {product.sku for product in turned.left} <= set(self.sold)

    @invariant()
    def every_sale_is_in_the_books(self) -> None:
        rows = self.shop.catalog.db.execute(
            "SELECT sku, -sum(quantity_milli) / 1000"
            " FROM stock_movements JOIN products ON products.id = product_id"
            " WHERE reason = 'sale' GROUP BY sku"
        ).fetchall()
        assert dict(rows) == self.sold
        assert check(self.shop.catalog) == []


StepsAgainstModel.TestCase.settings = settings(max_examples=10, stateful_step_count=15, deadline=None)
UndoAmongSales.TestCase.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)
TestStepsAgainstModel = StepsAgainstModel.TestCase
TestUndoAmongSales = UndoAmongSales.TestCase
