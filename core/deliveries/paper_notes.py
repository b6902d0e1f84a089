"""A delivery note on paper: its photo read line by line.

A line counts where its words are the number, the barcode or the title of exactly one product, and one whole
number stands beside them. Numbers of lines (1, 2, 3 …) at their beginning are passed by. A line with a number
that is not understood is named; addresses and headings have none, or are named, too.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from core.catalog.database.catalog import Catalog
from core.catalog.sales.matching import match_codes
from core.catalog.tables.rows import Skipped
from core.deliveries.note import Note, NoteLine
from core.errors import KnownError
from core.imaging.decode import decode_file
from core.messages import Sentence, message
from core.moderation.writing.rows import rows_of
from core.quantities.quantity import whole
from core.shop.shop import Shop

_SIDE = 2400
"""Pixels of a photo of a note: its letters are small."""
_MOST_LINES = 160
_COUNT = re.compile(r"[x×]?(\d{1,4})(?:x|×|pcs|st|stk|件|个|瓶|盒|包|袋)?", re.IGNORECASE)
_PLACE = re.compile(r"(\d{1,3})[.)]?")
_LONGEST_TITLE = 10
"""Words of a title that is looked for."""


def read_paper(shop: Shop, path: Path) -> Note:
    """Read the photo.

    Raises:
        KnownError: it is no picture, or nothing can be read here.
    """
    lines = shop.label_reader.read(decode_file(path, max_side=_SIDE), most=_MOST_LINES)
    problem = shop.label_reader.problem
    if problem is not None:
        raise KnownError(problem.text, **problem.values)
    return Note(path.name, *understood(shop.catalog, [row.text for row in rows_of(lines)]))


def understood(catalog: Catalog, rows: Sequence[str]) -> tuple[tuple[NoteLine, ...], tuple[Skipped, ...]]:
    """The lines of a note among rows of writing, and rows with a number that were not understood."""
    told = _without_their_numbers([row.split() for row in rows])
    spans = {" ".join(parts[begin:end]) for parts in told for begin, end in _spans(parts)}
    known = match_codes(catalog, {text: ("", text) for text in spans})
    lines, skipped = [], []
    for number, parts in enumerate(told, 1):
        named = {text for begin, end in _spans(parts) if (text := " ".join(parts[begin:end])) in known}
        products = {known[text] for text in named}
        of_names = {word for text in named for word in text.split()}
        counts = [
            int(match[1]) for part in parts if part not in of_names and (match := _COUNT.fullmatch(part))
        ]
        row = " ".join(parts)
        if len(products) == 1 and len(counts) == 1:
            lines.append(NoteLine(max(named, key=len), row, whole(counts[0]), products.pop()))
        elif counts:
            text = message("core", "“{row}” does not say one product and one quantity.")
            skipped.append(Skipped(number, Sentence(text, {"row": row})))
    return tuple(lines), tuple(skipped)


def _without_their_numbers(rows: list[list[str]]) -> list[list[str]]:
    """Rows without the 1, 2, 3 … that they begin with, if they do."""
    numbers = [int(found[1]) for parts in rows if len(parts) > 1 and (found := _PLACE.fullmatch(parts[0]))]
    first = numbers[0] if numbers else 0
    if len(numbers) < 2 or numbers != list(range(first, first + len(numbers))):
        return rows
    return [parts[1:] if len(parts) > 1 and _PLACE.fullmatch(parts[0]) else parts for parts in rows]


def _spans(parts: Sequence[str]) -> list[tuple[int, int]]:
    """Where a number, a barcode or a title may begin and end."""
    return [
        (begin, end)
        for begin in range(len(parts))
        for end in range(begin + 1, min(len(parts), begin + _LONGEST_TITLE) + 1)
        if end > begin + 1 or len(parts[begin]) > 1
    ]
