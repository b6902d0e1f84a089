"""Findings kept with the hash of the photo they are about, so that no photo is looked at twice.

A detector is known by its name; one of another version looks again, and what it saw takes the place of what
was seen before. What is kept are guesses of a machine: all of it can be made again from the photos.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from core.catalog.database.catalog import Catalog
from core.files.hostile import parse_json
from core.finding import Box, Finding, FindingKind
from core.messages import Sentence

_TEMPLATE = re.compile(r"(?:[^{}]|\{\w+\})*")
"""A sentence with names of values alone: a format could ask for a gigabyte of spaces."""
_THESE = "(SELECT value FROM json_each(?))"
_KINDS = frozenset(FindingKind)


def store_findings(
    catalog: Catalog, sha256: str, detector: str, version: str, findings: Sequence[Finding]
) -> None:
    """Keep what a detector saw on a photo, in place of what it saw before; nothing if the photo is gone."""
    with catalog.transaction() as db:
        db.execute("DELETE FROM moderation_looks WHERE sha256 = ? AND detector = ?", [sha256, detector])
        if db.execute("SELECT 1 FROM photos WHERE sha256 = ? LIMIT 1", [sha256]).fetchone() is None:
            return
        db.execute(
            "INSERT INTO moderation_looks (sha256, detector, version) VALUES (?, ?, ?)",
            [sha256, detector, version],
        )
        db.conn.executemany(
            "INSERT INTO moderation_findings (sha256, detector, place, kind, score, text, box)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (sha256, detector, place, one.kind, one.score, _packed(one.text), _packed_box(one.box))
                for place, one in enumerate(findings)
            ],
        )


def findings_of(catalog: Catalog, hashes: Iterable[str]) -> dict[str, tuple[Finding, ...]]:
    """All that was seen on each photo, however unsure, the surest first; photos without are left out."""
    rows = catalog.db.execute(
        "SELECT sha256, kind, score, text, box FROM moderation_findings"  # noqa: S608
        f" WHERE sha256 IN {_THESE} ORDER BY score DESC, detector, place",
        [json.dumps(list(hashes))],
    ).fetchall()
    found: dict[str, list[Finding]] = {}
    for sha256, kind, score, text, box in rows:
        if kind in _KINDS:  # a newer program may know more
            one = Finding(FindingKind(kind), float(score), _unpacked(text), _unpacked_box(box))
            found.setdefault(sha256, []).append(one)
    return {sha256: tuple(own) for sha256, own in found.items()}


def photos_to_look_at(
    catalog: Catalog, detectors: Mapping[str, str], *, settled: tuple[str, str]
) -> list[str]:
    """Hashes of the live products' photos that one of some detectors has not looked at, the oldest first.

    Args:
        detectors: name to version.
        settled: a detector and its version: no other one need look at what it has looked at.
    """
    # Photos that all have looked at are counted in the order of the key: quick also where there are many.
    rows = catalog.db.execute(
        "SELECT min(id) AS first, sha256 FROM photos WHERE missing = 0"
        " AND product_id NOT IN (SELECT id FROM products WHERE archived = 1)"
        " AND sha256 NOT IN (SELECT sha256 FROM moderation_looks AS look, json_each(?) AS wanted"
        "   WHERE look.detector = wanted.key AND look.version = wanted.value"
        "   GROUP BY sha256 HAVING count(*) = ?)"
        " AND (sha256, ?, ?) NOT IN (SELECT sha256, detector, version FROM moderation_looks)"
        " GROUP BY sha256 ORDER BY first",
        [json.dumps(dict(detectors)), len(detectors), *settled],
    ).fetchall()
    return [sha256 for _first, sha256 in rows]


def looked_by(catalog: Catalog, sha256: str) -> dict[str, str]:
    """The detectors that have looked at a photo: name to version."""
    rows = catalog.db.execute("SELECT detector, version FROM moderation_looks WHERE sha256 = ?", [sha256])
    return dict(rows.fetchall())


def forget_look(catalog: Catalog, sha256: str, detector: str) -> None:
    """As if this detector had never looked at the photo."""
    catalog.db.execute("DELETE FROM moderation_looks WHERE sha256 = ? AND detector = ?", [sha256, detector])


def forget_findings(catalog: Catalog, hashes: Iterable[str]) -> None:
    """Forget what was seen on photos that have left the shop for good."""
    with catalog.transaction() as db:
        db.execute(
            f"DELETE FROM moderation_looks WHERE sha256 IN {_THESE}",  # noqa: S608
            [json.dumps(list(hashes))],
        )


def _packed(text: Sentence) -> str:
    return json.dumps([text.text, {name: _plain(value) for name, value in text.values.items()}])


def _plain(value: object) -> object:
    if isinstance(value, Sentence):
        return {"text": value.text, "values": {name: _plain(own) for name, own in value.values.items()}}
    return value if isinstance(value, bool | int | float | str) else str(value)


def _unpacked(packed: str) -> Sentence:
    """The sentence; an empty one if a stranger's catalog holds anything else."""
    try:
        text, values = parse_json(packed)
        sentence = _safe(text, values)
        str(sentence)  # a template and values that do not fit
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return Sentence("")
    return sentence


def _of_plain(value: object) -> object:
    return _safe(value["text"], value["values"]) if isinstance(value, dict) else value


def _safe(text: Any, values: Any) -> Sentence:
    """The sentence of a template and its values.

    Raises:
        ValueError, TypeError, AttributeError: it is none of ours.
    """
    if _TEMPLATE.fullmatch(text) is None:
        raise ValueError("no template")
    return Sentence(text, {str(name): _of_plain(value) for name, value in values.items()})


def _packed_box(box: Box | None) -> str | None:
    return None if box is None else json.dumps([round(side, 1) for side in box])


def _unpacked_box(packed: str | None) -> Box | None:
    if packed is None:
        return None
    try:
        left, top, right, bottom = (float(side) for side in parse_json(packed))
    except (ValueError, TypeError):
        return None
    return left, top, right, bottom
