"""Where the program meets the world outside: what it asks the system for is answered here.

A file dialog is answered or put away; a folder or a page that would be opened elsewhere is written down.
Nothing further in is replaced.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog


class Edge:
    """Answers for the system, by chance of its own so that a run can be played again."""

    def __init__(self, files: Path, seed: int) -> None:
        self._files = files
        self._chance = Random(seed)
        self._numbers = count(1)
        self.told: list[str] = []
        """What was asked and answered, in words."""
        self.dialogs = 0
        """How many wait for their answer."""

    def stand(self) -> None:
        """Answer from now on."""
        QFileDialog.open = self._on_dialog  # type: ignore[method-assign]
        QPrintDialog.open = self._on_printer  # type: ignore[method-assign]
        QDesktopServices.openUrl = self._on_url  # type: ignore[method-assign]

    @property
    def _on_dialog(self) -> Callable[..., None]:
        def open_dialog(dialog: QFileDialog, *_slot: Any) -> None:
            answer = self._answer(dialog)
            self.told.append(f"{dialog.windowTitle()}: {[str(path) for path in answer]}")
            self.dialogs += 1
            QTimer.singleShot(0, dialog, lambda: self._give(dialog, answer))

        return open_dialog

    @property
    def _on_printer(self) -> Callable[..., None]:
        def open_dialog(dialog: QPrintDialog, *_slot: Any) -> None:
            self.told.append("nothing was printed")
            QTimer.singleShot(0, dialog, dialog.reject)

        return open_dialog

    @property
    def _on_url(self) -> Callable[..., bool]:
        def open_url(url: Any) -> bool:
            self.told.append(f"opened {url.toString()}")
            return True

        return open_url

    def _answer(self, dialog: QFileDialog) -> list[Path]:
        """What is chosen; nothing for a dialog that is put away."""
        chance = self._chance
        if chance.random() < 0.25:
            return []
        if dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave:
            return [self._files / f"saved {next(self._numbers)}.{dialog.defaultSuffix() or 'csv'}"]
        if dialog.fileMode() == QFileDialog.FileMode.Directory:
            return [chance.choice([self._files / "shelf", self._new_folder(), self._files.parent / "shop"])]
        offered = sorted(path for path in self._files.iterdir() if path.is_file())
        if dialog.fileMode() == QFileDialog.FileMode.ExistingFiles:
            return chance.sample(offered, chance.randint(1, min(3, len(offered))))
        return [chance.choice(offered)]

    def _new_folder(self) -> Path:
        folder = self._files / f"folder {next(self._numbers)}"
        folder.mkdir(exist_ok=True)
        return folder

    def _give(self, dialog: QFileDialog, answer: list[Path]) -> None:
        self.dialogs -= 1
        if not answer:
            dialog.reject()
            return
        names = [str(path) for path in answer]
        dialog.fileSelected.emit(names[0])
        dialog.filesSelected.emit(names)
        dialog.close()
