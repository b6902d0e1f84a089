"""However tills and a hub are cut off, whatever their clocks say, in whatever order changes come: once
everybody has synchronised all are equal, and stock is the sum of all movements."""

import json
import random
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from core.catalog.checking.check import check
from core.catalog.database.catalog import Catalog
from core.catalog.database.change_ids import taken_back_by
from core.catalog.edits.deletion import delete_products
from core.catalog.edits.edit_undo import undo
from core.catalog.edits.edits import edit_products
from core.catalog.edits.product_change import Price, ProductChange
from core.catalog.photos.photos import PhotoFile, add_photo, photos_of_product, remove_photos
from core.catalog.products.products import product_by_sku, set_archived
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import Reason, booked_stock, move_stock, movements, set_stock, undo_movement
from core.catalog.tags.tags import add_tag, remove_tag
from core.copies.merging import merge_products
from core.errors import Cancelled, KnownError
from core.hub import reading_products
from core.hub.change import Change
from core.hub.connection import connected
from core.hub.holding import Hold, set_hold, take_in
from core.hub.joining import join
from core.hub.logins import let_in
from core.hub.membership import require_membership, waiting_changes
from core.hub.merging.applying import apply_changes
from core.hub.synchronising import synchronise
from core.quantities.quantity import Quantity, whole
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.hub.postgres import Postgres, database_name
from tests.core.hub.tills import told

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
        self._gather_moved()
        everybody = [*zip(self.tills, _STORES, strict=True), *self.fresh]
        for till, store in everybody[1:]:
            self._require_equal(self.tills[0], till, of_store=store == _STORES[0])
        for till, store in everybody:
            assert waiting_changes(till.catalog) == 0
            assert till.catalog.db.execute("SELECT count(*) FROM hub_waiting").fetchone() == (0,)
            assert check(till.catalog) == []
            self._require_what_it_is_to_hold(till)
            self._require_sum(till, store)
            self._require_merged_sum(till, store)
        for till, _ in everybody:
            till.close()
        shutil.rmtree(self.folder)

    def _require_equal(self, one: Shop, other: Shop, *, of_store: bool) -> None:
        """What both hold is the same; and who holds all holds what the other does."""
        first, second = (told(till.catalog, of_store=of_store) for till in (one, other))
        for uid in first.keys() & second.keys():
            assert first[uid] == second[uid]
        assert first.keys() >= second.keys() or self._holds(one) is Hold.OURS
        assert first.keys() <= second.keys() or self._holds(other) is Hold.OURS

    def _require_what_it_is_to_hold(self, till: Shop) -> None:
        joined = require_membership(till.catalog)
        assert joined.hold == joined.holds
        with connected(self.hub) as connection:
            rows = connection.execute(
                "SELECT product::text FROM held_by_store WHERE store = %s AND EXISTS"
                " (SELECT FROM product_fields AS told"
                "  WHERE told.product = held_by_store.product AND name = 'sku')"
                " AND NOT EXISTS (SELECT FROM product_fields AS told"
                "  WHERE told.product = held_by_store.product AND name = 'deleted')",
                [joined.store],
            ).fetchall()
        assert {uid for (uid,) in rows} <= told(till.catalog).keys()

    def _holds(self, till: Shop) -> Hold:
        return Hold(require_membership(till.catalog).holds)

    def _require_sum(self, till: Shop, store: str) -> None:
        rows = till.catalog.db.execute(
            "SELECT uid, product_id FROM hub_products WHERE product_id IS NOT NULL"
        ).fetchall()
        for uid, product_id in rows:
            moved = sum(quantity for of, key, quantity in self.moved.values() if (of, key) == (store, uid))
            assert booked_stock(till.catalog, product_id) == Quantity(moved)

    def _require_merged_sum(self, till: Shop, store: str) -> None:
        """What was merged has nothing left, and what it was merged into has all that both ever had."""
        booked: dict[str, int] = {}
        for movement, (of, uid, quantity) in self.moved.items():
            is_own = of == store and movement not in self.carrying
            if is_own and not {movement, taken_back_by(movement)} & self.moved.keys() & self.taken_back:
                booked[uid] = booked.get(uid, 0) + quantity
        rows = till.catalog.db.execute(
            "SELECT uid, product_id, archived,"
            " (SELECT uid FROM hub_products AS kept WHERE kept.product_id = merged_into)"
            " FROM hub_products JOIN products ON id = product_id"
        ).fetchall()
        into = {uid: kept for uid, _, archived, kept in rows if kept is not None and archived}
        was_on_the_shelf_meanwhile = any(kept is not None and not archived for *_, archived, kept in rows)
        if self.merged & self.deleted or was_on_the_shelf_meanwhile:
            return
        for uid, product_id, *_ in rows:
            whole_tree = {uid}
            while more := {one for one, kept in into.items() if kept in whole_tree} - whole_tree:
                whole_tree |= more
            expected = 0 if uid in into else sum(booked.get(one, 0) for one in whole_tree)
            assert booked_stock(till.catalog, product_id) == Quantity(expected)

    def _gather_moved(self) -> None:
        """All movements at the hub: those acknowledged to clerks, and what took back counts made twice."""
        with connected(self.hub) as connection:
            rows = connection.execute(
                "SELECT id::text, store, key, (body ->> 'quantity')::bigint, body ->> 'undo_of',"
                " coalesce(body ->> 'taken_off', body ->> 'brought_in') FROM changes WHERE kind = 'movement'"
            ).fetchall()
            merges = connection.execute(
                "SELECT unnest(ARRAY[key, body -> 'fields' ->> 'merged']) FROM changes"
                " WHERE kind = 'fields' AND body -> 'fields' ->> 'merged' IS NOT NULL"
            ).fetchall()
            deleted = connection.execute("SELECT key FROM changes WHERE kind = 'deleted'").fetchall()
        self.merged, self.deleted = {uid for (uid,) in merges}, {uid for (uid,) in deleted}
        self.carrying = {row[0] for row in rows if row[5] is not None}
        self.taken_back = {row[0] for row in rows if row[4] and row[0] == taken_back_by(row[4])}
        at_hub = {row[0]: (row[1], row[2], row[3]) for row in rows}
        assert self.moved.items() <= at_hub.items()
        self.moved = at_hub

    def _note(self, till: int) -> None:
        """Remember the movements that were acknowledged to a clerk."""
        rows = (
            self._catalog(till)
            .db.execute("SELECT id, key, body FROM outbox WHERE kind = 'movement'")
            .fetchall()
        )
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


def _converge(postgres: Postgres, examples: int, steps: int) -> None:
    def manager() -> str:
        owner = postgres.new_hub()
        name = f"{database_name(owner)}_manager"
        with connected(owner) as connection:
            let_in(connection, name, "manager", None)
        return postgres.url(database_name(owner), name)

    class Machine(TillsAndHub):
        pass

    Machine.let_in = staticmethod(manager)
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.fixture(autouse=True)
def _few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a till that joins can be cut off between any two products."""
    monkeypatch.setattr(reading_products, "_PRODUCTS", 1)
    monkeypatch.setattr(reading_products, "_BATCH", 2)


def test_all_tills_end_up_alike(postgres: Postgres) -> None:
    _converge(postgres, 4, 16)


@pytest.mark.long
@pytest.mark.timeout(7200)
def test_all_tills_end_up_alike_in_many_ways(postgres: Postgres) -> None:
    _converge(postgres, 200, 50)
