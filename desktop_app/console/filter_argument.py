"""``--where``: which products a search or a list is about."""

import argparse

from core.catalog.database.catalog import Catalog
from core.catalog.lists.filters import Filter, parse_filter, require_known
from core.messages import message
from desktop_app.console.console import Console


def add_filter_argument(parser: argparse.ArgumentParser, console: Console) -> None:
    """Add ``--where``, which may be given several times."""
    parser.add_argument(
        "--where",
        action="append",
        default=[],
        metavar="CONDITION",
        help=console.format(
            message(
                "cli",
                "only such products: category=Juice, price<20, tag=organic; stock>0 keeps what was not "
                "counted, stock>=0.5 leaves it out, stock=unknown shows it alone, stock=low what runs out",
            )
        ),
    )


def named_filter(catalog: Catalog, arguments: argparse.Namespace) -> Filter:
    """The filter that ``--where`` describes.

    Raises:
        KnownError: a condition that cannot be read, or by what no product of the shop has.
    """
    filter_ = parse_filter(arguments.where)
    require_known(catalog, filter_)
    return filter_
