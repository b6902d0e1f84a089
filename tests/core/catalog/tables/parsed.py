"""A table that a test writes, and what became of its rows."""

from pathlib import Path

from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.parse import Table, parse_table


def parse(tmp_path: Path, text: str, **options: object) -> Table:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    return parse_table(path, **options)  # type: ignore[arg-type]


def drafts(table: Table) -> dict[str, ProductDraft]:
    return {row.draft.sku: row.draft for row in table.rows}


def remarks(table: Table) -> list[tuple[int, str]]:
    return [(int(remark.row), str(remark.reason)) for remark in (*table.skipped, *table.notes)]
