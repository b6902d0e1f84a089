"""One change to many products: what it would do, for a preview, and the changes to hand to an edit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from core.catalog.clean_text import clean_line
from core.catalog.currencies.iso import decimals
from core.catalog.database.catalog import Catalog
from core.catalog.edits.product_change import Price, ProductChange
from core.catalog.products.products import Product, products_by_ids
from core.catalog.tags.tag_names import clean_tag
from core.errors import KnownError
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.quantities.low_mark import require_mark
from core.quantities.quantity import Quantity
from core.quantities.units import Unit

_BATCH = 1000
_EXAMPLES = 3
_STAGE = message("core", "Comparing with the shop")


@dataclass(frozen=True, slots=True)
class BulkEdit:
    """What many products are to have; None or empty leaves it.

    Attributes:
        percent: by how much the price is to rise (or fall, below zero), in hundredths of it; rounded half
            up to the currency's smallest unit.
        amount: by how much, in the currency itself; instead of ``percent``. No price falls below zero.
        low: at how much there is too little, each in what it is counted in.
        unit: what they are counted in; their quantities keep their figures.
    """

    category: str | None = None
    brand: str | None = None
    location: str | None = None
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    percent: Decimal | None = None
    amount: Decimal | None = None
    low: Quantity | None = None
    unit: Unit | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing at all."""
        return self == BulkEdit()


@dataclass(frozen=True, slots=True)
class PriceExample:
    """What would become of one price."""

    title: str
    before: Price
    after: Price


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """What a bulk edit would do.

    Attributes:
        products: how many it looked at.
        changes: what would change, by product; those that are so already are left out.
        without_price: how many have no price that could rise or fall.
        examples: a few prices before and after.
    """

    products: int
    changes: dict[int, ProductChange]
    without_price: int
    examples: tuple[PriceExample, ...]


def plan_bulk_edit(
    catalog: Catalog, product_ids: Sequence[int], bulk: BulkEdit, progress: ReportProgress = ignore_progress
) -> BulkPlan:
    """What ``bulk`` would change of these products; nothing is written.

    Raises:
        KnownError: a tag or a mark that cannot be one, or a change of price beyond reason.
        Cancelled: ``progress`` asked to stop.
    """
    _check(bulk)
    changes: dict[int, ProductChange] = {}
    without_price = seen = 0
    examples: list[PriceExample] = []
    for product in _products(catalog, product_ids, progress):
        seen += 1
        price = _changed_price(product, bulk)
        if price is None and (bulk.percent is not None or bulk.amount is not None):
            without_price += product.price_minor is None
        change = ProductChange(
            category=_differing(bulk.category, product.category),
            brand=_differing(bulk.brand, product.brand),
            location=_differing(bulk.location, product.location),
            price=price,
            tags=_changed_tags(product, bulk),
            low=None if bulk.low == product.low else bulk.low,
            unit=None if bulk.unit is product.unit else bulk.unit,
        )
        if change != ProductChange():
            changes[product.id] = change
        if price is not None and len(examples) < _EXAMPLES:
            before = Price(product.price_minor, product.currency)
            examples.append(PriceExample(product.title, before, price))
    return BulkPlan(seen, changes, without_price, tuple(examples))


def _check(bulk: BulkEdit) -> None:
    for tag in (*bulk.add_tags, *bulk.remove_tags):
        clean_tag(tag)
    if bulk.low is not None:
        require_mark(bulk.low)
    if bulk.percent is not None and not Decimal(-100) <= bulk.percent <= Decimal(1000):
        raise KnownError(
            message("core", "{percent} percent cannot be right: enter −100 to 1000."), percent=bulk.percent
        )
    if bulk.amount is not None and abs(bulk.amount) > 10**9:
        raise KnownError(message("core", "The change of price {amount} cannot be right."), amount=bulk.amount)


def _products(catalog: Catalog, product_ids: Sequence[int], progress: ReportProgress) -> Iterator[Product]:
    for start in range(0, len(product_ids), _BATCH):
        report(progress, _STAGE, start, len(product_ids))
        yield from products_by_ids(catalog, product_ids[start : start + _BATCH])


def _differing(wanted: str | None, present: str) -> str | None:
    return None if wanted is None or clean_line(wanted) == present else wanted


def _changed_price(product: Product, bulk: BulkEdit) -> Price | None:
    if product.price_minor is None:
        return None
    before = Decimal(product.price_minor)
    if bulk.percent is not None:
        after = before * (100 + bulk.percent) / 100
    elif bulk.amount is not None:
        after = before + bulk.amount.scaleb(decimals(product.currency))
    else:
        return None
    minor = max(0, int(after.to_integral_value(ROUND_HALF_UP)))
    return None if minor == product.price_minor else Price(minor, product.currency)


def _changed_tags(product: Product, bulk: BulkEdit) -> tuple[str, ...] | None:
    if not bulk.add_tags and not bulk.remove_tags:
        return None
    removed = {clean_tag(tag).casefold() for tag in bulk.remove_tags}
    tags = {tag.casefold(): tag for tag in product.tags if tag.casefold() not in removed}
    for tag in map(clean_tag, bulk.add_tags):
        tags.setdefault(tag.casefold(), tag)
    if tags.keys() == {tag.casefold() for tag in product.tags}:
        return None
    return tuple(tags.values())
