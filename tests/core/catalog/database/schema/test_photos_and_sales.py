"""Migrations 0021 to 0031: photos and sales, on tables with data in them."""

import pytest
import sqlite_utils

from core.catalog.clock import utc_now
from tests.core.catalog.database.schema.old_tables import insert_product, migrate


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
