"""What a customer who is known by a number may want: what goes with what is on their own receipts.

Only where the shop keeps customers' numbers. Nothing is stored of it; it is worked out when it is asked for.
"""

from collections.abc import Sequence

from core.catalog.sales.customers import customer_by_number
from core.catalog.sales.together import bought_together, last_bought, receipt_count, receipts_of
from core.errors import KnownError
from core.messages import message
from core.recommend.companions import companions
from core.recommend.goes_with import by_receipts
from core.recommend.suggestion import Suggestion
from core.shop.customer_choice import keeps_customers_here
from core.shop.shop import Shop

_LAST = 30
"""Products of the customer's that are looked at: the latest."""


def for_you(shop: Shop, number: str, asked: Sequence[int] = (), *, count: int = 5) -> tuple[Suggestion, ...]:
    """What goes with what the customer bought last, and with what is ``asked`` for; nothing of it they have.

    Raises:
        KnownError: numbers of customers are not kept here, or there is none of this number.
    """
    if not keeps_customers_here(shop):
        raise KnownError(
            message("core", "This shop keeps no numbers of customers: switch it on in the settings, Privacy.")
        )
    customer = customer_by_number(shop.catalog, number)
    own = [product_id for product_id, _day in last_bought(shop.catalog, customer.id, _LAST)]
    wanted = dict.fromkeys((*asked, *own))
    together = {product_id: bought_together(shop.catalog, product_id) for product_id in wanted}
    found = companions(together, lambda ids: receipts_of(shop.catalog, ids), receipt_count(shop.catalog))
    return by_receipts(shop, found, count=count)
