"""A comparison of pipelines as one HTML file that opens without a network."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import numpy as np

from core.atomic_files import write_atomically
from core.errors import KnownError
from core.messages import Sentence, message
from core.pipelines.compare import Row
from core.report.page import page, section, table, text

COMPARISON_FILE = "comparison.html"
COMPARISON_FIGURES_FILE = "comparison.json"


def write_comparison(
    rows: Sequence[Row],
    folder: Path,
    *,
    shop: str,
    say: Callable[[Sentence], str] = str,
    language: str = "en",
) -> Path:
    """Write ``comparison.html`` and ``comparison.json`` into ``folder``, which is made if need be.

    Raises:
        KnownError: it cannot be written.
    """

    def words(template: str, **values: object) -> str:
        return say(Sentence(template, values))

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
    content = page(title, parts, language=language)
    figures = json.dumps([row.as_json() for row in rows], ensure_ascii=False, indent=1)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / COMPARISON_FIGURES_FILE, figures.encode())
        write_atomically(folder / COMPARISON_FILE, content.encode())
    except OSError as error:
        raise KnownError(
            message("core", "The report could not be written to {folder} ({reason})."),
            folder=str(folder),
            reason=error.strerror or type(error).__name__,
        ) from error
    return folder / COMPARISON_FILE


def _cells(row: Row) -> tuple[str, ...]:
    found = row.figures
    if found is None:
        return (row.pipeline, *("–" for _ in range(7)))
    return (
        row.pipeline,
        _share(found.top5),
        _number(found.mrr),
        _number(found.f1),
        _number(row.unknown_auroc),
        "–" if row.seconds is None else f"{row.seconds:.1f}",
        "–" if row.ms_per_photo is None else f"{row.ms_per_photo:.1f}",
        _share(found.top1),
    )


def _share(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}%"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
