"""What a table or a person says about a product (a draft), and what that changes in the catalog."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.catalog.barcodes.written import clean_barcode
from core.catalog.clean_text import clean_line, clean_text
from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.database.many_rows import defer_foreign_keys, insert_rows
from core.catalog.database.schema.capture import captures_any
from core.catalog.database.tokens import sku_key
from core.catalog.products.new_rows import insert_products
from core.catalog.products.products import Product, product_by_sku
from core.catalog.stock import Reason, begin_stocks, set_stock
from core.catalog.tags.tag_names import clean_tag
from core.errors import KnownError
from core.messages import Sentence, message
from core.quantities.quantity import Quantity, exactly
from core.quantities.sale_price import Sale
from core.quantities.units import Unit, converted, require_countable


@dataclass(frozen=True, slots=True)
class ProductDraft:
    """What is said about a product. None means "not said": the catalog keeps what it has.

    Attributes:
        sku: the merchant's own number; what identifies the product.
        price_minor: the price in the currency's smallest unit (cents); counts only if ``currency`` is
            said, and is then "no price" if None.
        currency: ISO 4217 code, or "" if unknown.
        stock: how much there is.
        stock_unit: what the stock is told in, where it says so itself; it need not be what is counted in.
        low: at how much there is too little of it.
        unit: what it is counted in.
        likely_unit: what it seems to be counted in; counts only where nobody said.
        tags: all tags the product is to have.
        sale: in the price's currency; :data:`core.quantities.sale_price.NO_SALE` ends one.
        extra: further columns of the merchant's table. Those named here are set, or removed if "";
            others stay.
    """

    sku: str
    title: str | None = None
    description: str | None = None
    category: str | None = None
    brand: str | None = None
    barcode: str | None = None
    price_minor: int | None = None
    currency: str | None = None
    stock: Quantity | None = None
    stock_unit: Unit | None = None
    low: Quantity | None = None
    unit: Unit | None = None
    likely_unit: Unit | None = None
    location: str | None = None
    tags: tuple[str, ...] | None = None
    extra: Mapping[str, str] | None = None
    archived: bool | None = None
    sale: Sale | None = None


class Outcome(StrEnum):
    """What an upsert did."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Upsert:
    """The product that an upsert touched, what it did to it, and what of the draft it left out."""

    product_id: int
    outcome: Outcome
    left_out: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What writing a draft changes of a product that the catalog has.

    Attributes:
        values: new value by column of ``products``.
        stock: what is booked; None if it stays as it is.
        lost, gained: tags.
        left_out: what of the draft does not fit the product, and why.
    """

    values: Mapping[str, str | int | None]
    stock: Quantity | None
    lost: tuple[str, ...]
    gained: tuple[str, ...]
    left_out: tuple[Sentence, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether all is so already."""
        return not self.values and self.stock is None and not self.lost and not self.gained


_CLEANING = {
    "title": clean_line,
    "description": clean_text,
    "category": clean_line,
    "brand": clean_line,
    "barcode": clean_barcode,
    "location": clean_line,
}

_NEW: Mapping[str, str | int | None] = {
    **dict.fromkeys(("id", "sku", "sku_key", "created", "updated"), None),
    **dict.fromkeys((*_CLEANING, "currency", "unit", "sale_starts", "sale_ends"), ""),
    **dict.fromkeys(("price_minor", "sale_minor", "low_milli", "stock_milli"), None),
    "archived": 0,
    "extra": "{}",
}
"""The columns of a product that is made, with the values of those of which nothing is said."""


def upsert_product(
    catalog: Catalog, draft: ProductDraft, *, who: str = "", reason: Reason = Reason.IMPORT
) -> Upsert:
    """Make the product with the draft's SKU, or change what the draft says differently.

    A stock that differs is booked as a movement by ``who`` for ``reason``; a part of a piece is left out.

    Raises:
        KnownError: the SKU is empty.
    """
    with catalog.transaction():
        product = product_by_sku(catalog, clean_line(draft.sku))
        return write_draft(catalog, product, draft, who=who, reason=reason)


