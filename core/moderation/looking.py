"""Pictures looked at by all detectors: the shop's own photos once, others whenever they are given.

What was seen on a photo of the shop is kept (core/catalog/moderation/findings.py), so that only what is new
is looked at: new photos, and all of them by a detector that has changed.
"""

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core.catalog.moderation.decisions import Decision, decisions_of
from core.catalog.moderation.findings import findings_of, looked_by, photos_to_look_at, store_findings
from core.catalog.moderation.thresholds import ASKED, Thresholds, thresholds
from core.catalog.photos.photos import live_photo_hashes
from core.errors import KnownError
from core.files.below import files_below
from core.finding import Finding, FindingKind
from core.imaging.picture_kinds import PICTURE_ENDINGS
from core.messages import Sentence, message
from core.moderation.detector import Detector
from core.moderation.detectors import all_detectors
from core.moderation.forbidden.titled import named_products
from core.moderation.looked_at import LookedAt, look_at_file, look_at_photo
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
) -> dict[str, Sentence]:
    """Look at all photos on the shelf that some detector has not seen yet, and let searches pass.

    Args:
        quality: as for :func:`core.moderation.detectors.all_detectors`.

    Returns:
        Why photos could not be looked at, by their hashes.

    Raises:
        KnownError: the shop can only be read, and there is something to look at.
        Cancelled: ``progress`` asked to stop; what was seen until then is kept.
    """
    detectors = _able(all_detectors(shop, quality=quality))
    waiting = _waiting(shop, detectors)
    if waiting:
        shop.require_writable()
    problems: dict[str, Sentence] = {}
    for done, sha256 in enumerate(waiting):
        report(progress, STAGE, done, len(waiting))
        try:
            for _seen in _look(shop, sha256, detectors):
                shop.right_of_way.give_way()
        except KnownError as error:
            problems[sha256] = error.sentence
    if waiting:
        report(progress, STAGE, len(waiting), len(waiting))
    return problems


def look_in_advance(shop: Shop) -> Iterator[None]:
    """Let one detector look at one photo a step, of all that it has not seen yet."""
    if not shop.writable:
        return
    detectors = _able(all_detectors(shop))
    for sha256 in _waiting(shop, detectors):
        with contextlib.suppress(KnownError):  # `check` names the damaged files
            yield from _look(shop, sha256, detectors)


def moderated(
    shop: Shop,
    hashes: Sequence[str] | Mapping[str, object],
    problems: Mapping[str, Sentence] | None = None,
    *,
    quality: bool = False,
) -> list[Moderated]:
    """What is known of photos of the shop, in their order; nothing is looked at."""
    least = _least(shop, quality=quality)
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


def moderate_files(shop: Shop, paths: Sequence[Path], *, quality: bool = False) -> Iterator[Moderated]:
    """Picture files, and those below folders, one after the other; one that cannot be read says why.

    They need not be of the shop, and nothing is kept of them; ``quality`` as for :func:`moderate_shop`.
    """
    detectors = tuple(_able(all_detectors(shop, quality=quality or None)).values())
    least = _least(shop, quality=quality)
    for path in paths:
        try:
            files = _pictures_below(path) if path.is_dir() else [path]
        except KnownError as error:
            yield Moderated(str(path), problem=error.sentence)
            continue
        for file in files:
            try:
                picture = look_at_file(shop, file)
            except KnownError as error:
                yield Moderated(str(file), problem=error.sentence)
                continue
            found = (_in_own_pixels(one, picture.scale) for one in findings_in(detectors, picture))
            yield Moderated(str(file), findings=told(tuple(found), least))


def _least(shop: Shop, *, quality: bool) -> dict[FindingKind, float | None]:
    """What is told; of the quality what is told where it is asked for, unless the shop says otherwise."""
    least = thresholds(shop.catalog)
    kind = FindingKind.QUALITY
    return least | {kind: ASKED[kind]} if quality and least[kind] is None else least


def _in_own_pixels(one: Finding, scale: float) -> Finding:
    if one.box is None or scale == 1:
        return one
    left, top, right, bottom = (round(side * scale, 1) for side in one.box)
    return replace(one, box=(left, top, right, bottom))


def findings_in(detectors: Sequence[Detector], picture: LookedAt) -> tuple[Finding, ...]:
    """All that the detectors see, the surest first."""
    return tuple(sorted((one for d in detectors for one in d.find(picture)), key=lambda one: -one.score))


def told(findings: Sequence[Finding], least: Thresholds) -> tuple[Finding, ...]:
    """Those that reach the threshold of their kind."""
    return tuple(one for one in findings if (mark := least[one.kind]) is not None and one.score >= mark)


def photos_waiting(shop: Shop) -> list[str]:
    """Hashes of the photos on the shelf that some detector has not seen yet, the oldest first."""
    return _waiting(shop, _able(all_detectors(shop)))


def problems_of_detectors(shop: Shop) -> list[Sentence]:
    """What is not looked for, and why."""
    found = [one.problem for one in all_detectors(shop) if one.problem is not None]
    return list({str(problem): problem for problem in found}.values())


def _able(detectors: Sequence[Detector]) -> dict[str, Detector]:
    return {one.name: one for one in detectors if one.problem is None}


def _waiting(shop: Shop, detectors: Mapping[str, Detector]) -> list[str]:
    return photos_to_look_at(shop.catalog, {name: one.version for name, one in detectors.items()})


def _look(shop: Shop, sha256: str, detectors: Mapping[str, Detector]) -> Iterator[None]:
    """Let each detector look that has not yet, one a step, and keep what was seen when all have.

    Raises:
        KnownError: the photo cannot be opened.
    """
    before = looked_by(shop.catalog, sha256)
    left = [one for name, one in detectors.items() if before.get(name) != one.version]
    if not left:
        return
    picture = look_at_photo(shop, sha256)
    seen = []
    for one in left:
        seen.append((one, one.find(picture)))
        yield
    with shop.catalog.transaction():  # one a photo: each waits for the disk
        for one, findings in seen:
            if one.problem is None:
                store_findings(shop.catalog, sha256, one.name, one.version, findings)


def _pictures_below(folder: Path) -> list[Path]:
    files = sorted(files_below(folder, PICTURE_ENDINGS))
    if not files:
        raise KnownError(message("core", "There are no pictures in {folder}."), folder=folder)
    return files
