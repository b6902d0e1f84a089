"""What the witnesses said in searches of which a clerk said what they show: numbers, no picture, no vector.

The weights of the witnesses are fitted to them (core/learning/witness_weights.py). Whether they may be kept
is the setting ``learn_from_searches``, which the caller asks; "forget all" of what joined from searches takes
them along (core/catalog/photos/unlabelled.py).
"""

import json
import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.answer import Heard
from core.catalog.database.catalog import Catalog
from core.catalog.database.erasing import erasing
from core.feedback import Said
from core.files.hostile import parse_json

MOST = 1000
"""How many are kept, the newest: more would hardly make a handful of weights more exact."""

_DIGITS = 3


@dataclass(frozen=True, slots=True, eq=False)
class HeardSearch:
    """One search: what was heard, and the product that it shows, as was said last; None where the shop does
    not have it."""

    heard: Heard
    truth: int | None


def keep_heard(catalog: Catalog, feedback_id: int, heard: Heard) -> None:
    """Keep what was heard in the search that a word was said of; the oldest beyond :data:`MOST` go."""
    told = {name: [round(one, _DIGITS) for one in own.tolist()] for name, own in heard.odds.items()}
    content = json.dumps({"products": heard.products.tolist(), "odds": told}, separators=(",", ":"))
    with erasing(catalog) as db:
        db.execute(
            "INSERT INTO heard_searches (feedback_id, taught_by, none, candidates) VALUES (?, ?, ?, ?)",
            [feedback_id, heard.taught_by, heard.none, content],
        )
        db.execute(
            "DELETE FROM heard_searches WHERE feedback_id NOT IN"
            " (SELECT feedback_id FROM heard_searches ORDER BY feedback_id DESC LIMIT ?)",
            [MOST],
        )


def heard_searches(catalog: Catalog) -> list[HeardSearch]:
    """Every search that is kept, oldest first; of each the last word says the truth."""
    rows = catalog.db.execute(
        "SELECT said.product_id, taught_by, none, candidates FROM heard_searches"
        " JOIN search_feedback AS said ON said.id = feedback_id"
        " WHERE feedback_id = (SELECT max(id) FROM search_feedback WHERE search_id = said.search_id)"
        " AND said IN (?, ?, ?) ORDER BY feedback_id",
        [Said.RIGHT.value, Said.INSTEAD.value, Said.ABSENT.value],
    ).fetchall()
    read = (_read(*row) for row in rows)
    return [search for search in read if search is not None]


def _read(truth: int | None, taught_by: str, none: float, content: str) -> HeardSearch | None:
    """None where it is not as we write it: the catalog may come from a stranger."""
    try:
        document: Any = parse_json(content)
        products = np.array(document["products"], np.int64)
        odds = {str(name): np.array(own, np.float64) for name, own in document["odds"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return None
    fits = products.ndim == 1 and all(own.shape == products.shape for own in odds.values())
    finite = math.isfinite(none) and all(np.isfinite(own).all() for own in odds.values())
    return HeardSearch(Heard(taught_by, products, odds, none), truth) if fits and finite else None
