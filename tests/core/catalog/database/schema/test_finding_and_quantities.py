"""Migrations 0012 to 0020: barcodes, words and quantities, on tables with data in them."""

import pytest
import sqlite_utils

from tests.core.catalog.database.schema.old_tables import insert_product, migrate


def test_0012_barcodes_are_brought_to_one_form_in_the_products_and_in_what_undo_knows(
    db: sqlite_utils.Database,
) -> None:
    migrate(db, "0011")
    stored = {
        "upc-e": "06541238", "padded": "0000040170725", "lost zero": "12345678905",
        "two": "4006381333931;4006381333948",
        "own": "LBL-0042", "none": "", "right": "4006381333955", "two readings": "01234565",
    }  # fmt: skip
    products = {name: insert_product(db, name, barcode) for name, barcode in stored.items()}
    db.conn.executemany(
        "UPDATE products SET barcode = ? WHERE id = ?",
        [(stored[name], id_) for name, id_ in products.items()],
    )
    edit = db.execute("INSERT INTO edits (kind, who, done) VALUES ('change', 'Kim', '')").lastrowid
    row = "INSERT INTO edit_changes (edit_id, product_id, field, before, after) VALUES (?, ?, ?, ?, ?)"
    db.execute(row, [edit, products["padded"], "barcode", '"06541238"', '"0000040170725"'])
    db.execute(row, [edit, products["padded"], "title", '"06541238"', '"x"'])

    migrate(db, "0012", first="0012")

    assert dict(db.execute("SELECT sku, barcode FROM products").fetchall()) == {
        "upc-e": "065400000128", "padded": "40170725", "lost zero": "012345678905",
        "two": "4006381333931, 4006381333948", "own": "LBL-0042", "none": "", "right": "4006381333955",
        "two readings": "01234565",
    }  # fmt: skip
    codes = db.execute("SELECT sku, code FROM product_codes JOIN products ON id = product_id").fetchall()
    assert sorted(codes) == [
        ("lost zero", "012345678905"), ("own", "lbl-0042"), ("padded", "40170725"),
        ("right", "4006381333955"), ("two", "4006381333931"), ("two", "4006381333948"),
        ("two readings", "012345000065"), ("two readings", "01234565"), ("upc-e", "065400000128"),
    ]  # fmt: skip
    logged = db.execute("SELECT field, before, after FROM edit_changes ORDER BY field").fetchall()
    assert logged == [("barcode", '"065400000128"', '"40170725"'), ("title", '"06541238"', '"x"')]

    db.execute("UPDATE products SET barcode = '96385074' WHERE sku = 'own'")
    db.execute("UPDATE products SET barcode = '' WHERE sku = 'two'")
    db.execute("DELETE FROM products WHERE sku = 'right'")
    codes = db.execute("SELECT sku, code FROM product_codes JOIN products ON id = product_id").fetchall()
    assert ("own", "96385074") in codes
    assert not {"lbl-0042", "4006381333931", "4006381333955"} & {code for _, code in codes}


def test_0013_label_words_keeps_what_is_found_and_finds_packages_by_their_words(
    db: sqlite_utils.Database,
) -> None:
    migrate(db, "0012")
    product = insert_product(db)
    db.execute("INSERT INTO product_tags VALUES (?, 'fresh')", [product])
    db.execute(
        "INSERT INTO photos (product_id, kind, sha256, width, height, position, added)"
        " VALUES (1, 'catalog', ?, 1, 1, 0, '')",
        ["0" * 64],
    )
    migrate(db, "0013", first="0013")

    def found(word: str) -> list[int]:
        rows = db.execute("SELECT rowid FROM product_text WHERE product_text MATCH ?", [word]).fetchall()
        return [row for (row,) in rows]

    assert found("title : 苹") == found("fresh") == [product]
    db.execute("INSERT INTO label_lines VALUES (1, 0, '有机 eko', 0.9, '[]')")
    db.execute("INSERT INTO label_readings VALUES (1, 'reader')")
    assert found("label : eko") == found("label : 有") == [product]
    later = insert_product(db, "B", "梨")
    db.execute("UPDATE products SET title = '青苹果' WHERE id = ?", [product])
    assert found("title : 青") == found("eko") == [product]
    assert found("title : 梨") == [later]
    db.execute("DELETE FROM photos")
    assert found("eko") == []
    assert db.execute("SELECT count(*) FROM label_lines").fetchone() == (0,)
    db.execute("DELETE FROM products WHERE id = ?", [product])
    assert found("青") == []


