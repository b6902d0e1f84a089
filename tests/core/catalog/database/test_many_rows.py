"""Many new rows in few statements."""

import sqlite3

from core.catalog.database.catalog import Catalog
from core.catalog.database.many_rows import insert_rows
from core.catalog.products.products import counts, product_by_sku
from core.catalog.products.upsert import Outcome, ProductDraft, make_products, write_draft
from core.quantities.quantity import whole


def test_more_rows_than_a_statement_has_room_for_arrive_in_their_order(catalog: Catalog) -> None:
    catalog.db.conn.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 7)  # three rows of two, and one over
    rows = [("vegan", f"word {number}") for number in range(10)]
    with catalog.transaction() as db:
        db.execute("CREATE TABLE said (about TEXT, word TEXT)")
        insert_rows(catalog, "said", ("about", "word"), rows)
    assert catalog.db.execute("SELECT about, word FROM said ORDER BY rowid").fetchall() == rows


def test_products_made_together_are_those_that_are_made_one_by_one(catalog: Catalog) -> None:
    def drafts(prefix: str) -> list[ProductDraft]:
        return [
            ProductDraft(f"{prefix}1", title="Apple juice", barcode="4006381333931", tags=("New", "vegan")),
            ProductDraft(f"{prefix}2", title="Tea", price_minor=250, currency="EUR", stock=whole(3)),
            ProductDraft(f"{prefix}3", title="Mug", archived=True, extra={"Colour": "red"}, stock=whole(1)),
        ]

    with catalog.transaction():
        together = make_products(catalog, drafts("A"))
        one_by_one = [write_draft(catalog, None, draft) for draft in drafts("B")]
    assert {made.outcome for made in (*together, *one_by_one)} == {Outcome.CREATED}
    moments = "id", "sku", "sku_key", "created", "updated"
    for number in (1, 2, 3):
        first, second = (
            catalog.db.query("SELECT * FROM products WHERE sku = ?", [f"{prefix}{number}"]) for prefix in "AB"
        )
        one, other = ({name: row[name] for name in row if name not in moments} for row in (*first, *second))
        assert one == other
        product, alike = (product_by_sku(catalog, f"{prefix}{number}") for prefix in "AB")
        assert product is not None
        assert alike is not None
        assert (product.tags, product.stock) == (alike.tags, alike.stock)
    words = "SELECT count(*) FROM product_text WHERE product_text MATCH ?"
    for word in ("apple", "vegan", "red"):
        assert catalog.db.execute(words, [word]).fetchone() == (2,)
    assert counts(catalog).products == 4
