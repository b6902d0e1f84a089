"""The product that a scale's label is on, and how much of it there is."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core.catalog.barcodes.gtin import check_digit, is_digits
from core.catalog.barcodes.scanned import fields, number_in_scan
from core.catalog.currencies.iso import decimals
from core.catalog.database.catalog import Catalog
from core.catalog.products.products import Product, product_by_sku, products_by_barcode
from core.catalog.scales.scale_code import ScaleReading, read_label, verifier_digit
from core.catalog.scales.shop_formats import scale_formats
from core.quantities.quantity import Quantity, nearest

_NET_WEIGHT = ("310", "311", "315", "316")
"""GS1's identifiers of kilograms, metres, litres and cubic metres; their fourth digit counts decimals."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A product and how much of it the label says there is, in its own unit.

    Attributes:
        quantity: None where it is told by a price, and the product has none.
    """

    product: Product
    quantity: Quantity | None


def weighed(catalog: Catalog, code: str) -> Weighed | None:
    """What was scanned, if it is the label of one of the shop's scales and the shop has the product.

    A label by one of the shop's formats, or any GS1 code with an article's number and its net weight.
    """
    found = fields(code)
    weight = next((key for key in found if len(key) == 4 and key[:3] in _NET_WEIGHT), None)
    if weight is not None:
        amount = Decimal(found[weight]).scaleb(-int(weight[3]))
        articles = products_by_barcode(catalog, number_in_scan(code) or "")
        return Weighed(articles[0], nearest(amount)) if articles else None
    if not is_digits(code):
        return None
    for format_ in scale_formats(catalog):
        label = read_label(code, format_)
        if label is None or not label.digits.strip("0"):  # with nothing on the scales it is the product's own
            continue
        product = _product(catalog, label)
        if product is not None:
            return Weighed(product, _quantity(label, product))
    return None


def _product(catalog: Catalog, label: ScaleReading) -> Product | None:
    """Who is meant: the SKU is the number, or the barcode is a label with nothing on the scales."""
    for sku in dict.fromkeys((label.number, label.number.lstrip("0"))):
        product = product_by_sku(catalog, sku) if sku else None
        if product is not None and not product.archived:
            return product
    for code in (label.number, label.number.lstrip("0"), *_empty_labels(label)):
        found = products_by_barcode(catalog, code) if code else []
        if found:
            return found[0]
    return None


def _empty_labels(label: ScaleReading) -> Iterator[str]:
    """The same label without an amount: with each check digit that programs give it, and as its beginning."""
    pattern = label.format.pattern
    zeros = "0" * len(label.digits)
    verifiers = ("0", verifier_digit(zeros)) if "V" in pattern else ("",)
    place = pattern.find("V")
    for verifier in dict.fromkeys(verifiers):
        body = label.base if place < 0 else label.base[:place] + verifier + label.base[place:]
        yield body + check_digit(body)
    yield label.base[: pattern.rfind("P") + 1]


def _quantity(label: ScaleReading, product: Product) -> Quantity | None:
    """How much it is; of a price, what that buys of the product, to the nearest thousandth."""
    if label.kind != "price":
        return nearest(label.amount())
    if not product.price_minor:
        return None
    places = decimals(product.currency)
    return nearest(label.amount(places).scaleb(places) / product.price_minor)
