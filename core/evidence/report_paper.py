"""The report on paper: A4 pages with the same facts and pictures as the HTML file."""

from collections.abc import Sequence

from core.evidence.case import Case
from core.evidence.telling import Fact, case_facts, heading, not_proven
from core.measuring.report.words import Words
from core.messages import message
from core.paper.flow import Flow
from core.paper.page import Page
from core.paper.typefaces import Typefaces

_PAPER, _MARGIN = (210.0, 297.0), 18.0
_TITLE, _HEADING, _TEXT, _SMALL = 6.0, 4.2, 3.3, 2.9
_COLUMN = 46.0
_PICTURES, _GAP = 62.0, 6.0
_BEGINNING = 118.0
"""Millimetres that a case needs where it begins: its pictures and the first facts."""


def report_pages(
    title: str,
    facts: Sequence[Fact],
    cases: Sequence[Case],
    left_out: str,
    problems: Sequence[str],
    words: Words,
    typefaces: Typefaces,
) -> tuple[Page, ...]:
    """The pages; all texts are plain."""
    flow = Flow(typefaces, _PAPER, _MARGIN)
    flow.text(title, _TITLE, is_bold=True)
    flow.space(4)
    if problems:
        flow.text(
            words(message("core", "The log of photos is not as it was written")), _HEADING, is_bold=True
        )
        for problem in problems:
            flow.text(problem, _TEXT)
        flow.space(4)
    _facts(flow, facts)
    for case in cases:
        flow.space(5)
        flow.keep(_BEGINNING)
        _case(flow, case, words)
    if left_out:
        flow.space(4)
        flow.text(left_out, _TEXT)
    _limits(flow, words)
    lacking = typefaces.missing("".join(_all_texts(facts, cases, words)))
    if lacking:
        flow.space(2)
        text = message(
            "core",
            "Some letters are not in the program's typeface, and boxes stand for them: see evidence.html.",
        )
        flow.text(words(text), _SMALL, is_muted=True)
    return flow.pages(title)


def _case(flow: Flow, case: Case, words: Words) -> None:
    flow.rule()
    flow.space(4)
    flow.text(heading(case, words), _HEADING, is_bold=True)
    flow.space(2)
    captions = words(message("core", "Left the picture found, right our photo."))
    shown = [case.theirs] if case.ours is None else [case.theirs, case.ours]
    flow.pictures([(one.jpeg, one.pixels) for one in shown], _PICTURES, _GAP)
    flow.space(1)
    if len(shown) > 1:
        flow.text(captions, _SMALL, is_muted=True)
    flow.space(2)
    _facts(flow, case_facts(case, words))


def _limits(flow: Flow, words: Words) -> None:
    flow.space(5)
    flow.keep(40)
    flow.rule()
    flow.space(4)
    flow.text(words(message("core", "What this does not prove")), _HEADING, is_bold=True)
    for sentence in not_proven(words):
        flow.space(1.5)
        flow.text(sentence, _TEXT)


def _facts(flow: Flow, facts: Sequence[Fact]) -> None:
    for name, told in facts:
        flow.fact(name, told, _SMALL, _COLUMN)


def _all_texts(facts: Sequence[Fact], cases: Sequence[Case], words: Words) -> list[str]:
    told = [heading(case, words) for case in cases]
    for name, value in (*facts, *(fact for case in cases for fact in case_facts(case, words))):
        told += [name, value]
    return told
