"""Looks at the pictures of a new product, for jobs; what a search saw of them is not looked for again."""

from collections.abc import Sequence

from PIL.Image import Image
from PySide6.QtGui import QImage

from core.answer import Seen, SeenPicture
from core.imaging.cut import apply_cut
from core.newcomer.proposal import Proposal, propose
from core.search.see import see
from core.shop.shop import Shop
from desktop_app.engine.decoded_pictures import WHOLE_SIDE
from desktop_app.engine.engine import QueryPicture
from desktop_app.engine.qt_pictures import to_qimage
from desktop_app.engine.shop_engine import decode_picture

_PREVIEW_SIDE = 1024


def preview(picture: QueryPicture) -> QImage:
    """What is shown of it. Raises KnownError: it cannot be opened."""
    return to_qimage(_meant(picture), max_side=_PREVIEW_SIDE)


def look(shop: Shop, pictures: Sequence[QueryPicture]) -> tuple[Proposal, Seen | None]:
    """What is proposed at once, and what was seen on the pictures, if there are any.

    Raises:
        KnownError: a picture cannot be opened.
    """
    seen = Seen(tuple(_look(shop, picture) for picture in pictures)) if pictures else None
    return propose(shop, seen), seen


def _look(shop: Shop, picture: QueryPicture) -> SeenPicture:
    if picture.seen is not None and picture.seen.fingerprint == shop.spec.fingerprint:
        return picture.seen
    return see(shop, [_meant(picture)]).pictures[0]


def _meant(picture: QueryPicture) -> Image:
    return apply_cut(decode_picture(picture.source, WHOLE_SIDE), picture.cut)
