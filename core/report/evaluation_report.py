"""An evaluation as one HTML file that opens without a network: figures, plots, and the worst mistakes."""

import json
import platform
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import numpy as np

from core.answer import Verdict
from core.atomic_files import write_atomically
from core.errors import KnownError
from core.evaluation import Evaluation, Figures
from core.messages import Sentence, message
from core.report import curves, plots
from core.report.page import page, section, table, text, tiles
from core.report.pictures import picture_address

REPORT_FILE = "report.html"
FIGURES_FILE = "evaluation.json"

MOST_CATEGORIES = 45
MOST_PRODUCTS = 20
MOST_MISTAKES = 24
_RANKS = 20

Say = Callable[[Sentence], str]
"""A sentence in the reader's language."""


def write_report(
    evaluation: Evaluation, folder: Path, *, shop: str, say: Say = str, language: str = "en"
) -> Path:
    """Write ``report.html`` and ``evaluation.json`` into ``folder``, which is made if need be.

    Args:
        shop: what the shop is called.
        language: the one that ``say`` speaks, for the page's readers.

    Returns:
        The report's path.

    Raises:
        KnownError: it cannot be written, or matplotlib is missing.
    """
    content = page(*_document(evaluation, shop, _Words(say)), language=language)
    figures = json.dumps(evaluation.as_json(), ensure_ascii=False, indent=1)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / FIGURES_FILE, figures.encode())
        write_atomically(folder / REPORT_FILE, content.encode())
    except OSError as error:
        raise KnownError(
            message("core", "The report could not be written to {folder} ({reason})."),
            folder=str(folder),
            reason=error.strerror or type(error).__name__,
        ) from error
    return folder / REPORT_FILE


class _Words:
    """Speaks the reader's language: a marked template and its values to plain text."""

    def __init__(self, say: Say) -> None:
        self._say = say

    def __call__(self, template: str, **values: object) -> str:
        return self._say(Sentence(template, values))


def _document(evaluation: Evaluation, shop: str, words: _Words) -> tuple[str, list[str]]:
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
        tiles(_headline(evaluation, words)),
    ]
    if evaluation.answers and evaluation.overall.top1 is not None:
        parts += [
            _curves(evaluation, words),
            _mistakes(evaluation, words),
            _products(evaluation, words),
            _category_matrix(evaluation, words),
            _categories(evaluation, words),
        ]
    if evaluation.answers:
        parts += [_verdicts(evaluation, words), _time(evaluation, words)]
    if evaluation.skipped:
        rows = [(str(skip.row), words(skip.reason.text, **skip.reason.values)) for skip in evaluation.skipped]
        columns = [words(message("core", "Row")), words(message("core", "Reason"))]
        parts.append(section(words(message("core", "Left out")), "", table(columns, rows)))
    parts.append(f"<footer>Snapshelf · Python {text(platform.python_version())}</footer>")
    return title, parts


def _headline(evaluation: Evaluation, words: _Words) -> list[tuple[str, str]]:
    found = evaluation.overall
    milliseconds = evaluation.ms_per_photo
    return [
        (words(message("core", "first is right (accuracy)")), _share(found.top1)),
        (words(message("core", "among the first five")), _share(found.top5)),
        (words(message("core", "among the first ten")), _share(found.top10)),
        (words(message("core", "mean reciprocal rank")), _number(found.mrr)),
        (words(message("core", "precision")), _number(found.precision)),
        (words(message("core", "recall")), _number(found.recall)),
        (words(message("core", "F1")), _number(found.f1)),
        (words(message("core", "AUROC for unknown products")), _number(evaluation.unknown_auroc)),
        (
            words(message("core", "milliseconds a photo")),
            "–" if milliseconds is None else f"{milliseconds:.0f}",
        ),
    ]


