"""A comparison of pipelines as one HTML file that opens without a network."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import numpy as np

from core.measuring.compared.compare import Row
from core.measuring.report.files import write_page
from core.measuring.report.page import page, section, table, text
from core.measuring.report.words import Say, Words, number, share
from core.messages import message

COMPARISON_FILE = "comparison.html"
COMPARISON_FIGURES_FILE = "comparison.json"


def write_comparison(
    rows: Sequence[Row],
    folder: Path,
    *,
    shop: str,
    say: Say = str,
    language: str = "en",
    replace: bool = False,
) -> Path:
    """Write ``comparison.html`` and ``comparison.json`` into ``folder``, which is made if need be.

    Raises:
        KnownError: it cannot be written.
    """
    words = Words(say)
    title = words(message("core", "Ways to recognise the products of {shop}"), shop=shop)
    ran = [row for row in rows if row.figures is not None]
    photos = ran[0].figures.photos if ran and ran[0].figures else 0
    facts = words(
        message("core", "{photos} photos · {pipelines} pipelines · {date}"),
        photos=photos,
        pipelines=len(rows),
        date=f"{datetime.now():%Y-%m-%d %H:%M}",
    )
    columns = [
        words(message("core", "Pipeline")),
        words(message("core", "Top 5")),
        words(message("core", "MRR")),
        words(message("core", "F1")),
        words(message("core", "AUROC, unknown")),
        words(message("core", "seconds")),
        words(message("core", "ms a photo")),
        words(message("core", "Top 1")),
    ]
    cells = [_cells(row) for row in ran]
    shares = [row.figures.top1 if row.figures else None for row in ran]
    best = int(np.argmax([share or 0.0 for share in shares])) if ran else None
    parts = [
        f'<header><h1>{text(title)}</h1><div class="facts">{text(facts)}</div></header>',
        section(
            words(message("core", "All pipelines, on the same photos")),
            words(message("core", "The best is marked. Seconds: to look at the shop's photos and learn.")),
            table(columns, cells, bars=shares, best=best),
        ),
    ]
    left_out = [(row.pipeline, say(row.reason)) for row in rows if row.reason is not None]
    if left_out:
        heading = words(message("core", "Left out"))
        names = [words(message("core", "Pipeline")), words(message("core", "Reason"))]
        parts.append(section(heading, "", table(names, left_out)))
    return write_page(
        folder,
        COMPARISON_FILE,
        page(title, parts, language=language),
        COMPARISON_FIGURES_FILE,
        [row.as_json() for row in rows],
        replace=replace,
    )


def _cells(row: Row) -> tuple[str, ...]:
    found = row.figures
    if found is None:
        return (row.pipeline, *("–" for _ in range(7)))
    return (
        row.pipeline,
        share(found.top5),
        number(found.mrr),
        number(found.f1),
        number(row.unknown_auroc),
        "–" if row.seconds is None else f"{row.seconds:.1f}",
        "–" if row.ms_per_photo is None else f"{row.ms_per_photo:.1f}",
        share(found.top1),
    )