def write_draft(
    catalog: Catalog,
    product: Product | None,
    draft: ProductDraft,
    *,
    who: str = "",
    reason: Reason = Reason.IMPORT,
) -> Upsert:
    """:func:`upsert_product` inside a transaction of the caller's, who knows what the catalog has.

    Args:
        product: the one with the draft's SKU; None if there is none.
    """
    if product is None:
        return make_products(catalog, [draft], who=who, reason=reason)[0]
    return write_change(catalog, product.id, change_of(product, draft), who=who, reason=reason)


def change_of(product: Product, draft: ProductDraft) -> Change:
    """What writing ``draft`` would change of ``product``."""
    stock, problem = _countable_stock(product, draft)
    lost, gained = _changed_tags(product.tags, draft.tags)
    return Change(
        values=changed_values(product, draft),
        stock=None if stock == product.stock else stock,
        lost=lost,
        gained=gained,
        left_out=() if problem is None else (problem,),
    )


def write_change(
    catalog: Catalog, product_id: int, change: Change, *, who: str, reason: Reason = Reason.IMPORT
) -> Upsert:
    """Write what :func:`change_of` has found, inside a transaction of the caller's."""
    if change.is_nothing:
        return Upsert(product_id, Outcome.UNCHANGED, change.left_out)
    if change.values:
        sets = ", ".join(f"{name} = ?" for name in (*change.values, "updated"))
        catalog.db.execute(
            f"UPDATE products SET {sets} WHERE id = ?",  # noqa: S608  (columns of the table)
            [*change.values.values(), utc_now(), product_id],
        )
    catalog.db.conn.executemany(
        "DELETE FROM product_tags WHERE product_id = ? AND tag = ?",
        [(product_id, tag) for tag in change.lost],
    )
    catalog.db.conn.executemany(
        "INSERT OR IGNORE INTO product_tags (product_id, tag) VALUES (?, ?)",
        [(product_id, tag) for tag in change.gained],
    )
    if change.stock is not None:
        set_stock(catalog, product_id, change.stock, who=who, reason=reason)
    return Upsert(product_id, Outcome.UPDATED, change.left_out)


def make_products(
    catalog: Catalog, drafts: Sequence[ProductDraft], *, who: str = "", reason: Reason = Reason.IMPORT
) -> list[Upsert]:
    """:func:`write_draft` for products that the catalog does not have, each with a SKU of its own.

    The tags come first: each that comes later has the product's words written into the index once more. So
    does the stock, or a trigger would look for the product of each movement to change it; unless a hub has
    to be told of the movements, each of a product that is there.

    Raises:
        KnownError: a SKU is empty.
    """
    seq = catalog.db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'products'").fetchone()
    rows: list[dict[str, str | int | None]] = []
    tags: list[tuple[int, str]] = []
    stocks: list[tuple[int, Quantity]] = []
    made: list[Upsert] = []
    now = utc_now()
    for product_id, draft in enumerate(drafts, start=1 + (int(seq[0]) if seq else 0)):
        sku = clean_line(draft.sku)
        if not sku:
            raise KnownError(
                message("core", "A product needs a SKU: give each one a number or code of its own.")
            )
        stock, problem = _countable_stock(None, draft)
        if stock is not None:
            stocks.append((product_id, stock))
        if draft.tags:
            tags += [(product_id, tag) for tag in _by_folded(draft.tags).values()]
        values = {**_NEW, **changed_values(None, draft)}
        values |= {"id": product_id, "sku": sku, "sku_key": sku_key(sku), "created": now, "updated": now}
        rows.append(values)
        made.append(Upsert(product_id, Outcome.CREATED, () if problem is None else (problem,)))
    if tags or stocks:
        defer_foreign_keys(catalog)
    insert_rows(catalog, "product_tags", ("product_id", "tag"), tags)
    is_first = bool(stocks) and not captures_any(catalog.db.conn)
    if is_first:
        begin_stocks(catalog, stocks, who=who, reason=reason)
        for product_id, stock in stocks:
            rows[product_id - made[0].product_id]["stock_milli"] = stock.thousandths
    insert_products(catalog, rows, tags)
    if not is_first:
        begin_stocks(catalog, stocks, who=who, reason=reason)
    return made


