"""What the operating system says no to, as sentences that say what to do."""

import errno
from pathlib import Path

from core.errors import KnownError
from core.messages import message

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class DiskFullError(KnownError):
    """There is no room left; whatever else is tried next will fail for the same reason."""


def known_os_error(error: OSError, path: Path) -> KnownError | None:
    """The sentence for a full disk or a path that is too long; None for anything else.

    Args:
        path: what could not be read or written.
    """
    if error.errno in _FULL:
        return DiskFullError(message("core", "The disk is full: free some space, then do it again."))
    return path_too_long(path) if error.errno == errno.ENAMETOOLONG else None


def path_too_long(path: Path) -> KnownError:
    """The sentence for a path that the system, or the database, has no room for."""
    shown = str(path)
    return KnownError(
        message(
            "core",
            "The path {path} is too long ({length} characters): move it to a folder with a shorter path.",
        ),
        path=f"{shown[:60]}…{shown[-30:]}" if len(shown) > 100 else shown,
        length=len(shown),
    )
