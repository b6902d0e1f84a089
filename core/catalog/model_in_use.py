"""What the catalog knows of the model in use: so that a choice that is lost with its file is missed.

The file ``models/active.json`` decides; the catalog only remembers what it said.
"""

from typing import NamedTuple

from core.catalog.database.catalog import Catalog


class Choice(NamedTuple):
    """A lesson's version, None for a backbone as it comes; and that backbone's name, None for the default."""

    version: str | None
    backbone: str | None


def remembered_choice(catalog: Catalog) -> Choice | None:
    """What was chosen last; None if never anything was."""
    row = catalog.db.execute("SELECT version, backbone FROM model_in_use").fetchone()
    return None if row is None else Choice(*row)


def remember_choice(catalog: Catalog, choice: Choice) -> None:
    """Remember a choice that was made.

    Raises:
        KnownError: the disk is full or read-only.
    """
    with catalog.transaction() as db:
        db.execute("INSERT OR REPLACE INTO model_in_use (one, version, backbone) VALUES (1, ?, ?)", [*choice])
