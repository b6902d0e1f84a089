"""Which product it is that somebody holds up, scans or types."""

from dataclasses import dataclass

from PIL import Image

from core.answer import Verdict
from core.catalog.lists.text_search import Why, find_products
from core.catalog.photos.photos import photos_of_products
from core.catalog.products.products import products_by_ids
from core.catalog.scales.weighed import Weighed, weighed
from core.imaging.barcode_reading import read_barcodes
from core.quantities.quantity import ONE, Quantity
from core.search.answering import answer
from core.search.see import see
from core.search.witnesses.barcode import barcode_of, products_of_code
from core.shop.shop import Shop
from core.stocktake.ledger import How

CANDIDATES = 5
"""As many as there are keys under one hand."""
MANY = 30
"""As many as somebody looks through who has not found it among those."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A product that it may be; ``thumbnail`` is a path, "" without a photo."""

    product_id: int
    sku: str
    title: str
    location: str
    thumbnail: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """What was made of it.

    Attributes:
        product_id: which product it is beyond doubt; None if there is one.
        candidates: the likeliest products, that one first.
        how: what was relied upon.
        quantity: how much of it there is: what a scale's label says, else one.
        has_more: whether further products fit.
    """

    product_id: int | None
    candidates: tuple[Candidate, ...]
    how: How
    quantity: Quantity = ONE
    has_more: bool = False


def look_at(shop: Shop, picture: Image.Image, *, how: How = How.CAMERA) -> Sighting:
    """The product in ``picture`` (upright RGB): by its barcode if one can be read, else by its looks.

    Raises:
        KnownError: the model's files are missing or damaged.
    """
    codes = [(read.code, read.is_sure) for read in read_barcodes(picture)]
    for code, _is_sure in codes:
        label = weighed(shop.catalog, code)
        if label is not None:
            return _of_label(shop, label)
    products = products_of_code(shop, barcode_of(shop, codes))
    if len(products) == 1:
        return Sighting(products[0].id, candidates(shop, [products[0].id]), How.BARCODE)
    answered = answer(shop, see(shop, [picture]), count=CANDIDATES)
    found = [result.product_id for result in answered.results]
    sure = found[0] if found and answered.verdict is Verdict.MATCH else None
    return Sighting(sure, candidates(shop, found), how)


def look_up(shop: Shop, text: str, *, most: int = CANDIDATES) -> Sighting:
    """The product that a scanner's number, a scale's label or a few typed words mean, of ``most`` at most."""
    label = weighed(shop.catalog, text.strip())
    if label is not None:
        return _of_label(shop, label)
    hits = find_products(shop.catalog, text, limit=most + 1)
    numbers = [hit.product_id for hit in hits if hit.why is Why.NUMBER]
    is_sure = len(numbers) == 1 or (not numbers and len(hits) == 1 and hits[0].why is not Why.SIMILAR_WORDS)
    found = numbers or [hit.product_id for hit in hits]
    return Sighting(
        found[0] if is_sure else None,
        candidates(shop, found[:most]),
        How.TYPED,
        has_more=len(found) > most,
    )


def _of_label(shop: Shop, label: Weighed) -> Sighting:
    found = candidates(shop, [label.product.id])
    quantity = ONE if label.quantity is None else label.quantity
    return Sighting(label.product.id, found, How.BARCODE, quantity)


def candidates(shop: Shop, product_ids: list[int]) -> tuple[Candidate, ...]:
    """What a clerk must see of these products to choose one."""
    photos = photos_of_products(shop.catalog, product_ids)
    found = []
    for product in products_by_ids(shop.catalog, product_ids):
        first = next((photo for photo in photos.get(product.id, []) if not photo.missing), None)
        thumbnail = str(shop.files.small_path(first.sha256)) if first else ""
        found.append(Candidate(product.id, product.sku, product.title, product.location, thumbnail))
    return tuple(found)
