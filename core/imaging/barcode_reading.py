"""The barcodes that can be read in a picture, by zxing-cpp: a C++ library that opens no file and no network.

Only the codes of trade goods and of shops' own labels are looked for, all of them with a check of their own:
EAN-13, EAN-8, UPC-A, UPC-E, ITF-14, GS1 DataBar and Code 128. A code that stands up to twenty degrees off the
picture's axes is read, and one that is at least a fifth as wide as the picture
(docs/decisions/0013-query-regions.md).
"""

from dataclasses import dataclass

import numpy as np
from PIL import Image

READ_SIDE = 1000
"""Pixels of the longer side of a picture that is read; a larger one takes longer than the search itself."""

_DATABAR_PREFIX = "(01)"


@dataclass(frozen=True, slots=True)
class BarcodeRead:
    """A code that was read.

    Attributes:
        code: its digits, or for Code 128 its text. UPC-A and UPC-E come as the 13 digits of an EAN-13.
        is_sure: False for the short codes (UPC-E, EAN-8), which chance patterns in a photo now and then
            pass for: believe those only where the shop has such a product.
    """

    code: str
    is_sure: bool


def read_barcodes(image: Image.Image) -> tuple[BarcodeRead, ...]:
    """Every code in ``image`` (RGB or grey), each once, in the order in which they were found.

    Takes 4 to 8 ms for a picture of 1000 pixels; larger ones are reduced to :data:`READ_SIDE` first.
    """
    import zxingcpp

    kinds = zxingcpp.BarcodeFormat
    wanted = (
        kinds.EAN13, kinds.EAN8, kinds.UPCA, kinds.UPCE, kinds.ITF14, kinds.DataBarOmni, kinds.Code128
    )  # fmt: skip
    grey = image.convert("L")
    grey.thumbnail((READ_SIDE, READ_SIDE))
    # try_invert: light bars on a dark ground are found in no shop, and looking for them takes a tenth more.
    found = zxingcpp.read_barcodes(
        np.asarray(grey), formats=zxingcpp.BarcodeFormats(wanted), try_invert=False
    )
    reads = {}
    for barcode in found:
        code = barcode.text.removeprefix(_DATABAR_PREFIX).strip()
        if code:
            reads[code] = BarcodeRead(code, barcode.format not in (kinds.UPCE, kinds.EAN8))
    return tuple(reads.values())
