"""The program's front doors for files from strangers, and what must hold whatever comes through them."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.care.restore import restore_shop
from core.catalog.tables.parse import parse_table
from core.evidence.statement import check_report
from core.evidence.time_stamps import checked_answer
from core.imaging.decode import decode_bytes
from core.imaging.films.decoding import film_frames
from core.imaging.pdfs.pictures import pdf_pictures
from tests.fuzz.seeds import (
    STAMP_REQUEST,
    archive_seeds,
    film_seeds,
    pdf_seeds,
    picture_seeds,
    report_seeds,
    stamp_seeds,
    table_seeds,
)

_SIDE = 256


@dataclass(frozen=True, slots=True)
class Door:
    """One way in.

    Attributes:
        seeds: good files for it, made in a folder that is given.
        enter: takes one input, in a folder of its own; KnownError is its way to refuse, anything else that
            it raises is our bug.
    """

    name: str
    seeds: Callable[[Path], list[bytes]]
    enter: Callable[[bytes, Path], None]


def open_picture(data: bytes, folder: Path) -> None:
    """A picture is safe, or refused."""
    del folder
    image = decode_bytes(data, name="picture", max_side=_SIDE)
    assert image.mode == "RGB"
    assert 1 <= min(image.size) <= max(image.size) <= _SIDE


def read_table(data: bytes, folder: Path) -> None:
    """A table gives products with an SKU each, every SKU once, or is refused."""
    path = folder / "table.csv"
    path.write_bytes(data)
    table = parse_table(path)
    assert all(row.draft.sku for row in table.rows)
    assert len({row.draft.sku for row in table.rows}) == len(table.rows)


def restore_archive(data: bytes, folder: Path) -> None:
    """A backup is restored whole into the shop's own folder, or refused and nothing is written elsewhere."""
    backup, home = folder / "backup.zip", folder / "home"
    shutil.rmtree(home, ignore_errors=True)
    (home / "shop").mkdir(parents=True)
    backup.write_bytes(data)
    before = set(folder.iterdir())
    try:
        restore_shop(home / "shop", backup)
    finally:
        assert set(folder.iterdir()) == before
        assert list(home.iterdir()) == [home / "shop"]
        left = {path.name.split(".")[0] for path in (home / "shop").iterdir()}
        assert left <= {"catalog", "photos", "models", "backups", "shop"}, left  # shop.lock is of every shop


def look_through_pdf(data: bytes, folder: Path) -> None:
    """A PDF's pictures are safe, or it is refused."""
    path = folder / "offer.pdf"
    path.write_bytes(data)
    for given, image in pdf_pictures(path, _SIDE):
        assert given.page >= 1 and (image is None) == (given.problem is not None)
        assert image is None or (image.mode == "RGB" and 1 <= min(image.size) <= max(image.size) <= _SIDE)


def look_through_film(data: bytes, folder: Path) -> None:
    """A film's sharp frames are safe and in their order, or it is refused."""
    path = folder / "walk.mp4"
    path.write_bytes(data)
    reached = -1
    for frame in film_frames(path, _SIDE, closely=bool(data[-1:] < b"\x80")):
        assert frame.image.mode == "RGB" and 1 <= min(frame.image.size) <= max(frame.image.size) <= _SIDE
        assert frame.at_ms >= reached
        reached = frame.at_ms


def bring_stamp(data: bytes, folder: Path) -> None:
    """A time stamp tells when it was given, by whom and over what was asked; or it is refused."""
    del folder
    stamp = checked_answer(data, STAMP_REQUEST)
    assert stamp.stamped.endswith("Z") and len(stamp.certificate_sha256) == 64


def be_handed_report(data: bytes, folder: Path) -> None:
    """A report of another shop is as it was signed, or is said not to be, or is refused."""
    (folder / "evidence.json").write_bytes(data)
    found = check_report(folder)
    assert found.cases >= len(found.lines)


DOORS = {
    door.name: door
    for door in (
        Door("pictures", lambda _folder: picture_seeds(), open_picture),
        Door("tables", lambda _folder: table_seeds(), read_table),
        Door("backups", archive_seeds, restore_archive),
        Door("time stamps", lambda _folder: stamp_seeds(), bring_stamp),
        Door("reports", lambda _folder: report_seeds(), be_handed_report),
        Door("films", film_seeds, look_through_film),
        Door("PDFs", lambda _folder: pdf_seeds(), look_through_pdf),
    )
}
