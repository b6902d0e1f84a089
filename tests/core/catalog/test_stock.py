"""Stock is the sum of its movements, whatever happens."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalog.database.catalog import Catalog
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import (
    Reason,
    booked_stock,
    current_stock,
    move_stock,
    movements,
    set_stock,
    undo_movement,
)
from core.errors import KnownError
from core.quantities.quantity import NOTHING, Quantity, whole
from core.quantities.units import Unit


@pytest.fixture
def product(catalog: Catalog) -> int:
    return upsert_product(catalog, ProductDraft("A", stock=NOTHING)).product_id


def test_stock_is_the_sum_of_its_movements(catalog: Catalog, product: int) -> None:
    move_stock(catalog, product, whole(10), who="Kim", reason=Reason.DELIVERY)
    move_stock(catalog, product, whole(-3), who="Ada", reason=Reason.SALE, note="receipt 7")
    assert current_stock(catalog, product) == whole(7)
    sale, delivery, _ = movements(catalog, [product])
    assert (sale.quantity, sale.who, sale.reason, sale.note) == (whole(-3), "Ada", Reason.SALE, "receipt 7")
    assert delivery.moved <= sale.moved
    assert sale.moved.endswith("Z")


def test_a_count_books_the_difference_even_if_it_is_none(catalog: Catalog, product: int) -> None:
    move_stock(catalog, product, whole(10), who="", reason=Reason.DELIVERY)
    assert set_stock(catalog, product, whole(8), who="Kim").quantity == whole(-2)
    assert set_stock(catalog, product, whole(8), who="Kim").quantity == whole(0)
    assert current_stock(catalog, product) == whole(8)


def test_an_undo_is_a_movement_of_its_own_and_happens_once(catalog: Catalog, product: int) -> None:
    movement = move_stock(catalog, product, whole(5), who="Kim", reason=Reason.SALE)
    undo = undo_movement(catalog, movement.id, who="Ada")
    assert (undo.quantity, undo.reason, undo.undo_of) == (whole(-5), Reason.UNDO, movement.id)
    assert current_stock(catalog, product) == whole(0)
    assert movements(catalog)[1].undone
    with pytest.raises(KnownError, match="undone already"):
        undo_movement(catalog, movement.id, who="Ada")
    undo_movement(catalog, undo.id, who="Ada")  # an undo can be undone
    assert current_stock(catalog, product) == whole(5)


def test_stock_may_fall_below_zero(catalog: Catalog, product: int) -> None:
    move_stock(catalog, product, whole(-1), who="", reason=Reason.SALE)
    assert current_stock(catalog, product) == whole(-1)


def test_what_is_not_there_is_refused(catalog: Catalog, product: int) -> None:
    with pytest.raises(KnownError, match="no product 99"):
        move_stock(catalog, 99, whole(1), who="", reason=Reason.SALE)
    with pytest.raises(KnownError, match="no product 99"):
        set_stock(catalog, 99, whole(1), who="")
    with pytest.raises(KnownError, match="no stock movement 99"):
        undo_movement(catalog, 99, who="")
    with pytest.raises(KnownError, match="cannot be right"):
        move_stock(catalog, product, whole(10**13), who="", reason=Reason.SALE)
    assert len(movements(catalog)) == 1


def test_movements_can_be_paged(catalog: Catalog, product: int) -> None:
    for quantity in range(5):
        move_stock(catalog, product, whole(quantity), who="", reason=Reason.SALE)
    first = movements(catalog, limit=2)
    second = movements(catalog, limit=2, before=first[-1].id)
    assert [m.quantity for m in (*first, *second)] == [whole(n) for n in (4, 3, 2, 1)]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("move"), st.integers(-50, 50)),
            st.tuples(st.just("count"), st.integers(0, 100)),
            st.tuples(st.just("undo"), st.integers(0, 20)),
        ),
        max_size=12,
    )
)
def test_any_sequence_agrees_with_adding_up_in_memory(
    tmp_path_factory: pytest.TempPathFactory, actions: list[tuple[str, int]]
) -> None:
    with Catalog(tmp_path_factory.mktemp("stock") / "catalog.db") as catalog:
        product = upsert_product(catalog, ProductDraft("A", unit=Unit.KILOGRAM)).product_id
        ledger: list[Quantity] = []
        open_ids: list[tuple[int, Quantity]] = []
        for action, number in actions:
            if action == "move":
                movement = move_stock(catalog, product, Quantity(number), who="", reason=Reason.SALE)
            elif action == "count":
                movement = set_stock(catalog, product, Quantity(number), who="")
                assert movement.quantity == Quantity(number) - sum(ledger, NOTHING)
            elif open_ids:
                chosen, quantity = open_ids.pop(number % len(open_ids))
                movement = undo_movement(catalog, chosen, who="")
                assert movement.quantity == -quantity
            else:
                continue
            ledger.append(movement.quantity)
            open_ids.append((movement.id, movement.quantity))
            assert booked_stock(catalog, product) == sum(ledger, NOTHING)


def test_a_stock_is_unknown_until_it_is_counted_and_sales_are_kept_meanwhile(catalog: Catalog) -> None:
    product = upsert_product(catalog, ProductDraft("B")).product_id
    move_stock(catalog, product, whole(-2), who="", reason=Reason.SALE)
    assert current_stock(catalog, product) is None
    assert set_stock(catalog, product, whole(5), who="").quantity == whole(7)
    move_stock(catalog, product, whole(-1), who="", reason=Reason.SALE)
    assert current_stock(catalog, product) == whole(4)
    forgotten = set_stock(catalog, product, None, who="Kim")
    assert current_stock(catalog, product) is None and booked_stock(catalog, product) == whole(4)
    undo_movement(catalog, forgotten.id, who="Kim")
    assert current_stock(catalog, product) == whole(4)


def test_undoing_the_only_count_leaves_the_stock_unknown_until_that_is_undone(catalog: Catalog) -> None:
    product = upsert_product(catalog, ProductDraft("B")).product_id
    count = set_stock(catalog, product, whole(5), who="")
    undo = undo_movement(catalog, count.id, who="")
    assert current_stock(catalog, product) is None
    undo_movement(catalog, undo.id, who="")
    assert current_stock(catalog, product) == whole(5)


def test_pieces_are_whole_and_kilograms_are_exact_to_the_gram(catalog: Catalog, product: int) -> None:
    with pytest.raises(KnownError, match="whole pieces"):
        move_stock(catalog, product, Quantity(500), who="", reason=Reason.SALE)
    with pytest.raises(KnownError, match="whole pieces"):
        set_stock(catalog, product, Quantity(2500), who="")
    cheese = upsert_product(catalog, ProductDraft("C", unit=Unit.KILOGRAM, stock=Quantity(100))).product_id
    for _ in range(3):
        move_stock(catalog, cheese, Quantity(100), who="", reason=Reason.DELIVERY)
    assert current_stock(catalog, cheese) == Quantity(400)  # 0.1 + 0.1 + 0.1 + 0.1
