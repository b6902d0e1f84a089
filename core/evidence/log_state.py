"""How the log of photos stands, told at once: nothing is proven here, that is :mod:`core.signed_log`'s."""

from dataclasses import dataclass

from core.catalog.database.catalog import Catalog
from core.signed_log.signatures import fingerprint
from core.signed_log.verification import heads_of


@dataclass(frozen=True, slots=True)
class LogState:
    """What can be said of a log.

    Attributes:
        lines: how many photos it knows.
        signed: when the newest signature was made (ISO 8601, UTC); "" where there is none.
        fingerprint: of the key that made it.
        stamped: when somebody else stamped it last; "" where nobody did.
        stamped_lines: up to which line.
    """

    lines: int
    signed: str
    fingerprint: str
    stamped: str
    stamped_lines: int


def log_state(catalog: Catalog) -> LogState:
    """How the log of ``catalog`` stands."""
    with catalog.snapshot():
        (lines,) = catalog.db.execute("SELECT count(*) FROM photo_log").fetchone()
        heads = heads_of(catalog)
        stamp = catalog.db.execute(
            "SELECT stamped, number FROM photo_log_stamps ORDER BY number DESC, id DESC LIMIT 1"
        ).fetchone()
    signed, key = (heads[-1].signed, fingerprint(heads[-1].public_key)) if heads else ("", "")
    return LogState(int(lines), signed, key, *(stamp or ("", 0)))
