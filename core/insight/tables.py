"""The figures as tables of plain texts in the reader's language, for reports, spreadsheets and the window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.catalog.currencies.shown import shown_amount
from core.insight.as_plain_data import Named
from core.insight.insight import Insight
from core.insight.orders import COVER, SURE
from core.insight.takings import GroupShare
from core.insight.telling import remedy, shown_money
from core.measuring.report.words import Words, share
from core.messages import message

_SOON = 14.0
"""Days of stock from which on a product is no longer told to run out."""


@dataclass(frozen=True, slots=True)
class Table:
    """One list.

    Attributes:
        name: of its file, without an ending.
        heading, note: what it is, and how it is to be read.
        columns, rows: plain texts.
        products: the product of each row, for whoever shows it; None where a row is of none.
    """

    name: str
    heading: str
    note: str
    columns: list[str]
    rows: list[list[str]]
    products: tuple[int | None, ...] = ()


def tables_of(found: Insight, names: Mapping[int, Named], words: Words) -> tuple[Table, ...]:
    """Every list that has rows, what a shopkeeper can act on first."""
    tables = (
        _unmet(found, names, words),
        _orders(found, names, words),
        _runs_out(found, names, words),
        _sold_out(found, names, words),
        _dead(found, names, words),
        _confused(found, names, words),
        _weak(found, names, words),
        _most_searched(found, names, words),
        _sold(found, names, words),
        *(_group(column, groups, words) for column, groups in found.sales.groups.items()),
    )
    return tuple(table for table in tables if table.rows)


def _unmet(found: Insight, names: Mapping[int, Named], words: Words) -> Table:
    rows = [
        [
            *_named(names, one.nearest),
            str(len(one.searches)),
            str(one.before),
            str(one.said_absent),
            found.period.day_of(one.last).isoformat(),
        ]
        for one in found.unmet.wanted
    ]
    return Table(
        "asked-for",
        words(message("core", "Asked for and not found")),
        words(
            message(
                "core",
                "Searches that ended in nothing and look alike, with the product that came nearest. It was "
                "not the one.",
            )
        ),
        _columns(
            words,
            message("core", "Asked"),
            message("core", "Before"),
            message("core", "Said not to be in the shop"),
            message("core", "Last"),
        ),
        rows,
        tuple(one.nearest for one in found.unmet.wanted),
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
        _columns(
            words,
            message("core", "Order"),
            message("core", "Stock"),
            message("core", "A week"),
            message("core", "At most"),
        ),
        [
            [
                *_named(names, one.product_id),
                str(one.pieces),
                "–" if one.stock is None else f"{one.stock:g}",
                f"{one.weekly:.1f}",
                f"{one.enough:g}",
            ]
            for one in found.orders
        ],
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
        _columns(words, message("core", "Days of stock"), message("core", "Stock"), message("core", "Sold")),
        [
            [
                *_named(names, one.product_id),
                f"{one.days_left:.1f}",
                f"{one.stock / 1000:g}",
                f"{one.sold / 1000:g}",
            ]
            for one in soon
        ],
        tuple(one.product_id for one in soon),
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
        _columns(words, message("core", "Days"), message("core", "Missed"), message("core", "Worth")),
        [
            [
                *_named(names, one.product_id),
                str(one.sold_out_days),
                f"{one.missed / 1000:g}",
                "–" if one.missed_minor is None else shown_amount(one.missed_minor, one.currency),
            ]
            for one in out
        ],
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
        _columns(words, message("core", "Stock"), message("core", "Worth")),
        [
            [
                *_named(names, one.product_id),
                f"{one.stock / 1000:g}",
                "–" if one.value_minor is None else shown_amount(one.value_minor, one.currency),
            ]
            for one in (dead if found.sales.now.lines else ())
        ],
        tuple(one.product_id for one in dead),
    )


def _confused(found: Insight, names: Mapping[int, Named], words: Words) -> Table:
    return Table(
        "mixed-up",
        words(message("core", "Mixed up")),
        words(message("core", "The second was shown where the first was meant.")),
        _columns(words, message("core", "Shown instead"), message("core", "Times")),
        [[*_named(names, one.meant), _named(names, one.said)[1], str(one.times)] for one in found.confused],
        tuple(one.meant for one in found.confused),
    )


def _weak(found: Insight, names: Mapping[int, Named], words: Words) -> Table:
    return Table(
        "hard-to-find",
        words(message("core", "Hard to find, and what would help")),
        "",
        _columns(
            words,
            message("core", "Searches"),
            message("core", "Wrong"),
            message("core", "Photos"),
            message("core", "Would help"),
        ),
        [
            [
                *_named(names, one.product_id),
                str(one.searches),
                str(one.wrong),
                str(one.photos),
                remedy(one.remedy, words),
            ]
            for one in found.weak
        ],
        tuple(one.product_id for one in found.weak),
    )


def _most_searched(found: Insight, names: Mapping[int, Named], words: Words) -> Table:
    return Table(
        "searched",
        words(message("core", "Searched most")),
        "",
        _columns(words, message("core", "Times")),
        [[*_named(names, key), str(times)] for key, times in found.most_searched],
        tuple(key for key, _times in found.most_searched),
    )


def _sold(found: Insight, names: Mapping[int, Named], words: Words) -> Table:
    return Table(
        "sold",
        words(message("core", "What sold")),
        "",
        _columns(words, message("core", "Quantity"), message("core", "Takings"), message("core", "Receipts")),
        [
            [
                *_named(names, one.product_id),
                f"{one.thousandths / 1000:g}",
                shown_money(one.money),
                str(one.receipts),
            ]
            for one in found.sales.products
        ],
        tuple(one.product_id for one in found.sales.products),
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
        [
            *map(
                words,
                (
                    message("core", "Name"),
                    message("core", "Products"),
                    message("core", "Quantity"),
                    message("core", "Takings"),
                    message("core", "Share"),
                ),
            )
        ],
        [
            [
                one.name,
                str(one.products),
                f"{one.thousandths / 1000:g}",
                shown_money(one.money),
                share(one.share),
            ]
            for one in groups
        ],
    )


def _columns(words: Words, *further: str) -> list[str]:
    """Headings of a list of products."""
    return [*map(words, (message("core", "SKU"), message("core", "Product"), *further))]


def _named(names: Mapping[int, Named], key: int | None) -> list[str]:
    named = names.get(key, Named("", "–")) if key is not None else Named("", "–")
    return [named.sku, named.title]
