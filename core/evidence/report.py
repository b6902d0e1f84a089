"""A report of pictures that were made of the shop's photos.

An HTML file and a PDF for people, the same signed for programs, and the request for a time stamp over it.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core import paths
from core.catalog.clock import utc_now
from core.catalog.photo_log.lines import log_what_has_no_line
from core.copies.looking_through import Traced
from core.errors import KnownError
from core.evidence.case import Case, case_of
from core.evidence.report_page import report_page
from core.evidence.report_paper import report_pages
from core.evidence.statement import (
    HTML_FILE,
    PDF_FILE,
    REQUEST_FILE,
    STATEMENT_FILE,
    case_as_json,
    head_as_json,
    statement,
)
from core.evidence.telling import bounded, report_facts
from core.evidence.time_stamps import new_request
from core.files.atomic import make_folders, write_atomically
from core.files.targets import checked_target
from core.measuring.report.files import require_report_folder, writing_report
from core.measuring.report.words import Say, Words
from core.messages import message
from core.paper.pdf import pdf
from core.paper.typefaces import Typefaces
from core.program_version import program_version
from core.progress import ReportProgress, ignore_progress
from core.shop.shop import Shop
from core.signed_log.key import public_hex
from core.signed_log.signing import shop_key
from core.signed_log.verification import check_log

_MOST_SHOWN = 200
_BEGINS = {HTML_FILE: b"<!DOCTYPE html>\n<html lang=", PDF_FILE: b"%PDF-", STATEMENT_FILE: b'{\n "said"'}


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """The files of a report."""

    page: Path
    paper: Path
    statement: Path
    request: Path


class CopiesReport:
    """Collects copies, one after the other as they are found, and writes the report of them.

    A photo that the shop's log does not know yet gets its line, if the shop may be changed.
    """

    def __init__(self, shop: Shop, folder: Path, replace: bool = False) -> None:
        """A report in ``folder``, which is made when it is written.

        Args:
            replace: also files of the same names that are something else.

        Raises:
            KnownError: it may not be written there (core/files/targets.py), or the shop has no key.
        """
        self._shop = shop
        self._folder = folder
        self._replace = replace
        self._cases: list[Case] = []
        self._looked_at = 0
        _require_folder(folder, replace)
        if shop.writable:
            log_what_has_no_line(shop.catalog)
        self._key = shop_key(shop.folder)

    @property
    def copies(self) -> int:
        """How many there are to report."""
        return len(self._cases)

    def add(self, traced: Traced) -> None:
        """Take a picture that was looked at, whether it is made of photos of ours or not."""
        self._looked_at += traced.given.problem is None
        self._cases += [case_of(self._shop, traced.given, found) for found in traced.found]

    def write(
        self, *, say: Say = str, language: str = "en", progress: ReportProgress = ignore_progress
    ) -> WrittenReport:
        """Write all files.

        Args:
            say: into the reader's language.
            language: its name, ``zh_CN`` or as HTML has it.

        Raises:
            KnownError: there is no copy to report, or the files cannot be written.
            Cancelled: ``progress`` asked to stop.
        """
        if not self._cases:
            raise KnownError(message("core", "No copy was found, so there is nothing to report."))
        _require_folder(self._folder, self._replace)
        found = check_log(self._shop.catalog, self._shop.folder, progress)
        head = found.heads[-1] if found.heads else None
        words, made, program = Words(say), utc_now(), program_version()
        title = words(message("core", "Copies of photos of {shop}"), shop=self._shop.name)
        facts = report_facts(
            shop=self._shop.name,
            made=made,
            program=program,
            looked_at=self._looked_at,
            copies=len(self._cases),
            head=head,
            key=public_hex(self._key),
            words=words,
        )
        shown, left_out = bounded(self._cases, _MOST_SHOWN, words)
        problems = [say(problem) for problem in found.problems]
        page = report_page(
            title, facts, shown, left_out, problems, words, language=language.replace("_", "-")
        ).encode()
        typefaces = Typefaces(paths.resources() / "fonts")
        paper = pdf(report_pages(title, facts, shown, left_out, problems, words, typefaces), typefaces, title)
        said: dict[str, Any] = {
            "made": made,
            "program": program,
            "shop": self._shop.name,
            "looked_at": self._looked_at,
            "head": None if head is None else head_as_json(head),
            "log_problems": [str(problem) for problem in found.problems],
            "cases": [case_as_json(case) for case in self._cases],
            "files": {
                HTML_FILE: hashlib.sha256(page).hexdigest(),
                PDF_FILE: hashlib.sha256(paper).hexdigest(),
            },
        }
        signed = statement(said, self._key)
        return _written(self._folder, page, paper, signed, new_request(hashlib.sha256(signed).digest()))


def _require_folder(folder: Path, replace: bool) -> None:
    require_report_folder(folder)
    for name in (HTML_FILE, PDF_FILE, STATEMENT_FILE, REQUEST_FILE):
        checked_target(folder / name, _is_report, replace=replace)


def _is_report(file: Path) -> bool:
    begins = _BEGINS.get(file.name, b"0")  # a request is a DER sequence
    with file.open("rb") as opened:
        return opened.read(len(begins)) == begins


def _written(folder: Path, page: bytes, paper: bytes, signed: bytes, request: bytes) -> WrittenReport:
    files = {HTML_FILE: page, PDF_FILE: paper, REQUEST_FILE: request, STATEMENT_FILE: signed}
    with writing_report(folder):
        make_folders(folder)
        for name, content in files.items():
            write_atomically(folder / name, content)
    return WrittenReport(*(folder / name for name in (HTML_FILE, PDF_FILE, STATEMENT_FILE, REQUEST_FILE)))
