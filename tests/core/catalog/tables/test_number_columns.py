"""Decimal signs that nothing in a table tells, and those that its currency does."""

from pathlib import Path

import pytest

from core.catalog.tables.parse import parse_table


@pytest.mark.parametrize(("currency", "minor", "is_told"), [("JPY", 1200, False), ("EUR", 120000, True)])
def test_where_a_currency_has_no_decimals_a_comma_is_no_question(
    tmp_path: Path, currency: str, minor: int, is_told: bool
) -> None:
    path = tmp_path / "table.tsv"
    path.write_text("sku\ttitle\tprice\nA1\tTea\t1,200\n", encoding="utf-8")
    table = parse_table(path, currency=currency)
    assert table.rows[0].draft.price_minor == minor
    assert any("Choose the decimal sign" in str(note) for note in table.about) is is_told
