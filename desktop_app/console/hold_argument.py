"""``--hold all|ours``: what a till holds of the products of its hub."""

import argparse

from core.hub.holding import Hold
from core.messages import message
from desktop_app.console.console import Console


def add_hold_argument(parser: argparse.ArgumentParser, console: Console) -> None:
    """Let ``parser`` understand it; without it what holds stays."""
    parser.add_argument(
        "--hold",
        type=Hold,
        choices=list(Hold),
        help=console.format(
            message("cli", "which products this till holds: those of all stores, or those that ours sells")
        ),
    )
