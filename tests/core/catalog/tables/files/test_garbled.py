"""Texts that another program has read in a wrong encoding and saved so."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalog.tables.files.garbled import ungarbled
from core.catalog.tables.parse import parse_table


@pytest.mark.parametrize("word", ["Käse", "Crème brûlée", "Żurek", "Молоко", "苹果汁", "5 €", "“Größe”"])
def test_a_garbled_text_is_put_right_and_told(tmp_path: Path, word: str) -> None:
    seen = "".join(_shown(byte) for byte in word.encode())
    (tmp_path / "table.csv").write_text(f"sku,title\nA1,{seen}\n", encoding="utf-8")
    table = parse_table(tmp_path / "table.csv")
    assert table.rows[0].draft.title == word
    assert "garbled" in str(table.about[0])


@pytest.mark.parametrize("text", ["Käse", "São Paulo – Ã", "Ärger “so”", "", "plain", "KÃ¤se and Käse"])
def test_whatever_is_not_garbled_throughout_stays(text: str) -> None:
    assert ungarbled(text) == (text, ())


@given(st.text(max_size=40))
def test_any_text_is_put_right_or_left_alone(text: str) -> None:
    right, notes = ungarbled(text)
    assert (right == text) is (not notes)


def _shown(byte: int) -> str:
    """How Windows' Western code page shows a byte."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)
