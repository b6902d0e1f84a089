"""The list of months: what came in, and how each stands beside the whole time."""

from core.catalog.currencies.shown import shown_amount
from core.insight.insight import Insight
from core.insight.months import months_of
from core.insight.table import Table
from core.measuring.report.words import Words
from core.messages import message


def by_month(found: Insight, words: Words) -> Table:
    """The months of a long time, in their order; a short one has none."""
    months, currency = months_of(found.glance), found.glance.currency
    whole = sum(one.minor for one in months) / max(1, sum(one.days for one in months))
    return Table(
        "by-month",
        words(message("core", "By month")),
        words(
            message(
                "core",
                "Beside the mean is what came in on a day of this month to what came in on a day of the "
                "whole time. Of months that are cut off only some days are in it.",
            )
        ),
        tuple(
            map(
                words,
                (
                    message("core", "Month"),
                    message("core", "Takings"),
                    message("core", "A day"),
                    message("core", "Beside the mean"),
                    message("core", "Days"),
                    message("core", "Searches"),
                ),
            )
        ),
        tuple(
            (
                one.name,
                shown_amount(one.minor, currency),
                shown_amount(round(one.minor_a_day), currency),
                f"{one.minor_a_day / whole:.2f}" if whole > 0 else "–",
                str(one.days),
                str(one.searches),
            )
            for one in months
        ),
    )
