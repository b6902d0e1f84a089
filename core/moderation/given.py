"""Pictures that are given, of the shop or not, looked at by all detectors; nothing is kept of them."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from core.errors import KnownError
from core.files.below import files_below
from core.finding import Finding
from core.imaging.picture_kinds import PICTURE_ENDINGS
from core.messages import Sentence, message
from core.moderation.apart import Look, looked_apart, lost
from core.moderation.detector import Detector
from core.moderation.keeping import able_detectors
from core.moderation.looked_at import LookedAt, look_at_file
from core.moderation.looking import Moderated, least_told, told
from core.shop.shop import Shop


def moderate_files(
    shop: Shop,
    paths: Sequence[Path],
    *,
    quality: bool = False,
    using: Callable[[Shop], Look[tuple[Finding, ...]]] | None = None,
) -> Iterator[Moderated]:
    """Picture files, and those below folders, one after the other; one that cannot be read says why.

    A child process looks at them: one that ends it is told as one at which a person has to look.

    Args:
        quality: what is wrong with them as pictures is told, too, if the shop does not want it anyway.
        using: as for :func:`looked_apart`.
    """
    given = list(_given(paths))
    files = [str(one) for one in given if isinstance(one, Path)]
    least = least_told(shop, quality=quality)
    given_up: Sentence | None = None
    look = using or partial(looking, quality=quality)
    with contextlib.closing(looked_apart(shop, files, look)) as looked:
        for one in given:
            if isinstance(one, Moderated):
                yield one
                continue
            if given_up is None:
                try:
                    seen = next(looked_at for looked_at in looked if looked_at is not None)
                except KnownError as error:
                    given_up = error.sentence
                else:
                    findings = (lost(),) if seen.is_lost else seen.seen or ()
                    yield Moderated(str(one), findings=told(findings, least), problem=seen.problem)
            if given_up is not None:
                yield Moderated(str(one), problem=given_up)


def looking(shop: Shop, *, quality: bool) -> Look[tuple[Finding, ...]]:
    """Lets all detectors look at a file, by its path, that can; in the child."""
    detectors = tuple(able_detectors(shop, quality=quality or None).values())

    def look(path: str) -> tuple[Finding, ...]:
        picture = look_at_file(shop, Path(path))
        return tuple(_in_own_pixels(one, picture.scale) for one in findings_in(detectors, picture))

    return look


def findings_in(detectors: Sequence[Detector], picture: LookedAt) -> tuple[Finding, ...]:
    """All that the detectors see, the surest first."""
    return tuple(sorted((one for d in detectors for one in d.find(picture)), key=lambda one: -one.score))


def _given(paths: Sequence[Path]) -> Iterator[Path | Moderated]:
    """The files, and what has none and why."""
    for path in paths:
        try:
            yield from _pictures_below(path) if path.is_dir() else [path]
        except KnownError as error:
            yield Moderated(str(path), problem=error.sentence)


def _pictures_below(folder: Path) -> list[Path]:
    files = sorted(files_below(folder, PICTURE_ENDINGS))
    if not files:
        raise KnownError(message("core", "There are no pictures in {folder}."), folder=folder)
    return files


def _in_own_pixels(one: Finding, scale: float) -> Finding:
    if one.box is None or scale == 1:
        return one
    left, top, right, bottom = (round(side * scale, 1) for side in one.box)
    return replace(one, box=(left, top, right, bottom))
