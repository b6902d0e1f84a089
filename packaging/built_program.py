"""A built program on its way out: where things lie in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class NotFitToShipError(Exception):
    """The program was built, and something in it must not go out."""


@dataclass(frozen=True, slots=True)
class Built:
    """A built program: its folder, with the file that starts it."""

    flavour: str
    folder: Path
    version: str
    made_at: int

    @property
    def inside(self) -> Path:
        """Where PyInstaller puts all but the program itself."""
        return self.folder / "_internal"

    @property
    def licences(self) -> Path:
        """Where the licences of its parts lie."""
        return self.inside / "resources" / "licences"

    @property
    def bill(self) -> Path:
        """Its bill of materials."""
        return self.licences / "snapshelf.cdx.json"
