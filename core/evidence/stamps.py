"""Time stamps over the log of photos and over reports: asked for, taken in, looked at again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.catalog.database.catalog import Catalog
from core.catalog.photo_log.lines import log_what_has_no_line
from core.errors import KnownError
from core.evidence.statement import ANSWER_FILE, REQUEST_FILE, STATEMENT_FILE, file_sha256
from core.evidence.time_stamps import (
    TimeStamp,
    TimeStampRequest,
    checked_answer,
    new_request,
    read_answer,
    read_request,
    stamped_digest,
)
from core.files.atomic import written_beside
from core.files.targets import checked_target
from core.messages import Sentence, message
from core.shop.shop import Shop
from core.signed_log.verification import heads_of

_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class LogStamp:
    """A time stamp under a line of the log: nobody can have written the lines up to there later."""

    number: int
    stamp: TimeStamp


def write_log_request(shop: Shop, target: Path, *, replace: bool = False) -> int:
    """Write the request for a stamp over the log as it is now; the number of its last signed line.

    Photos that the log does not know yet get their line first, if the shop may be changed.

    Raises:
        KnownError: the log has no signature, or the file cannot be written or may not be.
    """
    if shop.writable:
        log_what_has_no_line(shop.catalog)
    heads = heads_of(shop.catalog)
    if not heads:
        raise KnownError(
            message(
                "core",
                "The log of the shop's photos is not signed yet: import photos, or call “evidence log” once.",
            )
        )
    if not _HASH.fullmatch(heads[-1].digest):  # as in a stranger's catalog
        raise KnownError(message("core", "The log of photos is damaged: call “evidence verify”."))
    place = checked_target(target, _is_request, replace=replace)
    with written_beside(place) as temporary:
        temporary.write_bytes(new_request(bytes.fromhex(heads[-1].digest)))
    return heads[-1].number


def take_answer(
    catalog: Catalog | None, request_file: Path, answer_file: Path
) -> tuple[TimeStamp, int | None]:
    """Look at an answer that was brought back; one about a line of the log is kept with it.

    Args:
        catalog: of the shop whose log was stamped; None for a report that was.

    Returns:
        The stamp, and the line of the log that it is over; None where it is over something else.

    Raises:
        KnownError: it does not fit the request, or is not what it should be.
    """
    request, answer = read_request(request_file), read_answer(answer_file)
    stamp = checked_answer(answer, request)
    return stamp, None if catalog is None else _kept(catalog, request.digest, stamp, answer)


def take_log_answer(catalog: Catalog, answer_file: Path) -> LogStamp:
    """The same for the log alone and without its request: what is stamped is found by its hash.

    Raises:
        KnownError: it is over something else than a line of this log, or is not what it should be.
    """
    answer = read_answer(answer_file)
    digest = stamped_digest(answer)
    stamp = checked_answer(answer, TimeStampRequest(digest, None))
    number = _kept(catalog, digest, stamp, answer)
    if number is None:
        raise KnownError(
            message(
                "core",
                "The time stamp is over something else than this shop's log of photos. One over a report "
                "stays beside it.",
            )
        )
    return LogStamp(number, stamp)


def _kept(catalog: Catalog, digest: bytes, stamp: TimeStamp, answer: bytes) -> int | None:
    """Keep a stamp with the line that it is over; that line's number, None where the log has no such."""
    row = catalog.db.execute("SELECT number FROM photo_log WHERE digest = ?", [digest.hex()]).fetchone()
    if row is None:
        return None
    number = int(row[0])
    known = "SELECT 1 FROM photo_log_stamps WHERE number = ? AND answer = ?"
    with catalog.transaction() as db:
        if db.execute(known, [number, answer]).fetchone() is None:
            db.execute(
                "INSERT INTO photo_log_stamps (number, digest, stamped, authority, answer)"
                " VALUES (?, ?, ?, ?, ?)",
                [number, digest.hex(), stamp.stamped, stamp.authority, answer],
            )
    return number


def log_stamps(catalog: Catalog) -> tuple[Sequence[LogStamp], Sequence[Sentence]]:
    """The stamps under the log, the oldest first, each looked at again; and what does not fit any more."""
    rows = catalog.db.execute(
        "SELECT photo_log_stamps.number, coalesce(photo_log.digest, ''), photo_log_stamps.stamped, answer"
        " FROM photo_log_stamps LEFT JOIN photo_log USING (number) ORDER BY 1, photo_log_stamps.id"
    ).fetchall()
    good, problems = [], []
    for number, digest, stamped, answer in rows:
        try:
            stamp = checked_answer(answer, TimeStampRequest(bytes.fromhex(digest), None))
        except (KnownError, ValueError):
            text = message(
                "core",
                "The log of photos was changed: line {number} is not the one that was stamped {stamped}.",
            )
            problems.append(Sentence(text, {"number": number, "stamped": stamped}))
        else:
            good.append(LogStamp(number, stamp))
    return good, problems


def report_stamp(folder: Path) -> TimeStamp | None:
    """The stamp over the report in ``folder``, if its answer was put beside it as ``evidence.tsr``.

    Raises:
        KnownError: it does not fit the report.
    """
    answer = folder / ANSWER_FILE
    if not answer.is_file():
        return None
    request = read_request(folder / REQUEST_FILE)
    digest = file_sha256(folder / STATEMENT_FILE)
    if request.digest != digest:
        raise KnownError(message("core", "The time stamp is over something else than the request asks for."))
    return checked_answer(read_answer(answer), request)


def _is_request(file: Path) -> bool:
    try:
        read_request(file)
    except KnownError:
        return False
    return True
