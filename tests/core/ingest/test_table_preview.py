"""What a person sees of a table before importing it."""

from pathlib import Path

import pytest

from core.catalog.database.catalog import Catalog
from core.catalog.tables.export import export_table
from core.errors import KnownError
from core.ingest.table_preview import PREVIEW_ROWS, preview_table


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_our_own_table_needs_no_mapping(tmp_path: Path) -> None:
    preview = preview_table(table(tmp_path, "sku,title,price\nA1,Mug,3.50\n"))
    assert (preview.profile, preview.is_export) == ("Snapshelf", False)  # it may be written by hand
    assert preview.columns == ("sku", "title", "price")
    assert preview.rows == (("A1", "Mug", "3.50"),)


def test_an_export_is_recognised(tmp_path: Path) -> None:
    preview = preview_table(table(tmp_path, "Handle,Title,Variant SKU,Variant Price\nmug,Mug,A1,3.50\n"))
    assert (preview.profile, preview.is_export) == ("Shopify", True)


def test_our_own_export_is_known_by_columns_that_nobody_writes_by_hand(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    with Catalog(tmp_path / "shop" / "catalog.db") as catalog:
        export_table(catalog, tmp_path / "out.csv", str)
    preview = preview_table(tmp_path / "out.csv")
    assert (preview.profile, preview.is_export) == ("Snapshelf", True)


def test_an_unknown_table_gets_a_suggestion(tmp_path: Path) -> None:
    preview = preview_table(table(tmp_path, "编号,品名,售价\nA1,杯子,3.50\n"))
    assert preview.profile == ""
    assert preview.mapping == {"sku": "编号", "title": "品名", "price": "售价"}


def test_only_the_beginning_is_shown(tmp_path: Path) -> None:
    rows = "".join(f"A{number},Mug\n" for number in range(300))
    preview = preview_table(table(tmp_path, "sku,title\n" + rows))
    assert len(preview.rows) == PREVIEW_ROWS


def test_what_is_no_table_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        preview_table(table(tmp_path, ""))
