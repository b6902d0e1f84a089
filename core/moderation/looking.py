"""What must not be shown on the shop's photos: each is looked at once, and what was seen is told.

What was seen on a photo is kept (core/moderation/keeping.py), so that only what is new is looked at: new
photos, and all of them by a detector that has changed.
"""

import contextlib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.catalog.moderation.decisions import Decision, decisions_of
from core.catalog.moderation.findings import findings_of
from core.catalog.moderation.thresholds import ASKED, Thresholds, thresholds
from core.catalog.photos.photos import live_photo_hashes
from core.errors import KnownError
from core.finding import Finding, FindingKind
from core.messages import Sentence, message
from core.moderation.detectors import all_detectors
from core.moderation.forbidden.titled import named_products
from core.moderation.keeping import look_and_keep, photos_waiting
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

STAGE = message("core", "Looking for what must not be shown")


@dataclass(frozen=True, slots=True)
class Moderated:
    """What is told of one picture.

    Attributes:
        name: its file.
        sha256: hash of the shop's photo; "" if it is none.
        findings: those that reach the shop's thresholds, the surest first.
        decision: what a person decided of it.
        problem: why it could not be looked at; then there are no findings.
    """

    name: str
    sha256: str = ""
    findings: tuple[Finding, ...] = ()
    decision: Decision | None = None
    problem: Sentence | None = None

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Those that wait for a person's decision; how good a photo is for selling waits for none."""
        decision = self.decision
        return tuple(
            one
            for one in self.findings
            if one.kind is not FindingKind.QUALITY and (decision is None or not decision.settles(one.kind))
        )

    @property
    def decided(self) -> bool | None:
        """Whether it may be shown; None while a person has to decide."""
        if self.decision is None or (self.decision.shown and self.open_findings):
            return None
        return self.decision.shown


def moderate_shop(
    shop: Shop, progress: ReportProgress = ignore_progress, *, quality: bool = False
) -> list[Moderated]:
    """Every photo on the shelf; what was looked at before is not looked at again.

    Args:
        quality: what is wrong with photos as pictures is told, too, if the shop does not want it anyway.

    Raises:
        Cancelled: ``progress`` asked to stop; what was seen until then is kept.
    """
    problems = look_through(shop, progress, quality=quality or None)
    hashes = dict.fromkeys(live_photo_hashes(shop.catalog).values())
    return moderated(shop, hashes, problems, quality=quality)


def look_through(
    shop: Shop,
    progress: ReportProgress = ignore_progress,
    *,
    quality: bool | None = None,
    only: Container[str] | None = None,
) -> dict[str, Sentence]:
    """Look at all photos on the shelf that some detector has not seen yet, and let searches pass.

    Args:
        quality: as for :func:`core.moderation.detectors.all_detectors`.
        only: hashes of the photos that are meant; None for all.

    Returns:
        Why photos could not be looked at, by their hashes.

    Raises:
        KnownError: the shop can only be read, and there is something to look at; or what looks ended again
            and again.
        Cancelled: ``progress`` asked to stop; what was seen until then is kept.
    """
    waiting = [one for one in photos_waiting(shop, quality=quality) if only is None or one in only]
    if not waiting:
        return {}
    shop.require_writable()
    problems: dict[str, Sentence] = {}
    done = 0
    report(progress, STAGE, done, len(waiting))
    with contextlib.closing(look_and_keep(shop, waiting, quality=quality)) as looked:
        for one in looked:
            if one is not None:
                done += 1
                if one.problem is not None:
                    problems[one.sha256] = one.problem
            report(progress, STAGE, done, len(waiting))  # also while nothing comes: somebody may want to stop
    return problems


def look_in_advance(shop: Shop) -> Iterator[None]:
    """Look at all photos that some detector has not seen yet; each step is short."""
    if not shop.writable:
        return
    with (
        contextlib.suppress(KnownError),  # nobody asked; whoever asks is told
        contextlib.closing(look_and_keep(shop, photos_waiting(shop))) as looked,
    ):
        for _one in looked:
            yield


def moderated(
    shop: Shop,
    hashes: Sequence[str] | Mapping[str, object],
    problems: Mapping[str, Sentence] | None = None,
    *,
    quality: bool = False,
) -> list[Moderated]:
    """What is known of photos of the shop, in their order; nothing is looked at."""
    least = least_told(shop, quality=quality)
    found, decided = findings_now(shop, hashes), decisions_of(shop.catalog, hashes)
    return [
        Moderated(
            str(shop.files.path(sha256)),
            sha256,
            told(found.get(sha256, ()), least),
            decided.get(sha256),
            (problems or {}).get(sha256),
        )
        for sha256 in hashes
    ]


def findings_now(shop: Shop, hashes: Iterable[str]) -> dict[str, tuple[Finding, ...]]:
    """All that was seen on photos of the shop, however unsure, and what the words of their products say; that
    stands with a product's first photo. The surest first; photos without findings are left out.
    """
    wanted = dict.fromkeys(hashes)
    found = findings_of(shop.catalog, wanted)
    for named in named_products(shop.catalog, list(wanted)):
        if named.photo in wanted:
            found[named.photo] = (*named.findings, *found.get(named.photo, ()))
    return found


def least_told(shop: Shop, *, quality: bool) -> dict[FindingKind, float | None]:
    """What is told; of the quality what is told where it is asked for, unless the shop says otherwise."""
    least = thresholds(shop.catalog)
    kind = FindingKind.QUALITY
    return least | {kind: ASKED[kind]} if quality and least[kind] is None else least


def told(findings: Sequence[Finding], least: Thresholds) -> tuple[Finding, ...]:
    """Those that reach the threshold of their kind."""
    return tuple(one for one in findings if (mark := least[one.kind]) is not None and one.score >= mark)


def problems_of_detectors(shop: Shop) -> list[Sentence]:
    """What is not looked for, and why."""
    found = [one.problem for one in all_detectors(shop) if one.problem is not None]
    return list({str(problem): problem for problem in found}.values())
