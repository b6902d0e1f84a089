"""Lines of the log of photos: written with the photo, read, never changed.

A line says which photo the shop had (by hashes), since when and how it came. It has no name and no product:
it stays when the photo is deleted. What one line covers of those before is told in
:mod:`core.catalog.database.photo_log_digest`; that the chain holds is looked at in :mod:`core.signed_log`.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from core.catalog.clock import utc_now
from core.catalog.database.catalog import Catalog
from core.catalog.database.photo_log_digest import BEGINNING, line_digest
from core.program_version import program_version

_AT_ONCE = 5_000
_MOST = 10**15
_WITHOUT_LINE = "FROM photos WHERE sha256 NOT IN (SELECT sha256 FROM photo_log)"


class Origin(StrEnum):
    """How a photo came to the log."""

    IMPORT = "import"
    HAND = "hand"
    FOUND = "found"
    """It was in the catalog already: the line was written later."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line.

    Attributes:
        number: from 1, without gaps.
        sha256: hash (hex) of the stored photo.
        source_sha256: hash of the bytes that were imported; "" if it did not come from a file.
        had: when the shop first had it (ISO 8601, UTC), as this computer's clock told.
        logged: when the line was written.
        how: how it came.
        taken: the camera's own date, as the picture's file told it; "" where it did not.
        program: the version of the program that wrote the line; "" for the first lines of an older shop.
        digest: over all of it and the line before.
    """

    number: int
    sha256: str
    source_sha256: str
    had: str
    logged: str
    how: str
    taken: str
    program: str
    digest: str

    def digest_after(self, before: str) -> str:
        """What its digest must be behind a line with the digest ``before``."""
        return line_digest(
            self.number, self.sha256, self.source_sha256, self.had, self.logged, self.how, self.taken,
            self.program, before,
        )  # fmt: skip


def log_photo(
    catalog: Catalog, sha256: str, source_sha256: str, how: Origin, *, taken: str = "", had: str | None = None
) -> None:
    """Write a photo's line, unless it has one; in the transaction in which the photo is added.

    Args:
        had: since when the shop has it; now, if not given.
    """
    with catalog.transaction() as db:
        if db.execute("SELECT 1 FROM photo_log WHERE sha256 = ?", [sha256]).fetchone() is not None:
            return
        last = db.execute("SELECT number, digest FROM photo_log ORDER BY number DESC LIMIT 1").fetchone()
        number, before = last or (0, BEGINNING)
        if number > _MOST:  # a stranger's: no reason not to take the photo
            return
        now = utc_now()
        line = (number + 1, sha256, source_sha256, had or now, now, how.value, taken, program_version())
        db.execute(
            "INSERT INTO photo_log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", [*line, line_digest(*line, before)]
        )


def log_what_has_no_line(catalog: Catalog) -> int:
    """Write the lines of photos that another program version added; how many there were."""
    with catalog.transaction() as db:
        rows = db.execute(
            f"SELECT sha256, source_sha256, min(added) {_WITHOUT_LINE} GROUP BY sha256 ORDER BY 3"
        ).fetchall()
        for sha256, source_sha256, added in rows:
            log_photo(catalog, sha256, source_sha256, Origin.FOUND, had=added)
    return len(rows)


def photos_without_line(catalog: Catalog) -> int:
    """How many photos the log does not know."""
    row = catalog.db.execute(f"SELECT count(DISTINCT sha256) {_WITHOUT_LINE}").fetchone()
    return int(row[0])


def lines_of(catalog: Catalog, hashes: Iterable[str]) -> dict[str, LogLine]:
    """The lines of photos, by their hash; one that the log does not know is left out."""
    rows = catalog.db.execute(
        "SELECT * FROM photo_log WHERE sha256 IN (SELECT value FROM json_each(?))",
        [json.dumps(list(hashes))],
    ).fetchall()
    return {line.sha256: line for line in (LogLine(*row) for row in rows)}


def all_lines(catalog: Catalog) -> Iterator[LogLine]:
    """The whole log, from the first line."""
    last = -(2**63)
    while rows := catalog.db.execute(
        "SELECT * FROM photo_log WHERE number > ? ORDER BY number LIMIT ?", [last, _AT_ONCE]
    ).fetchall():
        yield from (LogLine(*row) for row in rows)
        last = rows[-1][0]


def digest_before(catalog: Catalog, line: LogLine) -> str:
    """The digest of the line before, which went into this one's; "" where that line is missing."""
    if line.number == 1:
        return BEGINNING
    row = catalog.db.execute("SELECT digest FROM photo_log WHERE number = ?", [line.number - 1]).fetchone()
    return "" if row is None else str(row[0])
