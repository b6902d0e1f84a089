"""Products that are one made one: what the others have goes to the one that stays, as one step of undo."""

from collections.abc import Collection, Iterable, Sequence

from core.catalog.barcodes.written import BETWEEN, barcode_problem, clean_barcode, code_keys
from core.catalog.edits.edit_log import Edit, EditKind
from core.catalog.edits.product_change import Price, ProductChange
from core.catalog.edits.product_fields import PhotoState, photo_states
from core.catalog.edits.taken_over import said_of
from core.catalog.merged_stock import is_joined
from core.catalog.products.products import Product, products_by_ids
from core.catalog.stock import Reason
from core.copies.best_photo import best_of
from core.errors import KnownError
from core.ingest.shop_edits import edit_shop
from core.messages import message
from core.quantities.quantity import NOTHING, Quantity
from core.quantities.units import Unit
from core.shop.shop import Shop


def merge_products(
    shop: Shop, kept_id: int, other_ids: Sequence[int], *, who: str, copies: Iterable[Collection[str]] = ()
) -> Edit:
    """Merge products into one. The others are archived, and say which one took over.

    It gets their photos, tags, barcodes and stock, what was said of them in searches, and of their texts and
    price what it has none of. Their photos and movements stay with them too, so that an undo loses nothing.

    Args:
        copies: hashes of photos that are copies of one another: the best of each stays.

    Raises:
        KnownError: one is gone or archived, there are fewer than two, they are counted in different units, or
            the shop can only be read.
    """
    shop.require_writable()
    kept, *others = _products(shop, [kept_id, *dict.fromkeys(other_ids)])
    changes = {other.id: _of_other(shop, other, kept.id) for other in others}
    changes[kept.id] = _of_kept(shop, kept, others, [set(group) for group in copies])
    note = BETWEEN.join(other.sku for other in others)
    edit = edit_shop(shop, changes, who=who, kind=EditKind.MERGE, reason=Reason.CORRECTION, note=note)
    if edit is None:
        raise ValueError("a merge changes the others at least")
    return edit


def _products(shop: Shop, wanted: Sequence[int]) -> list[Product]:
    found = products_by_ids(shop.catalog, dict.fromkeys(wanted))
    if len(found) < len(wanted):
        raise KnownError(message("core", "A product was named twice, or is gone: reload the list."))
    if len(found) < 2:
        raise KnownError(message("core", "Name two products at least: the one that stays first."))
    for product in found:
        if product.archived:
            raise KnownError(
                message("core", "“{title}” is archived: put it back on the shelf first."), title=product.title
            )
    return found


def _of_other(shop: Shop, other: Product, kept_id: int) -> ProductChange:
    return ProductChange(
        stock_by=None if other.stock is None or is_joined(shop.catalog) else -other.stock,
        archived=True,
        merged=said_of(shop.catalog, other.id, kept_id),
    )


def _of_kept(
    shop: Shop, kept: Product, others: Sequence[Product], copies: Sequence[Collection[str]]
) -> ProductChange:
    priced = next((one for one in others if one.price_minor is not None), None)
    stock, unit = _stock(kept, others)
    if is_joined(shop.catalog):  # it goes over movement by movement: another till may merge the same two
        stock = None
    return ProductChange(
        description=_first([one.description for one in (kept, *others)]),
        category=_first([one.category for one in (kept, *others)]),
        brand=_first([one.brand for one in (kept, *others)]),
        location=_first([one.location for one in (kept, *others)]),
        barcode=_barcode(kept, others),
        price=Price(priced.price_minor, priced.currency) if priced and kept.price_minor is None else None,
        tags=tuple({tag.casefold(): tag for one in (*others, kept) for tag in one.tags}.values()),
        photos=_photos(shop, [kept, *others], copies),
        unit=unit,
        stock=stock if kept.stock is None else None,
        stock_by=stock - kept.stock if stock is not None and kept.stock is not None else None,
    )


def _first(texts: Sequence[str]) -> str | None:
    """The first text that says something, the kept product's own before all others."""
    return next(filter(None, texts), None)


def _barcode(kept: Product, others: Sequence[Product]) -> str | None:
    """The barcodes of all; one that cannot be right stays where it is."""
    barcode = kept.barcode
    for other in others:
        joined = clean_barcode(f"{barcode}{BETWEEN}{other.barcode}" if barcode else other.barcode)
        holds_all = set(code_keys(joined)) >= {*code_keys(barcode), *code_keys(other.barcode)}
        if other.barcode and holds_all and barcode_problem(joined) is None:
            barcode = joined
    return None if barcode == kept.barcode else barcode


def _stock(kept: Product, others: Sequence[Product]) -> tuple[Quantity | None, Unit | None]:
    """How much there is of all that were counted, and the unit of that where the one that stays has none."""
    counted = [one for one in (kept, *others) if one.stock is not None]
    units = {one.unit or Unit.PIECE for one in counted}
    if len(units) > 1:
        raise KnownError(
            message("core", "“{one}” and “{other}” are counted in different units: change one first."),
            one=counted[0].title,
            other=next(one.title for one in counted if one.unit != counted[0].unit),
        )
    unit = next((one.unit for one in counted if one.unit), None)
    stock = sum((one.stock for one in counted if one.stock is not None), NOTHING) if counted else None
    return stock, None if kept.unit else unit


def _photos(
    shop: Shop, products: Sequence[Product], copies: Sequence[Collection[str]]
) -> tuple[PhotoState, ...]:
    """All photos, in order; of those that are copies the best, where the first of them stood."""
    states = photo_states(shop.catalog, [product.id for product in products])
    found = {photo.sha256: photo for one in reversed(products) for photo in states.get(one.id, ())}
    ordered = [found[photo.sha256] for one in products for photo in states.get(one.id, ())]
    best: dict[str, PhotoState] = {}
    for group in copies:
        own = list(dict.fromkeys(photo.sha256 for photo in ordered if photo.sha256 in group))
        if len(own) > 1:
            best |= dict.fromkeys(group, found[best_of(shop, own)[0]])
    return tuple({(new := best.get(one.sha256, one)).sha256: new for one in ordered}.values())