def stock_problem(draft: ProductDraft) -> Sentence | None:
    """Why the stock of a product that ``draft`` makes would be left out; None if it would not."""
    return _countable_stock(None, draft)[1]


def _countable_stock(product: Product | None, draft: ProductDraft) -> tuple[Quantity | None, Sentence | None]:
    if draft.stock is None:
        return None, None
    unit = _unit(product, draft)
    try:
        stock = _in_unit(draft.stock, draft.stock_unit, unit)
        require_countable(stock, unit)
    except KnownError as error:
        return None, error.sentence
    return stock, None


def _in_unit(stock: Quantity, told: Unit | None, unit: Unit | None) -> Quantity:
    """A stock that is told in another unit than the product's: 500 g of what is counted in kg are 0.5."""
    if told in (None, unit) or unit in (None, Unit.MEASURE):
        return stock
    amount = converted(stock.decimal, told or Unit.PIECE, unit or Unit.PIECE)
    if amount is None:
        raise KnownError(
            message("core", "The stock {stock} {told} was left out: the product is counted in {unit}."),
            stock=str(stock),
            told=told,
            unit=unit,
        )
    return exactly(amount)


def _unit(product: Product | None, draft: ProductDraft) -> Unit | None:
    """What the product is counted in once ``draft`` is in the catalog.

    It does not become one that is sold by the piece while there is a part of one in stock.
    """
    if product is None:
        return draft.unit or draft.likely_unit
    stock = draft.stock if draft.stock is not None else product.stock
    may_be_pieces = stock is None or stock.is_whole
    said = draft.unit if draft.unit is not Unit.PIECE or may_be_pieces else None
    return said or product.unit or draft.likely_unit


def changed_values(product: Product | None, draft: ProductDraft) -> dict[str, str | int | None]:
    """The columns of ``products`` that ``draft`` sets, or those it changes if there is a ``product``."""
    values: dict[str, str | int | None] = {}
    for name, clean in _CLEANING.items():
        said = getattr(draft, name)
        if said is not None and (product is None or said != getattr(product, name)):  # which is clean
            values[name] = clean(said)
    if values.get("title") == "":
        del values["title"]  # a product without a name cannot be told from another
    if draft.currency is not None:
        values |= {"price_minor": draft.price_minor, "currency": draft.currency}
    if draft.sale is not None:
        sale = draft.sale
        values |= {"sale_minor": sale.minor, "sale_starts": sale.starts, "sale_ends": sale.ends}
    if draft.low is not None:
        values["low_milli"] = draft.low.thousandths
    if draft.archived is not None:
        values["archived"] = int(draft.archived)
    if (unit := _unit(product, draft)) is not None:
        values["unit"] = unit.value
    if product is None:
        values.setdefault("title", clean_line(draft.sku))
    else:
        values = {name: value for name, value in values.items() if getattr(product, name) != value}
    if draft.extra is not None:
        before = dict(product.extra) if product else {}
        said = {clean_line(name): clean_text(value) for name, value in draft.extra.items()}
        after = {name: value for name, value in {**before, **said}.items() if name and value}
        if after != before:
            values["extra"] = json.dumps(after, ensure_ascii=False)
    return values


def _changed_tags(
    present: Sequence[str], said: Sequence[str] | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tags that a product loses and gains so that it has exactly ``said``; none where nothing is."""
    if said is None or said == present:
        return (), ()
    wanted, had = _by_folded(said), {tag.casefold(): tag for tag in present}
    return (
        tuple(had[key] for key in had.keys() - wanted.keys()),
        tuple(wanted[key] for key in wanted.keys() - had.keys()),
    )


def _by_folded(tags: Sequence[str]) -> dict[str, str]:
    """Each tag once, as it is written first, by what it is without its case."""
    return {tag.casefold(): tag for tag in map(clean_tag, reversed(tags))}
