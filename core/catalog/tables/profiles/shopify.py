"""Shopify's export, in its older and its newer headings.

Columns after https://help.shopify.com/manual/products/import-export/using-csv. Rows of one handle are one
product: each with an own price or option is a variant, each with an image a photo that all variants share,
and any of them may tell of the product, for merchants sort such tables.
"""

from collections.abc import Iterator, Sequence

from core.catalog.tables.mapped_rows import Cells, MappedRow, NamedPhoto, said
from core.catalog.tables.profiles.html_text import html_text
from core.catalog.tables.profiles.variants import MadeSkus, grouped, joined, told_by_any, variant_title
from core.catalog.tables.rows import RawRow, RawTable

_NOT_SOLD = frozenset({"draft", "archived", "unlisted"})
_OPTIONS = (1, 2, 3)
_TRACKER = ("Variant Inventory Tracker", "Inventory tracker")
_OF_A_VARIANT = (
    *("variant ", "option1 value", "option2 value", "option3 value", "sku", "barcode", "price", "compare"),
    *(
        "cost per item",
        "inventory",
        "weight",
        "unit price",
        "included /",
        "image",
        "product image",
        "tax code",
    ),
    *("charge tax", "continue selling", "requires shipping", "fulfillment service"),
)
"""Beginnings of columns that tell of their own row, not of the group."""
_PHOTO = ("Image Src", "Product image URL")
_SKU, _PRICE = ("Variant SKU", "SKU"), ("Variant Price", "Price")


def shopify_rows(table: RawTable) -> Iterator[MappedRow]:
    """Each variant of each handle."""
    for handle, rows in grouped(table.rows, lambda row: Cells(row).take("Handle", "URL handle") or ""):
        about = told_by_any(rows, lambda column: column.casefold().startswith(_OF_A_VARIANT))
        shared = tuple(NamedPhoto(text, row.number) for row in rows if (text := Cells(row).take(*_PHOTO)))
        tags = joined(Cells(row).take("Tags") for row in rows)
        skus = MadeSkus(handle)
        variants = [row for row in rows if _is_variant(Cells(row))] or [about]
        for row in variants:
            yield _variant(row, about, handle, shared, tags, skus, is_alone=len(variants) == 1)


def _is_variant(cells: Cells) -> bool:
    return any(cells.take(name) for name in (*_SKU, *_PRICE, "Option1 Value"))


def _variant(
    row: RawRow,
    about: RawRow,
    handle: str,
    shared: tuple[NamedPhoto, ...],
    tags: str | None,
    skus: MadeSkus,
    *,
    is_alone: bool,
) -> MappedRow:
    cells = Cells(row, about)
    for column in ("Handle", "URL handle", *_PHOTO, "Image Position", "Image Alt Text", "Tags"):
        cells.take(column)
    options = _options(cells)
    sku = (cells.take(*_SKU) or "").removeprefix("'")
    own_photo = cells.take("Variant Image", "Variant image URL")
    status = cells.take("Status")
    stock = cells.take("Variant Inventory Qty", "Inventory quantity")
    product_type, product_category = cells.take("Type"), cells.take("Product Category")
    description = cells.take("Body (HTML)", "Body HTML", "Description")
    values = said(
        sku=sku or (handle if is_alone else skus.of(options)),
        title=variant_title(cells.take("Title") or handle, options),
        description=None if description is None else html_text(description),
        category=product_type or product_category,
        brand=cells.take("Vendor"),
        barcode=cells.take("Variant Barcode", "Variant Barcodes", "Barcode", "Barcodes"),
        price=cells.take(*_PRICE),
        price_before=cells.take("Variant Compare At Price", "Compare-at price", "Compare at price"),
        stock="" if stock == "0" and _is_untracked(row) else stock,
        tags=tags,
        archived=None if status is None else ("yes" if status.casefold() in _NOT_SOLD else "no"),
    )
    photos = (NamedPhoto(own_photo, row.number),) if own_photo else shared
    return MappedRow(row.number, values, cells.rest(), photos, made_of="" if sku else handle)


def _is_untracked(row: RawRow) -> bool:
    """Whether nobody counts it: Shopify then writes a stock of zero."""
    answers = [row.cells[name] for name in _TRACKER if name in row.cells]
    return bool(answers) and not any(answers)


def _options(cells: Cells) -> Sequence[str]:
    """The values that set a variant apart, such as its size; the lone one of a product without is dropped."""
    values = [cells.take(f"Option{number} Value") or "" for number in _OPTIONS]
    for number in _OPTIONS:
        cells.take(f"Option{number} Name")
        cells.take(f"Option{number} Linked To")
    return [value for value in values if value and value != "Default Title"]
