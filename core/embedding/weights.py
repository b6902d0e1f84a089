"""Finding and reading weights: those that Python packages carry, and files that a shop keeps; never over the
network.
"""

import hashlib
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from core.errors import KnownError
from core.messages import message


@dataclass(frozen=True, slots=True)
class StoredWeights:
    """A weights file on the disk, with its export for the processor beside it.

    Attributes:
        path: the file; it may move, together with the shop that it belongs to.
        sha256: what the file must hash to, in hex.
    """

    path: Path
    sha256: str

    def read(self) -> bytes:
        """The file's content, proven to be the one that was added.

        Raises:
            KnownError: the file is missing, cannot be read or has another content.
        """
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise self._damaged() from error
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise self._damaged()
        return data

    def _damaged(self) -> KnownError:
        return KnownError(
            message(
                "core",
                "The model file {path} is missing or damaged. Add the model again, or use another one.",
            ),
            path=str(self.path),
        )


@dataclass(frozen=True, slots=True)
class PackagedWeights:
    """A weights file inside an installed package.

    Attributes:
        distribution: the name under which the package is installed.
        package: the name under which it is imported (it is only located, never imported).
        file: path of the file inside the package.
        sha256: what the file must hash to, in hex.
    """

    distribution: str
    package: str
    file: str
    sha256: str

    def locate(self) -> Path:
        """Where the file is.

        Raises:
            KnownError: the package is not installed.
        """
        spec = find_spec(self.package)
        if spec is None or spec.origin is None:
            raise KnownError(
                message(
                    "core",
                    "The model's weights are missing: the package {package} is not installed. "
                    "Install the program again.",
                ),
                package=self.distribution,
            )
        return Path(spec.origin).parent / self.file

    def read(self) -> bytes:
        """The file's content, proven to be the one that we know.

        Raises:
            KnownError: the file is missing, cannot be read or has another content.
        """
        return read_verified(self.locate(), self.sha256)


Weights = PackagedWeights | StoredWeights
"""Learned parameters that are known by their hash; the hash, not the place, decides what vectors mean."""


def read_verified(path: Path, sha256: str) -> bytes:
    """The content of ``path``, which must hash to ``sha256`` (hex).

    Raises:
        KnownError: the file is missing, cannot be read or has another content.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise KnownError(
            message("core", "The model file {path} cannot be read: {reason}. Install the program again."),
            path=str(path),
            reason=error.strerror or str(error),
        ) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise KnownError(
            message("core", "The model file {path} is damaged. Install the program again."),
            path=str(path),
        )
    return data
