"""What a closer look at a new product's picture says: the words on its label, and its tags.

Reading a label takes up to a second, comparing all products for the tags some seconds in the largest shops;
nobody has to wait for either.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.answer import Seen
from core.label.lines import Line
from core.label.terms import words_in
from core.progress import ReportProgress, ignore_progress
from core.search.witnesses.label import QueryLabel
from core.shop.shop import Shop
from core.tagging.likeness import compare_products
from core.tagging.proposals import gather_voters, propose_for_picture
from core.tagging.shop_tags import all_tags

LEAST_SURE = 0.5
"""Least confidence of a tag that is proposed: it is more likely right than wrong."""
_READ_WELL = 0.8
"""Least confidence of a line that may become a title."""
_MOST_LINES, _MOST_LETTERS = 3, 60


@dataclass(frozen=True, slots=True)
class Details:
    """A title from the words on the label ("" if none was read), and tags, the surest first."""

    title: str
    tags: tuple[str, ...]


def details_of(shop: Shop, seen: Seen, progress: ReportProgress = ignore_progress) -> Details:
    """What is proposed for a new product that looks like this.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    labels = [picture.label for picture in seen.pictures]
    titles = (title_of(label.lines()) for label in labels if isinstance(label, QueryLabel))
    return Details(next((title for title in titles if title), ""), _tags(shop, seen, progress))


def title_of(lines: Sequence[Line]) -> str:
    """The largest words of a label, as they are read from above: what a package calls itself.

    Args:
        lines: the largest first.
    """
    telling = [line for line in lines if line.confidence >= _READ_WELL and words_in(line.text)]
    read = sorted(telling[:_MOST_LINES], key=lambda line: min(y for _x, y in line.corners))
    title = " ".join(dict.fromkeys(" ".join(line.text.split()) for line in read))
    if len(title) <= _MOST_LETTERS:
        return title
    return title[:_MOST_LETTERS].rsplit(" ", 1)[0]


def _tags(shop: Shop, seen: Seen, progress: ReportProgress) -> tuple[str, ...]:
    tags = all_tags(shop)
    if not tags:
        return ()
    likeness_map = compare_products(shop, progress)
    raw = np.stack([picture.vector for picture in seen.pictures])
    found = propose_for_picture(gather_voters(likeness_map, tags), likeness_map.place(shop.model, raw))
    return tuple(proposal.tag for proposal in found if proposal.confidence >= LEAST_SURE)
