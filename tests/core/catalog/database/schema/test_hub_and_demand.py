"""Migrations from 0032 on: hubs and demand, on tables with data in them."""

import pytest
import sqlite_utils

from core.catalog.database.schema.capture import begin_capture, end_capture
from tests.core.catalog.database.schema.old_tables import insert_product, migrate


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


def test_0040_spellings_in_order_makes_the_index_what_is_made_of_the_products_now(
    db: sqlite_utils.Database,
) -> None:
    migrate(db, "0039")
    product = insert_product(db, "A", "Pölsa Lindström")
    db.execute("UPDATE product_text SET title = 'polsa lindstrom \x1f polsalindstrom lindstroem poelsa'")
    migrate(db, "0040", first="0040")
    (title,) = db.execute("SELECT title FROM product_text WHERE rowid = ?", [product]).fetchone()
    assert title == "polsa lindstrom \x1f polsalindstrom poelsa lindstroem"
    assert db.execute("SELECT doc FROM product_terms WHERE term = 'poelsa'").fetchall() == [(1,)]


def test_0041_vectors_by_model_says_how_photos_were_looked_at_without_their_vectors(
    db: sqlite_utils.Database,
) -> None:
    migrate(db, "0041")
    asked = (
        "SELECT photos.id, vectors.looks > 1 FROM vectors JOIN photos ON photos.id = vectors.photo_id"
        " WHERE model_id = 1 ORDER BY photos.id"
    )
    plan = " ".join(row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {asked}").fetchall())
    assert "COVERING INDEX vectors_by_model" in plan


def test_0042_counter_writing_goes_with_its_photo(db: sqlite_utils.Database) -> None:
    migrate(db, "0042")
    product = insert_product(db, "A", "Oat drink")
    db.execute(
        "INSERT INTO photos (id, product_id, kind, sha256, source_sha256, source_name, width, height,"
        " position, missing, added) VALUES (7, ?, 'counter', ?, '', '', 1, 1, 0, 0, '')",
        [product, 64 * "a"],
    )
    db.execute("INSERT INTO counter_writing VALUES (7, 'reader', '[]')")
    db.execute("DELETE FROM photos")
    assert db.execute("SELECT count(*) FROM counter_writing").fetchone() == (0,)
