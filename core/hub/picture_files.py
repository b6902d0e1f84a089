"""The files of photos go to the hub and come from it, each once: thumbnails at once, whole photos after them.

A photo is known by the hash of its file, so a file is what its name says or it is thrown away. Which are to
go and to come stands in the catalog, so that it goes on wherever it was cut off.
"""

from typing import TYPE_CHECKING, Literal

from core.catalog.photo_log.lines import Origin, log_photo
from core.messages import message
from core.progress import ReportProgress, ignore_progress, report
from core.shop.shop import Shop

if TYPE_CHECKING:
    import psycopg

Size = Literal["thumbnail", "photo"]
_SENDING = message("core", "Sending photos to the hub")
_FETCHING = message("core", "Fetching photos from the hub")
_BATCH = {"thumbnail": 100, "photo": 10}
"""Some megabytes each."""


def waiting_files(shop: Shop) -> int:
    """How many files of photos, with their thumbnails, are still to go to the hub or to come from it."""
    (count,) = shop.catalog.db.execute("SELECT count(*) FROM hub_files").fetchone()
    return int(count)


def send_files(
    shop: Shop, connection: "psycopg.Connection", size: Size, progress: ReportProgress = ignore_progress
) -> int:
    """Send files of ``size`` that the hub lacks; how many it got. One that is missing here is not sent."""
    sent = 0
    rows = _to_do(shop, size, "out")
    for start in range(0, len(rows), _BATCH[size]):
        report(progress, _SENDING, start, len(rows))
        shop.right_of_way.give_way()
        batch = rows[start : start + _BATCH[size]]
        known = connection.execute(
            "SELECT sha256 FROM pictures WHERE size = %s AND sha256 = ANY (%s)", [size, batch]
        )
        present = {sha256 for (sha256,) in known.fetchall()}
        found = [
            (one, size, data) for one in batch if one not in present and (data := _bytes(shop, one, size))
        ]
        with connection.transaction(), connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO pictures (sha256, size, bytes) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING", found
            )
        _done(shop, batch, size, "out")
        sent += len(found)
    return sent


def fetch_files(
    shop: Shop, connection: "psycopg.Connection", size: Size, progress: ReportProgress = ignore_progress
) -> list[str]:
    """Fetch files of ``size`` that came to be known; the hashes of those that are here now.

    What the hub does not have yet is asked for again next time.

    Raises:
        KnownError: the disk is full.
    """
    fetched: list[str] = []
    rows = _to_do(shop, size, "in")
    for start in range(0, len(rows), _BATCH[size]):
        report(progress, _FETCHING, start, len(rows))
        shop.right_of_way.give_way()
        batch = rows[start : start + _BATCH[size]]
        keep = shop.files.add_thumbnail if size == "thumbnail" else shop.files.add_file
        found = connection.execute(
            "SELECT sha256, bytes FROM pictures WHERE size = %s AND sha256 = ANY (%s)", [size, batch]
        )
        told = found.fetchall()
        whole = [sha256 for sha256, data in told if keep(sha256, data)]
        if size == "photo":
            _note_arrived(shop, whole)
        # A thumbnail that is none of ours is not asked for again: it is made when its photo comes.
        _done(shop, [sha256 for sha256, _ in told] if size == "thumbnail" else whole, size, "in")
        fetched += whole
    return fetched


def _to_do(shop: Shop, size: Size, way: str) -> list[str]:
    rows = shop.catalog.db.execute(
        "SELECT sha256 FROM hub_files WHERE way = ? AND size = ? ORDER BY sha256", [way, size]
    ).fetchall()
    return [sha256 for (sha256,) in rows]


def _done(shop: Shop, hashes: list[str], size: Size, way: str) -> None:
    with shop.catalog.transaction() as db:
        db.conn.executemany(
            "DELETE FROM hub_files WHERE way = ? AND size = ? AND sha256 = ?",
            [(way, size, sha256) for sha256 in hashes],
        )


def _note_arrived(shop: Shop, hashes: list[str]) -> None:
    with shop.catalog.transaction() as db:
        for sha256 in hashes:
            db.execute("UPDATE photos SET missing = 0 WHERE sha256 = ?", [sha256])
            source = db.execute("SELECT source_sha256 FROM photos WHERE sha256 = ?", [sha256]).fetchone()
            if source is not None:
                log_photo(shop.catalog, sha256, source[0], Origin.IMPORT)


def _bytes(shop: Shop, sha256: str, size: Size) -> bytes | None:
    path = shop.files.thumbnail_path(sha256) if size == "thumbnail" else shop.files.path(sha256)
    try:
        return path.read_bytes()
    except OSError:
        return None
