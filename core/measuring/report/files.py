"""A report's two files: the page for people, the figures for programs."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from core.errors import KnownError
from core.files.atomic import write_atomically
from core.files.hostile import parse_json
from core.files.targets import checked_target, require_outside_shops
from core.messages import message

_PAGE_BEGINS = b"<!DOCTYPE html>\n<html lang="


def require_report_folder(folder: Path, *names: str, replace: bool = False) -> None:
    """Refuse a folder in a shop, what is no folder, and one where files of those names are no report's.

    Raises:
        KnownError: with the reason.
    """
    if folder.exists() and not folder.is_dir():
        raise KnownError(message("core", "{folder} is no folder: choose another name."), folder=folder)
    require_outside_shops(folder)
    for name in names:
        checked_target(folder / name, _is_report, replace=replace)


@contextmanager
def writing_report(folder: Path) -> Iterator[None]:
    """Around whatever writes a report's files into ``folder``.

    Raises:
        KnownError: it cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise KnownError(
            message("core", "The report could not be written to {folder} ({reason})."),
            folder=folder,
            reason=error.strerror or type(error).__name__,
        ) from error


def write_page(
    folder: Path, page_file: str, page: str, figures_file: str, figures: Any, *, replace: bool = False
) -> Path:
    """Write both files into ``folder``, which is made if need be.

    Args:
        figures: what JSON can hold.

    Returns:
        The page's path.

    Raises:
        KnownError: they cannot be written, or may not be (core/files/targets.py).
    """
    require_report_folder(folder, page_file, figures_file, replace=replace)
    content = json.dumps(figures, ensure_ascii=False, indent=1)
    with writing_report(folder):
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / figures_file, content.encode())
        write_atomically(folder / page_file, page.encode())
    return folder / page_file


def _is_report(path: Path) -> bool:
    content = path.read_bytes()
    if path.suffix == ".html":
        return content.startswith(_PAGE_BEGINS)
    try:
        return isinstance(parse_json(content), dict | list)
    except ValueError:
        return False
