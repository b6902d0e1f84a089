"""SQLite's own structures, and rows that belong to nothing."""

from collections.abc import Iterator

from core.catalog.checking.problem import Defect, Problem
from core.catalog.database.catalog import Catalog
from core.messages import Sentence, message

_MOST_SHOWN = 100
DELETABLE_ORPHANS = {
    "photos": "product_id NOT IN (SELECT id FROM products)",
    "vectors": "photo_id NOT IN (SELECT id FROM photos) OR model_id NOT IN (SELECT id FROM vector_models)",
    "unlabelled_photos": "search_id NOT IN (SELECT id FROM searches)",
    "unlabelled_vectors": "unlabelled_id NOT IN (SELECT id FROM unlabelled_photos)"
    " OR model_id NOT IN (SELECT id FROM vector_models)",
    "heard_searches": "feedback_id NOT IN (SELECT id FROM search_feedback)",
    "label_readings": "photo_id NOT IN (SELECT id FROM photos)",
    "label_lines": "photo_id NOT IN (SELECT id FROM photos)",
    "counter_writing": "photo_id NOT IN (SELECT id FROM photos)",
    "photo_descriptions": "photo_id NOT IN (SELECT id FROM photos)",
    "seen_words": "photo_id NOT IN (SELECT id FROM photos)",
    "product_tags": "product_id NOT IN (SELECT id FROM products)",
    "tag_changes": "product_id NOT IN (SELECT id FROM products)"
    " OR operation_id NOT IN (SELECT id FROM tag_operations)",
    "edit_changes": "edit_id NOT IN (SELECT id FROM edits)",
    "receipt_lines": "receipt_id NOT IN (SELECT id FROM receipts)"
    " OR import_id NOT IN (SELECT id FROM sales_imports)",
    "moderation_findings": "NOT EXISTS (SELECT 1 FROM moderation_looks AS look"
    " WHERE look.sha256 = moderation_findings.sha256 AND look.detector = moderation_findings.detector)",
}
"""Tables whose rows mean nothing without what they belong to, and which rows those are. Not among them is
the stock ledger: what moved is kept, whatever became of the product."""


def structural_problems(catalog: Catalog) -> Iterator[Problem]:
    """What SQLite finds in its file; an index can be made again, the rest wants a backup."""
    rows = [row[0] for row in catalog.db.execute(f"PRAGMA integrity_check({_MOST_SHOWN})").fetchall()]
    for text in rows:
        if text == "ok":
            continue
        only_index = "missing from index" in text or "wrong # of entries in index" in text
        if only_index:
            yield Problem(
                Defect.DAMAGED_INDEX,
                Sentence(
                    message("core", "An index of the catalog is incomplete: {detail}."), {"detail": text}
                ),
            )
        else:
            yield Problem(
                Defect.DAMAGED_FILE,
                Sentence(
                    message("core", "The catalog's file is damaged: {detail}. Restore a backup."),
                    {"detail": text},
                ),
                can_repair=False,
            )


def orphans(catalog: Catalog) -> Iterator[Problem]:
    """Rows that belong to nothing."""
    for table, row_id, parent, _ in catalog.db.execute("PRAGMA foreign_key_check").fetchall():
        yield Problem(
            Defect.ORPHAN,
            Sentence(
                message("core", "A row of {table} belongs to nothing in {parent}."),
                {"table": table, "parent": parent},
            ),
            row_id,
            can_repair=table in DELETABLE_ORPHANS,
        )
