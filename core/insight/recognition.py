"""How well products were found in a period: found, corrected, confused, and what would mend it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from core.answer import Verdict
from core.catalog.database.catalog import Catalog
from core.feedback import Said
from core.insight.period import Period

_FEW_PHOTOS = 3
_MANY_WRONG = 0.25
_ENOUGH = 3
"""Searches from which on a product's share of wrong answers says something."""


class Remedy(StrEnum):
    """What would mend a weakness."""

    MORE_PHOTOS = "more photos"
    """The product has fewer than three photos of the counter: photograph it there."""
    TELL_APART = "tell apart"
    """Two products are mixed up that both have photos: photograph both again, or move them apart."""
    LESSON = "lesson"
    """There are photos enough that no lesson has learned from, or it was confused with several."""


@dataclass(frozen=True, slots=True)
class Searches:
    """How the searches of a period ended.

    Attributes:
        all: how many there were.
        by_verdict: how many of each verdict (match, unsure, unknown).
        right, instead, wrong, absent: what the clerk said last of how many.
    """

    all: int
    by_verdict: dict[str, int]
    right: int
    instead: int
    wrong: int
    absent: int


@dataclass(frozen=True, slots=True)
class Confused:
    """``times`` the first answer was ``said`` where ``meant`` was right."""

    meant: int
    said: int
    times: int


@dataclass(frozen=True, slots=True)
class Weak:
    """A product that is not found well: of ``searches`` that meant it ``wrong`` put another one first."""

    product_id: int
    searches: int
    wrong: int
    photos: int
    remedy: Remedy


def searches_of(catalog: Catalog, period: Period) -> Searches:
    """How all searches of ``period`` ended."""
    (count,) = catalog.db.execute(f"SELECT count(*) FROM {_IN_PERIOD}", period.moments).fetchone()  # noqa: S608
    rarer = [word for word in Verdict if word is not Verdict.MATCH]
    verdicts = {word.value: _ended(catalog, period, "verdict", "match", word) for word in rarer}
    verdicts[Verdict.MATCH.value] = count - sum(verdicts.values())
    said = {word: _ended(catalog, period, "feedback", "", word) for word in Said}
    return Searches(
        count,
        {word: times for word, times in verdicts.items() if times},
        said[Said.RIGHT],
        said[Said.INSTEAD],
        said[Said.WRONG],
        said[Said.ABSENT],
    )


def _ended(catalog: Catalog, period: Period, column: str, most: str, word: str) -> int:
    """How many have ``word`` in a column that says ``most`` of most searches.

    The words that are rarer have an index of their own; counting them reads no row.
    """
    (times,) = catalog.db.execute(
        f"SELECT count(*) FROM {_IN_PERIOD} AND {column} <> '{most}' AND {column} = ?",  # noqa: S608
        [*period.moments, word],
    ).fetchone()
    return int(times)


def median_ms(catalog: Catalog, period: Period) -> float | None:
    """What half of the searches of ``period`` took at most until the answer; None where no time is known."""
    times = f"FROM {_IN_PERIOD} AND milliseconds IS NOT NULL"
    (timed,) = catalog.db.execute(f"SELECT count(*) {times}", period.moments).fetchone()
    middle = catalog.db.execute(
        f"SELECT avg(milliseconds) FROM (SELECT milliseconds {times} ORDER BY milliseconds"  # noqa: S608
        " LIMIT 2 - ? % 2 OFFSET (? - 1) / 2)",
        [*period.moments, timed, timed],
    ).fetchone()[0]
    return float(middle) if timed else None


def searches_by_day(catalog: Catalog, period: Period) -> dict[date, int]:
    """How many searches there were on every day of ``period``."""
    ends = [moment.decode() for moment in period.midnights.tolist()]
    counts = (
        catalog.db.execute(f"SELECT count(*) FROM {_IN_PERIOD}", [begin, end]).fetchone()[0]  # noqa: S608
        for begin, end in pairwise(ends)
    )
    return {period.since + timedelta(days=number): count for number, count in enumerate(counts)}


def most_searched(catalog: Catalog, period: Period, most: int) -> tuple[tuple[int, int], ...]:
    """Products and how often they were chosen, or put first and not called wrong; the most frequent first."""
    rows = catalog.db.execute(
        "SELECT coalesce(chosen_product_id, top_product_id) AS product, count(*) AS times"  # noqa: S608
        f" FROM {_IN_PERIOD} AND verdict <> 'unknown' AND feedback NOT IN ('wrong', 'absent')"
        " AND product IS NOT NULL GROUP BY product ORDER BY times DESC, product LIMIT ?",
        [*period.moments, most],
    )
    return tuple((product, times) for product, times in rows)


def confused_pairs(catalog: Catalog, period: Period) -> tuple[Confused, ...]:
    """Which product was put first where another one was meant; the most frequent first."""
    rows = catalog.db.execute(
        f"SELECT chosen_product_id, top_product_id, count(*) AS times FROM {_IN_PERIOD}"  # noqa: S608
        " AND feedback IN ('right', 'instead') AND chosen_product_id <> top_product_id"
        " GROUP BY 1, 2 ORDER BY times DESC, 1, 2",
        period.moments,
    )
    return tuple(Confused(*row) for row in rows)


def weak_products(catalog: Catalog, period: Period) -> tuple[Weak, ...]:
    """Products that were often not put first where they were meant, the most often first, with a remedy."""
    rows = catalog.db.execute(
        "SELECT chosen_product_id, count(*) AS searches,"  # noqa: S608
        " sum(top_product_id IS NOT chosen_product_id) AS wrong,"
        " count(DISTINCT CASE WHEN top_product_id <> chosen_product_id THEN top_product_id END),"
        " (SELECT count(*) FROM photos WHERE product_id = chosen_product_id)"
        f" FROM {_IN_PERIOD} AND feedback IN ('right', 'instead') AND chosen_product_id IS NOT NULL"
        " GROUP BY chosen_product_id HAVING searches >= ? AND wrong >= ? * searches"
        " ORDER BY wrong DESC, chosen_product_id",
        [*period.moments, _ENOUGH, _MANY_WRONG],
    )
    return tuple(
        Weak(product, searches, wrong, photos, _remedy(photos, others))
        for product, searches, wrong, others, photos in rows
    )


def _remedy(photos: int, others: int) -> Remedy:
    if photos < _FEW_PHOTOS:
        return Remedy.MORE_PHOTOS
    return Remedy.TELL_APART if others == 1 else Remedy.LESSON


_IN_PERIOD = "searches WHERE searched >= ? AND searched < ?"
