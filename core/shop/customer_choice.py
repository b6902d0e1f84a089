"""Whether a shop keeps customers' numbers with its receipts: the policy's choice, or the shop's."""

from core.catalog.sales.customers import keeps_customers
from core.policy import load_policy
from core.shop.shop import Shop


def keeps_customers_here(shop: Shop) -> bool:
    """Whether numbers of customers may be kept and used here; off unless somebody said otherwise."""
    decided = load_policy().keep_customers
    return keeps_customers(shop.catalog) if decided is None else decided