def test_0014_vector_looks_of_vectors_that_are_there_are_one(db: sqlite_utils.Database) -> None:
    migrate(db, "0013")
    product = insert_product(db, "1", "")
    db.execute("INSERT INTO vector_models (fingerprint, dim) VALUES ('f', 1)")
    db.execute(
        "INSERT INTO photos (product_id, kind, sha256, width, height, position, added)"
        " VALUES (?, 'counter', ?, 1, 1, 0, '')",
        [product, "0" * 64],
    )
    db.execute("INSERT INTO vectors (model_id, photo_id, vector) VALUES (1, 1, x'0000')")
    migrate(db, "0014", first="0014")
    assert db.execute("SELECT looks FROM vectors").fetchall() == [(1,)]


def test_0015_steps_keeps_every_edit_and_lets_movements_go_with_their_product_alone(
    db: sqlite_utils.Database,
) -> None:
    migrate(db, "0014")
    product = insert_product(db)
    db.execute(
        "INSERT INTO stock_movements (product_id, quantity, reason, who, moved) VALUES (?, 5, '', '', '')",
        [product],
    )
    for undone in (None, "2026", None):
        db.execute("INSERT INTO edits (kind, who, done, undone) VALUES ('add', 'Kim', '2025', ?)", [undone])
    db.execute("DELETE FROM edits WHERE id = 3")
    row = "INSERT INTO edit_changes VALUES (?, ?, 'stock', '0', '5', ?)"
    db.execute(row, [1, product, 1])
    db.execute(row, [2, product, None])
    migrate(db, "0015", first="0015")
    edits = db.execute("SELECT id, kind, about, who, done, undone FROM edits").fetchall()
    assert edits == [(1, "add", "", "Kim", "2025", None), (2, "add", "", "Kim", "2025", "2026")]
    changes = db.execute("SELECT * FROM edit_changes").fetchall()
    assert changes == [(1, product, "stock", "0", "5", 1), (2, product, "stock", "0", "5", None)]
    added = db.execute("INSERT INTO edits (kind, who, done) VALUES ('import', '', '')").lastrowid
    assert added == 4  # a key is never given twice
    with pytest.raises(Exception, match="never deleted"):
        db.execute("DELETE FROM stock_movements")
    db.execute("UPDATE edit_changes SET movement_id = NULL")
    with db.atomic():
        db.execute("PRAGMA defer_foreign_keys = ON")
        db.execute("DELETE FROM products")
        db.execute("DELETE FROM stock_movements")
    assert db.execute("SELECT count(*) FROM edit_changes").fetchone() == (2,)
    db.execute("DELETE FROM edits")
    assert db.execute("SELECT count(*) FROM edit_changes").fetchone() == (0,)


def test_0016_shop_currency_holds_one_choice(db: sqlite_utils.Database) -> None:
    migrate(db, "0016")
    db.execute("INSERT INTO shop_currency VALUES (1, 'EUR')")
    with pytest.raises(Exception, match="CHECK"):
        db.execute("INSERT INTO shop_currency VALUES (2, 'SEK')")


