"""What clerks, clocks and networks do to tills and a hub, in any order."""

import json
import random
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from core.catalog.database.catalog import Catalog
from core.catalog.edits.deletion import delete_products
from core.catalog.edits.edit_undo import undo
from core.catalog.edits.edits import edit_products
from core.catalog.edits.product_change import Price, ProductChange
from core.catalog.photos.photos import PhotoFile, add_photo, photos_of_product, remove_photos
from core.catalog.products.products import product_by_sku, set_archived
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import Reason, move_stock, movements, set_stock, undo_movement
from core.catalog.tags.tags import add_tag, remove_tag
from core.copies.merging import merge_products
from core.errors import Cancelled, KnownError
from core.hub.change import Change
from core.hub.connection import connected
from core.hub.holding import Hold, set_hold, take_in
from core.hub.joining import join
from core.hub.membership import require_membership
from core.hub.merging.applying import apply_changes
from core.hub.synchronising import synchronise
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.hub.alike import require_alike

_HOUR = 3_600_000 << 16
_STORES = ("Harbour", "Harbour", "Main Street")
_TILLS = st.integers(0, len(_STORES) - 1)
_SKUS = st.sampled_from(["A", "B", "C"])
_TITLES = st.sampled_from(["apple", "pear", "苹果汁"])
_TAGS = st.sampled_from(["red", "Red", "new"])
_LETTERS = st.sampled_from("abc")


