"""``--where``: which products a search or a list is about."""

import argparse

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
            message("cli", "only such products: category=Juice, price<20, stock>0, tag=organic")
        ),
    )
