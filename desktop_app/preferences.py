"""The settings of this run, changed by the window and stored off the GUI thread."""

import logging
from pathlib import Path

from core.settings import Settings, save_settings
from desktop_app.jobs import Jobs, Lane

_log = logging.getLogger(__name__)


class Preferences:
    """The settings of this run; every change is stored, off the GUI thread, as a disk may be slow."""

    def __init__(self, settings: Settings, file: Path, jobs: Jobs) -> None:
        self.settings = settings
        self._file = file
        self._jobs = jobs
        self._stored = settings
        self._is_closed = False

    def change(self, settings: Settings) -> None:
        """Keep ``settings`` from now on."""
        self.settings = settings
        if self._is_closed:
            self._store(settings)
            return
        self._jobs.run(lambda _report: self._store(settings), success=lambda _: None, lane=Lane.WRITING)

    def close(self) -> None:
        """Store what is not stored yet; call it when the jobs have ended."""
        self._is_closed = True
        if self._stored != self.settings:
            self._store(self.settings)

    def _store(self, settings: Settings) -> None:
        """A folder that cannot be written costs the memory of a choice, not the work."""
        try:
            save_settings(self._file, settings)
        except OSError as error:
            _log.warning("The settings cannot be stored: %s", error)
        self._stored = settings
