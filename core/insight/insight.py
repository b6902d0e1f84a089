"""All figures of a shop over a period, beside the period before."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.catalog.database.catalog import Catalog
from core.catalog.sales.receipts import SalesCounts, sales_counts
from core.insight.demand import Unmet, unmet_demand
from core.insight.orders import ForecastErrors, Order, forecast_errors, weekly_sales, what_to_order
from core.insight.period import Period
from core.insight.recognition import (
    Confused,
    Searches,
    Weak,
    confused_pairs,
    most_searched,
    searches_of,
    weak_products,
)
from core.insight.stock_days import ProductStock, product_stock
from core.insight.takings import (
    GroupShare,
    Sold,
    Takings,
    groups_of,
    main_currency,
    shares,
    sold_products,
    takings,
    takings_by_day,
)
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

GROUPS = ("category", "location", "brand", "tag", "supplier")
_MOST_SEARCHED = 50
_STAGE = message("core", "Adding up")


@dataclass(frozen=True, slots=True)
class Sales:
    """What was sold in a period, beside the period before.

    Attributes:
        all_time: what receipts there are at all; without any, the other figures say nothing.
        currency: the one that most came in, which ``by_day`` and the shares are in; "" without money.
        by_day: what came in on every day of the period, in that currency's smallest unit.
        weekdays: the mean a day from Monday to Sunday; None for one that the period does not have.
        products: what was sold of each, the most money first.
        groups: the shares of each of :data:`GROUPS`.
    """

    all_time: SalesCounts
    now: Takings
    before: Takings
    currency: str
    by_day: dict[date, int]
    weekdays: tuple[float | None, ...]
    products: tuple[Sold, ...]
    groups: dict[str, tuple[GroupShare, ...]]


@dataclass(frozen=True, slots=True)
class Insight:
    """All figures; :func:`insight` makes them."""

    period: Period
    unmet: Unmet
    searches: Searches
    searches_before: Searches
    most_searched: tuple[tuple[int, int], ...]
    confused: tuple[Confused, ...]
    weak: tuple[Weak, ...]
    sales: Sales
    stock: tuple[ProductStock, ...]
    orders: tuple[Order, ...]
    forecast: ForecastErrors


def insight(shop: Shop, period: Period, progress: ReportProgress = ignore_progress) -> Insight:
    """Everything that the shop's own records say of ``period``; nothing is written.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    catalog = shop.catalog
    with catalog.snapshot():
        report(progress, _STAGE, 0, 4)
        unmet = unmet_demand(catalog, period, shop.spec)
        report(progress, _STAGE, 1, 4)
        sold = sold_products(catalog, period)
        sales = _sales(catalog, period, sold)
        report(progress, _STAGE, 2, 4)
        stock = product_stock(catalog, period, sold)
        report(progress, _STAGE, 3, 4)
        weekly = weekly_sales(catalog, period)
        return Insight(
            period,
            unmet,
            searches_of(catalog, period),
            searches_of(catalog, period.before),
            most_searched(catalog, period, _MOST_SEARCHED),
            confused_pairs(catalog, period),
            weak_products(catalog, period),
            sales,
            stock,
            what_to_order(weekly, {one.product_id: one.stock for one in stock}),
            forecast_errors(weekly),
        )


def _sales(catalog: Catalog, period: Period, sold: dict[int, Sold]) -> Sales:
    now = takings(catalog, period)
    currency = main_currency(now.money)
    came_in = takings_by_day(catalog, period, currency)
    by_day = {
        day: came_in.get(day, 0)
        for day in (period.since + timedelta(days=number) for number in range(period.days))
    }
    return Sales(
        sales_counts(catalog),
        now,
        takings(catalog, period.before),
        currency,
        by_day,
        _weekdays(by_day),
        tuple(
            sorted(
                sold.values(),
                key=lambda one: (-one.money.get(currency, 0), -one.thousandths, one.product_id),
            )
        ),
        {column: shares(sold.values(), groups_of(catalog, column), currency) for column in GROUPS},
    )


def _weekdays(by_day: dict[date, int]) -> tuple[float | None, ...]:
    days: list[list[int]] = [[] for _ in range(7)]
    for day, amount in by_day.items():
        days[day.weekday()].append(amount)
    return tuple(sum(one) / len(one) if one else None for one in days)
