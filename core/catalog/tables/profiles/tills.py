"""Exports of tills and of Odoo: Square, Loyverse and Odoo's product list.

Columns after the vendors' help: https://squareup.com/help/us/en/article/5153-import-items-online,
https://help.loyverse.com/help/importing-and-exporting and Odoo's export dialog, in its two spellings
(technical names and English labels).
"""

from collections.abc import Iterator

from core.catalog.tables.cell_kinds import UnsavedFormula
from core.catalog.tables.mapped_rows import Cells, MappedRow, said
from core.catalog.tables.profiles.html_text import html_text
from core.catalog.tables.rows import RawRow, RawTable

_YES = frozenset(
    ["y", "yes", "true", "1", "s", "sí", "si", "sim", "o", "oui", "j", "ja", "t", "tak", "да", "はい", "是"]
)
_UNNAMED = frozenset(
    {None, "", "Regular", "Normal", "Ordinaire", "Habituel", "Standard", "Standaard", "Normale"}
    | {"Обычный", "通常", "レギュラー", "常规"}
)
"""What Square calls the only variation of a product that has no name of its own."""
_SQUARE_OPTIONS = range(1, 7)
# Tills write so where the price is asked for at the till.
_NO_FIXED_PRICE = frozenset({"variable", "variable price"})


def square_rows(table: RawTable) -> Iterator[MappedRow]:
    """A row is a variation, named or told by its options; its stock is the sum over all locations."""
    for row in table.rows:
        cells = Cells(row)
        token, sku = cells.take("Token"), cells.take("SKU")
        name, variation = cells.take("Item Name"), cells.take("Variation Name")
        options = [cells.take(f"Option Value {number}") or "" for number in _SQUARE_OPTIONS]
        archived = cells.take("Archived")
        category, reporting = cells.take("Category", "Categories"), cells.take("Reporting Category")
        yield MappedRow(
            row.number,
            said(
                sku=sku or token or "",
                title=_title(name or "", options if variation in _UNNAMED else [variation or ""]),
                description=_plain(cells.take("Description")),
                category=category or reporting,
                brand=cells.take("Brand"),
                barcode=cells.take("GTIN"),
                price=_fixed(cells.take("Price")),
                archived=None if archived is None else ("yes" if archived.casefold() in _YES else "no"),
            ),
            stocks=_filled(cells.take_beginning("Current Quantity")),
            extra=cells.rest(),
        )


def loyverse_rows(table: RawTable) -> Iterator[MappedRow]:
    """Rows of one handle are variants of the first; stock is the sum over all stores.

    A row that only names a part of a composite product is no product.
    """
    firsts: dict[str, RawRow] = {}
    for row in table.rows:
        if _is_part(Cells(row)):
            continue
        handle = Cells(row).take("Handle") or f"row {row.number}"
        first = firsts.setdefault(handle, row)
        own, cells = Cells(row), Cells(row, first)
        options = [own.take(f"Option {number} value") or "" for number in (1, 2, 3)]
        for number in (1, 2, 3):
            cells.take(f"Option {number} name")
            cells.take(f"Option {number} value")
        sku, barcode = own.take("SKU"), own.take("Barcode")
        price = own.take("Default price", "Price")
        by_store = [text for text in own.take_beginning("Price [") if text]
        stocks = _filled(own.take_beginning("In stock"))
        for column in ("Handle", "SKU", "Barcode", "Default price", "Price"):
            cells.take(column)
        cells.take_beginning("In stock", "Price [")
        yield MappedRow(
            row.number,
            said(
                sku=sku or "-".join([handle, *(option for option in options if option)]),
                title=_title(cells.take("Name") or handle, options),
                description=_plain(cells.take("Description")),
                category=cells.take("Category"),
                barcode=barcode,
                price=_fixed(price or next(iter(by_store), price)),
            ),
            stocks=stocks,
            extra=cells.rest(),
        )


def odoo_rows(table: RawTable) -> Iterator[MappedRow]:
    """A row is a product; pictures within the table are passed over."""
    for row in table.rows:
        cells = Cells(row)
        reference, external = (
            cells.take("Internal Reference", "default_code"),
            cells.take("External ID", "id"),
        )
        category = cells.take(
            "Product Category", "categ_id", "categ_id/name", "Product Category/Display Name"
        )
        active = cells.take("Active", "active")
        for column in ("Image", "Image 512", "image_1920", "image_512", "image_256", "image_128"):
            cells.take(column)
        yield MappedRow(
            row.number,
            said(
                sku=reference or external or "",
                title=cells.take("Name", "name", "Product Name"),
                description=_plain(
                    cells.take("Sales Description", "description_sale", "Description", "description")
                ),
                category=None if category is None else category.removeprefix("All / "),
                barcode=cells.take("Barcode", "barcode"),
                price=cells.take("Sales Price", "list_price", "lst_price", "Public Price"),
                currency=cells.take("Currency", "currency_id", "currency_id/name"),
                stock=cells.take("Quantity On Hand", "qty_available"),
                tags=cells.take("Tags", "Product Template Tags", "product_tag_ids", "product_tag_ids/name"),
                archived=None if active is None else ("no" if active.casefold() in _YES else "yes"),
            ),
            cells.rest(),
        )


def _is_part(cells: Cells) -> bool:
    own = [cells.take(name) for name in ("SKU", "Name", "Option 1 value", "Barcode")]
    return bool(cells.take("SKU of included item")) and not any(own)


def _title(name: str, options: list[str]) -> str:
    variant = " / ".join(option for option in options if option)
    return f"{name} – {variant}" if variant else name


def _plain(html: str | None) -> str | None:
    return None if html is None else html_text(html)


def _fixed(price: str | None) -> str | None:
    return "" if price is not None and price.casefold() in _NO_FIXED_PRICE else price


def _filled(texts: list[str]) -> tuple[str, ...]:
    return tuple(text for text in texts if text or isinstance(text, UnsavedFormula))
