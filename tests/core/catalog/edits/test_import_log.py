"""What an import remembers of the products that it made and changed."""

import json

from core.catalog.database.catalog import Catalog
from core.catalog.edits.import_log import ImportLog
from core.catalog.edits.product_state import state_of
from core.catalog.products.upsert import ProductDraft, make_products, upsert_product
from core.quantities.quantity import whole
from core.quantities.sale_price import Sale


def drafts() -> list[ProductDraft]:
    return [
        ProductDraft(
            'A "1"',
            title="Käse – 乳酪\u200d",
            description="soft\nand round",
            barcode="4006381333931",
            price_minor=250,
            currency="EUR",
            stock=whole(3),
            tags=("vegan", "new", 'say "ah"'),
            sale=Sale(199, "2026-01-02"),
            extra={"Colour\t": 'red "dark"', "\\": "'"},
        ),
        ProductDraft("B", title="Mug", archived=True),
    ]


def remembered(catalog: Catalog) -> dict[int, tuple[object, object, int | None]]:
    rows = catalog.db.execute("SELECT product_id, before, after, movement_id FROM edit_changes").fetchall()
    return {key: (json.loads(before), json.loads(after), movement) for key, before, after, movement in rows}


def test_of_products_that_were_made_all_is_remembered_with_the_movement_of_their_stock(
    catalog: Catalog,
) -> None:
    upsert_product(catalog, ProductDraft("Z", title="Was there", stock=whole(1)))
    with ImportLog(catalog, about="t.csv", who="Kim") as log, catalog.transaction():
        log.before(())
        made = [upsert.product_id for upsert in make_products(catalog, drafts(), who="Kim")]
        log.before(["Z"])
        log.after(made)
    moved = catalog.db.execute("SELECT id FROM stock_movements WHERE product_id = ?", [made[0]]).fetchone()
    assert remembered(catalog) == {
        made[0]: (None, state_of(catalog, made[0]), moved[0]),
        made[1]: (None, state_of(catalog, made[1]), None),
    }


def test_of_a_product_that_was_there_only_what_changed_is(catalog: Catalog) -> None:
    key = upsert_product(catalog, ProductDraft("A", title="Tea", brand="Orchard")).product_id
    with ImportLog(catalog, about="t.csv", who="Kim") as log, catalog.transaction():
        log.before(["A"])
        upsert_product(catalog, ProductDraft("A", title="Green tea", brand="Orchard"))
        log.after([key])
    assert remembered(catalog) == {key: ({"title": "Tea"}, {"title": "Green tea"}, None)}


def test_a_step_begins_with_the_first_product_that_changed(catalog: Catalog) -> None:
    key = upsert_product(catalog, ProductDraft("A", title="Tea")).product_id
    with ImportLog(catalog, about="t.csv", who="Kim") as log, catalog.transaction():
        log.before(["A"])
        log.after([key])
        assert log.edit_id is None
        log.after([])
        assert log.edit_id is None
