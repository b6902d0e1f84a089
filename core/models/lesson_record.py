"""What is known of one lesson, and the file ``lesson.json`` that says it.

The file holds the lesson's calibrations, too: they are its own, and as small.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from core.embedding.measures import Measure
from core.files.atomic import write_atomically
from core.files.hostile import parse_json
from core.messages import Sentence
from core.models.active_model import unreadable
from core.models.doubt import TRAITS, TRAITS_BEFORE, Doubt
from core.models.verdict import Calibration

LESSON_FILE = "lesson.json"

DEEP = "deep"
"""The kind of the lessons that bring a backbone of their own."""

TUNED = "-tuned"
"""How the name of such a backbone ends."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is known of one lesson.

    Attributes:
        version: its name and its folder's.
        kind: ``"quick"`` or ``"deep"``; a deep one brings a backbone of its own.
        created: UTC, ISO 8601.
        backbone: fingerprint of the backbone that it sits on.
        examples: photos that it learned from, synthetic ones included.
        held_out: photos that it was examined on; 0 if there were none to spare.
        before_top1, after_top1: shares of these whose product came first, before and after.
        gain_interval: bootstrap 95 % interval of the difference.
        promoted: whether it was better beyond doubt.
        reason: why it was kept or rejected.
        seconds: what it took.
        varieties: groups of look-alikes that it tells apart within a product, at most
            (core/learning/varieties.py).
        witnesses: what confirmed searches said of what the witnesses count, whether the lesson was kept or
            not (core/learning/witness_weights.py); None where there were too few.
    """

    version: str
    kind: str
    created: str
    backbone: str
    examples: int
    held_out: int
    before_top1: float | None
    after_top1: float | None
    gain_interval: tuple[float, float] | None
    promoted: bool
    reason: Sentence
    seconds: float
    varieties: int = 1
    witnesses: Sentence | None = None


def write_lesson(path: Path, lesson: Lesson, calibrations: Mapping[Measure, Calibration]) -> None:
    """Write ``lesson.json``.

    Raises:
        OSError: it cannot be written.
    """
    document = {
        "version": lesson.version,
        "kind": lesson.kind,
        "created": lesson.created,
        "backbone": lesson.backbone,
        "examples": lesson.examples,
        "held_out": lesson.held_out,
        "before_top1": lesson.before_top1,
        "after_top1": lesson.after_top1,
        "gain_interval": lesson.gain_interval,
        "promoted": lesson.promoted,
        "reason": _written(lesson.reason),
        "witnesses": None if lesson.witnesses is None else _written(lesson.witnesses),
        "seconds": lesson.seconds,
        "varieties": lesson.varieties,
        "sealed": True,
        "calibrations": {measure.value: asdict(fit) for measure, fit in calibrations.items()},
    }
    write_atomically(path, json.dumps(document, ensure_ascii=False, indent=1).encode())


def read_lesson(path: Path) -> Lesson:
    """The lesson that a ``lesson.json`` tells of.

    Raises:
        KnownError: the file is missing or damaged.
    """
    document = _document(path)
    try:
        interval = document["gain_interval"]
        return Lesson(
            version=str(document["version"]),
            kind=str(document["kind"]),
            created=str(document["created"]),
            backbone=_fingerprint(document["backbone"]),
            examples=int(document["examples"]),
            held_out=int(document["held_out"]),
            before_top1=document["before_top1"],
            after_top1=document["after_top1"],
            gain_interval=None if interval is None else (float(interval[0]), float(interval[1])),
            promoted=bool(document["promoted"]),
            reason=_sentence(document["reason"]),
            seconds=float(document["seconds"]),
            varieties=int(document.get("varieties", 1)),
            witnesses=_sentence(document["witnesses"]) if document.get("witnesses") else None,
        )
    except (KeyError, TypeError, ValueError, IndexError, OverflowError) as error:
        raise unreadable(Path(str(document.get("version", LESSON_FILE)))) from error


def read_calibrations(path: Path) -> dict[Measure, Calibration]:
    """How the scores of the lesson become probabilities, by measure.

    Raises:
        KnownError: the file is missing or damaged.
    """
    document = _document(path)
    try:
        return {
            Measure(measure): Calibration(
                float(numbers["temperature"]),
                float(numbers["unknown"]),
                # Lessons of versions before this have none.
                float(numbers.get("stand", 0)),
                float(numbers.get("width", 0)),
                float(numbers.get("least_width", 0)),
                _doubt(numbers.get("doubt")),
            )
            for measure, numbers in document["calibrations"].items()
        }
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise unreadable(path) from error


def is_sealed(path: Path) -> bool:
    """Whether the lesson was sealed (core/models/seal.py) when it was learned.

    Raises:
        KnownError: the file is missing or damaged.
    """
    return bool(_document(path).get("sealed", False))


def _doubt(document: Any) -> Doubt | None:
    if document is None:
        return None
    weights = tuple(float(weight) for weight in document["weights"])
    doubt = Doubt(weights, float(document["constant"]))
    if not np.isfinite([*weights, doubt.constant]).all():
        raise ValueError("not a doubt's numbers")
    if len(weights) == TRAITS_BEFORE:  # the traits that came since say nothing in it
        return replace(doubt, weights=(*weights, *[0.0] * (TRAITS - TRAITS_BEFORE)))
    # One of another version still weighs other traits; the verdict was fitted without it and holds.
    return doubt if len(weights) == TRAITS else None


def _written(sentence: Sentence) -> dict[str, Any]:
    return {"text": sentence.text, "values": dict(sentence.values)}


def _sentence(document: Any) -> Sentence:
    return Sentence(str(document["text"]), dict(document["values"]))


def _fingerprint(value: Any) -> str:
    """A fingerprint names folders, which are deleted with the lesson; anything else is damage."""
    if not isinstance(value, str) or not re.fullmatch(r"[0-9a-f]{16}", value):
        raise ValueError("no fingerprint")
    return value


def _document(path: Path) -> dict[str, Any]:
    try:
        document = parse_json(path.read_bytes())
    except (OSError, ValueError) as error:
        raise unreadable(path) from error
    if not isinstance(document, dict):
        raise unreadable(path)
    return document
