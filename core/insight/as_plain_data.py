"""The figures as plain data for JSON, with SKUs and titles for keys and money in whole units."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.catalog.currencies.iso import decimals
from core.catalog.database.catalog import Catalog
from core.insight.insight import Insight
from core.insight.months import months_of
from core.insight.season import Ratio
from core.insight.takings import GroupShare, Money, Takings

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Named:
    """What a product is called; "" where it is gone."""

    sku: str
    title: str


def names_of(catalog: Catalog) -> Mapping[int, Named]:
    """Every product's SKU and title by its key, those that are archived among them."""
    rows = catalog.db.execute("SELECT id, sku, title FROM products")
    return {key: Named(sku, title) for key, sku, title in rows}


def as_plain_data(found: Insight, names: Mapping[int, Named]) -> Plain:
    """All of it; quantities in the products' units, shares from 0 to 1, money by currency."""
    return {
        "since": found.glance.period.since.isoformat(),
        "until": found.glance.period.until.isoformat(),
        "unmet": {
            "searches": found.unmet.searches,
            "before": found.unmet.before,
            "without_vector": found.unmet.without_vector,
            "wanted": [
                {
                    "searches": len(one.searches),
                    "before": one.before,
                    "said_absent": one.said_absent,
                    "nearest": None if one.nearest is None else _named(names, one.nearest),
                    "last": one.last,
                    "decided": None if one.decided is None else one.decided.value,
                }
                for one in found.unmet.wanted
            ],
            "not_sold": [
                {"asked": one.asked, "nearest": None if one.nearest is None else _named(names, one.nearest)}
                for one in found.unmet.not_sold
            ],
        },
        "months": [
            {
                "month": one.name,
                "days": one.days,
                "money": whole_money({found.glance.currency: one.minor}),
                "searches": one.searches,
            }
            for one in months_of(found.glance)
        ],
        "searches": {
            "all": found.glance.searches.all,
            "before": found.glance.searches_before.all,
            "by_verdict": found.glance.searches.by_verdict,
            "right": found.glance.searches.right,
            "instead": found.glance.searches.instead,
            "wrong": found.glance.searches.wrong,
            "absent": found.glance.searches.absent,
            "by_day": {day.isoformat(): count for day, count in found.glance.searches_by_day.items()},
            "median_ms": found.median_ms,
            "most": [{**_named(names, key), "times": times} for key, times in found.most_searched],
            "confused": [
                {"meant": _named(names, one.meant), "said": _named(names, one.said), "times": one.times}
                for one in found.confused
            ],
            "weak": [
                {
                    **_named(names, one.product_id),
                    "searches": one.searches,
                    "wrong": one.wrong,
                    "photos": one.photos,
                    "remedy": one.remedy.value,
                }
                for one in found.weak
            ],
        },
        "sales": _sales(found, names),
        "stock": [
            {
                **_named(names, one.product_id),
                "stock": one.stock / 1000,
                "sold": one.sold / 1000,
                "days_left": None if one.days_left is None else round(one.days_left, 1),
                "sold_out_days": one.sold_out_days,
                "missed": one.missed / 1000,
                "missed_value": _amount(one.missed_minor, one.currency),
                "value": _amount(one.value_minor, one.currency),
                "currency": one.currency,
                "dead": one.is_dead,
            }
            for one in found.stock
            if one.sold or one.sold_out_days or one.is_dead
        ],
        "order": [
            {
                **_named(names, one.product_id),
                "weekly": round(one.weekly, 2),
                "enough": one.enough,
                "stock": one.stock,
                "order": one.pieces,
            }
            for one in found.orders
        ],
        "order_list": [
            {"sku": one.sku, "title": one.title, "quantity": one.thousandths / 1000}
            for one in found.order_list
        ],
        "forecast": {
            "weeks": found.forecast.weeks,
            "error": found.forecast.ours,
            "error_as_last_week": found.forecast.last_week,
            "difference_interval": [found.forecast.low, found.forecast.high],
        },
    }


def whole_money(money: Money) -> dict[str, float]:
    """By currency, in whole units."""
    return {code: minor / 10 ** decimals(code) for code, minor in sorted(money.items())}


def _sales(found: Insight, names: Mapping[int, Named]) -> Plain:
    sales = found.glance
    return {
        "receipts_of_all_time": sales.all_time.receipts,
        "now": _takings(sales.now),
        "before": _takings(sales.before),
        "year_before": _year_before(found),
        "currency": sales.currency,
        "by_day": {day.isoformat(): _amount(minor, sales.currency) for day, minor in sales.by_day.items()},
        "by_weekday": [
            None if mean is None else round(mean / 10 ** decimals(sales.currency), 2)
            for mean in sales.weekdays
        ],
        "products": [
            {
                **_named(names, one.product_id),
                "quantity": one.thousandths / 1000,
                "money": whole_money(one.money),
                "receipts": one.receipts,
            }
            for one in found.products
        ],
        "groups": {column: [_group(one) for one in groups] for column, groups in found.groups.items()},
    }


def _year_before(found: Insight) -> Plain | None:
    season = found.season
    if season is None:
        return None
    return {
        "since": season.then.since.isoformat(),
        "until": season.then.until.isoformat(),
        "money": _amount(season.minor, found.glance.currency),
        "change": _ratio(season.change),
        "next_weeks": None if season.next_weeks is None else _ratio(season.next_weeks),
    }


def _ratio(ratio: Ratio) -> Plain:
    return {"times": ratio.times, "interval": [ratio.low, ratio.high]}


def _takings(found: Takings) -> Plain:
    return {
        "receipts": found.receipts,
        "lines": found.lines,
        "returned_lines": found.returned,
        "quantity": found.thousandths / 1000,
        "money": whole_money(found.money),
        "lines_without_amount": found.without_amount,
        "lines_of_unknown_products": found.unknown,
    }


def _group(one: GroupShare) -> Plain:
    return {
        "name": one.name,
        "products": one.products,
        "quantity": one.thousandths / 1000,
        "money": whole_money(one.money),
        "share": one.share,
    }


def _named(names: Mapping[int, Named], key: int) -> Plain:
    named = names.get(key, Named("", ""))
    return {"sku": named.sku, "title": named.title}


def _amount(minor: int | None, currency: str) -> float | None:
    return None if minor is None else minor / 10 ** decimals(currency)
