"""What was traced, for programs and for spreadsheets."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from core.catalog.tables.formulas import neutralised
from core.catalog.tables.writing import write_table
from core.copies.looking_through import Traced
from core.files.atomic import write_atomically
from core.files.hostile import parse_json
from core.files.targets import checked_target
from core.messages import Sentence
from core.shop.shop import Shop

_HEADINGS = ["picture", "page", "time_s", "sku", "title", "photo", "score", "edits", "problem"]


def as_document(shop: Shop, traced: Iterable[Traced]) -> list[dict[str, Any]]:
    """What ``trace --json`` prints, see ``docs/it.md``; pictures that could not be looked at are left out."""
    return [
        {
            "photo": one.given.name,
            "time_s": one.given.time_s,
            "copies": [
                {
                    "sku": found.product.sku,
                    "photo": str(shop.files.path(found.copy.photo.sha256)),
                    "score": found.copy.score,
                    "region": [list(corner) for corner in found.copy.outline],
                    "edits": [str(edit) for edit in found.copy.edits],
                }
                for found in one.found
            ],
        }
        for one in traced
        if one.given.problem is None
    ]


def write_traced(
    shop: Shop, traced: Iterable[Traced], target: Path, words: Callable[[Sentence], str] = str
) -> None:
    """Write it as JSON, or as a table in the form that the ending names: a row a copy.

    Args:
        words: a sentence in the language in use; JSON stays in English.

    Raises:
        KnownError: an unknown ending, a target that may not be written, a full disk.
    """
    if target.suffix.casefold() == ".json":
        target = checked_target(target, _is_json)
        text = json.dumps(as_document(shop, traced), ensure_ascii=False, indent=2)
        write_atomically(target, text.encode())
        return
    write_table(target, "copies", _HEADINGS, _rows(shop, traced, words))


def _rows(shop: Shop, traced: Iterable[Traced], words: Callable[[Sentence], str]) -> Iterable[list[str]]:
    for one in traced:
        given = one.given
        place = [
            neutralised(given.name),
            "" if given.page is None else str(given.page),
            "" if given.time_s is None else f"{given.time_s:.1f}",
        ]
        problem = words(given.problem) if given.problem is not None else ""
        if not one.found:
            yield [*place, "", "", "", "", "", neutralised(problem)]
        for found in one.found:
            yield [
                *place,
                neutralised(found.product.sku),
                neutralised(found.product.title),
                str(shop.files.path(found.copy.photo.sha256)),
                f"{found.copy.score:.3f}",
                "; ".join(words(edit) for edit in found.copy.edits),
                "",
            ]


def _is_json(path: Path) -> bool:
    try:
        parse_json(path.read_bytes())
    except ValueError:
        return False
    return True
