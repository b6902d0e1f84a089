"""The last searches with their pictures, kept beyond the window where the user wants that.

They lie with what the program keeps for its user, not in the shop: a copy or a backup of a shop never takes
pictures of customers along, and who shares a shop does not see what others asked. Whether anything is kept is
the setting ``keep_last_searches``, which the caller asks; what was found is not kept, it is asked anew.
"""

import contextlib
import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL.Image import Image

from core import paths
from core.errors import KnownError
from core.files.atomic import make_folders, write_atomically
from core.files.hostile import parse_json
from core.files.os_errors import known_os_error
from core.imaging.cut import Box, Cut
from core.imaging.photo_files import PhotoFiles, delete_all_pictures
from core.messages import message

MOST = 24
"""Searches of a shop; of their pictures as many."""
_MOST_SHOPS = 8
_LIST = "searches.json"


@dataclass(frozen=True, slots=True)
class PastPicture:
    """A picture that was searched with, whole; ``cut`` is the part that was meant."""

    name: str
    path: Path
    cut: Cut


@dataclass(frozen=True, slots=True)
class PastSearch:
    """What was asked at one time.

    Attributes:
        since: when it was begun, in ISO 8601; no two have the same.
        text: the words; "" if it was asked with pictures.
        together: whether the pictures were searched as one thing.
        verdict: what was claimed of it (:class:`core.answer.Verdict`); "" if nothing was.
        outcome: title of the product that came first, for a list.
    """

    since: str
    text: str = ""
    pictures: tuple[PastPicture, ...] = ()
    together: bool = False
    verdict: str = ""
    outcome: str = ""


def folder_of(shop: Path) -> Path:
    """Where the past searches of the shop in this folder lie (or would lie)."""
    key = hashlib.sha256(str(shop.resolve()).encode(errors="surrogatepass")).hexdigest()[:16]
    return paths.past_searches() / key


def follow_shop(kept: Path, shop: Path) -> None:
    """The shop whose past searches lie in ``kept`` lies in ``shop`` from now on; they stay its own."""
    with contextlib.suppress(OSError):  # they are a convenience: no move fails for them
        if kept.is_dir() and not folder_of(shop).exists():
            kept.rename(folder_of(shop))


def read_past(folder: Path) -> tuple[PastSearch, ...]:
    """Those in ``folder``, the oldest first; what is damaged or gone is left out."""
    return tuple(past for _entry, past in _whole(folder))


def keep_past(folder: Path, past: PastSearch, pictures: Sequence[Image]) -> None:
    """Keep a search, in place of what was kept of the same; the oldest go.

    Args:
        pictures: in step with ``past.pictures``, whole, upright RGB; where each lies is told by this.

    Raises:
        KnownError: the disk is full, or the folder cannot be written.
    """
    files = PhotoFiles(folder, with_thumbnails=False)
    try:
        make_folders(folder)
        stored = [files.add(picture).sha256 for picture in pictures[:MOST]]
        others = [entry for entry, other in _whole(folder) if other.since != past.since]
        entries = sorted([*others, _written(past, stored)], key=lambda entry: str(entry["since"]))
        entries = _bounded(entries)
        write_atomically(folder / _LIST, json.dumps(entries, ensure_ascii=False).encode())
        named = {picture["sha256"] for entry in entries for picture in entry["pictures"]}
        files.delete({path.stem for path in folder.glob("photos/*/*.jpg")} - named)
        _forget_oldest_shops(folder)
    except OSError as error:
        raise known_os_error(error, folder) or KnownError(
            message("core", "The last searches cannot be kept ({reason})."),
            reason=error.strerror or type(error).__name__,
        ) from error


def forget_past() -> None:
    """Delete all that was kept, of every shop.

    Raises:
        KnownError: something cannot be deleted.
    """
    delete_all_pictures(paths.past_searches())


def _whole(folder: Path) -> list[tuple[dict[str, Any], PastSearch]]:
    """What is listed and whole, as it is written and as it is read."""
    try:
        listed = parse_json((folder / _LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    files = PhotoFiles(folder, with_thumbnails=False)
    read = [(entry, _read(entry, files)) for entry in listed] if isinstance(listed, list) else []
    return [(entry, past) for entry, past in read if past is not None]


def _bounded(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The newest, of which all have their pictures."""
    kept: list[dict[str, Any]] = []
    pictures = 0
    for entry in reversed(entries[-MOST:]):
        pictures += len(entry["pictures"])
        if kept and pictures > MOST:
            break
        kept.insert(0, entry)
    return kept


def _written(past: PastSearch, stored: Sequence[str]) -> dict[str, Any]:
    return {
        "since": past.since,
        "text": past.text,
        "together": past.together,
        "verdict": past.verdict,
        "outcome": past.outcome,
        "pictures": [
            {
                "name": picture.name,
                "sha256": sha256,
                "box": [
                    picture.cut.box.left,
                    picture.cut.box.top,
                    picture.cut.box.right,
                    picture.cut.box.bottom,
                ],
                "quarters": picture.cut.quarters,
            }
            for picture, sha256 in zip(past.pictures, stored, strict=False)
        ],
    }


def _read(entry: Any, files: PhotoFiles) -> PastSearch | None:
    """One of the list; None if it is not as we write it, or a picture of it is gone."""
    try:
        pictures = tuple(
            PastPicture(
                str(picture["name"]),
                files.path(str(picture["sha256"])),
                Cut(Box(*(float(edge) for edge in picture["box"])).within(), int(picture["quarters"]) % 4),
            )
            for picture in entry["pictures"]
        )
        past = PastSearch(
            str(entry["since"]),
            str(entry["text"]),
            pictures,
            bool(entry["together"]),
            str(entry["verdict"]),
            str(entry["outcome"]),
        )
    except (KeyError, TypeError, ValueError):
        return None
    is_whole = all(picture.path.is_file() for picture in pictures) and (pictures or past.text)
    return past if is_whole else None


def _forget_oldest_shops(newest: Path) -> None:
    others = [path for path in newest.parent.iterdir() if path != newest]
    others.sort(key=lambda path: path.stat().st_mtime)
    for path in others[: max(0, len(others) - _MOST_SHOPS + 1)]:
        shutil.rmtree(path, ignore_errors=True)
