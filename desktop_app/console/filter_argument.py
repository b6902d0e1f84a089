"""``--where``: which products a search or a list is about."""

import argparse
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.catalog.lists.filters import matching_photo_ids, parse_filter
from core.messages import message
from core.shop.shop import Shop
from desktop_app.console.console import Console


def add_filter_argument(parser: argparse.ArgumentParser, console: Console) -> None:
    """Add ``--where``, which may be given several times."""
    parser.add_argument(
        "--where",
        action="append",
        default=[],
        metavar="CONDITION",
        help=console.format(
            message("cli", "only such products: category=Juice, price<20, stock>0, tag=organic")
        ),
    )


def allowed_photos(shop: Shop, conditions: Sequence[str]) -> NDArray[np.int64] | None:
    """Ids of the photos that the conditions leave, ascending; None without conditions.

    Raises:
        KnownError: a condition cannot be read.
    """
    return matching_photo_ids(shop.catalog, parse_filter(conditions)) if conditions else None