def _curves(evaluation: Evaluation, words: _Words) -> str:
    answers = evaluation.answers
    found = curves.share_found(answers, _RANKS)
    sure = curves.precision_recall(answers)
    trust = curves.reliability(answers)
    boxes = []
    heading = words(message("core", "Found among the first k"))
    axes = (words(message("core", "k")), words(message("core", "photos whose product is there")))
    low = max(0.0, float(np.floor(np.min(found.y) * 10 - 1) / 10))
    drawn = plots.draw(plots.line(found.x, found.y, axes=axes, bottom=low), title=heading)
    boxes.append(section(heading, "", drawn))
    heading = words(message("core", "Precision and recall over confidence"))
    axes = (words(message("core", "recall")), words(message("core", "precision")))
    low = max(0.0, float(np.floor(np.min(sure.y) * 10) / 10) - 0.1)
    drawn = plots.draw(plots.line(sure.x, sure.y, axes=axes, bottom=low), title=heading)
    boxes.append(section(heading, "", drawn))
    heading = words(message("core", "Can the confidence be trusted?"))
    explanation = words(
        message(
            "core",
            "A dot on the diagonal says what it knows: of its answers, as many are right as it claims. "
            "Larger dots stand for more photos. Expected calibration error: {error}.",
        ),
        error=f"{trust.error:.3f}",
    )
    axes = (words(message("core", "confidence")), words(message("core", "share that is right")))
    drawn = plots.draw(
        plots.calibration(trust.confidence, trust.right, trust.count, axes=axes), title=heading
    )
    boxes.append(section(heading, explanation, drawn))
    unknown = curves.unknown_curve(answers)
    if len(unknown.x):
        heading = words(message("core", "Telling what the shop does not have"))
        explanation = words(
            message("core", "Where nine of ten known products are let through, {share} of the unknown are."),
            share=_share(curves.false_accepts(answers)),
        )
        axes = (
            words(message("core", "unknown products let through")),
            words(message("core", "known products let through")),
        )
        drawn = plots.draw(
            plots.line(unknown.x, unknown.y, axes=axes, steps=True, diagonal=True), title=heading
        )
        boxes.append(section(heading, explanation, drawn))
    return f'<div class="pair">{"".join(boxes)}</div>'


def _mistakes(evaluation: Evaluation, words: _Words) -> str:
    every = curves.mistakes(evaluation)
    heading = words(message("core", "The worst confusions"))
    if not every:
        return section(heading, words(message("core", "No photo was answered with a wrong product.")), "")
    wrong = sum(len(mistake.photos) for mistake in every)
    explanation = words(
        message(
            "core",
            "{wrong} photos were answered with a wrong product, {pairs} products were taken for others. The "
            "most frequent first, the surest of its photos shown.",
        ),
        wrong=wrong,
        pairs=len(every),
    )
    cases = "".join(_case(evaluation, mistake, words) for mistake in every[:MOST_MISTAKES])
    return section(heading, explanation, f'<div class="cases">{cases}</div>')


def _case(evaluation: Evaluation, mistake: curves.Mistake, words: _Words) -> str:
    surest = mistake.photos[0]
    truth, guess = evaluation.products.get(mistake.truth), evaluation.products.get(mistake.guess)
    trio = (
        (
            "asked",
            words(message("core", "the photo")),
            surest.photo.path.name,
            surest.photo.path,
        ),
        (
            "said",
            words(message("core", "was answered")),
            guess.title if guess else mistake.guess,
            guess.photo if guess else None,
        ),
        (
            "meant",
            words(message("core", "is right")),
            truth.title if truth else mistake.truth,
            truth.photo if truth else None,
        ),
    )
    figures = []
    for kind, caption, name, path in trio:
        address = picture_address(path)
        image = f'<img src="{address}" alt="">' if address else '<div class="blank"></div>'
        said = f"<figcaption>{text(caption)}<b>{text(name)}</b></figcaption>"
        figures.append(f'<figure class="{kind}">{image}{said}</figure>')
    place = surest.ranked.ranking.index(mistake.truth) + 1 if mistake.truth in surest.ranked.ranking else None
    line = words(
        message("core", "{count} of {photos} photos · confidence {confidence} · right one in place {place}"),
        count=len(mistake.photos),
        photos=sum(answer.ranked.truth == mistake.truth for answer in evaluation.answers),
        confidence=_share(surest.confidence),
        place="–" if place is None else place,
    )
    return f'<div class="case"><div class="trio">{"".join(figures)}</div><p>{text(line)}</p></div>'


def _products(evaluation: Evaluation, words: _Words) -> str:
    block = curves.most_confused_products(evaluation, MOST_PRODUCTS)
    if not block.names:
        return ""
    heading = words(message("core", "The products that are mixed up most"))
    names = [_short(evaluation.products[sku].title) for sku in block.names if sku in evaluation.products]
    if len(names) < len(block.names):
        names = [_short(name) for name in block.names]
    axes = (words(message("core", "answered")), words(message("core", "on the photo")))
    size = 2.2 + 0.34 * len(names)
    drawn = plots.draw(plots.heat(names, block.counts, axes=axes), title=heading, size=(size + 1, size))
    explanation = words(message("core", "Photos of the row's product, answered with the column's."))
    return section(heading, explanation, drawn, wide=True)


