"""Exports of tills and of Odoo: Square, Loyverse and Odoo's product list.

Columns after the vendors' help: https://squareup.com/help/us/en/article/5153-import-items-online,
https://help.loyverse.com/help/importing-and-exporting and Odoo's export dialog, in its two spellings
(technical names and English labels).
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from core.catalog.tables.cell_kinds import UnsavedFormula
from core.catalog.tables.mapped_rows import Cells, MappedRow, said
from core.catalog.tables.profiles.html_text import html_text
from core.catalog.tables.profiles.variants import grouped, joined, says_all, told_by_any, variant_title
from core.catalog.tables.rows import RawRow, RawTable
from core.messages import Sentence, message
from core.quantities.units import unit_named

_YES = frozenset(
    ["y", "yes", "true", "1", "s", "sí", "si", "sim", "o", "oui", "j", "ja", "t", "tak", "да", "はい", "是"]
)
_UNNAMED = frozenset(
    {"", "Regular", "Normal", "Ordinaire", "Habituel", "Standard", "Standaard", "Normale"}
    | {"Обычный", "通常", "レギュラー", "常规"}
)
"""What Square calls the only variation of a product that has no name of its own."""
# Tills write so where the price is asked for at the till.
_NO_FIXED_PRICE = frozenset(
    {
        "variable",
        "variable price",
        "variabel",
        "variável",
        "variabile",
        "zmienna",
        "переменная",
        "可変",
        "可变",
    }
)
_INCLUDED = "included item"
_OF_A_VARIANT = (
    *("sku", "option 1 value", "option 2 value", "option 3 value", "default price", "price", "cost"),
    *("barcode", "quantity of", "in stock", "low stock", "optimal stock", "available for sale"),
)
"""Beginnings of Loyverse's columns that tell of their own row alone."""
_REFERENCE, _NAME = ("Internal Reference", "default_code"), ("Name", "name", "Product Name")
_BARCODE = ("Barcode", "barcode")
_TAGS = ("Tags", "Product Template Tags", "product_tag_ids", "product_tag_ids/name")
_OF_ALL = re.compile(r"^(?:All|Alle|Todos|Todo|Tous|Tout|Tutti|Tudo|Wszystkie|Все|すべて|全部|所有) / ")
"""Odoo's category of all categories."""
_UNITS_BY_ID = {"kgm": "kg", "gram": "g", "litre": "l", "meter": "m", "yard": "yd", "foot": "ft"}
"""After ``addons/uom/data/uom_data.xml`` of odoo/odoo; the others are called as they are."""
_VALUES = (
    *("Variant Values", "product_template_variant_value_ids", "product_template_variant_value_ids/name"),
    *("product_template_attribute_value_ids", "Attribute Values", "Variant Values/Value"),
)
"""Odoo's names of what sets a variant apart."""


def square_rows(table: RawTable) -> Iterator[MappedRow]:
    """A row is a variation, named or told by its options; its stock is the sum over all locations."""
    for row in table.rows:
        cells = Cells(row)
        token, sku = cells.take("Token"), cells.take("SKU")
        name, variation = cells.take("Item Name"), cells.take("Variation Name") or ""
        options = [text for text in cells.take_beginning("Option Value") if text]
        cells.take_beginning("Option Name")
        archived = cells.take("Archived")
        category, reporting = cells.take("Category", "Categories"), cells.take("Reporting Category")
        if variation not in _UNNAMED and says_all(variation, options):
            options = [variation]
        yield MappedRow(
            row.number,
            said(
                sku=sku or token or "",
                title=variant_title(name or "", options),
                description=_plain(cells.take("Description")),
                category=category or reporting,
                brand=cells.take("Brand"),
                barcode=cells.take("GTIN"),
                price=_fixed(cells.take("Price")),
                unit=_unit_within(cells.take("Unit and Precision", "Unit")),
                archived=None if archived is None else ("yes" if archived.casefold() in _YES else "no"),
            ),
            stocks=_filled(cells.take_beginning("Current Quantity")),
            extra=cells.rest(),
        )


def loyverse_rows(table: RawTable) -> Iterator[MappedRow]:
    """Rows of one handle are variants, or the parts of a set, which are no products of their own.

    Stock is the sum over all stores.
    """
    for handle, rows in grouped(table.rows, lambda row: Cells(row).take("Handle") or ""):
        about = told_by_any(rows, lambda column: column.casefold().startswith(_OF_A_VARIANT))
        variants = [row for row in rows if not _is_part(row)] or rows[:1]
        parts = {
            column: ", ".join(text for row in rows if (text := row.cells.get(column)))
            for column in table.columns
            if column.casefold().endswith(_INCLUDED)
        }
        for row in variants:
            cells = Cells(row, about)
            options = [cells.take(f"Option {number} value") or "" for number in (1, 2, 3)]
            cells.take("Handle")
            for column in (*(f"Option {number} name" for number in (1, 2, 3)), *parts):
                cells.take(column)
            sku = cells.take("SKU")
            price = cells.take("Default price", "Price")
            by_store = {
                column: text
                for column, text in row.cells.items()
                if text and column.casefold().startswith("price [")
            }
            cells.take_beginning("Price [")
            price = price or next(iter(by_store.values()), price)
            others = {column: text for column, text in by_store.items() if text != price}
            marks = [column for column in row.cells if column.casefold().startswith("low stock")]
            yield MappedRow(
                row.number,
                said(
                    sku=sku or "-".join([handle, *(option for option in options if option)]),
                    title=variant_title(cells.take("Name") or handle, options),
                    description=_plain(cells.take("Description")),
                    category=cells.take("Category"),
                    barcode=cells.take("Barcode"),
                    price=_fixed(price),
                    low_stock=cells.take(*marks)
                    if len(marks) == 1
                    else None,  # several stores: of each its own
                    unit=_weighed(cells.take("Sold by weight")),
                ),
                stocks=_filled(cells.take_beginning("In stock")),
                extra={**cells.rest(), **{column: text for column, text in parts.items() if text}, **others},
                notes=(_other_prices(price or "", others),) if others else (),
            )


