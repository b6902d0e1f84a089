"""WooCommerce's export.

Columns after https://github.com/woocommerce/woocommerce/wiki/Product-CSV-Import-Schema.
"""

import re
from collections.abc import Iterator

from core.catalog.tables.mapped_rows import Cells, MappedRow, NamedPhoto, said
from core.catalog.tables.profiles.html_text import html_text
from core.catalog.tables.profiles.variants import says_all, variant_title
from core.catalog.tables.rows import RawRow, RawTable

_SALE = ("Sale price", "Date sale price starts", "Date sale price ends")
_OPTION = re.compile(r"attribute \d+ value")


def woocommerce_rows(table: RawTable) -> Iterator[MappedRow]:
    """Simple products, and variations with what they lack from their parent; the parent itself is no SKU."""
    parents: dict[str, RawRow] = {}
    used: set[int] = set()
    for row in table.rows:
        cells = Cells(row)
        if (cells.take("Type") or "").startswith("variable"):
            parents[f"id:{cells.take('ID')}"] = row
            if sku := cells.take("SKU"):
                parents[sku] = row
    for row in table.rows:
        parent = parents.get(Cells(row).take("Parent") or "")
        if parent is not None and _is_variation(row):
            used.add(parent.number)
    for row in table.rows:
        if row.number not in used:
            yield _row(row, parents.get(Cells(row).take("Parent") or ""))


def _is_variation(row: RawRow) -> bool:
    return (Cells(row).take("Type") or "").startswith("variation")


def _row(row: RawRow, parent: RawRow | None) -> MappedRow:
    own, cells = Cells(row), Cells(row, parent)
    number, sku = own.take("ID"), own.take("SKU")
    cells.take("ID", "SKU")
    cells.take("Type", "Parent")
    name = _unescaped(own.take("Name") or "")
    family = _unescaped(Cells(parent).take("Name") or "") if parent else ""
    options = [text for column, text in row.cells.items() if text and _OPTION.match(column.casefold())]
    cells.take("Name")
    stock, price, barcode = own.take("Stock"), own.take("Regular price"), own.take("GTIN, UPC, EAN, or ISBN")
    for column in ("Stock", "Regular price", "GTIN, UPC, EAN, or ISBN", "Low stock amount", *_SALE):
        cells.take(column)
    published = [Cells(one).take("Published") for one in (row, parent) if one is not None]
    cells.take("Published")
    description, short = cells.take("Description"), cells.take("Short description")
    images = cells.take("Images") or ""
    categories = cells.take("Categories")
    values = said(
        sku=sku or (f"woo-{number}" if number else ""),
        title=_variation_title(name, family, options) if _is_variation(row) else name,
        description=None if description is None and short is None else _lines(description or short or ""),
        category=None if categories is None else _cut(categories)[0] if categories else "",
        brand=cells.take("Brands", "Brand"),
        barcode=barcode,
        price=price,
        stock=stock,
        low_stock=own.take("Low stock amount") or None,
        sale_price=own.take("Sale price"),
        sale_starts=own.take("Date sale price starts"),
        sale_ends=own.take("Date sale price ends"),
        tags=cells.take("Tags"),
        archived=_archived([answer for answer in published if answer is not None]),
    )
    photos = tuple(NamedPhoto(text, row.number) for text in _cut(images))
    extra = cells.rest()
    if categories and len(_cut(categories)) > 1:
        extra["Categories"] = categories
    return MappedRow(row.number, values, extra, photos)


def _archived(published: list[str]) -> str | None:
    """Whether a product is not to be sold, by its own answer and, for a variation, its parent's."""
    if not published:
        return None
    return "no" if all(answer.strip() in ("1", "true") for answer in published) else "yes"


def _variation_title(name: str, family: str, options: list[str]) -> str:
    """Its own name where that has every option; from three on, or with long ones, it has none."""
    if name and name != family and says_all(name, options):
        return name
    missing = [option for option in options if family or not says_all(name, [option])]
    return variant_title(family or name, missing or ([name] if name != family else []))


def _lines(html: str) -> str:
    """The text of a description, in which a line's end is written as a backslash and an n.

    After WC_Product_CSV_Importer_Controller and WC_Product_CSV_Exporter (filter_description_field).
    """
    ends = [part.replace("\\n", "\n") for part in html.split("\\\\n")]
    marked = re.sub(r"\n+", "<br>", "\\n".join(ends))
    return re.sub(r"\n{2,}", "\n", html_text(marked))


def _cut(cell: str) -> list[str]:
    """Parts between commas; a comma that is meant is written with a backslash."""
    return [_unescaped(part.strip()) for part in re.split(r"(?<!\\),", cell) if part.strip()]


def _unescaped(text: str) -> str:
    return text.replace("\\,", ",")
