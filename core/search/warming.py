"""A shop made ready for its first picture while nobody asks: a blank one is searched with.

What the program loads and imports late, so that it starts quickly, is there then: decoders, the networks'
first run, what reads barcodes, print and labels. The blank picture is kept and logged nowhere.
"""

import io
from collections.abc import Iterator

from PIL import Image

from core.imaging.decode import decode_bytes
from core.imaging.query_looks import QUERY_SIDE
from core.search.answering import answer
from core.search.see import see
from core.search.witnesses.all import WITNESSES
from core.shop.shop import Shop

KINDS = ("JPEG", "PNG", "WEBP")
"""What a clerk hands over; a HEIC's decoder is large, and comes with the first of them."""
_SIDE = 64


def warm_up(shop: Shop) -> Iterator[None]:
    """Search with a blank picture, one piece a step: what is quick, the slow witnesses, reading a label.

    Raises:
        KnownError: a file of the program's is missing or damaged; whoever searches is told.
    """
    picture, *_others = (decode_bytes(_blank(kind), name=kind, max_side=QUERY_SIDE) for kind in KINDS)
    seen = see(shop, [picture])
    answer(shop, seen, without={witness.name for witness in WITNESSES if witness.is_slow})
    yield
    answer(shop, seen)
    yield
    shop.label_reader.prepare()
    shop.label_reader.read(picture)
    yield


def _blank(kind: str) -> bytes:
    encoded = io.BytesIO()
    Image.new("RGB", (_SIDE, _SIDE), "white").save(encoded, kind)
    return encoded.getvalue()
