"""Which products wait for a decision about what was seen on their photos, or stands in their words."""

import json

import numpy as np
from numpy.typing import NDArray

from core.catalog.database.catalog import Catalog
from core.catalog.moderation.decisions import decisions_of
from core.catalog.moderation.thresholds import thresholds
from core.finding import FindingKind
from core.moderation.forbidden.titled import named_products


def products_that_wait(catalog: Catalog) -> NDArray[np.int64]:
    """Ids of products on the shelf, ascending; nothing is looked at.

    How good a photo is for selling is no question of what must not be shown, and does not count.
    """
    least = {
        kind.value: mark
        for kind, mark in thresholds(catalog).items()
        if mark is not None and kind is not FindingKind.QUALITY
    }
    rows = catalog.db.execute(
        "SELECT DISTINCT product_id FROM moderation_findings AS seen"
        " JOIN json_each(?) AS least ON least.key = seen.kind AND seen.score >= least.value"
        " JOIN photos ON photos.sha256 = seen.sha256 AND photos.missing = 0"
        " JOIN products ON products.id = product_id AND products.archived = 0"
        " LEFT JOIN moderation_decisions AS said ON said.sha256 = seen.sha256"
        " WHERE said.sha256 IS NULL"
        " OR (said.shown = 1 AND instr(',' || said.kinds || ',', ',' || seen.kind || ',') = 0)",
        [json.dumps(least)],
    ).fetchall()
    found = {row[0] for row in rows}
    if FindingKind.FORBIDDEN.value in least:
        named = named_products(catalog)
        decided = decisions_of(catalog, [one.photo for one in named])
        found |= {
            one.product_id
            for one in named
            if one.photo not in decided or not decided[one.photo].settles(FindingKind.FORBIDDEN)
        }
    return np.array(sorted(found), np.int64)
