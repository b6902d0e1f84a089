"""The switch "Phone as camera": off as the program comes, and light as long as it is off.

What serves phones is imported when it is switched on, by a worker; before that no module of it is loaded, no
process runs and no socket is open (tests/end_to_end/test_offline.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.policy import TrustedName
from desktop_app.background.preferences import Preferences
from desktop_app.engine.engine import PictureSource
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.shop_jobs import ShopJobs

if TYPE_CHECKING:
    from desktop_app.phone.service import PhoneService

_SERVICE = "desktop_app.phone.service"


class PhoneSwitch(QObject):
    """Keeps the service in step with the setting; the policy may hold that.

    Args:
        to_desk: searches pictures at the desk, too.
        changed_shop: tells the window that the shop is another than before.
        trusted: a name of this computer that phones trust, as the policy has it.

    Attributes:
        service: None while it is off, and for a moment after it was switched on.
        addresses: of this computer in its networks; None for those that it has. Tests set others.
    """

    changed = Signal()
    """On or off, or something about the service."""
    asked = Signal(object)
    """desktop_app.phone.pairing.AskingPhone: it waits for :meth:`PhoneService.decide`."""

    def __init__(
        self,
        jobs: Jobs,
        shop_jobs: ShopJobs,
        preferences: Preferences,
        to_desk: Callable[[Sequence[PictureSource]], None],
        changed_shop: Callable[[], None],
        trusted: TrustedName | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.service: PhoneService | None = None
        self.addresses: Callable[[], Sequence[str]] | None = None
        self._jobs, self._shop_jobs, self._preferences = jobs, shop_jobs, preferences
        self._to_desk, self._changed_shop, self._trusted = to_desk, changed_shop, trusted

    @property
    def is_on(self) -> bool:
        """Whether phones may be cameras."""
        return self._preferences.settings.phone_camera

    def turn(self, *, on: bool) -> None:
        """Switch it on or off; what the policy holds stays."""
        self._preferences.change(replace(self._preferences.settings, phone_camera=on))
        self.follow()

    def follow(self) -> None:
        """Serve phones if the setting says so, and not otherwise."""
        if self.is_on and self.service is None:
            self._jobs.run(lambda _report: import_module(_SERVICE), success=lambda _: self._begin())
        elif not self.is_on and self.service is not None:
            service, self.service = self.service, None
            service.end()
            service.deleteLater()
        self.changed.emit()

    def close(self) -> None:
        """End it with the window."""
        if self.service is not None:
            self.service.end()

    def _begin(self) -> None:
        from desktop_app.phone.service import PhoneService

        if not self.is_on or self.service is not None:
            return
        self.service = service = PhoneService(
            self._jobs,
            self._shop_jobs,
            self._preferences,
            self._to_desk,
            self._changed_shop,
            self.addresses,
            self._trusted,
            self,
        )
        service.changed.connect(self.changed)
        service.asked.connect(self.asked)
        service.begin()
        self.changed.emit()
