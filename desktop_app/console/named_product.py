"""A product that the command line names by its number."""

from core.catalog.database.catalog import Catalog
from core.catalog.products.products import Product, product_by_sku
from core.errors import KnownError
from core.messages import message


def named_product(catalog: Catalog, sku: str) -> Product:
    """The product with this SKU.

    Raises:
        KnownError: there is none.
    """
    product = product_by_sku(catalog, sku)
    if product is None:
        raise KnownError(message("cli", "No product has the number {sku}."), sku=sku)
    return product
