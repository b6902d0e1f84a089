"""An evaluation as one HTML file that opens without a network: figures, plots, and the worst mistakes."""

import platform
from datetime import datetime
from pathlib import Path

from core.measuring.evaluation import Evaluation
from core.measuring.report.confusion_sections import mistakes, mixed_up_categories, mixed_up_products
from core.measuring.report.curve_sections import curve_sections
from core.measuring.report.figure_sections import categories, headline, time_a_photo, verdicts
from core.measuring.report.files import write_page
from core.measuring.report.page import page, section, table, text, tiles
from core.measuring.report.words import Say, Words
from core.messages import message

REPORT_FILE = "report.html"
FIGURES_FILE = "evaluation.json"


def write_report(
    evaluation: Evaluation,
    folder: Path,
    *,
    shop: str,
    say: Say = str,
    language: str = "en",
    replace: bool = False,
) -> Path:
    """Write ``report.html`` and ``evaluation.json`` into ``folder``, which is made if need be.

    Args:
        shop: what the shop is called.
        language: the one that ``say`` speaks, for the page's readers.
        replace: also files of those names that are no report's.

    Returns:
        The report's path.

    Raises:
        KnownError: it cannot be written, or matplotlib is missing.
    """
    return write_page(
        folder,
        REPORT_FILE,
        page(*_document(evaluation, shop, Words(say)), language=language),
        FIGURES_FILE,
        evaluation.as_json(),
        replace=replace,
    )


def _document(evaluation: Evaluation, shop: str, words: Words) -> tuple[str, list[str]]:
    title = words(message("core", "Recognition in {shop}"), shop=shop)
    facts = words(
        message("core", "{photos} photos · {model} · {measure} · {date}"),
        photos=evaluation.overall.photos,
        model=evaluation.model,
        measure=evaluation.measure,
        date=f"{datetime.now():%Y-%m-%d %H:%M}",
    )
    parts = [
        f'<header><h1>{text(title)}</h1><div class="facts">{text(facts)}</div></header>',
        tiles(headline(evaluation, words)),
    ]
    if evaluation.answers and evaluation.overall.top1 is not None:
        parts += [
            curve_sections(evaluation, words),
            mistakes(evaluation, words),
            mixed_up_products(evaluation, words),
            mixed_up_categories(evaluation, words),
            categories(evaluation, words),
        ]
    if evaluation.answers:
        parts += [verdicts(evaluation, words), time_a_photo(evaluation, words)]
    if evaluation.skipped:
        rows = [(str(skip.row), words(skip.reason.text, **skip.reason.values)) for skip in evaluation.skipped]
        columns = [words(message("core", "Row")), words(message("core", "Reason"))]
        parts.append(section(words(message("core", "Left out")), "", table(columns, rows)))
    parts.append(f"<footer>Snapshelf · Python {text(platform.python_version())}</footer>")
    return title, parts