def test_0017_quantities_leaves_every_quantity_as_it_was(db: sqlite_utils.Database) -> None:
    migrate(db, "0016")
    counted, never, sold_out = (insert_product(db, sku) for sku in "ABC")
    movement = (
        "INSERT INTO stock_movements (product_id, quantity, reason, who, moved) VALUES (?, ?, 'sale', '', '')"
    )
    for product, quantity in ((counted, 12), (counted, -15), (sold_out, 4), (sold_out, -4)):
        db.execute(movement, [product, quantity])
    db.execute("INSERT INTO stocktakes (who, started) VALUES ('', '')")
    db.execute(
        "INSERT INTO stocktake_counts (stocktake_id, product_id, pieces, stock, how, counted)"
        " VALUES (1, ?, 7, -3, '', '')",
        [counted],
    )
    db.execute("INSERT INTO edits (kind, who, done) VALUES ('change', '', '')")
    change = "INSERT INTO edit_changes VALUES (1, ?, ?, ?, ?, ?)"
    db.execute(change, [counted, "stock", "12", "-3", 2])
    db.execute(change, [counted, "title", '"12"', '"13"', None])
    db.execute(change, [never, "product", "null", '{"sku": "B", "stock": 0}', None])
    db.execute(change, [sold_out, "product", '{"stock": 0}', '{"stock": 4}', 3])
    migrate(db, "0017", first="0017")
    stocks = db.execute("SELECT id, stock_milli, unit FROM products ORDER BY id").fetchall()
    assert stocks == [(counted, -3000, ""), (never, 0, ""), (sold_out, 0, "")]
    sums = db.execute(
        "SELECT product_id, sum(quantity_milli), min(counted) FROM stock_movements GROUP BY product_id"
    ).fetchall()
    assert sums == [(counted, -3000, 1), (never, 0, 1), (sold_out, 0, 1)]
    assert db.execute(
        "SELECT quantity_milli, stock_milli, booked_milli FROM stocktake_counts"
    ).fetchall() == [(7000, -3000, -3000)]
    logged = db.execute(
        "SELECT field, before, after, movement_id FROM edit_changes ORDER BY field, product_id"
    )
    assert logged.fetchall() == [
        ("product", "null", '{"sku": "B", "unit": "", "stock_milli": 0}', 5),
        ("product", '{"stock_milli": 0}', '{"stock_milli": 4000}', 3),
        ("stock", "12000", "-3000", 2),
        ("title", '"12"', '"13"', None),
    ]


def test_0017_quantities_knows_a_stock_only_from_what_counts_it(db: sqlite_utils.Database) -> None:
    migrate(db, "0017")
    product = insert_product(db)
    movement = (
        "INSERT INTO stock_movements (product_id, quantity_milli, reason, who, moved, counted, undo_of)"
        " VALUES (?, ?, '', '', '', ?, ?)"
    )
    after = []
    for quantity, counted, undo_of in (
        (-500, None, None),  # a sale of what was not counted
        (2500, 1, None),  # a count of 2 units
        (-750, None, None),
        (0, 0, None),  # nobody knows any more
        (-250, None, None),
        (0, None, 4),  # that is taken back
        (-2500, None, 2),  # and so is the count
    ):
        db.execute(movement, [product, quantity, counted, undo_of])
        after.append(db.execute("SELECT stock_milli FROM products").fetchone()[0])
    assert after == [None, 2000, 1250, None, None, 1000, None]
    with pytest.raises(Exception, match="never changed"):
        db.execute("UPDATE stock_movements SET quantity_milli = 1")


def test_0018_scale_formats_holds_each_format_once(db: sqlite_utils.Database) -> None:
    migrate(db, "0018")
    db.execute("INSERT INTO scale_formats VALUES (0, '21PPPPPWWWWWX')")
    with pytest.raises(Exception, match="UNIQUE"):
        db.execute("INSERT INTO scale_formats VALUES (1, '21PPPPPWWWWWX')")


def test_0019_sale_prices_leaves_products_as_they_are_and_without_a_sale(db: sqlite_utils.Database) -> None:
    migrate(db, "0018")
    product = insert_product(db)
    before = db.execute("SELECT * FROM products").fetchall()
    migrate(db, "0019", first="0019")
    after = db.execute("SELECT * FROM products").fetchall()
    assert [row[: len(before[0])] for row in after] == before
    sale = "SELECT sale_minor, sale_starts, sale_ends FROM products WHERE id = ?"
    assert db.execute(sale, [product]).fetchone() == (None, "", "")


def test_0020_search_words_finds_what_is_there_as_people_type(db: sqlite_utils.Database) -> None:
    migrate(db, "0019")
    product = insert_product(db, "A", "Smørrebrød 1,5l")
    db.execute("INSERT INTO product_tags VALUES (?, 'Coca-Cola')", [product])
    migrate(db, "0020", first="0020")

    def found(query: str) -> list[int]:
        rows = db.execute("SELECT rowid FROM product_text WHERE product_text MATCH ?", [query]).fetchall()
        return [row for (row,) in rows]

    assert found("title : smorrebrod") == found('"1.5l"') == found("tags : cocacola") == [product]
    assert db.execute("SELECT doc FROM product_terms WHERE term = 'cocacola'").fetchall() == [(1,)]
    later = insert_product(db, "B", "C++")
    assert found('"c++"') == [later]
