"""Migrations 0001 to 0011: products, stock and searches, on tables with data in them."""

import pytest
import sqlite_utils

from core.catalog.database.vector_checksums import photo_checksum, query_checksum
from tests.core.catalog.database.schema.old_tables import insert_product, migrate


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
