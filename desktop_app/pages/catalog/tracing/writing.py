"""The list and the report of what was traced, written by jobs of the shop."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PIL import Image

from core.copies.looking_through import Traced
from core.copies.telling import write_traced
from core.evidence.report import CopiesReport
from core.progress import ReportProgress
from core.shop.shop import Shop
from desktop_app.look.language import in_words
from desktop_app.pages.catalog.tracing.shown import ShownCopy


def write_list(shop: Shop, rows: Sequence[ShownCopy], target: Path) -> None:
    """Write a table or JSON, as the ending says.

    Raises:
        KnownError: as :func:`core.copies.telling.write_traced`.
    """
    write_traced(shop, [row.traced for row in _pictures(rows)], target, in_words)


def write_report(
    shop: Shop, rows: Sequence[ShownCopy], folder: Path, language: str, progress: ReportProgress
) -> Path:
    """Write the signed report of the copies into ``folder``; returns its page.

    Raises:
        KnownError: as :class:`core.evidence.report.CopiesReport`.
        Cancelled: ``progress`` asked to stop.
    """
    report = CopiesReport(shop, folder)
    for row in _pictures(rows):
        report.add(_with_picture(row))
    return report.write(say=in_words, language=language, progress=progress).page


def _pictures(rows: Sequence[ShownCopy]) -> list[ShownCopy]:
    """The first row of each picture."""
    return list({id(row.traced): row for row in reversed(rows)}.values())[::-1]


def _with_picture(row: ShownCopy) -> Traced:
    """With the picture as the window kept it, in the size that its regions are told in."""
    if not row.picture:
        return row.traced
    image = Image.open(io.BytesIO(row.picture)).convert("RGB").resize(row.size, Image.Resampling.LANCZOS)
    return replace(row.traced, given=replace(row.traced.given, image=image))
