"""What a person decided of a photo: that it may be shown, or not; remembered with the photo's hash.

The hash is the SHA-256 of the stored file's bytes. Stored files are made in the same way of the same picture,
so a photo that is taken out and imported again is known. Whose photo it is does not matter.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.finding import FindingKind

_KINDS = frozenset(FindingKind)


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of a photo.

    Attributes:
        shown: whether it may be shown to customers.
        kinds: the kinds of finding that whoever decided knew of: another one asks for another decision.
        who, decided: by whom and when (ISO 8601, UTC).
    """

    shown: bool
    kinds: frozenset[FindingKind]
    who: str
    decided: str

    def settles(self, kind: FindingKind) -> bool:
        """Whether a finding of this kind needs nobody's decision any more."""
        return not self.shown or kind in self.kinds


def new_decision(shown: bool, kinds: Iterable[FindingKind], who: str) -> Decision:
    """One that is made now."""
    return Decision(shown, frozenset(kinds), who, utc_now())


def decisions_of(catalog: Catalog, hashes: Iterable[str]) -> dict[str, Decision]:
    """What was decided of each photo; those of which nothing was are left out."""
    rows = catalog.db.execute(
        "SELECT sha256, shown, kinds, who, decided FROM moderation_decisions"
        " WHERE sha256 IN (SELECT value FROM json_each(?))",
        [json.dumps(list(hashes))],
    ).fetchall()
    return {
        sha256: Decision(bool(shown), _kinds(kinds), who, decided)
        for sha256, shown, kinds, who, decided in rows
    }


def not_shown(catalog: Catalog, hashes: Iterable[str] | None = None) -> set[str]:
    """The hashes of all photos, or of those given, of which somebody decided that they are not shown."""
    if hashes is not None:
        return {sha256 for sha256, one in decisions_of(catalog, hashes).items() if not one.shown}
    return {row[0] for row in catalog.db.execute("SELECT sha256 FROM moderation_decisions WHERE shown = 0")}


def forget_decisions(catalog: Catalog, hashes: Iterable[str]) -> None:
    """Forget what was decided of photos that have left the shop for good."""
    with catalog.transaction() as db:
        db.execute(
            "DELETE FROM moderation_decisions WHERE sha256 IN (SELECT value FROM json_each(?))",
            [json.dumps(list(hashes))],
        )


def as_json(decisions: Mapping[str, Decision | None]) -> dict[str, Any]:
    """Decisions by hash as the log of edits keeps them; None of a photo of which nothing was decided."""
    return {
        sha256: None if one is None else [one.shown, ",".join(sorted(one.kinds)), one.who, one.decided]
        for sha256, one in sorted(decisions.items())
    }


def write_decisions(catalog: Catalog, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Make ``after`` of ``before``, inside a transaction; both as :func:`as_json` gives them.

    Returns:
        False if nothing was to be done: all photos were decided about otherwise since, and stay as they are.
    """
    now = as_json(dict.fromkeys(before) | dict(decisions_of(catalog, before)))
    turned = [sha256 for sha256 in before if now[sha256] == before[sha256] != after[sha256]]
    for sha256 in turned:
        catalog.db.execute("DELETE FROM moderation_decisions WHERE sha256 = ?", [sha256])
        if after[sha256] is not None:
            catalog.db.execute(
                "INSERT INTO moderation_decisions (sha256, shown, kinds, who, decided)"
                " VALUES (?, ?, ?, ?, ?)",
                [sha256, *after[sha256]],
            )
    return bool(turned)


def _kinds(packed: str) -> frozenset[FindingKind]:
    return frozenset(FindingKind(kind) for kind in packed.split(",") if kind in _KINDS)
