"""Whether one photo of the shop was made of another: by small looks for most pairs, by their points for the
few that these leave.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from PIL import Image

from core.copies.alignment import LEAST_POINTS, Alignment, align
from core.copies.judging import LEAST_SURE, judge
from core.copies.same_colours import compare_colours
from core.copies.same_pixels import SamePixels, same_pixels
from core.copies.small_looks import FINE, Likely, Looks, likely_copies, look, nearly_equal, still_likely
from core.copies.variants import Variant
from core.errors import KnownError
from core.imaging.decode import decode_file
from core.print.sift import SIDE, Points, as_looked_at
from core.search.print_points import points_of
from core.shop.shop import Shop

_WHOLE, _ALIKE = 0.97, 0.93
"""More than of a traced picture is asked for: a shop has packages of one design with another fruit on it."""
_ALIKE_BESIDE = 0.96
"""Where something was laid over, still more is asked of the rest."""
_ALIKE_FILTERED = 0.97
"""Where a filter has changed all colours, all of the light must tell: of very alike blocks."""

Names = tuple[str, str]
"""Hashes of two photos."""
Greys = tuple[Image.Image, Image.Image]
"""Two photos as their points were looked at."""


def look_at(shop: Shop, sha256: str, side: int) -> Looks | None:
    """A photo's small look, (side, side); None of one that cannot be opened: `check` names the damaged."""
    try:
        return look(decode_file(shop.files.small_path(sha256), max_side=2 * side), side)
    except KnownError:
        return None


def copy_scores(shop: Shop, pairs: Sequence[Names], looks: Mapping[str, Looks]) -> list[float]:
    """How sure it is that one photo of each pair was made of the other, 0 to 1; 0 if neither was.

    Args:
        looks: small ones, (32, 32) each, of all photos that can be opened.
    """
    scores = [0.0] * len(pairs)
    seen = [place for place, pair in enumerate(pairs) if looks.keys() >= set(pair)]
    if not seen:
        return scores
    ones, others = (np.stack([looks[pairs[place][side]] for place in seen]) for side in (0, 1))
    likely = _finely(shop, likely_copies(ones, others), [pairs[place] for place in seen])
    for row, mirrored in zip(likely.rows.tolist(), likely.mirrored.tolist(), strict=True):
        place = seen[row]
        scores[place] = _copy_score(shop, pairs[place], Variant(is_mirrored=mirrored))
    return scores


def _finely(shop: Shop, likely: Likely, pairs: Sequence[Names]) -> Likely:
    """Those that fit in finer looks, too."""
    fine: list[tuple[Looks, Looks]] = []
    opened = []
    for place, row in enumerate(likely.rows.tolist()):
        one, other = (look_at(shop, name, FINE) for name in pairs[row])
        if one is not None and other is not None:
            fine.append((one, other))
            opened.append(place)
    if not fine:
        return likely.only(np.zeros(0, np.int64))
    ones, others = (np.stack(side) for side in zip(*fine, strict=True))
    return still_likely(ones, others, likely.only(np.array(opened, np.int64)))


def _copy_score(shop: Shop, pair: Names, variant: Variant) -> float:
    try:
        pictures = sorted(
            ((decode_file(shop.files.path(name), max_side=2 * SIDE), name) for name in pair),
            key=lambda picture: picture[0].width * picture[0].height,
        )
    except KnownError:  # `check` names the damaged files
        return 0.0
    (picture, its_name), (photo, name) = pictures
    return _sureness(picture, photo, points_of(shop, its_name), points_of(shop, name), variant)


def _sureness(
    picture: Image.Image, photo: Image.Image, points: Points, others: Points, variant: Variant
) -> float:
    if min(len(points), len(others)) < LEAST_POINTS:
        return float(nearly_equal(picture, photo))
    alignment = align(points, others, variant)
    if alignment is None:
        return 0.0
    greys = as_looked_at(picture), as_looked_at(photo)
    try:
        if not _is_wholly_alike(same_pixels(*greys, alignment), picture, photo, alignment, greys):
            return 0.0  # most end here: to look finely takes longer than all that was before
        judged = judge(*greys, alignment)
    except np.linalg.LinAlgError:  # points on one line
        return 0.0
    return round(judged.sure, 4) if judged is not None and judged.sure >= LEAST_SURE else 0.0


def _is_wholly_alike(
    seen: SamePixels, picture: Image.Image, photo: Image.Image, alignment: Alignment, greys: Greys
) -> bool:
    """Whether the one lies in the other in the same light and the same colours."""
    if max(seen.photo_share, seen.picture_share) < _WHOLE or seen.alike < _ALIKE:
        return False
    colours = compare_colours(picture, photo, alignment, (max(greys[0].size), max(greys[1].size)))
    return (
        colours.are_same
        or (colours.are_under_sticker and seen.alike >= _ALIKE_BESIDE)
        or (colours.are_filtered and seen.very_alike >= _ALIKE_FILTERED)
    )
