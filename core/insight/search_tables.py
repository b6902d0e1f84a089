"""Lists of what was searched: what was not found, mixed up, hard to find, and asked for most."""

from collections.abc import Mapping

from core.insight.as_plain_data import Named
from core.insight.decisions import Decision
from core.insight.insight import Insight
from core.insight.table import Table, columns, named
from core.insight.telling import remedy
from core.measuring.report.words import Words
from core.messages import message


def unmet(found: Insight, names: Mapping[int, Named], words: Words) -> Table:
    """What was asked for and not found."""
    rows = tuple(
        (
            *named(names, one.nearest),
            str(len(one.searches)),
            str(one.before),
            str(one.said_absent),
            found.glance.period.day_of(one.last).isoformat(),
            "" if one.decided is None else words(_DECIDED[one.decided]),
        )
        for one in found.unmet.wanted
    )
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
        _of_nearest(
            words,
            message("core", "Asked"),
            message("core", "Before"),
            message("core", "Said absent"),
            message("core", "Last"),
            message("core", "Done"),
        ),
        rows,
        tuple(one.nearest for one in found.unmet.wanted),
        tuple(one.searches for one in found.unmet.wanted),
        tuple(one.picture for one in found.unmet.wanted),
    )


def not_sold(found: Insight, names: Mapping[int, Named], words: Words) -> Table:
    """What was asked for and is not sold here."""
    refused = found.unmet.not_sold
    return Table(
        "not-sold",
        words(message("core", "We don't sell that")),
        words(message("core", "Whoever asks for it is not counted among those who found nothing.")),
        _of_nearest(words, message("core", "Asked")),
        tuple((*named(names, one.nearest), str(one.asked)) for one in refused),
        tuple(one.nearest for one in refused),
        tuple(one.searches for one in refused),
        tuple(one.picture for one in refused),
    )


_DECIDED = {
    Decision.NOT_SOLD: message("core", "not sold"),
    Decision.ORDERED: message("core", "on the list"),
    Decision.MADE: message("core", "made"),
}


def _of_nearest(words: Words, *further: str) -> tuple[str, ...]:
    return tuple(map(words, (message("core", "SKU"), message("core", "Came nearest"), *further)))


def confused(found: Insight, names: Mapping[int, Named], words: Words) -> Table:
    """Which product was shown where another one was meant."""
    return Table(
        "mixed-up",
        words(message("core", "Mixed up")),
        words(message("core", "The second was shown where the first was meant.")),
        columns(words, message("core", "Shown instead"), message("core", "Times")),
        tuple(
            (*named(names, one.meant), named(names, one.said)[1], str(one.times)) for one in found.confused
        ),
        tuple(one.meant for one in found.confused),
    )


def hard_to_find(found: Insight, names: Mapping[int, Named], words: Words) -> Table:
    """Products that are often not put first, and what would help."""
    return Table(
        "hard-to-find",
        words(message("core", "Hard to find, and what would help")),
        "",
        columns(
            words,
            message("core", "Searches"),
            message("core", "Wrong"),
            message("core", "Photos"),
            message("core", "Would help"),
        ),
        tuple(
            (
                *named(names, one.product_id),
                str(one.searches),
                str(one.wrong),
                str(one.photos),
                remedy(one.remedy, words),
            )
            for one in found.weak
        ),
        tuple(one.product_id for one in found.weak),
    )


def most_searched(found: Insight, names: Mapping[int, Named], words: Words) -> Table:
    """What was searched most."""
    return Table(
        "searched",
        words(message("core", "Searched most")),
        "",
        columns(words, message("core", "Times")),
        tuple((*named(names, key), str(times)) for key, times in found.most_searched),
        tuple(key for key, _times in found.most_searched),
    )