def _category_matrix(evaluation: Evaluation, words: _Words) -> str:
    matrix = curves.category_confusions(evaluation, MOST_CATEGORIES)
    heading = words(message("core", "Categories mixed up"))
    axes = (words(message("core", "answered")), words(message("core", "on the photo")))
    names = [_short(name) for name in matrix.names]
    size = 2.2 + (0.2 if len(names) > 24 else 0.34) * len(names)
    drawn = plots.draw(plots.heat(names, matrix.counts, axes=axes), title=heading, size=(size + 1, size))
    explanation = words(message("core", "Photos of the row's category, answered with the column's."))
    return section(heading, explanation, drawn, wide=True)


def _categories(evaluation: Evaluation, words: _Words) -> str:
    def row(name: str, figures: Figures) -> tuple[str, ...]:
        return (
            name or "–",
            str(figures.photos),
            _number(figures.precision),
            _number(figures.recall),
            _number(figures.f1),
            _number(figures.mrr),
            _share(figures.top5),
            _share(figures.top1),
        )

    order = sorted(evaluation.by_category.items(), key=lambda item: (item[1].top1 or 0.0, item[0]))
    columns = [
        words(message("core", "Category")),
        words(message("core", "Photos")),
        words(message("core", "Precision")),
        words(message("core", "Recall")),
        words(message("core", "F1")),
        words(message("core", "MRR")),
        words(message("core", "Top 5")),
        words(message("core", "Top 1")),
    ]
    rows = [row(name, figures) for name, figures in order]
    content = table(columns, rows, bars=[figures.top1 for _name, figures in order])
    return section(words(message("core", "By category, the hardest first")), "", content)


def _verdicts(evaluation: Evaluation, words: _Words) -> str:
    names = {
        Verdict.MATCH: words(message("core", "match")),
        Verdict.UNSURE: words(message("core", "unsure")),
        Verdict.UNKNOWN: words(message("core", "not in the shop")),
    }
    rows = []
    for verdict, name in names.items():
        said = [answer for answer in evaluation.answers if answer.verdict is verdict]
        strangers = sum(answer.ranked.truth is None for answer in said)
        right = sum(answer.right for answer in said)
        rows.append((name, str(len(said)), str(right), str(len(said) - right - strangers), str(strangers)))
    columns = [
        words(message("core", "Verdict")),
        words(message("core", "Photos")),
        words(message("core", "first is right")),
        words(message("core", "first is wrong")),
        words(message("core", "product unknown")),
    ]
    return section(words(message("core", "What was claimed, and what was so")), "", table(columns, rows))


def _time(evaluation: Evaluation, words: _Words) -> str:
    totals = np.array([answer.total_ms for answer in evaluation.answers])
    steps = {
        words(message("core", "decode")): [answer.decode_ms for answer in evaluation.answers],
        words(message("core", "network")): [answer.embed_ms for answer in evaluation.answers],
        words(message("core", "search")): [answer.index_ms for answer in evaluation.answers],
        words(message("core", "in all")): totals.tolist(),
    }
    rows = [
        (name, *(f"{np.quantile(values, share):.1f}" for share in (0.5, 0.95, 1.0)))
        for name, values in steps.items()
    ]
    columns = [
        words(message("core", "Milliseconds")),
        words(message("core", "median")),
        words(message("core", "95 %")),
        words(message("core", "longest")),
    ]
    heading = words(message("core", "Time a photo"))
    middle = float(np.median(totals))
    axes = (words(message("core", "milliseconds")), words(message("core", "photos")))
    drawn = plots.draw(
        plots.bars(totals, axes=axes, mark=middle, mark_label=f"{middle:.0f} ms"),
        title=heading,
        size=(5.2, 2.6),
    )
    return section(
        heading, "", f'<div class="pair"><div>{drawn}</div><div>{table(columns, rows)}</div></div>'
    )


def _short(name: str, most: int = 26) -> str:
    name = name or "–"
    return name if len(name) <= most else name[: most - 1] + "…"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}%"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
