"""The barcodes that can be read in a picture, by zxing-cpp: a C++ library that opens no file and no network.

Only the codes of trade goods and of shops' own labels are looked for, all of them with a check of their own:
EAN-13, EAN-8, UPC-A, UPC-E, ITF-14, GS1 DataBar, Code 128 and QR. A code that stands up to twenty degrees off
the picture's axes is read, and one that is at least a fifth as wide as the picture
(docs/decisions/0013-query-regions.md). What it holds is handed on as it is; which number that means is said
in core/catalog/barcodes/.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from PIL import Image

READ_SIDE = 1050
"""Pixels of the longer side of a picture that is read; a larger one takes longer than the search itself."""

_SURE_ADDRESS = re.compile(r"https?://\S*/01/\d{14}\b", re.IGNORECASE)
"""A GS1 Digital Link. Any other address on a package is advertising, and means no product."""


@dataclass(frozen=True, slots=True)
class BarcodeRead:
    """A code that was read.

    Attributes:
        code: its digits or text; of a code with GS1's fields all of them, without brackets and with the
            separators (0x1D) that it has. UPC-A and UPC-E come as the 13 digits of an EAN-13.
        box: around it, in pixels of the picture that was given; left, top, right, bottom.
        is_advertising: a QR code that holds neither a number nor the number of a product.
        is_sure: False for the short codes (UPC-E, EAN-8), which chance patterns in a photo now and then
            pass for, and for a QR code that holds no number: believe those only where the
            shop has such a product.
    """

    code: str
    is_sure: bool
    is_advertising: bool = False
    box: tuple[float, float, float, float] = field(default=(0.0, 0.0, 0.0, 0.0), compare=False)


def read_barcodes(image: Image.Image, *, side: int = READ_SIDE) -> tuple[BarcodeRead, ...]:
    """Every code in ``image`` (RGB or grey), each once, in the order in which they were found.

    Takes 4 to 8 ms for a picture of 1000 pixels; larger ones are reduced first, to ``side``.
    """
    import zxingcpp

    kinds = zxingcpp.BarcodeFormat
    wanted = (
        kinds.EAN13, kinds.EAN8, kinds.UPCA, kinds.UPCE, kinds.ITF14, kinds.DataBar, kinds.Code128,
        kinds.QRCode,
    )  # fmt: skip
    grey = image.convert("L")
    grey.thumbnail((side, side))
    factor = max(image.size) / max(grey.size)
    # No Data Matrix, which medicines have: to look for it takes as long again as all others together.
    # try_invert: light bars on a dark ground are found in no shop, and looking for them takes a tenth more.
    found = zxingcpp.read_barcodes(
        np.asarray(grey),
        formats=zxingcpp.BarcodeFormats(wanted),
        try_invert=False,
        text_mode=zxingcpp.TextMode.Plain,
    )
    reads = {}
    for barcode in found:
        code = barcode.text.strip(" \t\r\n")
        if code:
            is_field = barcode.content_type == zxingcpp.ContentType.GS1
            is_chance = barcode.format in (kinds.UPCE, kinds.EAN8)
            is_matrix = barcode.symbology == kinds.QRCode
            says_nothing = is_matrix and not (is_field or code.isdigit() or _SURE_ADDRESS.match(code))
            reads[code] = BarcodeRead(
                code, not (is_chance or says_nothing), says_nothing, _box(barcode.position, factor)
            )
    return tuple(reads.values())


def _box(position: Any, factor: float) -> tuple[float, float, float, float]:
    corners = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    across, down = [one.x * factor for one in corners], [one.y * factor for one in corners]
    return min(across), min(down), max(across), max(down)
