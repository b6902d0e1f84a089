"""What may be wrong with a catalog, and one thing that is."""

from dataclasses import dataclass
from enum import StrEnum

from core.messages import Sentence


class Defect(StrEnum):
    """Kinds of problem; each has its repair, but for a damaged file, which wants a backup."""

    DAMAGED_FILE = "damaged file"
    DAMAGED_INDEX = "damaged index"
    ORPHAN = "orphan"
    STOCK_TOTAL = "stock total"
    SKU_KEY = "sku key"
    BARCODE = "barcode"
    PHOTO_MISSING = "photo missing"
    PHOTO_CHANGED = "photo changed"
    PHOTO_BACK = "photo back"
    VECTOR = "vector"
    QUERY_VECTOR = "query vector"
    UNLABELLED_VECTOR = "unlabelled vector"
    UNKNOWN_MODEL = "unknown model"
    TEXT_INDEX = "text index"
    TEXT = "text"
    HUB_CAPTURE = "hub capture"
    HUB_UNTOLD = "hub untold"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it should be.

    Attributes:
        row_id: the product, photo or vector concerned, where it is one.
        can_repair: True if :func:`core.catalog.checking.repair.repair` sets it right.
    """

    defect: Defect
    sentence: Sentence
    row_id: int | None = None
    can_repair: bool = True
