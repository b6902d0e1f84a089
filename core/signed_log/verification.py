"""Whether the log of photos is as it was written and signed; where not, the first line that shows it.

Found is what was changed by somebody who does not have the shop's key. Whoever has it can write the whole log
anew, and lines that were cut off at the end may show only against a report or a time stamp of before.
"""

from dataclasses import dataclass
from pathlib import Path

from core.catalog.database.catalog import Catalog
from core.catalog.database.photo_log_digest import BEGINNING
from core.catalog.photo_log.lines import LogLine, all_lines, photos_without_line
from core.errors import KnownError
from core.messages import Sentence, message
from core.progress import ReportProgress, ignore_progress, report
from core.signed_log.key import KEY_FILE, UnusableKeyError, public_hex, read_key
from core.signed_log.signatures import head_text, is_signed

_STAGE = message("core", "Checking the log of photos")
_EVERY = 1_000


@dataclass(frozen=True, slots=True)
class Head:
    """A signature under the log.

    Attributes:
        number: the last line that it covers.
        digest: of that line.
        signed: when (ISO 8601, UTC), as this computer's clock told.
        public_key: in hexadecimal.
    """

    number: int
    digest: str
    signed: str
    public_key: str
    signature: str


@dataclass(frozen=True, slots=True)
class LogCheck:
    """What was found.

    Attributes:
        lines: how many there are.
        heads: every signature, the oldest first.
        unsigned: lines after the last signature.
        without_line: photos that the log does not know.
        problems: what is not as it was written, the first thing first.
    """

    lines: int
    heads: tuple[Head, ...]
    unsigned: int
    without_line: int
    problems: tuple[Sentence, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The public keys that signed, in their order."""
        return tuple(dict.fromkeys(head.public_key for head in self.heads))


def heads_of(catalog: Catalog) -> tuple[Head, ...]:
    """Every signature with the digest that the log has there, or ""; the oldest first."""
    rows = catalog.db.execute(
        "SELECT photo_log_heads.number, coalesce(digest, ''), signed, public_key, signature"
        " FROM photo_log_heads LEFT JOIN photo_log USING (number) ORDER BY 1"
    ).fetchall()
    return tuple(Head(*row) for row in rows)


def check_log(catalog: Catalog, shop: Path, progress: ReportProgress = ignore_progress) -> LogCheck:
    """Look at every line and every signature.

    Raises:
        Cancelled: ``progress`` asked to stop.
    """
    with catalog.snapshot():
        (total,) = catalog.db.execute("SELECT count(*) FROM photo_log").fetchone()
        broken = _first_broken(catalog, int(total), progress)
        heads = heads_of(catalog)
        without_line = photos_without_line(catalog)
    problems = [broken] if broken is not None else []
    problems += _of_heads(heads)
    problems += _of_key(heads, shop)
    last = heads[-1].number if heads else 0
    return LogCheck(int(total), heads, max(0, int(total) - last), without_line, tuple(problems))


def _first_broken(catalog: Catalog, total: int, progress: ReportProgress) -> Sentence | None:
    before, expected = BEGINNING, 1
    for line in all_lines(catalog):
        if expected % _EVERY == 1:
            report(progress, _STAGE, expected - 1, total)
        if line.number != expected:
            text = message("core", "The log of photos was changed: line {number} is missing.")
            return Sentence(text, {"number": expected})
        if line.digest_after(before) != line.digest:
            return _changed(line)
        before, expected = line.digest, expected + 1
    report(progress, _STAGE, total, total)
    return None


def _changed(line: LogLine) -> Sentence:
    text = message(
        "core",
        "The log of photos was changed: line {number} (photo {photo}, in the shop since {had}) is not as it "
        "was written.",
    )
    return Sentence(text, {"number": line.number, "photo": line.sha256[:12], "had": line.had})


def _of_heads(heads: tuple[Head, ...]) -> list[Sentence]:
    """The first signature that does not fit."""
    fits = 0
    for head in heads:
        if not is_signed(head_text(head.number, head.digest, head.signed), head.public_key, head.signature):
            text = message(
                "core",
                "The log of photos was changed: the signature of {signed} under line {number} does not fit. "
                "The lines up to {fits} are as they were signed.",
            )
            return [Sentence(text, {"signed": head.signed, "number": head.number, "fits": fits})]
        fits = head.number
    return []


def _of_key(heads: tuple[Head, ...], shop: Path) -> list[Sentence]:
    """Whether the newest signature is this shop's own; a shop without a key has nothing to compare."""
    try:
        key = read_key(shop)
    except (OSError, UnusableKeyError, KnownError):
        text = message("core", "The shop's key {file} cannot be read: new photos are not signed.")
        return [Sentence(text, {"file": KEY_FILE})]
    if key is None or not heads or heads[-1].public_key == public_hex(key):
        return []
    text = message(
        "core",
        "The log of photos is signed with another key than the one in the shop's folder: it was restored "
        "from another shop, or somebody changed it.",
    )
    return [Sentence(text)]
