"""A network's file among the program's resources, taken from a wheel at set-up (tools/take_networks.py).

What is loaded is exactly what was chosen: each file's length and checksum stand in the source.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from core.paths import resources


@dataclass(frozen=True, slots=True)
class NetworkFile:
    """Its name, and the length in bytes and SHA-256 (hex) of its content."""

    name: str
    length: int
    sha256: str

    def is_there(self, folder: Path | None = None) -> bool:
        """Whether it lies in ``folder``, by default the program's own, as far as its length tells."""
        try:
            return self._place(folder).stat().st_size == self.length
        except OSError:
            return False

    def content(self, folder: Path | None = None) -> bytes | None:
        """Its bytes; None if it is missing, or is not the one that was chosen."""
        try:
            content = self._place(folder).read_bytes()
        except OSError:
            return None
        return content if hashlib.sha256(content).hexdigest() == self.sha256 else None

    def _place(self, folder: Path | None) -> Path:
        return (resources() / "models" if folder is None else folder) / self.name
