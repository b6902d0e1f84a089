"""All lists of figures, what a shopkeeper can act on first; and those of what sells, lies and runs out."""

from collections.abc import Mapping, Sequence

from core.catalog.currencies.shown import shown_amount
from core.insight.as_plain_data import Named
from core.insight.insight import Insight
from core.insight.month_table import by_month
from core.insight.orders import COVER, SURE
from core.insight.search_tables import confused, hard_to_find, most_searched, not_sold, unmet
from core.insight.table import Table, columns, named
from core.insight.takings import GroupShare
from core.insight.telling import shown_money
from core.measuring.report.words import Words, share
from core.messages import message

_SOON = 14.0
"""Days of stock from which on a product is no longer told to run out."""


def tables_of(found: Insight, names: Mapping[int, Named], words: Words) -> tuple[Table, ...]:
    """Every list that has rows, what a shopkeeper can act on first."""
    tables = (
        unmet(found, names, words),
        _order_list(found, words),
        _orders(found, names, words),
        _runs_out(found, names, words),
        _out(found, names, words),
        _sold_out(found, names, words),
        _dead(found, names, words),
        confused(found, names, words),
        hard_to_find(found, names, words),
        most_searched(found, names, words),
        _sold(found, names, words),
        not_sold(found, names, words),
        by_month(found, words),
        *(_group(column, groups, words) for column, groups in found.groups.items()),
    )
    return tuple(table for table in tables if table.rows)


def _order_list(found: Insight, words: Words) -> Table:
    lines = found.order_list
    return Table(
        "order-list",
        words(message("core", "Order list")),
        words(message("core", "What was put on it, here or after a search in vain.")),
        columns(words, message("core", "Order"), message("core", "Since")),
        tuple(
            (
                one.sku,
                one.title,
                f"{one.thousandths / 1000:g}",
                found.glance.period.day_of(one.added).isoformat(),
            )
            for one in lines
        ),
        tuple(one.product_id for one in lines),
        tuple((one.id,) for one in lines),
    )


def _orders(found: Insight, names: Mapping[int, Named], words: Words) -> Table:
    note = message(
        "core",
        "Enough for {weeks} weeks with a probability of {sure}, less what is there. A dash: the stock was "
        "not counted.",
    )
    return Table(
        "order",
        words(message("core", "What to order")),
        words(note, weeks=COVER, sure=f"{SURE:.0%}"),
        columns(
            words,
            message("core", "Order"),
            message("core", "Stock"),
            message("core", "A week"),
            message("core", "At most"),
        ),
        tuple(
            (
                *named(names, one.product_id),
                str(one.pieces),
                "–" if one.stock is None else f"{one.stock:g}",
                f"{one.weekly:.1f}",
                f"{one.enough:g}",
            )
            for one in found.orders
        ),
        tuple(one.product_id for one in found.orders),
    )


def _runs_out(found: Insight, names: Mapping[int, Named], words: Words) -> Table:
    soon = sorted(
        (one for one in found.stock if one.days_left is not None and one.days_left <= _SOON),
        key=lambda one: (one.days_left, one.product_id),
    )
    return Table(
        "runs-out",
        words(message("core", "Runs out soon")),
        words(message("core", "If it goes on selling as in this time.")),
        columns(words, message("core", "Days of stock"), message("core", "Stock"), message("core", "Sold")),
        tuple(
            (
                *named(names, one.product_id),
                f"{one.days_left:.1f}",
                f"{one.stock / 1000:g}",
                f"{one.sold / 1000:g}",
            )
            for one in soon
        ),
        tuple(one.product_id for one in soon),
    )


def _out(found: Insight, names: Mapping[int, Named], words: Words) -> Table:
    """For shops without receipts: with them, what was sold out and what to order say more."""
    searched = dict(found.most_searched)
    out = sorted(
        (one.product_id for one in (() if found.glance.all_time.receipts else found.stock) if one.stock <= 0),
        key=lambda one: (-searched.get(one, 0), one),
    )
    return Table(
        "out-of-stock",
        words(message("core", "Out of stock")),
        words(message("core", "What was searched most often comes first.")),
        columns(words, message("core", "Searches")),
        tuple((*named(names, one), str(searched.get(one, 0))) for one in out),
        tuple(out),
    )


def _sold_out(found: Insight, names: Mapping[int, Named], words: Words) -> Table:
    out = sorted(
        (one for one in found.stock if one.sold_out_days and one.missed),
        key=lambda one: (-(one.missed_minor or 0), -one.missed, one.product_id),
    )
    note = message("core", "What would have been sold on these days at the pace of the others: an estimate.")
    return Table(
        "sold-out",
        words(message("core", "Was sold out")),
        words(note),
        columns(words, message("core", "Days"), message("core", "Missed"), message("core", "Worth")),
        tuple(
            (
                *named(names, one.product_id),
                str(one.sold_out_days),
                f"{one.missed / 1000:g}",
                "–" if one.missed_minor is None else shown_amount(one.missed_minor, one.currency),
            )
            for one in out
        ),
        tuple(one.product_id for one in out),
    )


def _dead(found: Insight, names: Mapping[int, Named], words: Words) -> Table:
    dead = sorted(
        (one for one in found.stock if one.is_dead),
        key=lambda one: (-(one.value_minor or 0), one.product_id),
    )
    return Table(
        "unsold",
        words(message("core", "In stock and not sold once")),
        words(message("core", "Its worth is its price, not what it cost.")),
        columns(words, message("core", "Stock"), message("core", "Worth")),
        tuple(
            (
                *named(names, one.product_id),
                f"{one.stock / 1000:g}",
                "–" if one.value_minor is None else shown_amount(one.value_minor, one.currency),
            )
            for one in dead
        ),
        tuple(one.product_id for one in dead),
    )


def _sold(found: Insight, names: Mapping[int, Named], words: Words) -> Table:
    return Table(
        "sold",
        words(message("core", "What sold")),
        "",
        columns(words, message("core", "Quantity"), message("core", "Takings"), message("core", "Receipts")),
        tuple(
            (
                *named(names, one.product_id),
                f"{one.thousandths / 1000:g}",
                shown_money(one.money),
                str(one.receipts),
            )
            for one in found.products
        ),
        tuple(one.product_id for one in found.products),
    )


_GROUPS = {
    "category": message("core", "By category"),
    "location": message("core", "By shelf"),
    "brand": message("core", "By brand"),
    "tag": message("core", "By tag"),
    "supplier": message("core", "By supplier"),
}


def _group(column: str, groups: Sequence[GroupShare], words: Words) -> Table:
    return Table(
        f"by-{column}",
        words(_GROUPS[column]),
        words(message("core", "A product with several tags counts with each.")) if column == "tag" else "",
        tuple(
            map(
                words,
                (
                    message("core", "Name"),
                    message("core", "Products"),
                    message("core", "Quantity"),
                    message("core", "Takings"),
                    message("core", "Share"),
                ),
            )
        ),
        tuple(
            (
                one.name,
                str(one.products),
                f"{one.thousandths / 1000:g}",
                shown_money(one.money),
                share(one.share),
            )
            for one in groups
        ),
    )
