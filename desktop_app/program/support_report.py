"""What support needs to know of an installation, as text to copy: versions, sizes, counts, the last problems.

It holds no customer data: no title, no picture, no path, no name of a person, a shop or a computer; a test
proves it. Written in English, for whoever develops the program. Every function blocks; call it in a job.
"""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
from dataclasses import fields
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion

from core import paths
from core.embedding.runtimes.torch_presence import full_program
from core.program_version import program_version
from core.settings import Settings
from desktop_app.program.discretion import discreet_trace
from desktop_app.program.logs import last_problems

if TYPE_CHECKING:
    from core.shop.shop import Shop

_LIBRARIES = {
    "onnxruntime": "ONNX Runtime",
    "torch": "PyTorch",
    "timm": "timm",
    "annoy": "Annoy",
    "pillow": "Pillow",
}
_PRIVATE_SETTINGS = {"recent_shops", "file_places", "window_geometry", "camera", "unknown"}


def program_versions() -> list[tuple[str, str]]:
    """Names and versions of the program and of what it stands on; nothing is imported for it."""
    found = [
        ("Snapshelf", f"{program_version()} ({'full' if full_program() else 'light'})"),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("SQLite", sqlite3.sqlite_version),
    ]
    for distribution, name in _LIBRARIES.items():
        try:
            found.append((name, version(distribution)))
        except PackageNotFoundError:
            found.append((name, "–"))
    return found


def shop_model(shop: Shop) -> list[tuple[str, str]]:
    """Which network searches the shop, by which lesson, on what."""
    return [
        ("Model", f"{shop.spec.name} ({shop.spec.fingerprint})"),
        ("Lesson", shop.model.version or "–"),
        ("Device", shop.network.load().device),
    ]


def support_report(shop: Shop | None, settings: Settings, *, trace: str = "", log: Path | None = None) -> str:
    """The whole report.

    Args:
        shop: the open shop; None where none could be opened.
        trace: the traceback of the mistake that the report is about, if it is about one.
        log: the log's file; by default the user's own.
    """
    lines = ["Program"]
    lines += _table(
        [*program_versions(), ("System", platform.platform()), ("Frozen", _yes(paths.is_frozen()))]
    )
    lines += _table([("Processors", str(os.cpu_count() or "?")), ("Desktop", _desktop())])
    lines += ["", "Settings", *_table(_settings(settings)), "", "Shop"]
    lines += _table(_shop(shop)) if shop is not None else ["  none open"]
    problems = last_problems(log or paths.log_file())
    lines += ["", "Last problems", *("  " + line for entry in problems for line in entry.splitlines())]
    if not problems:
        lines.append("  none")
    if trace:
        lines += ["", "This mistake", discreet_trace(trace)]
    return "\n".join(lines)


def _settings(settings: Settings) -> list[tuple[str, str]]:
    shown = [declared.name for declared in fields(Settings) if declared.name not in _PRIVATE_SETTINGS]
    return [(name, str(getattr(settings, name))) for name in shown]


def _shop(shop: Shop) -> list[tuple[str, str]]:
    from core.catalog.products.products import counts

    amount = counts(shop.catalog)
    index = shop.index()
    return [
        ("Products", str(amount.products)),
        ("Photos", str(amount.photos)),
        ("Writable", _yes(shop.writable)),
        *shop_model(shop),
        ("Lessons", str(len(shop.models.lessons()))),
        ("Lesson problem", shop.searched_by.problem.text if shop.searched_by.problem is not None else "–"),
        ("Index", f"{index.count} photos, generation {index.generation_number}"),
        ("Catalog", _megabytes(_size(shop.catalog.path))),
        ("Free disk", _megabytes(shutil.disk_usage(shop.folder).free)),
    ]


def _desktop() -> str:
    """The window system, by the names that platforms give; never the display's address."""
    return os.environ.get("XDG_SESSION_TYPE") or os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] or "–"


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _table(rows: list[tuple[str, str]]) -> list[str]:
    return [f"  {name}: {value}" for name, value in rows]