class TillsAndHub(RuleBasedStateMachine):
    """The rules are what clerks, clocks and networks do; all are compared at the end."""

    let_in: Callable[[], str]

    @initialize(drift=st.lists(st.integers(-9, 9), min_size=3, max_size=3))
    def open(self, drift: list[int]) -> None:
        self.hub = self.let_in()
        self.folder = Path(tempfile.mkdtemp())
        self.tills: list[Shop] = []
        self.moved: dict[str, tuple[str, str, int]] = {}
        self.sent: list[list[tuple[str, str, str, str]]] = [[], [], []]
        self.fresh: list[tuple[Shop, str]] = []
        for number, store in enumerate(_STORES):
            till = open_shop(self.folder / str(number), create=True)
            with connected(self.hub) as connection:
                join(till, connection, self.hub, store)
            self.tills.append(till)
            self.clock_runs(number, drift[number])

    @rule(till=_TILLS, hours=st.integers(-9, 9))
    def clock_runs(self, till: int, hours: int) -> None:
        """A computer's clock is set by hours. One that is set back is as if all others went on."""
        behind = max(0, -hours)
        for number, one in enumerate(self.tills):
            ahead = hours if number == till else behind
            if ahead > 0:
                one.catalog.db.execute("UPDATE hub_state SET clock = clock + ?", [ahead * _HOUR])

    @rule(till=_TILLS, sku=_SKUS, title=_TITLES, stock=st.none() | st.integers(0, 9), tags=st.sets(_TAGS))
    def table_is_imported(self, till: int, sku: str, title: str, stock: int | None, tags: set[str]) -> None:
        draft = ProductDraft(
            sku, title=title, stock=None if stock is None else whole(stock), tags=tuple(tags),
            extra={"Shelf life": title, "Maker": "" if stock else "Lin"}, barcode="4006381333931",
        )  # fmt: skip
        upsert_product(self._catalog(till), draft, who="")
        self._note(till)

    @rule(till=_TILLS, sku=_SKUS, title=_TITLES, price=st.integers(0, 3), archived=st.none() | st.booleans())
    def product_is_edited(self, till: int, sku: str, title: str, price: int, archived: bool | None) -> None:
        change = ProductChange(
            title=title, price=Price(price, "EUR"), category=title, location=title, archived=archived
        )
        self._edit(till, sku, change)

    @rule(till=_TILLS, sku=_SKUS, by=st.integers(-5, 5))
    def stock_moves(self, till: int, sku: str, by: int) -> None:
        if (key := self._key(till, sku)) is not None:
            move_stock(self._catalog(till), key, whole(by), who="", reason=Reason.SALE)
            self._note(till)

    @rule(till=_TILLS, sku=_SKUS, stock=st.none() | st.integers(0, 9))
    def stock_is_counted(self, till: int, sku: str, stock: int | None) -> None:
        if (key := self._key(till, sku)) is not None:
            set_stock(self._catalog(till), key, None if stock is None else whole(stock), who="")
            self._note(till)

    @rule(till=_TILLS, sku=_SKUS)
    def movement_is_undone(self, till: int, sku: str) -> None:
        if (key := self._key(till, sku)) is not None:
            for movement in movements(self._catalog(till), [key], limit=1):
                with suppress(KnownError):
                    undo_movement(self._catalog(till), movement.id, who="")
            self._note(till)

    @rule(till=_TILLS, sku=_SKUS, tag=_TAGS, gained=st.booleans())
    def tag_is_set(self, till: int, sku: str, tag: str, gained: bool) -> None:
        if (key := self._key(till, sku)) is not None:
            if gained:
                add_tag(self._catalog(till), [key], tag, who="")
            else:
                remove_tag(self._catalog(till), tag, [key], who="")

    @rule(till=_TILLS, sku=_SKUS, letter=_LETTERS)
    def photo_is_added(self, till: int, sku: str, letter: str) -> None:
        if (key := self._key(till, sku)) is not None:
            add_photo(self._catalog(till), key, PhotoFile(letter * 64, 3, 4))

    @rule(till=_TILLS, sku=_SKUS)
    def photo_is_removed(self, till: int, sku: str) -> None:
        if (key := self._key(till, sku)) is not None:
            remove_photos(
                self._catalog(till), [one.id for one in photos_of_product(self._catalog(till), key)][:1]
            )

    @rule(till=_TILLS, one=_SKUS, other=_SKUS)
    def products_are_merged(self, till: int, one: str, other: str) -> None:
        keys = [self._key(till, one), self._key(till, other)]
        if None not in keys:
            with suppress(KnownError):
                merge_products(self.tills[till], int(keys[0] or 0), [int(keys[1] or 0)], who="")
            self._note(till)

    @rule(till=_TILLS, sku=_SKUS)
    def product_is_deleted(self, till: int, sku: str) -> None:
        if (key := self._key(till, sku)) is not None:
            set_archived(self._catalog(till), [key])
            delete_products(self._catalog(till), [key])

    @rule(till=_TILLS)
    def step_is_taken_back(self, till: int) -> None:
        with suppress(KnownError):
            undo(self._catalog(till), who="")
        self._note(till)

    @rule(till=_TILLS, hold=st.sampled_from(Hold))
    def till_is_to_hold(self, till: int, hold: Hold) -> None:
        set_hold(self._catalog(till), hold)

    @rule(till=_TILLS, seed=st.integers(0, 99))
    def product_is_taken_in(self, till: int, seed: int) -> None:
        with connected(self.hub) as connection:
            rows = connection.execute("SELECT product::text FROM live_products ORDER BY product").fetchall()
        if rows:
            take_in(self._catalog(till), random.Random(seed).choice(rows)[0])

    @rule(till=_TILLS)
    def till_synchronises(self, till: int) -> None:
        rows = self._catalog(till).db.execute("SELECT id, kind, key, body FROM outbox ORDER BY n").fetchall()
        self.sent[till] += rows
        with connected(self.hub) as connection:
            synchronise(self.tills[till], connection)

    @rule(till=_TILLS, seed=st.integers(0, 99))
    def changes_are_sent_again(self, till: int, seed: int) -> None:
        """As after a cut between the hub's acknowledgement and its coming here."""
        again = random.Random(seed).choices(self.sent[till], k=min(4, len(self.sent[till])))
        self._catalog(till).db.conn.executemany(
            "INSERT OR IGNORE INTO outbox (id, kind, key, body) VALUES (?, ?, ?, ?)", again
        )

    @rule(till=_TILLS, seed=st.integers(0, 99))
    def changes_come_in_another_order(self, till: int, seed: int) -> None:
        """Some that the hub has come before their turn, in any order, some of them twice.

        To none that has read nothing yet: it may still choose to hold less, and would wait for the rest.
        """
        joined = require_membership(self._catalog(till))
        if joined.place == 0:
            return
        with connected(self.hub) as connection:
            rows = connection.execute(
                "SELECT id::text, kind, key, store, body FROM changes"
                " WHERE (kind <> 'movement' OR store = %s) AND (%s OR EXISTS"
                " (SELECT FROM held_by_store AS held WHERE held.store = %s"
                "  AND product::text = key AND held.seq <= %s)) ORDER BY seq DESC LIMIT 12",
                [joined.store, joined.holds == Hold.ALL, joined.store, joined.place],
            ).fetchall()
        if rows:
            some = [Change(*row) for row in random.Random(seed).choices(rows, k=8)]
            apply_changes(self._catalog(till), some, joined.place, joined.place_change, lambda _: False)

    @rule(
        number=st.integers(0, 1),
        store=st.sampled_from(_STORES),
        hold=st.sampled_from(Hold),
        steps=st.integers(0, 9),
    )
    def new_till_reads_until_it_is_cut_off(self, number: int, store: str, hold: Hold, steps: int) -> None:
        """One joins, or goes on with what it was reading; after some steps its line breaks."""
        if number >= len(self.fresh):
            till = open_shop(self.folder / f"new{len(self.fresh)}", create=True)
            with connected(self.hub) as connection:
                join(till, connection, self.hub, store)
            set_hold(till.catalog, hold)
            self.fresh.append((till, store))
            number = len(self.fresh) - 1
        left = iter(range(steps))
        with suppress(Cancelled), connected(self.hub) as connection:
            synchronise(self.fresh[number][0], connection, lambda _: next(left, None) is not None)

    def teardown(self) -> None:
        for _ in range(2):
            for number in range(len(_STORES)):
                self.till_synchronises(number)
            for new, _store in self.fresh:
                with connected(self.hub) as connection:
                    synchronise(new, connection)
        everybody = [*zip(self.tills, _STORES, strict=True), *self.fresh]
        require_alike(everybody, self.hub, self.moved)
        for till, _ in everybody:
            till.close()
        shutil.rmtree(self.folder)

    def _note(self, till: int) -> None:
        """Remember the movements that were acknowledged to a clerk."""
        catalog = self._catalog(till)
        rows = catalog.db.execute("SELECT id, key, body FROM outbox WHERE kind = 'movement'").fetchall()
        self.moved |= {row[0]: (_STORES[till], row[1], json.loads(row[2])["quantity"]) for row in rows}

    def _edit(self, till: int, sku: str, change: ProductChange) -> None:
        if (key := self._key(till, sku)) is not None:
            edit_products(self._catalog(till), {key: change}, who="")
            self._note(till)

    def _catalog(self, till: int) -> Catalog:
        return self.tills[till].catalog

    def _key(self, till: int, sku: str) -> int | None:
        found = product_by_sku(self._catalog(till), sku)
        return None if found is None else found.id
