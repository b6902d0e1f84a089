"""``--replace``: a file that is something else than what the command writes may be lost."""

import argparse

from core.messages import message
from desktop_app.console.console import Console


def add_replace_argument(parser: argparse.ArgumentParser, console: Console) -> None:
    """Add ``--replace``."""
    parser.add_argument(
        "--replace",
        action="store_true",
        help=console.format(message("cli", "replace the file even if it is something else")),
    )
