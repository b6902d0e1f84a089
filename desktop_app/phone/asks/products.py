"""A product on a phone: all about it, its photos, what is sold and received of it, and the way back."""

from __future__ import annotations

import re
from typing import Any

from core.catalog.photos.photos import photos_of_product
from core.catalog.products.products import Product, product_by_id
from core.catalog.scales.weighed import weighed
from core.catalog.stock import Reason, current_stock
from core.catalog.written_quantities import read_booking
from core.errors import KnownError
from core.imaging.decode import decode_bytes
from core.imaging.photo_files import MAX_SIDE
from core.ingest.shop_edits import NewPicture, add_pictures, book_stock
from core.messages import message
from core.quantities.quantity import ONE, Quantity, is_out
from core.shop.shop import Shop
from core.steps.undo import undo_step
from desktop_app.phone.asks.ask import Ask, Caller, Reply, not_understood
from desktop_app.phone.asks.facts import amount_facts, instead_facts, product_facts, told_facts

_HASH = re.compile(r"[0-9a-f]{64}")
MOST_PHOTOS = 20
"""Given to a product at once."""


def product(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """All about one product; where none is left, what can stand in for it."""
    found = asked_product(shop, ask)
    photos = [photo.sha256 for photo in photos_of_product(shop.catalog, found.id) if not photo.missing]
    facts = product_facts(found) | {
        "photos": photos,
        "instead": instead_facts(shop, found.id) if is_out(found.stock) else [],
    }
    return Reply({"product": facts, "event": caller.told(), "writable": shop.writable})


def photo(shop: Shop, _caller: Caller, ask: Ask) -> Reply:
    """A photo of the shop by its hash, small or large; JPEG."""
    sha256 = ask.text("photo")
    if not _HASH.fullmatch(sha256):
        raise not_understood()
    path = shop.files.path(sha256) if ask.values.get("large") is True else shop.files.small_path(sha256)
    try:
        return Reply(parts=(path.read_bytes(),))
    except OSError as error:
        raise KnownError(message("phone", "This photo is no longer there.")) from error


def book(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """Sold or received: so much as was typed, or else one, or what a scanned label of the scale says."""
    found, is_sale = asked_product(shop, ask), _is_sale(ask)
    typed = ask.text("amount")
    amount = read_booking(typed, found.unit) if typed else _on_label(shop, caller, ask, found) or ONE
    reason, by = (Reason.SALE, -amount) if is_sale else (Reason.DELIVERY, amount)
    edit = book_stock(shop, found.id, by, reason, who=caller.who)
    kind = "sold" if is_sale else "received"
    caller.tell(_booked(shop, kind, found, amount) | {"step": edit.id if edit is not None else 0})
    return Reply(changed=True)


def undo(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """Take a step of this phone back, and no other: refused where something else was done since."""
    step = ask.key("step")
    turned = undo_step(shop, who=caller.who, only=step)
    caller.tell(told_facts("taken back", title=turned.edit.title))
    return Reply(changed=True)


def add_photos(shop: Shop, caller: Caller, ask: Ask) -> Reply:
    """Pictures taken one after another become a product's last photos."""
    found = asked_product(shop, ask)
    if not 0 < len(ask.parts) <= MOST_PHOTOS:
        raise KnownError(message("phone", "Take or choose a picture first, twenty at most."))
    added = add_pictures(shop, found.id, as_new(ask.parts), who=caller.who)
    if added.edit is None:
        caller.tell(told_facts("had photo", title=found.title))
        return Reply()
    caller.tell(told_facts("photos added", title=found.title, step=added.edit.id))
    return Reply(changed=True)


def as_new(pictures: tuple[bytes, ...]) -> list[NewPicture]:
    """Pictures of a phone as the shop keeps them.

    Raises:
        KnownError: one is no picture that can be opened.
    """
    images = [decode_bytes(data, name="picture", max_side=MAX_SIDE) for data in pictures]
    return [NewPicture(f"phone {number}.jpg", image=image) for number, image in enumerate(images, 1)]


def asked_product(shop: Shop, ask: Ask) -> Product:
    """The product that is asked about.

    Raises:
        KnownError: the shop does not have it, or not any more.
    """
    found = product_by_id(shop.catalog, ask.key("product"))
    if found is None:
        raise KnownError(message("core", "This product is no longer in the shop. Search again."))
    return found


def _is_sale(ask: Ask) -> bool:
    kind = ask.text("kind")
    if kind not in {"sold", "received"}:
        raise not_understood()
    return kind == "sold"


def _on_label(shop: Shop, caller: Caller, ask: Ask, product: Product) -> Quantity | None:
    """How much the label of a scale says that was scanned in the search that led here."""
    if not ask.values.get("search"):
        return None
    scanned = caller.search(ask.key("search")).scanned
    label = weighed(shop.catalog, scanned) if scanned else None
    return label.quantity if label is not None and label.product.id == product.id else None


def _booked(shop: Shop, kind: str, product: Product, amount: Quantity) -> dict[str, Any]:
    left = current_stock(shop.catalog, product.id)
    return dict(
        told_facts(
            kind,
            title=product.title,
            amount=amount_facts(amount, product.unit),
            stock=amount_facts(left, product.unit),
        )
    )