def _other_prices(price: str, others: Mapping[str, str]) -> Sentence:
    return Sentence(
        message("core", "The stores' prices differ: {price} is taken; {others} kept as further facts."),
        {"price": price, "others": ", ".join(f"“{column}” {text}" for column, text in others.items())},
    )


def _weighed(answer: str | None) -> str | None:
    """Loyverse does not say in which unit it weighs, or measures."""
    return "measure" if (answer or "").casefold() in _YES else None


def _unit_by_id(text: str | None) -> str | None:
    """``kg`` of Odoo's key ``uom.product_uom_kgm``; other texts as they stand."""
    _module, is_key, key = (text or "").rpartition(".product_uom_")
    return _UNITS_BY_ID.get(key, key) if is_key else text


def _unit_within(text: str | None) -> str | None:
    """``lb`` of Square's ``.00 lb`` or ``Pound (lb), 2 decimals``; the whole text where no word is a unit."""
    words = re.findall(r"[^\W\d_]+[²³23]?", text or "")
    return next((word for word in words if unit_named(word) is not None), text)


def _is_part(row: RawRow) -> bool:
    """Whether a row says no more than what else is in a set."""
    cells = Cells(row)
    own = [cells.take(name) for name in ("SKU", "Name", "Option 1 value", "Barcode", "Default price")]
    return bool(cells.take("SKU of included item")) and not any(own)


def odoo_rows(table: RawTable) -> Iterator[MappedRow]:
    """A row is a product; one without a name or a number goes on with the row above it.

    Pictures within the table are passed over.
    """
    for rows in _with_those_below(table.rows):
        cells = Cells(rows[0])
        reference, external = cells.take(*_REFERENCE), cells.take("External ID", "id")
        name = cells.take(*_NAME) or ""
        category = cells.take(
            "Product Category", "categ_id", "categ_id/name", "Product Category/Display Name"
        )
        active = cells.take("Active", "active")
        cells.take_beginning("image")
        cells.take(*_VALUES)
        cells.take(*_TAGS)
        values = [value for row in rows for value in _variant_values(Cells(row).take(*_VALUES) or "")]
        yield MappedRow(
            rows[0].number,
            said(
                sku=reference or external or "",
                title=name if says_all(name, values) else variant_title(name, values),
                description=_plain(
                    cells.take("Sales Description", "description_sale", "Description", "description")
                ),
                category=None if category is None else _OF_ALL.sub("", category),
                barcode=cells.take("Barcode", "barcode"),
                price=cells.take("Sales Price", "list_price", "lst_price", "Public Price"),
                currency=cells.take("Currency", "currency_id", "currency_id/name"),
                stock=cells.take("Quantity On Hand", "qty_available"),
                unit=_unit_by_id(cells.take("Unit of Measure", "uom_id", "uom_id/name", "Unit", "uom_id/id")),
                tags=joined(Cells(row).take(*_TAGS) for row in rows),
                archived=None if active is None else ("no" if active.casefold() in _YES else "yes"),
            ),
            cells.rest(),
        )


def _with_those_below(rows: Iterable[RawRow]) -> list[list[RawRow]]:
    """Each product's row with those that only add to a list of it: Odoo exports such lists downwards."""
    products: list[list[RawRow]] = []
    for row in rows:
        cells = Cells(row)
        is_product = any(cells.take(*names) for names in (_REFERENCE, _NAME, ("External ID", "id"), _BARCODE))
        if is_product or not products:
            products.append([row])
        else:
            products[-1].append(row)
    return products


def _variant_values(cell: str) -> list[str]:
    """``S`` of ``Size: S``; several may stand in one cell."""
    parts = re.split(r"[,;\n]\s*(?=[^,;:\n]+:\s)", cell)
    return [part.rpartition(": ")[2].strip() for part in parts if part.strip()]


def _plain(html: str | None) -> str | None:
    return None if html is None else html_text(html)


def _fixed(price: str | None) -> str | None:
    return "" if price is not None and price.casefold() in _NO_FIXED_PRICE else price


def _filled(texts: list[str]) -> tuple[str, ...]:
    return tuple(text for text in texts if text or isinstance(text, UnsavedFormula))
