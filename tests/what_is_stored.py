"""What tests look up in a catalog that no part of the program reads back."""

from dataclasses import dataclass

from core.catalog.database.catalog import Catalog
from core.feedback import NOTHING_SAID, Feedback, Said


@dataclass(frozen=True, slots=True)
class LoggedSearch:
    """One search as it was written down; see the columns of ``searches``."""

    id: int
    searched: str
    origin: str
    verdict: str
    top_product_id: int | None
    top_confidence: float | None
    chosen_product_id: int | None
    feedback: str
    milliseconds: float | None


def recent_searches(catalog: Catalog) -> list[LoggedSearch]:
    """The searches, newest first."""
    rows = catalog.db.execute(
        "SELECT id, searched, origin, verdict, top_product_id, top_confidence, chosen_product_id, feedback,"
        " milliseconds FROM searches ORDER BY id DESC"
    ).fetchall()
    return [LoggedSearch(*row) for row in rows]


def feedback_of(catalog: Catalog, search_id: int) -> Feedback:
    """All that was said of a search, later words over earlier ones."""
    said = NOTHING_SAID
    for word, product_id in catalog.db.execute(
        "SELECT said, product_id FROM search_feedback WHERE search_id = ? ORDER BY id", [search_id]
    ).fetchall():
        said = said.with_said(Said(word), product_id)
    return said


def vector_counts(catalog: Catalog) -> dict[str, int]:
    """How many vectors there are of each model, by fingerprint."""
    return dict(
        catalog.db.execute(
            "SELECT fingerprint, (SELECT count(*) FROM vectors WHERE model_id = vector_models.id)"
            " FROM vector_models ORDER BY id"
        ).fetchall()
    )
