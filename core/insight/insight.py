"""All figures of a shop over a period, beside the period before."""

from dataclasses import dataclass

from core.insight.demand import Unmet, unmet_demand
from core.insight.glance import Glance, at_a_glance
from core.insight.order_list import OrderLine, order_list
from core.insight.orders import ForecastErrors, Order, forecast_errors, weekly_sales, what_to_order
from core.insight.period import Period
from core.insight.recognition import (
    Confused,
    Weak,
    confused_pairs,
    median_ms,
    most_searched,
    weak_products,
)
from core.insight.season import Season, season
from core.insight.stock_days import ProductStock, product_stock
from core.insight.takings import GroupShare, Sold, groups_of, shares, sold_products
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

GROUPS = ("category", "location", "brand", "tag", "supplier")
_MOST_SEARCHED = 50
_STAGE = message("core", "Adding up")


@dataclass(frozen=True, slots=True)
class Insight:
    """All figures; :func:`insight` makes them.

    Attributes:
        season: beside the year before; None where the receipts do not reach back so far.
        most_searched: products and how often each was searched.
        products: what was sold of each, the most money first.
        groups: the shares of each of :data:`GROUPS`.
        median_ms: until a search was answered; None where no time is known.
    """

    glance: Glance
    season: Season | None
    unmet: Unmet
    most_searched: tuple[tuple[int, int], ...]
    confused: tuple[Confused, ...]
    weak: tuple[Weak, ...]
    products: tuple[Sold, ...]
    groups: dict[str, tuple[GroupShare, ...]]
    stock: tuple[ProductStock, ...]
    orders: tuple[Order, ...]
    forecast: ForecastErrors
    order_list: tuple[OrderLine, ...]
    median_ms: float | None


def insight(shop: Shop, period: Period, progress: ReportProgress = ignore_progress) -> Insight:
    """Everything that the shop's own records say of ``period``; nothing is written.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    catalog = shop.catalog
    with catalog.snapshot():
        report(progress, _STAGE, 0, 4)
        glance = at_a_glance(catalog, period)
        unmet = unmet_demand(catalog, period, shop.spec)
        report(progress, _STAGE, 1, 4)
        sold = sold_products(catalog, period)
        groups = {
            column: shares(sold.values(), groups_of(catalog, column), glance.currency) for column in GROUPS
        }
        report(progress, _STAGE, 2, 4)
        stock = product_stock(catalog, period, sold)
        report(progress, _STAGE, 3, 4)
        weekly = weekly_sales(catalog, period)
        return Insight(
            glance,
            season(catalog, glance),
            unmet,
            most_searched(catalog, period, _MOST_SEARCHED),
            confused_pairs(catalog, period),
            weak_products(catalog, period),
            tuple(
                sorted(
                    sold.values(),
                    key=lambda one: (-one.money.get(glance.currency, 0), -one.thousandths, one.product_id),
                )
            ),
            groups,
            stock,
            what_to_order(weekly, {one.product_id: one.stock for one in stock}),
            forecast_errors(weekly),
            order_list(catalog),
            median_ms(catalog, period),
        )
