"""A report's curves: how soon the right product comes, how sure the answers are, and whether that is true."""

import numpy as np

from core.measuring.evaluation import Evaluation
from core.measuring.report import curves, plots
from core.measuring.report.page import section
from core.measuring.report.words import Words, share
from core.messages import message

_RANKS = 20


def curve_sections(evaluation: Evaluation, words: Words) -> str:
    """The curves, two beside each other; the last one only where photos of unknown products are there."""
    answers = evaluation.answers
    found = curves.share_found(answers, _RANKS)
    sure = curves.precision_recall(answers)
    trust = evaluation.reliability
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
            share=share(curves.false_accepts(answers)),
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
