"""The columns of the catalog's table: their texts, and how what is typed into a cell is read."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from core.catalog.money import format_money, parse_money
from core.errors import KnownError
from core.messages import message
from desktop_app.look.stock_words import quantity, read_typed, typed
from desktop_app.look.wording import price_today

if TYPE_CHECKING:
    from core.catalog.edits.product_change import ProductChange
    from core.catalog.products.products import Product


class Column(IntEnum):
    """The columns from the left."""

    TITLE = 0
    PRICE = 1
    STOCK = 2
    LOCATION = 3
    CATEGORY = 4
    SKU = 5
    BRAND = 6
    TAGS = 7
    BARCODE = 8
    UPDATED = 9


EDITABLE = frozenset(set(Column) - {Column.SKU, Column.UPDATED})
TO_THE_RIGHT = frozenset({Column.PRICE, Column.STOCK})

SORTS: dict[Column, str] = {column: column.name.lower() for column in Column}
"""What core calls the order by each column."""


def heading(column: Column) -> str:
    """The column's name in the user's language."""
    match column:
        case Column.TITLE:
            return QCoreApplication.translate("product_columns", "Product")
        case Column.SKU:
            return QCoreApplication.translate("product_columns", "Number")
        case Column.CATEGORY:
            return QCoreApplication.translate("product_columns", "Category")
        case Column.BRAND:
            return QCoreApplication.translate("product_columns", "Brand")
        case Column.PRICE:
            return QCoreApplication.translate("product_columns", "Price")
        case Column.STOCK:
            return QCoreApplication.translate("product_columns", "Stock")
        case Column.LOCATION:
            return QCoreApplication.translate("product_columns", "Shelf place")
        case Column.TAGS:
            return QCoreApplication.translate("product_columns", "Tags")
        case Column.BARCODE:
            return QCoreApplication.translate("product_columns", "Barcode")
        case Column.UPDATED:
            return QCoreApplication.translate("product_columns", "Changed")


def cell_text(product: Product, column: Column) -> str:
    """What stands in the cell."""
    match column:
        case Column.PRICE:
            return price_today(product.price_minor, product.currency, product.sale)
        case Column.STOCK:
            return "–" if product.stock is None else quantity(product.stock, product.unit)
        case Column.TAGS:
            return ", ".join(product.tags)
        case Column.UPDATED:
            return moment(product.updated)
        case _:
            return str(getattr(product, column.name.lower()))


def edit_text(product: Product, column: Column) -> str:
    """The same as it is edited: figures plain."""
    match column:
        case Column.PRICE:
            return "" if product.price_minor is None else format_money(product.price_minor, product.currency)
        case Column.STOCK:
            return "" if product.stock is None else typed(product.stock)
        case _:
            return cell_text(product, column)


def moment(utc: str) -> str:
    """A moment as the catalog writes it, on the user's clock and in the user's form."""
    time = QDateTime.fromString(utc, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def read_entry(column: Column, text: str, currency: str) -> ProductChange:
    """What typing ``text`` into a cell of ``column`` asks for.

    Args:
        currency: what a price is in that does not say so itself.

    Raises:
        KnownError: it cannot be right; the sentence says why.
    """
    from core.catalog.edits.product_change import Price, ProductChange

    text = text.strip()
    match column:
        case Column.TITLE:
            if not text:
                raise KnownError(message("core", "A product needs a title: enter one."))
            return ProductChange(title=text)
        case Column.CATEGORY:
            return ProductChange(category=text)
        case Column.BRAND:
            return ProductChange(brand=text)
        case Column.LOCATION:
            return ProductChange(location=text)
        case Column.PRICE:
            minor, found = parse_money(text, currency) if text else (None, currency)
            return ProductChange(price=Price(minor, found))
        case Column.STOCK:
            return read_stock(text)
        case Column.TAGS:
            from core.catalog.tags.tag_names import split_tags

            return ProductChange(tags=split_tags(text))
        case Column.BARCODE:
            return _read_barcode(text)
        case _:
            raise ValueError(f"{column} is not edited")


def read_stock(text: str) -> ProductChange:
    """``12`` or ``0.5 kg`` as a count; ``+5`` and ``-2`` as so much more or less; nothing as "not counted".

    A unit that is typed behind the number becomes the product's.

    Raises:
        KnownError: it is no quantity.
    """
    from core.catalog.edits.product_change import ProductChange

    plain = text.strip().replace("\u2212", "-")
    if not plain:
        return ProductChange(not_counted=True)
    amount, unit = read_typed(plain)
    if plain[0] in "+-":
        return ProductChange(stock_by=amount, unit=unit)
    return ProductChange(stock=amount, unit=unit)


def _read_barcode(text: str) -> ProductChange:
    from core.catalog.barcodes.written import barcode_problem, clean_barcode
    from core.catalog.edits.product_change import ProductChange

    barcode = clean_barcode(text)
    problem = barcode_problem(barcode)
    if problem is not None:
        raise KnownError(problem.text, **problem.values)
    return ProductChange(barcode=barcode)
