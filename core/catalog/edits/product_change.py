"""What a person wants different about a product, and the clean values that this means for its fields."""

from dataclasses import dataclass

from core.catalog.barcodes.written import barcode_problem, clean_barcode
from core.catalog.clean_text import clean_line, clean_text
from core.catalog.edits.product_fields import Field, JsonValue, PhotoState, photo_values
from core.catalog.edits.taken_over import Said
from core.catalog.tags.tag_names import clean_tag
from core.errors import KnownError
from core.messages import message
from core.quantities.low_mark import require_mark
from core.quantities.quantity import Quantity
from core.quantities.sale_price import NO_SALE, Sale, read_day
from core.quantities.units import Unit


@dataclass(frozen=True, slots=True)
class Price:
    """An amount in the currency's smallest unit, or no price (None)."""

    minor: int | None
    currency: str


@dataclass(frozen=True, slots=True)
class ProductChange:
    """What is to be different about a product; None leaves a field as it is.

    Attributes:
        stock: how much there is; the difference is booked.
        stock_by: how much more (or less, below zero) there is; instead of ``stock``.
        not_counted: nobody knows any more how much there is; instead of ``stock``.
        sale: what it costs for some days; :data:`core.quantities.sale_price.NO_SALE` ends one.
        low: at how much there is too little of it.
        shops_low: the shop's mark says that; instead of ``low``.
        unit: what it is counted in; its quantities keep their figures.
        tags: all tags that it is to have.
        photos: all photos that it is to have, in their order.
        merged: which product takes over what was said of it in searches.
    """

    title: str | None = None
    description: str | None = None
    category: str | None = None
    brand: str | None = None
    barcode: str | None = None
    location: str | None = None
    price: Price | None = None
    sale: Sale | None = None
    stock: Quantity | None = None
    stock_by: Quantity | None = None
    not_counted: bool = False
    low: Quantity | None = None
    shops_low: bool = False
    unit: Unit | None = None
    tags: tuple[str, ...] | None = None
    archived: bool | None = None
    photos: tuple[PhotoState, ...] | None = None
    merged: Said | None = None


def cleaned_values(change: ProductChange) -> dict[Field, JsonValue]:
    """What ``change`` says, cleaned, the unit before the stock; a relative stock is an ``{"by": n}``.

    Raises:
        KnownError: an empty title; a barcode, tag, sale or mark that cannot be right.
    """
    values: dict[Field, JsonValue] = {}
    for field in (Field.TITLE, Field.CATEGORY, Field.BRAND, Field.LOCATION):
        text: str | None = getattr(change, field.value)
        if text is not None:
            values[field] = clean_line(text)
    if values.get(Field.TITLE) == "":
        raise KnownError(message("core", "A product needs a title: enter one."))
    if change.description is not None:
        values[Field.DESCRIPTION] = clean_text(change.description)
    if change.barcode is not None:
        values[Field.BARCODE] = barcode = clean_barcode(change.barcode)
        problem = barcode_problem(barcode)
        if problem is not None:
            raise KnownError(problem.text, **problem.values)
    if change.price is not None:
        values[Field.PRICE] = [change.price.minor, change.price.currency]
    if change.sale is not None:
        values[Field.SALE] = _clean_sale(change.sale)
    if change.unit is not None:
        values[Field.UNIT] = change.unit.value
    if change.stock_by is not None:
        values[Field.STOCK] = {"by": change.stock_by.thousandths}
    elif change.stock is not None or change.not_counted:
        values[Field.STOCK] = None if change.stock is None else change.stock.thousandths
    if change.low is not None:
        require_mark(change.low)
        values[Field.LOW] = change.low.thousandths
    elif change.shops_low:
        values[Field.LOW] = None
    if change.tags is not None:
        distinct = {tag.casefold(): tag for tag in map(clean_tag, reversed(change.tags))}
        values[Field.TAGS] = sorted(distinct.values(), key=str.casefold)
    if change.archived is not None:
        values[Field.ARCHIVED] = change.archived
    if change.photos is not None:
        values[Field.PHOTOS] = photo_values(change.photos)
    if change.merged is not None:
        values[Field.MERGED] = change.merged.as_json()
    return values


def _clean_sale(sale: Sale) -> JsonValue:
    if sale.minor is None:
        sale = NO_SALE
    starts, ends = read_day(sale.starts), read_day(sale.ends)
    if starts is None or ends is None:
        raise KnownError(
            message("core", "“{day}” is no day: write it like 2026-12-24."),
            day=(sale.starts if starts is None else sale.ends)[:20],
        )
    if starts and ends and ends < starts:
        raise KnownError(message("core", "The sale ends before it begins: correct its days."))
    return [sale.minor, starts, ends]
