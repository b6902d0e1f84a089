"""A report's figures: the headline, each category, what was claimed, and the time that it took."""

import numpy as np

from core.answer import Verdict
from core.measuring.evaluation import Evaluation, Figures
from core.measuring.report import plots
from core.measuring.report.page import section, table
from core.measuring.report.words import Words, number, share
from core.messages import message


def headline(evaluation: Evaluation, words: Words) -> list[tuple[str, str]]:
    """What each headline figure is called, and its value."""
    found = evaluation.overall
    milliseconds = evaluation.ms_per_photo
    return [
        (words(message("core", "first is right (accuracy)")), share(found.top1)),
        (words(message("core", "among the first five")), share(found.top5)),
        (words(message("core", "among the first ten")), share(found.top10)),
        (words(message("core", "mean reciprocal rank")), number(found.mrr)),
        (words(message("core", "precision")), number(found.precision)),
        (words(message("core", "recall")), number(found.recall)),
        (words(message("core", "F1")), number(found.f1)),
        (words(message("core", "AUROC for unknown products")), number(evaluation.unknown_auroc)),
        (
            words(message("core", "milliseconds a photo")),
            "–" if milliseconds is None else f"{milliseconds:.0f}",
        ),
    ]


def categories(evaluation: Evaluation, words: Words) -> str:
    """The figures of each category, the hardest first."""

    def row(name: str, figures: Figures) -> tuple[str, ...]:
        return (
            name or "–",
            str(figures.photos),
            number(figures.precision),
            number(figures.recall),
            number(figures.f1),
            number(figures.mrr),
            share(figures.top5),
            share(figures.top1),
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


def verdicts(evaluation: Evaluation, words: Words) -> str:
    """How often each verdict was right."""
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


def time_a_photo(evaluation: Evaluation, words: Words) -> str:
    """How long each step took."""
    totals = np.array([answer.total_ms for answer in evaluation.answers])
    steps = {
        words(message("core", "decode")): [answer.decode_ms for answer in evaluation.answers],
        words(message("core", "network")): [answer.embed_ms for answer in evaluation.answers],
        words(message("core", "search")): [answer.index_ms for answer in evaluation.answers],
        words(message("core", "in all")): totals.tolist(),
    }
    rows = [
        (name, *(f"{np.quantile(values, part):.1f}" for part in (0.5, 0.95, 1.0)))
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
