"""What a report says, for programs: one JSON object, signed with the shop's key.

Whoever gets a report can see, without the shop, that it is as the shop's key signed it, that its two other
files are the ones that were signed, and that each line of the log fits its hash. Whose key it is they must
know from elsewhere: by its fingerprint.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.catalog.photo_log.lines import LogLine
from core.errors import KnownError
from core.evidence.case import Case
from core.files.hostile import parse_json, require_plain_file
from core.messages import Sentence, message
from core.signed_log.key import public_hex
from core.signed_log.signatures import head_text, is_signed, signature
from core.signed_log.verification import Head

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

HTML_FILE, PDF_FILE = "evidence.html", "evidence.pdf"
STATEMENT_FILE, REQUEST_FILE, ANSWER_FILE = "evidence.json", "evidence.tsq", "evidence.tsr"
_FORM = "snapshelf evidence 1"
_MOST_BYTES = 64 * 2**20
_LINE_FIELDS = LogLine.__dataclass_fields__.keys()


@dataclass(frozen=True, slots=True)
class ReportCheck:
    """What a look at a report found.

    Attributes:
        public_key: of the key that signed it, in hexadecimal.
        made: when, as its computer's clock told.
        cases: how many copies it tells of.
        lines: what it says that the shop's log says.
        problems: what is not as it was signed.
    """

    public_key: str
    made: str
    cases: int
    lines: tuple[LogLine, ...]
    problems: tuple[Sentence, ...]


def statement(said: Mapping[str, Any], key: Ed25519PrivateKey) -> bytes:
    """The file: what is said, the public key, and the signature."""
    content = {"said": said, "public_key": public_hex(key), "signature": signature(key, _signed_text(said))}
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def case_as_json(case: Case) -> dict[str, Any]:
    """One copy; boxes and regions are in pixels of the upright picture."""
    return {
        "photo": case.name,
        "time_s": case.time_s,
        "file_sha256": case.file_sha256,
        "size": list(case.size),
        "region": [list(corner) for corner in case.region],
        "sku": case.sku,
        "title": case.title,
        "ours_sha256": case.photo_sha256,
        "ours_size": list(case.photo_size),
        "part": [list(corner) for corner in case.part],
        "score": case.score,
        "unchanged": case.unchanged,
        "edits": [str(edit) for edit in case.edits],
        "line": None if case.line is None else {**asdict(case.line), "before": case.before},
        "line_with_faces": None if case.with_faces is None else asdict(case.with_faces),
    }


def head_as_json(head: Head) -> dict[str, Any]:
    """The log's newest signature."""
    return asdict(head)


def check_report(folder: Path) -> ReportCheck:
    """Look at a report that somebody handed over: the folder, or its ``evidence.json``.

    Raises:
        KnownError: there is none, or it is no report of this program.
    """
    file = folder / STATEMENT_FILE if folder.is_dir() else folder
    content = _read(file)
    try:
        said, public_key = content["said"], content["public_key"]
        problems = [] if _is_right(content) else [_not_as_signed()]
        problems += _changed_files(file.parent, said["files"])
        told = [case["line"] for case in said["cases"] if case["line"] is not None]
        lines = [(LogLine(**{name: line[name] for name in _LINE_FIELDS}), line["before"]) for line in told]
        problems += [_not_fitting(line) for line, before in lines if line.digest_after(before) != line.digest]
        if not _head_is_right(said["head"]):
            text = message("core", "The signature under the log of photos does not fit.")
            problems.append(Sentence(text))
        made, cases = str(said["made"]), len(said["cases"])
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise _no_report(file) from error
    return ReportCheck(str(public_key), made, cases, tuple(line for line, _ in lines), tuple(problems))


def file_sha256(path: Path) -> bytes:
    """The hash of a file's bytes.

    Raises:
        KnownError: it cannot be read.
    """
    try:
        require_plain_file(path)
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError as error:
        raise _unreadable(path, error) from error


def _signed_text(said: object) -> bytes:
    return json.dumps([_FORM, said], sort_keys=True, separators=(",", ":")).encode("ascii")


def _is_right(content: Mapping[str, Any]) -> bool:
    return is_signed(_signed_text(content["said"]), str(content["public_key"]), str(content["signature"]))


def _head_is_right(head: Mapping[str, Any] | None) -> bool:
    if head is None:
        return True
    text = head_text(int(head["number"]), str(head["digest"]), str(head["signed"]))
    return is_signed(text, str(head["public_key"]), str(head["signature"]))


def _changed_files(folder: Path, files: Mapping[str, str]) -> list[Sentence]:
    """Those of the two that are there and are not the signed ones."""
    found = []
    for name in (HTML_FILE, PDF_FILE):
        path = folder / name
        if path.is_file() and file_sha256(path).hex() != files[name]:
            text = message("core", "{file} is not the one that was signed.")
            found.append(Sentence(text, {"file": name}))
    return found


def _not_as_signed() -> Sentence:
    return Sentence(message("core", "The report is not as it was signed."))


def _not_fitting(line: LogLine) -> Sentence:
    text = message("core", "Line {number} of the log of photos does not fit its hash.")
    return Sentence(text, {"number": line.number})


def _read(file: Path) -> Mapping[str, Any]:
    try:
        require_plain_file(file)
        if file.stat().st_size > _MOST_BYTES:
            raise _no_report(file)
        content = parse_json(file.read_bytes())
    except OSError as error:
        raise _unreadable(file, error) from error
    except ValueError as error:
        raise _no_report(file) from error
    if not isinstance(content, dict):
        raise _no_report(file)
    return content


def _no_report(file: Path) -> KnownError:
    return KnownError(
        message("core", "{file} is no report of this program, or it is damaged: choose its folder."),
        file=file,
    )


def _unreadable(file: Path, error: OSError) -> KnownError:
    return KnownError(
        message("core", "{file} cannot be read ({reason}): check the path and your rights."),
        file=file,
        reason=error.strerror or type(error).__name__,
    )
