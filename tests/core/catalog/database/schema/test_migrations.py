"""Each migration on the tables as they were before it, with data in them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlite_utils

from core.catalog.clock import utc_now
from core.catalog.database.schema.capture import begin_capture, end_capture
from core.catalog.database.schema.own_schema import add_functions
from core.catalog.database.schema.steps import STEPS
from core.catalog.database.tokens import sku_key
from core.catalog.database.vector_checksums import photo_checksum, query_checksum


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite_utils.Database]:
    database = sqlite_utils.Database(tmp_path / "old.db")
    add_functions(database.conn)
    database.execute("PRAGMA foreign_keys = ON")
    yield database
    database.close()


def migrate(db: sqlite_utils.Database, last: str, *, first: str = "0001") -> None:
    for step in STEPS:
        if first <= step.name[:4] <= last:
            step.apply(db)


def insert_product(db: sqlite_utils.Database, sku: str = "A", title: str = "红苹果") -> int:
    now = utc_now()
    cursor = db.execute(
        "INSERT INTO products (sku, sku_key, title, created, updated) VALUES (?, ?, ?, ?, ?)",
        [sku, sku_key(sku), title, now, now],
    )
    return int(cursor.lastrowid or 0)


def test_0001_products_refuses_what_makes_no_sense(db: sqlite_utils.Database) -> None:
    migrate(db, "0001")
    product = insert_product(db)
    with pytest.raises(Exception, match="UNIQUE"):
        insert_product(db)
    with pytest.raises(Exception, match="FOREIGN KEY"):
        db.execute("INSERT INTO product_tags VALUES (99, 'x')")
    with pytest.raises(Exception, match="CHECK"):
        db.execute("UPDATE products SET extra = '[]' WHERE id = ?", [product])


def test_0001_products_never_gives_an_id_twice(db: sqlite_utils.Database) -> None:
    migrate(db, "0001")
    first = insert_product(db)
    db.execute("DELETE FROM products")
    assert insert_product(db) > first


def test_0002_stock_keeps_totals_and_forbids_changing_the_past(db: sqlite_utils.Database) -> None:
    migrate(db, "0001")
    product = insert_product(db)
    migrate(db, "0002", first="0002")
    for quantity in (5, -2):
        db.execute(
            "INSERT INTO stock_movements (product_id, quantity, reason, who, moved) VALUES (?, ?, '', "
            "'', '')",
            [product, quantity],
        )
    assert db.execute("SELECT stock FROM products").fetchone() == (3,)
    with pytest.raises(Exception, match="never changed"):
        db.execute("UPDATE stock_movements SET quantity = 100")
    with pytest.raises(Exception, match="never deleted"):
        db.execute("DELETE FROM stock_movements")


def test_0003_tag_log_keeps_tags_that_are_there(db: sqlite_utils.Database) -> None:
    migrate(db, "0002")
    product = insert_product(db)
    db.execute("INSERT INTO product_tags VALUES (?, 'bio')", [product])
    migrate(db, "0003", first="0003")
    assert db.execute("SELECT tag FROM product_tags").fetchall() == [("bio",)]
    with pytest.raises(Exception, match="CHECK"):
        db.execute("INSERT INTO tag_operations (kind, tag, who, done) VALUES ('eat', '', '', '')")


def test_0004_text_search_fills_the_index_with_products_that_are_there(db: sqlite_utils.Database) -> None:
    migrate(db, "0003")
    product = insert_product(db)
    db.execute("INSERT INTO product_tags VALUES (?, 'bio')", [product])
    migrate(db, "0004", first="0004")
    for query in ('"苹 果"', "bio"):
        found = db.execute("SELECT rowid FROM product_text WHERE product_text MATCH ?", [query]).fetchall()
        assert found == [(product,)]


def test_0005_search_log_outlives_products(db: sqlite_utils.Database) -> None:
    migrate(db, "0005")
    product = insert_product(db)
    db.execute(
        "INSERT INTO searches (searched, origin, verdict, top_product_id) VALUES ('', '', '', ?)", [product]
    )
    db.execute("DELETE FROM products")
    assert db.execute("SELECT top_product_id FROM searches").fetchall() == [(None,)]


def test_0006_edit_log_outlives_no_product_and_keeps_movements(db: sqlite_utils.Database) -> None:
    migrate(db, "0005")
    product = insert_product(db)
    migrate(db, "0006", first="0006")
    edit = db.execute("INSERT INTO edits (kind, who, done) VALUES ('change', 'Kim', '')").lastrowid
    row = "INSERT INTO edit_changes (edit_id, product_id, field, before, after) VALUES (?, ?, ?, ?, '1')"
    db.execute(row, [edit, product, "title", '"old"'])
    with pytest.raises(Exception, match="CHECK"):
        db.execute(row, [edit, product, "brand", "no json"])
    with pytest.raises(Exception, match="CHECK"):
        db.execute("INSERT INTO edits (kind, who, done) VALUES ('wish', '', '')")
    assert db.execute("SELECT title FROM products").fetchone() == ("红苹果",)
    db.execute("DELETE FROM products")
    assert db.execute("SELECT count(*) FROM edit_changes").fetchone() == (0,)


def test_0007_feedback_goes_with_its_search(db: sqlite_utils.Database) -> None:
    migrate(db, "0006")
    product = insert_product(db)
    db.execute("INSERT INTO searches (searched, origin, verdict) VALUES ('', '', '')")
    migrate(db, "0007", first="0007")
    db.execute(
        "INSERT INTO search_feedback (search_id, said, product_id, said_at) VALUES (1, 'right', ?, '')",
        [product],
    )
    db.execute(
        "INSERT INTO kept_queries (feedback_id, sha256, fingerprint, vector) VALUES (1, 'a', 'f', x'00')"
    )
    for product_id, said in ((None, "right"), (product, "absent"), (product, "perhaps")):
        with pytest.raises(Exception, match="CHECK"):
            db.execute(
                "INSERT INTO search_feedback (search_id, said, product_id, said_at) VALUES (1, ?, ?, '')",
                [said, product_id],
            )
    db.execute("DELETE FROM searches")
    assert db.execute("SELECT count(*) FROM kept_queries").fetchone() == (0,)


def test_0008_stocktake_knows_one_count_under_way_and_outlives_no_product(db: sqlite_utils.Database) -> None:
    migrate(db, "0007")
    product = insert_product(db)
    migrate(db, "0008", first="0008")
    begin = "INSERT INTO stocktakes (who, started) VALUES ('', '')"
    db.execute(begin)
    with pytest.raises(Exception, match="UNIQUE"):
        db.execute(begin)
    db.execute("UPDATE stocktakes SET outcome = 'booked'")
    db.execute(begin)
    db.execute(
        "INSERT INTO stocktake_counts (stocktake_id, product_id, pieces, stock, how, counted)"
        " VALUES (1, ?, 2, 3, '', '')",
        [product],
    )
    db.execute(
        "INSERT INTO stocktake_doubts (stocktake_id, picture, noted, count_id) VALUES (1, x'00', '', 1)"
    )
    db.execute("DELETE FROM products")
    assert db.execute("SELECT count(*) FROM stocktake_counts").fetchone() == (0,)
    assert db.execute("SELECT count_id FROM stocktake_doubts").fetchall() == [(None,)]
    with pytest.raises(Exception, match="CHECK"):
        db.execute("UPDATE stocktakes SET outcome = 'eaten'")


def test_0009_vector_checksums_are_made_for_vectors_that_are_there(db: sqlite_utils.Database) -> None:
    migrate(db, "0008")
    product = insert_product(db)
    db.execute(
        "INSERT INTO photos (product_id, kind, sha256, source_sha256, source_name, width, height, position,"
        " added) VALUES (?, 'catalog', ?, 'a', '', 1, 1, 0, '')",
        [product, "a" * 64],
    )
    db.execute("INSERT INTO vector_models (fingerprint, dim) VALUES ('f', 2)")
    db.execute("INSERT INTO vectors (model_id, photo_id, vector) VALUES (1, 1, x'01020304')")
    db.execute("INSERT INTO searches (searched, origin, verdict) VALUES ('', '', '')")
    db.execute(
        "INSERT INTO search_feedback (search_id, said, product_id, said_at) VALUES (1, 'right', ?, '')",
        [product],
    )
    db.execute(
        "INSERT INTO kept_queries (feedback_id, sha256, fingerprint, vector) VALUES (1, 'a', 'f', x'00')"
    )
    migrate(db, "0009", first="0009")
    assert db.execute("SELECT checksum FROM vectors").fetchone() == (photo_checksum(1, 1, b"\1\2\3\4"),)
    assert db.execute("SELECT checksum FROM kept_queries").fetchone() == (query_checksum("f", "a", b"\0"),)


def test_0010_model_in_use_holds_one_choice(db: sqlite_utils.Database) -> None:
    migrate(db, "0010")
    db.execute("INSERT INTO model_in_use VALUES (1, '0001-quick', NULL)")
    with pytest.raises(Exception, match="CHECK"):
        db.execute("INSERT INTO model_in_use VALUES (2, NULL, NULL)")


def test_0011_unlabelled_photos_go_with_their_search_and_their_vectors_with_them(
    db: sqlite_utils.Database,
) -> None:
    migrate(db, "0010")
    db.execute("INSERT INTO searches (searched, origin, verdict) VALUES ('', '', '')")
    db.execute("INSERT INTO vector_models (fingerprint, dim) VALUES ('f', 1)")
    migrate(db, "0011", first="0011")
    for search in (1, None):
        db.execute(
            "INSERT INTO unlabelled_photos (source, sha256, source_sha256, source_name, at_ms, width, height,"
            " search_id, added) VALUES ('search', '', '', '', 0, 0, 0, ?, '')",
            [search],
        )
    row = "INSERT INTO unlabelled_vectors (unlabelled_id, model_id, vector, checksum) VALUES (?, 1, x'00', 0)"
    db.execute(row, [1])
    db.execute(row, [2])
    with pytest.raises(Exception, match="UNIQUE"):
        db.execute(row, [2])
    db.execute("DELETE FROM searches")
    assert db.execute("SELECT unlabelled_id FROM unlabelled_vectors").fetchall() == [(2,)]
    db.execute("DELETE FROM vector_models")
    assert db.execute("SELECT count(*) FROM unlabelled_vectors").fetchone() == (0,)


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


def test_0021_low_stock_leaves_products_as_they_are_and_without_a_mark(db: sqlite_utils.Database) -> None:
    migrate(db, "0020")
    product = insert_product(db)
    before = db.execute("SELECT * FROM products").fetchall()
    migrate(db, "0021", first="0021")
    after = db.execute("SELECT * FROM products").fetchall()
    assert [row[: len(before[0])] for row in after] == before
    assert db.execute("SELECT low_milli FROM products WHERE id = ?", [product]).fetchone() == (None,)
    db.execute("INSERT INTO shop_low_stock (one, milli) VALUES (1, 5000)")
    with pytest.raises(Exception, match="CHECK"):
        db.execute("INSERT INTO shop_low_stock (one, milli) VALUES (2, 5000)")


def test_0022_duplicates_leaves_products_as_they_are_and_holds_each_pair_once(
    db: sqlite_utils.Database,
) -> None:
    migrate(db, "0021")
    one, other = insert_product(db, "A"), insert_product(db, "B")
    migrate(db, "0022", first="0022")
    assert db.execute("SELECT merged_into FROM products").fetchall() == [(None,), (None,)]
    db.execute("UPDATE products SET merged_into = ? WHERE id = ?", [one, other])
    db.execute("INSERT INTO different_products VALUES (?, ?, '', '')", [one, other])
    with pytest.raises(Exception, match="CHECK"):
        db.execute("INSERT INTO different_products VALUES (?, ?, '', '')", [other, one])
    db.execute("DELETE FROM products WHERE id = ?", [one])
    assert db.execute("SELECT merged_into FROM products").fetchall() == [(None,)]
    assert db.execute("SELECT count(*) FROM different_products").fetchone() == (0,)


def test_0023_moderation_holds_one_decision_a_photo_and_what_was_seen_goes_with_the_look(
    db: sqlite_utils.Database,
) -> None:
    migrate(db, "0023")
    db.execute("INSERT INTO moderation_looks VALUES ('ab', 'nudity', '1')")
    seen = "INSERT INTO moderation_findings VALUES ('ab', ?, 0, 'nudity', 0.9, '', NULL)"
    db.execute(seen, ["nudity"])
    with pytest.raises(Exception, match="FOREIGN KEY"):
        db.execute(seen, ["words"])
    db.execute("DELETE FROM moderation_looks")
    assert db.execute("SELECT count(*) FROM moderation_findings").fetchone() == (0,)
    db.execute("INSERT INTO moderation_decisions VALUES ('ab', 0, 'nudity', 'Kim', '')")
    with pytest.raises(Exception, match="UNIQUE"):
        db.execute("INSERT INTO moderation_decisions VALUES ('ab', 1, '', 'Kim', '')")


def test_0024_photo_log_has_a_line_for_each_photo_known_since_it_was_added(db: sqlite_utils.Database) -> None:
    migrate(db, "0023")
    late, early = "a" * 64, "b" * 64
    product, other = insert_product(db, "A"), insert_product(db, "B")
    photo = (
        "INSERT INTO photos (product_id, kind, sha256, source_sha256, source_name, width, height, position,"
        " added) VALUES (?, 'catalog', ?, ?, '', 1, 1, 0, ?)"
    )
    for owner, sha256, added in (
        (product, late, "2026"),
        (other, early, "2025"),
        (other, late, "2027"),
    ):
        db.execute(photo, [owner, sha256, f"from {sha256}", added])
    migrate(db, "0024", first="0024")
    lines = db.execute("SELECT number, sha256, source_sha256, had, how FROM photo_log").fetchall()
    assert lines == [(1, early, f"from {early}", "2025", "found"), (2, late, f"from {late}", "2026", "found")]
    for statement in ("UPDATE photo_log SET had = ''", "DELETE FROM photo_log"):
        with pytest.raises(Exception, match="never"):
            db.execute(statement)
    db.execute("DELETE FROM photos")
    assert db.execute("SELECT count(*) FROM photo_log").fetchone() == (2,)


def test_0025_faces_begins_without_a_choice_and_counts_no_fewer_than_no_faces(
    db: sqlite_utils.Database,
) -> None:
    migrate(db, "0025")
    assert db.execute("SELECT count(*) FROM shop_faces").fetchone() == (0,)
    db.execute("INSERT INTO kept_faces VALUES ('ab', 2)")
    with pytest.raises(Exception, match="CHECK"):
        db.execute("INSERT INTO kept_faces VALUES ('cd', -1)")


def test_0026_moderation_readings_holds_one_reading_a_photo(db: sqlite_utils.Database) -> None:
    migrate(db, "0026")
    db.execute("INSERT INTO moderation_readings VALUES ('ab', 'reader', '[]')")
    with pytest.raises(Exception, match="UNIQUE"):
        db.execute("INSERT INTO moderation_readings VALUES ('ab', 'another', '[]')")


def test_0027_never_sell_holds_each_picture_once_and_what_was_seen_goes_with_it(
    db: sqlite_utils.Database,
) -> None:
    migrate(db, "0027")
    picture = (
        "INSERT INTO never_sell_pictures (sha256, name, picture, who, added) VALUES ('ab', '', x'', '', '')"
    )
    db.execute(picture)
    with pytest.raises(Exception, match="UNIQUE"):
        db.execute(picture)
    db.execute("INSERT INTO never_sell_vectors VALUES (1, 'network', x'')")
    db.execute("DELETE FROM never_sell_pictures")
    assert db.execute("SELECT count(*) FROM never_sell_vectors").fetchone() == (0,)
    word = "INSERT INTO never_sell_words VALUES (?, '', '')"
    db.execute(word, ["Rum"])
    with pytest.raises(Exception, match="UNIQUE"):
        db.execute(word, ["rum"])


def test_0028_sales_keeps_a_line_whose_product_goes_and_a_receipt_once_a_day(
    db: sqlite_utils.Database,
) -> None:
    migrate(db, "0028")
    product = insert_product(db, "A")
    receipt = "INSERT INTO receipts (till, number, day, sold) VALUES ('', '7', ?, '')"
    db.execute(receipt, ["2026-03-05"])
    db.execute(receipt, ["2026-03-06"])
    with pytest.raises(Exception, match="UNIQUE"):
        db.execute(receipt, ["2026-03-06"])
    db.execute("INSERT INTO sales_imports (about, who, done) VALUES ('', '', '')")
    db.execute(
        "INSERT INTO receipt_lines (receipt_id, code, nth, product_id, quantity_milli, import_id)"
        " VALUES (1, 'A', 1, ?, 1000, 1)",
        [product],
    )
    db.execute("DELETE FROM products")
    assert db.execute("SELECT code, product_id FROM receipt_lines").fetchall() == [("A", None)]
    db.execute("DELETE FROM receipts WHERE day = '2026-03-05'")
    assert db.execute("SELECT count(*) FROM receipt_lines").fetchone() == (0,)


def test_0029_blurred_photos_knows_no_original_of_pictures_that_were_there(db: sqlite_utils.Database) -> None:
    migrate(db, "0028")
    db.execute("INSERT INTO kept_faces VALUES ('ab', 2)")
    migrate(db, "0029", first="0029")
    assert db.execute("SELECT blurred, original FROM kept_faces").fetchall() == [(2, "")]


def test_0030_seen_words_go_with_their_photo(db: sqlite_utils.Database) -> None:
    migrate(db, "0030")
    product, now = insert_product(db), utc_now()
    db.execute(
        "INSERT INTO photos (product_id, sha256, width, height, kind, position, added)"
        " VALUES (?, ?, 1, 1, 'catalog', 0, ?)",
        [product, "ab" * 32, now],
    )
    db.execute("INSERT INTO photo_descriptions VALUES (1, 'maker')")
    db.execute("INSERT INTO seen_words VALUES ('colour:red', 1, 0.9)")
    with pytest.raises(Exception, match="UNIQUE"):
        db.execute("INSERT INTO seen_words VALUES ('colour:red', 1, 0.5)")
    db.execute("DELETE FROM photos")
    assert db.execute("SELECT count(*) FROM seen_words").fetchone() == (0,)
    assert db.execute("SELECT count(*) FROM photo_descriptions").fetchone() == (0,)


def test_0031_sold_lines_counts_a_products_receipts_in_the_index_alone(db: sqlite_utils.Database) -> None:
    migrate(db, "0031")
    plan = db.execute(
        "EXPLAIN QUERY PLAN SELECT product_id, count(DISTINCT receipt_id) FROM receipt_lines"
        " WHERE product_id IN (1, 2) AND quantity_milli > 0 GROUP BY product_id"
    ).fetchall()
    assert "COVERING INDEX receipt_lines_by_product" in plan[0][3]


def test_0032_hub_writes_nothing_down_before_the_shop_joins_and_each_change_once_after_that(
    db: sqlite_utils.Database,
) -> None:
    migrate(db, "0031")
    insert_product(db, "T-1")
    migrate(db, "0032", first="0032")
    db.execute("UPDATE products SET title = 'Tea'")
    assert db.execute("SELECT count(*) FROM outbox").fetchone() == (0,)
    db.execute("INSERT INTO hub_state VALUES (1, '', '', '', '', '', 0, '', 0, 0)")
    begin_capture(db.conn)
    db.execute("INSERT INTO hub_products VALUES ('uid', 1, 'T-1', '')")
    db.execute("UPDATE products SET title = 'Green tea', updated = 'later'")
    db.execute("UPDATE products SET title = 'Green tea'")
    assert db.execute("SELECT kind, key, body ->> '$.fields.title' FROM outbox").fetchall() == [
        ("fields", "uid", "Green tea")
    ]
    end_capture(db.conn)
    db.execute("UPDATE products SET title = 'Tea'")
    assert db.execute("SELECT count(*) FROM outbox").fetchone() == (1,)


def test_0033_hub_vectors_forgets_what_the_hub_has_with_the_photo_and_with_the_network(
    db: sqlite_utils.Database,
) -> None:
    migrate(db, "0033")
    db.execute("PRAGMA foreign_keys = ON")
    insert_product(db, "T-1")
    db.execute("INSERT INTO vector_models (id, fingerprint, dim) VALUES (1, 'one', 3), (2, 'other', 3)")
    for sha256 in ("a" * 64, "b" * 64):
        db.execute(
            "INSERT INTO photos (product_id, kind, sha256, width, height, position, added)"
            " VALUES (1, 'catalog', ?, 1, 1, 0, '')",
            [sha256],
        )
    db.execute("INSERT INTO hub_vectors SELECT model.id, photos.id, 1 FROM vector_models AS model, photos")
    db.execute("DELETE FROM photos WHERE id = 1")
    db.execute("DELETE FROM vector_models WHERE id = 2")
    assert db.execute("SELECT model_id, photo_id FROM hub_vectors").fetchall() == [(1, 2)]


def test_0034_demand_remembers_decisions_as_long_as_their_searches(db: sqlite_utils.Database) -> None:
    migrate(db, "0034")
    now = "2026-01-01T00:00:00.000Z"
    search = db.execute(
        "INSERT INTO searches (searched, origin, verdict) VALUES (?, 'file', 'unknown')", [now]
    ).lastrowid
    db.execute("INSERT INTO demand_decisions VALUES (?, 'not sold', ?)", [search, now])
    with pytest.raises(Exception, match="CHECK"):
        db.execute("INSERT INTO order_lines (title, quantity_milli, who, added) VALUES ('', 1, '', '')")
    db.execute(
        "INSERT INTO order_lines (search_id, title, quantity_milli, who, added)"
        " VALUES (?, 'Lamp', 1, '', '')",
        [search],
    )
    db.execute("DELETE FROM searches")
    assert db.execute("SELECT count(*) FROM demand_decisions").fetchone() == (0,)
    assert db.execute("SELECT title, search_id FROM order_lines").fetchone() == ("Lamp", None)


def test_0035_carried_stock_lets_movements_that_were_told_before_be_their_own(
    db: sqlite_utils.Database,
) -> None:
    migrate(db, "0034")
    db.execute("INSERT INTO hub_movements VALUES ('uid', 1, 1, NULL, NULL)")
    migrate(db, "0035", first="0035")
    assert db.execute("SELECT uid, taken_off, brought_in FROM hub_movements").fetchall() == [
        ("uid", None, None)
    ]


def test_0036_hold_lets_a_till_that_has_joined_hold_all_as_before(db: sqlite_utils.Database) -> None:
    migrate(db, "0035")
    db.execute("INSERT INTO hub_state VALUES (1, '', '', '', '', '', 0, '', 0, 0)")
    migrate(db, "0036", first="0036")
    assert db.execute("SELECT hold, holds FROM hub_state").fetchall() == [("all", "all")]


def test_0037_heard_searches_go_with_what_was_said(db: sqlite_utils.Database) -> None:
    migrate(db, "0037")
    db.execute("INSERT INTO searches (searched, origin, verdict) VALUES ('', '', '')")
    db.execute("INSERT INTO search_feedback (search_id, said, said_at) VALUES (1, 'absent', '')")
    db.execute("INSERT INTO heard_searches VALUES (1, 'nothing', 0.5, '{}')")
    db.execute("DELETE FROM searches")
    assert db.execute("SELECT count(*) FROM heard_searches").fetchone() == (0,)


def test_0038_joining_takes_a_till_that_has_joined_for_one_that_has_read_what_there_is(
    db: sqlite_utils.Database,
) -> None:
    migrate(db, "0031")
    migrate(db, "0032", first="0032")
    db.execute("INSERT INTO hub_state VALUES (1, '', '', '', '', '', 0, '', 0, 0)")
    migrate(db, "0038", first="0033")
    assert db.execute("SELECT reading FROM hub_state").fetchall() == [(None,)]


def test_0039_first_figures_are_counted_in_indexes_alone(db: sqlite_utils.Database) -> None:
    migrate(db, "0039")

    def plan(sql: str) -> str:
        return " ".join(row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall())

    assert "COVERING INDEX receipt_lines_by_receipt" in plan(
        "SELECT sum(quantity_milli), sum(paid_minor), count(product_id) FROM receipts"
        " CROSS JOIN receipt_lines ON receipt_id = receipts.id WHERE day = ''"
    )
    moments = "FROM searches WHERE searched >= '' AND searched < ''"
    assert "COVERING INDEX searches_without_match (verdict=? AND searched>? AND searched<?)" in plan(
        f"SELECT count(*) {moments} AND verdict <> 'match' AND verdict = 'unsure'"
    )
    assert "COVERING INDEX searches_with_feedback (feedback=? AND searched>? AND searched<?)" in plan(
        f"SELECT count(*) {moments} AND feedback <> '' AND feedback = 'right'"
    )
