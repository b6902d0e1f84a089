"""Drives one window: searches, waits until an answer is there, and knows what is in front."""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from screenshots.pictures import Pictures

from core.care.demo_shop import demo_counter_photos
from desktop_app.engine.engine import PictureSource
from desktop_app.window.desktop import Desktop

State = tuple[str, Callable[[], None]]
"""A picture's name, and what brings the window there."""

PATIENCE_S = 300.0
"""For the first run, which unpacks the demo shop and prepares the model."""
SHOWN = 5
_CHOICE = 24


class Driver:
    """One window and what is done with it.

    Attributes:
        shown: the window or dialog that is in front now.
        calm: what pauses are multiplied by; 1 lets everything arrive that comes by and by, thumbnails too.
    """

    def __init__(self, app: QApplication, desktop: Desktop, pictures: Pictures) -> None:
        self._app = app
        self.desktop = desktop
        self.pictures = pictures
        self.shown: QWidget = desktop.window
        self.calm = 1.0

    def open(self) -> None:
        """Wait until the shop is open, and choose what is searched with."""
        opened: list[object] = []
        self.desktop.engine_thread.signals.opened.connect(opened.append)
        self.desktop.engine_thread.signals.not_opened.connect(lambda why: sys.exit(str(why)))
        self.desktop.window.show()
        self.wait(lambda: bool(opened))
        if not self.pictures.known:
            self.pictures = replace(self.pictures, known=demo_counter_photos(_CHOICE))
        self._put_the_surest_first()
        self.pause(0.5)

    def search(self, files: tuple[Path, ...]) -> None:
        """Search with pictures until each is answered."""
        self.desktop.search_page.search([PictureSource(file.name, path=file) for file in files])
        self.wait(lambda: all(self._is_done(row) for row in range(len(files))))

    def wait(self, condition: Callable[[], bool]) -> None:
        """Let the window work until it is there; the program ends where it never is."""
        end = time.monotonic() + PATIENCE_S
        while not condition():
            if time.monotonic() > end:
                sys.exit("The window did not get there in time.")
            self.pause(0.02)

    def pause(self, seconds: float) -> None:
        """Let the window work for a while."""
        let_work(self._app, seconds * self.calm)

    def _put_the_surest_first(self) -> None:
        """So that the first picture of a search shows what a search looks like when all goes well."""
        self.search(self.pictures.known)
        sure: dict[Path, float] = {}
        for row, file in enumerate(self.pictures.known):
            asked = self.desktop.search_page.desk.film.at(row)
            results = asked.answer.results if asked is not None and asked.answer is not None else ()
            sure[file] = results[0].confidence if results else 0.0
        surest_first = tuple(sorted(sure, key=lambda file: -sure[file]))[:SHOWN]
        self.pictures = replace(self.pictures, known=surest_first)

    def _is_done(self, row: int) -> bool:
        asked = self.desktop.search_page.desk.film.at(row)
        return asked is not None and asked.is_done


def let_work(app: QApplication, seconds: float) -> None:
    """Let the window work."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)
