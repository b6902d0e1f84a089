"""The report as one HTML file that loads nothing from anywhere, with plots."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from core.catalog.currencies.iso import decimals
from core.insight.insight import Insight
from core.insight.months import months_of
from core.insight.table import Table
from core.insight.telling import Fact, headline, remarks
from core.measuring.report.page import page, section, table, text, tiles
from core.measuring.report.plots import ACCENT, draw
from core.measuring.report.words import Words
from core.messages import message

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_ROWS = 30
"""Of a table that a page shows; the tables beside it have all."""


def report_page(title: str, found: Insight, tables: Sequence[Table], words: Words, *, language: str) -> str:
    """A whole document.

    Raises:
        KnownError: matplotlib is missing.
    """
    parts = [
        f"<header><h1>{text(title)}</h1></header>",
        tiles([(_caption(fact), fact.now) for fact in headline(found, words)]),
    ]
    parts.append(
        f"<section>{''.join(f'<p>{text(remark)}</p>' for remark in remarks(found, words))}</section>"
    )
    if found.glance.now.lines:
        parts.append(_plots(found, words))
    for one in tables:
        shown = table(one.columns, one.rows[:MOST_ROWS])
        parts.append(section(one.heading, one.note, shown + _left_out(one, words)))
    return page(title, parts, language=language)


def _caption(fact: Fact) -> str:
    return " · ".join(part for part in (fact.name, fact.before) if part)


def left_out(one: Table, most: int, words: Words) -> str:
    """How many rows are not shown; "" where all are."""
    if len(one.rows) <= most:
        return ""
    return words(
        message("core", "{count} more are in {file}."), count=len(one.rows) - most, file=f"{one.name}.csv"
    )


def _left_out(one: Table, words: Words) -> str:
    told = left_out(one, MOST_ROWS, words)
    return f"<p>{text(told)}</p>" if told else ""


def _plots(found: Insight, words: Words) -> str:
    scale = 10 ** decimals(found.glance.currency)
    amount = words(message("core", "Takings, {currency}"), currency=found.glance.currency or "–")
    months = months_of(found.glance)
    day = words(
        message("core", "What came in on a day, month by month")
        if months
        else message("core", "What came in, day by day")
    )
    weekday = words(message("core", "What comes in on a day of the week"))
    names = [words(name) for name in WEEKDAYS]
    means = [0.0 if mean is None else mean / scale for mean in found.glance.weekdays]
    days = [one.name for one in months] or [one.isoformat()[5:] for one in found.glance.by_day]
    amounts = [one.minor_a_day for one in months] or list(found.glance.by_day.values())
    return (
        '<div class="pair">'
        + section(day, "", draw(_bars(days, [one / scale for one in amounts], amount), title=day))
        + section(weekday, "", draw(_bars(names, means, amount), title=weekday))
        + "</div>"
    )


WEEKDAYS = (
    message("core", "Mon"),
    message("core", "Tue"),
    message("core", "Wed"),
    message("core", "Thu"),
    message("core", "Fri"),
    message("core", "Sat"),
    message("core", "Sun"),
)


def _bars(names: Sequence[str], values: Sequence[float], label: str) -> "Callable[[Axes], None]":
    def paint(into: "Axes") -> None:
        places = np.arange(len(values))
        into.bar(places, values, color=ACCENT, width=0.7, linewidth=0)
        step = max(1, len(names) // 7)
        into.set_xticks(places[::step], list(names[::step]))
        into.set_ylabel(label)
        into.grid(False, axis="x")

    return paint
