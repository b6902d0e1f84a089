"""Which formats the labels of a shop's scales have."""

from collections.abc import Sequence

from core.catalog.database.catalog import Catalog
from core.catalog.scales.scale_code import ScaleFormat, read_format


def scale_formats(catalog: Catalog) -> tuple[ScaleFormat, ...]:
    """All of them, in the order in which they are tried; none as long as nobody has set one."""
    rows = catalog.db.execute("SELECT format FROM scale_formats ORDER BY place").fetchall()
    return tuple(ScaleFormat(text) for (text,) in rows)


def choose_scale_formats(catalog: Catalog, texts: Sequence[str]) -> tuple[ScaleFormat, ...]:
    """From now on labels are read by these, and by no others.

    Raises:
        KnownError: one is no format, or the disk is full or read-only; then the former ones stay.
    """
    formats = tuple(dict.fromkeys(map(read_format, texts)))
    with catalog.transaction() as db:
        db.execute("DELETE FROM scale_formats")
        db.conn.executemany(
            "INSERT INTO scale_formats (place, format) VALUES (?, ?)",
            [(place, format_.text) for place, format_ in enumerate(formats)],
        )
    return formats
