"""The report on paper: A4 pages with the same figures and lists as the HTML file, without its plots."""

from collections.abc import Sequence

from core.insight.insight import Insight
from core.insight.report_page import left_out
from core.insight.table import Table
from core.insight.telling import headline, remarks
from core.measuring.report.words import Words
from core.messages import message
from core.paper.flow import Flow
from core.paper.page import Page
from core.paper.typefaces import Typefaces

_PAPER, _MARGIN = (210.0, 297.0), 18.0
_TITLE, _HEADING, _TEXT, _SMALL = 6.0, 4.2, 3.3, 2.9
_COLUMN = 62.0
_MOST_ROWS = 20
_BEGINNING = 30.0
"""Millimetres that a list needs where it begins."""


def report_pages(
    title: str, found: Insight, tables: Sequence[Table], words: Words, typefaces: Typefaces
) -> tuple[Page, ...]:
    """The pages; all texts are plain."""
    flow = Flow(typefaces, _PAPER, _MARGIN)
    flow.text(title, _TITLE, is_bold=True)
    flow.space(4)
    for fact in headline(found, words):
        told = f"{fact.now} ({fact.before})" if fact.before else fact.now
        flow.fact(fact.name, told, _TEXT, _COLUMN)
    flow.space(2)
    for remark in remarks(found, words):
        flow.text(remark, _SMALL, is_muted=True)
    for one in tables:
        flow.space(6)
        flow.keep(_BEGINNING)
        flow.rule()
        flow.space(3)
        flow.text(one.heading, _HEADING, is_bold=True)
        flow.text(one.note, _SMALL, is_muted=True)
        flow.space(1.5)
        for row in one.rows[:_MOST_ROWS]:
            flow.fact(*_fact(one, row), _TEXT, _COLUMN)
        flow.text(left_out(one, _MOST_ROWS, words), _SMALL, is_muted=True)
    lacking = typefaces.missing("".join("".join(row) for one in tables for row in one.rows[:_MOST_ROWS]))
    if lacking:
        flow.space(2)
        text = message(
            "core",
            "Some letters are not in the program's typeface, and boxes stand for them: see {file}.",
        )
        flow.text(words(text, file="insight.html"), _SMALL, is_muted=True)
    return flow.pages(title)


def _fact(one: Table, row: Sequence[str]) -> tuple[str, str]:
    """A row as a name and what is to be said of it: each further cell with its column's name."""
    is_product = bool(one.products)
    name = row[1] if is_product else row[0]
    rest = list(zip(one.columns, row, strict=True))[2 if is_product else 1 :]
    told = " · ".join(f"{column} {cell}" for column, cell in rest)
    return name, f"{row[0]} · {told}" if is_product and row[0] else told
