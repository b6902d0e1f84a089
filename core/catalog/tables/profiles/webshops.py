"""Exports of web shops, Shopify and WooCommerce, in which several rows may make one product.

Columns after the vendors' documentation: https://help.shopify.com/manual/products/import-export/using-csv
and https://github.com/woocommerce/woocommerce/wiki/Product-CSV-Import-Schema. A variant is a product of
ours, for it has a SKU, a price and a stock of its own.
"""

import re
from collections.abc import Iterable, Iterator

from core.catalog.tables.mapped_rows import Cells, MappedRow, NamedPhoto, said
from core.catalog.tables.profiles.html_text import html_text
from core.catalog.tables.rows import RawRow, RawTable

_NOT_SOLD = frozenset({"draft", "archived", "unlisted"})
_OPTIONS = (1, 2, 3)


def shopify_rows(table: RawTable) -> Iterator[MappedRow]:
    """Rows of one handle: the first tells of the product, each with an own price or option of a variant,
    each with an image of a photo that all variants share."""
    groups: dict[str, list[RawRow]] = {}
    for row in table.rows:
        groups.setdefault(Cells(row).take("Handle", "URL handle") or f"row {row.number}", []).append(row)
    for handle, rows in groups.items():
        shared = tuple(
            NamedPhoto(text, row.number)
            for row in rows
            if (text := Cells(row).take("Image Src", "Product image URL"))
        )
        variants = [row for row in rows if _is_variant(Cells(row))] or rows[:1]
        for row in variants:
            yield _shopify_variant(row, rows[0], handle, shared, alone=len(variants) == 1)


def _is_variant(cells: Cells) -> bool:
    return any(cells.take(name) for name in ("Variant SKU", "SKU", "Variant Price", "Price", "Option1 Value"))


def _shopify_variant(
    row: RawRow, first: RawRow, handle: str, shared: tuple[NamedPhoto, ...], *, alone: bool
) -> MappedRow:
    own, cells = Cells(row), Cells(row, first)
    cells.take("Handle", "URL handle")
    cells.take("Image Src", "Product image URL")
    cells.take("Image Position", "Image Alt Text")
    options = _options(cells, own)
    sku, price = own.take("Variant SKU", "SKU"), own.take("Variant Price", "Price")
    barcode, stock = (
        own.take("Variant Barcode", "Barcode"),
        own.take("Variant Inventory Qty", "Inventory quantity"),
    )
    for column in ("Variant SKU", "SKU", "Variant Price", "Price", "Variant Barcode", "Barcode"):
        cells.take(column)
    cells.take("Variant Inventory Qty", "Inventory quantity")
    own_photo = own.take("Variant Image", "Variant image URL")
    cells.take("Variant Image", "Variant image URL")
    status = cells.take("Status")
    product_type, product_category = cells.take("Type"), cells.take("Product Category")
    description = cells.take("Body (HTML)", "Body HTML", "Description")
    values = said(
        sku=(sku or "").removeprefix("'") or "-".join([handle] if alone else [handle, *map(_slug, options)]),
        title=_variant_title(cells.take("Title") or handle, options),
        description=None if description is None else html_text(description),
        category=product_type or product_category,
        brand=cells.take("Vendor"),
        barcode=barcode,
        price=price,
        stock=stock,
        tags=cells.take("Tags"),
        archived=None if status is None else ("yes" if status.casefold() in _NOT_SOLD else "no"),
    )
    photos = (NamedPhoto(own_photo, row.number),) if own_photo else shared
    return MappedRow(row.number, values, cells.rest(), photos)


def _options(cells: Cells, own: Cells) -> list[str]:
    """The values that set a variant apart, such as its size; the lone one of a product without is dropped."""
    values = [own.take(f"Option{number} Value") or "" for number in _OPTIONS]
    for number in _OPTIONS:
        cells.take(f"Option{number} Name")
        cells.take(f"Option{number} Value")
    return [value for value in values if value and value != "Default Title"]


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
        if parent is not None and (Cells(row).take("Type") or "").startswith("variation"):
            used.add(parent.number)
    for row in table.rows:
        if row.number not in used:
            yield _woocommerce_row(row, parents.get(Cells(row).take("Parent") or ""))


def _woocommerce_row(row: RawRow, parent: RawRow | None) -> MappedRow:
    own, cells = Cells(row), Cells(row, parent)
    number, sku = own.take("ID"), own.take("SKU")
    cells.take("ID", "SKU")
    cells.take("Type", "Parent")
    name = own.take("Name") or ""
    family = (Cells(parent).take("Name") or "") if parent else ""
    attributes = [text for text in own.take_beginning("Attribute 1 value", "Attribute 2 value") if text]
    cells.take("Name")
    stock, price, barcode = own.take("Stock"), own.take("Regular price"), own.take("GTIN, UPC, EAN, or ISBN")
    for column in ("Stock", "Regular price", "GTIN, UPC, EAN, or ISBN"):
        cells.take(column)
    published = cells.take("Published")
    description, short = cells.take("Description"), cells.take("Short description")
    images = cells.take("Images") or ""
    categories = cells.take("Categories")
    values = said(
        sku=sku or (f"woo-{number}" if number else ""),
        title=name if not family or name.startswith(family) else _variant_title(family, attributes or [name]),
        description=None if description is None and short is None else html_text(description or short or ""),
        category=None if categories is None else _cut(categories)[0] if categories else "",
        brand=cells.take("Brands", "Brand"),
        barcode=barcode,
        price=price,
        stock=stock,
        tags=cells.take("Tags"),
        archived=None if published is None else ("no" if published.strip() in ("1", "true") else "yes"),
    )
    photos = tuple(NamedPhoto(text, row.number) for text in _cut(images))
    return MappedRow(row.number, values, cells.rest(), photos)


def _cut(cell: str) -> list[str]:
    """Parts between commas; a comma that is meant is written with a backslash."""
    parts = re.split(r"(?<!\\),", cell)
    return [part.strip().replace("\\,", ",") for part in parts if part.strip()]


def _variant_title(family: str, options: Iterable[str]) -> str:
    variant = " / ".join(option for option in options if option)
    return f"{family} – {variant}" if variant else family


def _slug(text: str) -> str:
    return re.sub(r"\W+", "-", text.casefold()).strip("-")
