"""What the command line says about a merchant's table that does not tell it itself."""

import argparse

from core.catalog.tables.choices import TableChoices
from core.messages import message
from desktop_app.console.console import Console


def add_table_arguments(parser: argparse.ArgumentParser, console: Console, example: str) -> None:
    """``--map``, ``--dry-run``, ``--decimal``, ``--encoding`` and ``--sheet``; ``example`` is a mapping."""
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help=console.format(
            message("cli", "which column holds a field: {example}; may be given several times"),
            example=example,
        ),
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help=console.format(message("cli", "say what would change, and change nothing")),
    )
    parser.add_argument(
        "--decimal",
        choices=(".", ","),
        help=console.format(message("cli", "the decimal sign of numbers that may be read in two ways")),
    )
    parser.add_argument(
        "--encoding",
        metavar="NAME",
        help=console.format(message("cli", "the encoding of a text file, like cp1250")),
    )
    parser.add_argument(
        "--sheet",
        metavar="NAME",
        help=console.format(message("cli", "the sheet of a workbook that is the table")),
    )


def table_choices(arguments: argparse.Namespace) -> TableChoices:
    """What was said with :func:`add_table_arguments`."""
    return TableChoices(arguments.decimal, arguments.encoding, arguments.sheet)
