"""How a stock came to what it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalog.database.catalog import Catalog
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import Reason, current_stock, move_stock, set_stock, undo_movement
from core.catalog.stock_history import stock_history
from core.quantities.quantity import Quantity, whole


def test_each_movement_says_what_there_was_after_it(catalog: Catalog) -> None:
    product = upsert_product(catalog, ProductDraft("A")).product_id
    move_stock(catalog, product, whole(-1), who="Kim", reason=Reason.SALE)  # of what nobody has counted
    count = set_stock(catalog, product, whole(5), who="Kim")
    move_stock(catalog, product, whole(-2), who="Kim", reason=Reason.SALE, note="till 2")
    undo_movement(catalog, count.id, who="Kim")
    set_stock(catalog, product, whole(4), who="Kim")
    set_stock(catalog, product, None, who="Kim")
    history = stock_history(catalog, product)
    assert [change.stock for change in history] == [None, whole(4), None, whole(3), whole(5), None]
    assert history[3].movement.note == "till 2"
    assert stock_history(catalog, product + 1) == []


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["move", "count", "forget", "undo"]), st.integers(0, 9)), max_size=12)
)
def test_it_agrees_with_what_the_catalog_said_at_each_moment(
    tmp_path_factory: pytest.TempPathFactory, actions: list[tuple[str, int]]
) -> None:
    with Catalog(tmp_path_factory.mktemp("history") / "catalog.db") as catalog:
        product = upsert_product(catalog, ProductDraft("A")).product_id
        said: list[Quantity | None] = []
        open_ids: list[int] = []
        for action, number in actions:
            if action == "move":
                movement = move_stock(catalog, product, whole(-number), who="", reason=Reason.SALE)
            elif action == "count":
                movement = set_stock(catalog, product, whole(number), who="")
            elif action == "forget":
                movement = set_stock(catalog, product, None, who="")
            elif open_ids:
                movement = undo_movement(catalog, open_ids.pop(number % len(open_ids)), who="")
            else:
                continue
            open_ids.append(movement.id)
            said.append(current_stock(catalog, product))
        assert [change.stock for change in stock_history(catalog, product)] == said[::-1]
