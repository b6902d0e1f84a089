"""What a clerk enters while counting, with what it did to the count: scanned, typed, chosen, or a picture.

The rules are the same wherever somebody counts, at the desk or with a phone.
"""

import io

from PIL import Image

from core.errors import KnownError
from core.messages import message
from core.quantities.quantity import Quantity
from core.shop.shop import Shop
from core.stocktake.counted import counted_products
from core.stocktake.doubts import put_aside
from core.stocktake.ledger import How, count_quantity, set_latest, take_back
from core.stocktake.looking import Sighting, look_at, look_up
from core.stocktake.scope import is_inside
from core.stocktake.standing import Event, Standing, standing_of
from core.stocktake.stocktake import current

_KEPT_SIDE = 720


def count_chosen(shop: Shop, product_id: int | None, quantity: Quantity) -> Standing:
    """Count so much of a product that somebody chose; None is no product and refused."""
    if product_id is None:
        raise KnownError(message("core", "Count a product first; then type how many there are."))
    counted = count_quantity(shop, current(shop), product_id, quantity, how=How.TYPED)
    return standing_of(shop, "counted", counted, quantity)


def correct_count(shop: Shop, product_id: int | None, quantity: Quantity) -> Standing:
    """The latest count of the product was of so much; None is no product and refused."""
    stocktake = current(shop)
    before = counted_products(shop, stocktake, product_id) if product_id is not None else []
    if product_id is None or not before:
        raise KnownError(message("core", "Count a product first; then type how many there are."))
    counted = set_latest(shop, stocktake, product_id, quantity)
    return standing_of(shop, "counted", counted, quantity, replaced=before[0].latest_quantity)


def undo_count(shop: Shop) -> Standing:
    """Take back the latest count."""
    return standing_of(shop, "taken back" if take_back(shop, current(shop)) is not None else "")


def count_entry(shop: Shop, text: str) -> Standing:
    """Count what a scanner or a clerk typed, or offer what it may mean."""
    sighting = look_up(shop, text)
    if sighting.product_id is None:
        event: Event = "choose" if sighting.candidates else "nothing"
        return standing_of(shop, event, candidates=sighting.candidates, text=text, has_more=sighting.has_more)
    return count_sighting(shop, sighting, None)


def count_picture(shop: Shop, picture: Image.Image) -> Standing:
    """One piece from a picture (upright RGB)."""
    return count_sighting(shop, look_at(shop, picture, how=How.PICTURE), picture)


def count_sighting(shop: Shop, sighting: Sighting, picture: Image.Image | None) -> Standing:
    """Count what was recognised beyond doubt and belongs to the count; put the picture of any other aside."""
    stocktake, product = current(shop), sighting.product_id
    inside = product is not None and (
        is_inside(shop, stocktake, product) or bool(counted_products(shop, stocktake, product))
    )
    if product is not None and inside:
        counted = count_quantity(shop, stocktake, product, sighting.quantity, how=sighting.how)
        return standing_of(shop, "counted", counted, sighting.quantity)
    if picture is None:
        return standing_of(shop, "elsewhere", candidates=sighting.candidates)
    chosen = [candidate.product_id for candidate in sighting.candidates]
    key = put_aside(shop, stocktake, _jpeg(picture), chosen)
    event: Event = "elsewhere" if product is not None else "aside"
    return standing_of(shop, event, candidates=sighting.candidates, doubt=key)


def _jpeg(picture: Image.Image) -> bytes:
    kept = picture.copy()
    kept.thumbnail((_KEPT_SIDE, _KEPT_SIDE))
    data = io.BytesIO()
    kept.save(data, "JPEG", quality=85)
    return data.getvalue()
