"""What counts into the stocktake that is under way, and how it stands then; for jobs in the writing lane.

Each may raise KnownError.
"""

import io

from PIL import Image
from PySide6.QtGui import QImage

from core.errors import KnownError
from core.messages import message
from core.quantities.quantity import Quantity
from core.shop.shop import Shop
from core.stocktake.booking import bring_back, throw_away
from core.stocktake.counted import counted_products
from core.stocktake.doubts import put_aside, withdraw
from core.stocktake.holding import Decision
from core.stocktake.ledger import How, count_quantity, set_latest, take_back
from core.stocktake.looking import Sighting, look_at, look_up
from core.stocktake.scope import is_inside
from core.stocktake.stocktake import Stocktake, begin, current
from desktop_app.engine.decoded_pictures import WHOLE_SIDE
from desktop_app.engine.engine import PictureSource
from desktop_app.engine.qt_pictures import to_pillow
from desktop_app.engine.shop_engine import decode_picture
from desktop_app.pages.stocktake.standing import Event, Standing, standing_of
from desktop_app.program.user_name import user_name

_KEPT_SIDE = 720


def begin_count(shop: Shop, category: str, location: str) -> Standing:
    """Begin a count."""
    begin(shop, category=category, location=location, who=user_name())
    return standing_of(shop)


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
    return _count_sighting(shop, sighting, None)


def count_picture(shop: Shop, source: PictureSource) -> Standing:
    """One piece from a picture."""
    picture = decode_picture(source, WHOLE_SIDE)
    return _count_sighting(shop, look_at(shop, picture, how=How.PICTURE), picture)


def count_seen(shop: Shop, decision: Decision, frame: QImage, last_doubt: int | None) -> Standing:
    """One piece in front of the webcam: count it, or put it aside."""
    if decision.recognised_late and last_doubt is not None:
        withdraw(shop, last_doubt)
    return _count_sighting(shop, decision.sighting, to_pillow(frame, max_side=_KEPT_SIDE))


def throw_count_away(shop: Shop) -> Standing:
    """End the count without booking anything."""
    throw_away(shop, current(shop))
    return standing_of(shop)


def bring_count_back(shop: Shop, ended: Stocktake) -> Standing:
    """Take back how a count ended."""
    bring_back(shop, ended, who=user_name())
    return standing_of(shop)


def _count_sighting(shop: Shop, sighting: Sighting, picture: Image.Image | None) -> Standing:
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
