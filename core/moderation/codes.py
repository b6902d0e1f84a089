"""QR codes on a picture that lead away from the shop: to a web page, a chat, a number, somebody's card.

A code that holds a number, or the number of a product in an address (GS1 Digital Link), is the goods' own.
WeChat's round codes and those of other programs that only these can read are not found.
"""

import re
from collections.abc import Sequence

from core.finding import Finding, FindingKind
from core.imaging.barcode_reading import read_barcodes
from core.messages import Sentence, message
from core.moderation.looked_at import SIDE, LookedAt

_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:(?=\S)|www\.)|[a-z0-9-]+\.[a-z]{2,}(?:/|$)", re.IGNORECASE)
_LONGEST = 200
"""Characters of an address that are shown."""


class CodeDetector:
    """Finds them; takes 10 ms."""

    name = "codes"
    version = "1"
    problem = None

    def find(self, picture: LookedAt) -> Sequence[Finding]:
        """A finding each, sure where it is an address, less so where it is some text."""
        found = []
        for read in read_barcodes(picture.image, side=SIDE):
            if not read.is_advertising:
                continue
            leads = _ADDRESS.match(read.code) is not None
            text = (
                message("core", "A code leads to {address}.")
                if leads
                else message("core", "A code says {address}.")
            )
            shown = read.code if len(read.code) <= _LONGEST else f"{read.code[:_LONGEST]}…"
            found.append(
                Finding(FindingKind.CODE, 1.0 if leads else 0.6, Sentence(text, {"address": shown}), read.box)
            )
        return found
