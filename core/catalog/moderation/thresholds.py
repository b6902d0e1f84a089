"""From which score on a finding is told: the program's own choice, the shop's instead, the policy's above."""

from collections.abc import Mapping

from core.catalog.database.catalog import Catalog
from core.errors import KnownError
from core.finding import FindingKind
from core.messages import message
from core.policy import load_policy

Thresholds = Mapping[FindingKind, float | None]
"""The least score of each kind that is told; None where nothing of that kind is."""

DEFAULT: Thresholds = {
    FindingKind.NUDITY: 0.8,
    FindingKind.FORBIDDEN: 0.5,
    FindingKind.WEAPON: 0.5,
    FindingKind.CONTACT: 0.5,
    FindingKind.CODE: 0.5,
    FindingKind.WORD: 0.5,
    FindingKind.FACE: 0.5,
    FindingKind.QUALITY: None,
    FindingKind.UNSEEN: 0.5,
}
"""Measured in docs/decisions/0044-moderation.md and 0045-faces.md. The quality of photos is told where it is
asked for: half of a shop's photos would be on the list, and none of them must not be shown for it."""
ASKED: Thresholds = {FindingKind.QUALITY: 0.5}
"""What holds for a kind that is not told by itself, where it is asked for."""


def thresholds(catalog: Catalog) -> dict[FindingKind, float | None]:
    """What holds in this shop on this computer."""
    return {**DEFAULT, **_chosen(catalog), **load_policy().thresholds}


def locked_thresholds() -> frozenset[FindingKind]:
    """The kinds whose threshold this computer's policy holds."""
    return frozenset(load_policy().thresholds)


def choose_threshold(catalog: Catalog, kind: FindingKind, least: float | None) -> None:
    """From now on findings of ``kind`` are told from a score of ``least`` on; not at all, for None.

    Raises:
        KnownError: the policy holds it, it is not from 0 to 1, or the shop can only be read.
    """
    if kind in locked_thresholds():
        raise KnownError(
            message("core", "What moderation tells of {kind} is set for this computer by its administrator."),
            kind=kind.value,
        )
    if least is not None and not 0 <= least <= 1:
        raise KnownError(message("core", "The least score is a number from 0 to 1."))
    with catalog.transaction() as db:
        db.execute("DELETE FROM moderation_thresholds WHERE kind = ?", [kind])
        if least != DEFAULT[kind]:
            db.execute("INSERT INTO moderation_thresholds (kind, least) VALUES (?, ?)", [kind, least])


def _chosen(catalog: Catalog) -> dict[FindingKind, float | None]:
    rows = catalog.db.execute("SELECT kind, least FROM moderation_thresholds").fetchall()
    known = frozenset(FindingKind)
    return {FindingKind(kind): least for kind, least in rows if kind in known}
