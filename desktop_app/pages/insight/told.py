"""All figures as the window shows them: added up and put into words beside it, not in its thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core import paths
from desktop_app.look.language import in_words

if TYPE_CHECKING:
    from core.insight.as_plain_data import Named
    from core.insight.insight import Insight
    from core.insight.period import Period
    from core.insight.table import Table
    from core.insight.telling import Fact
    from core.progress import ReportProgress
    from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class Told:
    """The figures, and what was made of them in the language of that moment.

    Attributes:
        pictures: where the pictures lie that tables name by their hashes.
    """

    found: Insight
    names: Mapping[int, Named]
    facts: tuple[Fact, ...]
    remarks: tuple[str, ...]
    tables: tuple[Table, ...]
    pictures: Mapping[str, Path]

    def picture(self, table: Table, row: int) -> str:
        """Path of the picture that a row was asked with; "" where none was kept."""
        sha256 = table.pictures[row] if 0 <= row < len(table.pictures) else ""
        return str(self.pictures[sha256]) if sha256 else ""


def added_up(shop: Shop, period: Period, progress: ReportProgress) -> Told:
    """The job that adds up what the shop has of ``period``, and tells it."""
    from core.insight.as_plain_data import names_of
    from core.insight.insight import insight
    from core.shop.unlabelled_files import unlabelled_files

    found, files = insight(shop, period, progress), unlabelled_files(shop)
    asked = {one.picture for one in found.unmet.wanted} | {one.picture for one in found.unmet.not_sold}
    return told(found, dict(names_of(shop.catalog)), {sha256: files.path(sha256) for sha256 in asked - {""}})


def told(found: Insight, names: Mapping[int, Named], pictures: Mapping[str, Path]) -> Told:
    """The same figures in the language of now."""
    from core.insight.tables import tables_of
    from core.insight.telling import headline, remarks
    from core.measuring.report.words import Words

    words = Words(in_words)
    return Told(
        found,
        names,
        tuple(headline(found, words)),
        tuple(remarks(found, words)),
        tables_of(found, names, words),
        pictures,
    )


def written(shop: Shop, told: Told, language: str) -> Path:
    """The job that writes the report of what is shown."""
    from core.insight.report import write_insight_report

    folder = paths.user_cache() / "reports" / f"{shop.name}-insight"
    return write_insight_report(
        told.found, told.names, folder, shop=shop.name, say=in_words, language=language, replace=True
    )
