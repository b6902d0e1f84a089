"""What a shop keeps of searches and walks, and of faces, as the settings say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.care.originals import kept_originals
from core.catalog.log.search_feedback import kept_counts
from core.catalog.photos.unlabelled import unlabelled_counts
from core.catalog.sales.customers import customer_count
from core.shop.customer_choice import keeps_customers_here
from core.shop.unlabelled_files import unlabelled_bytes

if TYPE_CHECKING:
    from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class Kept:
    """Numbers.

    Attributes:
        pictures: kept of searches that a clerk confirmed; ``confirmed``, how many searches they belong to.
        searches: of which the network's view is kept, as a vector.
        walked: photos and views of walks through the shop; ``walked_bytes``, what their pictures take.
        blurs_faces: whether faces in counter photos are made unrecognisable.
        keeps_customers: whether numbers of customers are kept with receipts.
        customers: how many of them there are.
        with_faces: photos that have copies without faces, and are kept so that this can be undone.
    """

    pictures: int
    confirmed: int
    searches: int
    walked: int
    walked_bytes: int
    blurs_faces: bool
    with_faces: int
    keeps_customers: bool
    customers: int

    @property
    def unlabelled(self) -> int:
        """Photos that nobody labelled, of searches and walks."""
        return self.searches + self.walked


def kept_of(shop: Shop) -> Kept:
    """What ``shop`` keeps; for a job."""
    counts = unlabelled_counts(shop.catalog)
    pictures, confirmed = kept_counts(shop.catalog)
    return Kept(
        pictures=pictures,
        confirmed=confirmed,
        searches=counts.searches,
        walked=counts.pictures + counts.frames,
        walked_bytes=unlabelled_bytes(shop),
        blurs_faces=shop.faces.is_wanted,
        with_faces=len(kept_originals(shop)),
        keeps_customers=keeps_customers_here(shop),
        customers=customer_count(shop.catalog),
    )
