"""The figures as a report: one HTML page with plots, a PDF, and a table (CSV) of every list."""

import re
from collections.abc import Mapping
from pathlib import Path

from core import paths
from core.catalog.tables.formulas import neutralised
from core.catalog.tables.writing import write_table
from core.files.atomic import write_atomically
from core.files.targets import checked_target
from core.insight.as_plain_data import Named, as_plain_data
from core.insight.insight import Insight
from core.insight.report_page import report_page
from core.insight.report_paper import report_pages
from core.insight.table import Table
from core.insight.tables import tables_of
from core.insight.telling import report_title
from core.measuring.report.files import require_report_folder, write_page, writing_report
from core.measuring.report.words import Say, Words
from core.paper.pdf import pdf
from core.paper.typefaces import Typefaces

_NUMBER = re.compile(r"-?[0-9.]+")
PAGE, FIGURES, PAPER = "insight.html", "insight.json", "insight.pdf"


def write_insight_report(
    found: Insight,
    names: Mapping[int, Named],
    folder: Path,
    *,
    shop: str,
    say: Say = str,
    language: str = "en",
    replace: bool = False,
) -> Path:
    """Write all files into ``folder``, which is made if need be; returns the page's.

    Args:
        say: into the reader's language.
        language: its name, ``zh_CN`` or as HTML has it.
        replace: also files of the same names that are something else.

    Raises:
        KnownError: they cannot be written, or may not be (core/files/targets.py).
    """
    words = Words(say)
    title = report_title(shop, found.glance.period, words)
    tables = tables_of(found, names, words)
    require_report_folder(folder, PAGE, FIGURES, replace=replace)
    checked_target(folder / PAPER, _is_pdf, replace=replace)
    page = report_page(title, found, tables, words, language=language.replace("_", "-"))
    typefaces = Typefaces(paths.resources() / "fonts")
    paper = pdf(report_pages(title, found, tables, words, typefaces), typefaces, title)
    written = write_page(folder, PAGE, page, FIGURES, as_plain_data(found, names), replace=replace)
    with writing_report(folder):
        write_atomically(folder / PAPER, paper)
    for table in tables:
        _write(folder, table, replace)
    return written


def _write(folder: Path, table: Table, replace: bool) -> None:
    rows = ([cell if _NUMBER.fullmatch(cell) else neutralised(cell) for cell in row] for row in table.rows)
    write_table(folder / f"{table.name}.csv", table.name, table.columns, rows, replace=replace)


def _is_pdf(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(5) == b"%PDF-"
