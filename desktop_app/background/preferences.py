"""The settings of this run, changed by the window and stored off the GUI thread."""

import logging
from pathlib import Path

from core.policy import Policy
from core.settings import Settings, save_settings
from desktop_app.engine.jobs import Jobs, Lane

_log = logging.getLogger(__name__)


class Preferences:
    """The settings of this run; every change is stored, off the GUI thread, as a disk may be slow.

    Args:
        settings: the user's own.
        policy: what the administrator decided; it holds whatever is chosen, and what it hides of the
            user's own choices stays stored for the day when it is lifted.
    """

    def __init__(self, settings: Settings, file: Path, jobs: Jobs, policy: Policy | None = None) -> None:
        self._policy = policy or Policy()
        self._own = settings
        self.settings = self._policy.apply(settings)
        self._file = file
        self._jobs = jobs
        self._stored = settings
        self._is_closed = False

    @property
    def own(self) -> Settings:
        """The user's own settings, as they are stored."""
        return self._own

    @property
    def folder(self) -> Path:
        """Where the settings lie, and what else is kept for this user alone."""
        return self._file.parent

    def change(self, settings: Settings) -> None:
        """Keep ``settings`` from now on, except for what the policy decides."""
        own = self._own = self._policy.unapply(settings, self._own)
        self.settings = self._policy.apply(own)
        if self._is_closed:
            self._store(own)
            return
        self._jobs.run(lambda _report: self._store(own), success=lambda _: None, lane=Lane.WRITING)

    def close(self) -> None:
        """Store what is not stored yet; call it when the jobs have ended."""
        self._is_closed = True
        if self._stored != self._own:
            self._store(self._own)

    def _store(self, settings: Settings) -> None:
        """A folder that cannot be written costs the memory of a choice, not the work."""
        try:
            save_settings(self._file, settings)
        except OSError as error:
            _log.warning("The settings cannot be stored: %s", error)
        self._stored = settings
