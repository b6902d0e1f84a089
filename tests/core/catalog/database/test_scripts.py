"""A script is run statement by statement, within the transaction that is open."""

import sqlite3

from core.catalog.database.scripts import ScriptDatabase, statements

SCRIPT = """
CREATE TABLE a (text);  -- a comment; with a semicolon
INSERT INTO a VALUES ('one; two');
CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM a WHERE text = 'x;'; DELETE FROM a WHERE text = 'y'; END;
INSERT INTO a VALUES ('last')
"""


def test_texts_comments_and_triggers_are_not_cut() -> None:
    found = [statement.strip() for statement in statements(SCRIPT)]
    assert [statement.split()[0] for statement in found] == ["CREATE", "--", "CREATE", "INSERT"]
    assert found[2].endswith("END;")


def test_nothing_of_a_script_is_committed() -> None:
    database = ScriptDatabase(sqlite3.connect(":memory:", isolation_level=None))
    database.conn.execute("BEGIN")
    database.executescript(SCRIPT)
    assert database.conn.execute("SELECT text FROM a").fetchall() == [("one; two",), ("last",)]
    database.conn.execute("ROLLBACK")
    assert database.table_names() == []
