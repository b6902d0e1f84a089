"""One process writes to a shop at a time; who, is written beside the lock."""

import contextlib
import json
import os
import socket
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from core.files.atomic import write_atomically
from core.files.hostile import parse_json
from core.files.os_errors import known_os_error


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes to the shop: process id, computer, and since when (ISO 8601, UTC)."""

    process: int
    computer: str
    since: str


class ShopLock:
    """The writer's lock of one shop folder; the system lets go of it when the process dies."""

    def __init__(self, shop_folder: Path) -> None:
        self._lock = FileLock(shop_folder / "shop.lock", timeout=0)
        self._holder_file = shop_folder / "shop.lock.json"

    def acquire(self) -> bool:
        """Take the lock if it is free; whether this process holds it now.

        Raises:
            OSError: the folder cannot be written.
        """
        try:
            self._lock.acquire()
        except Timeout:
            return False
        holder = Holder(os.getpid(), socket.gethostname(), datetime.now(UTC).isoformat(timespec="seconds"))
        write_atomically(self._holder_file, json.dumps(asdict(holder)).encode(), durable=False)
        return True

    def holder(self) -> Holder | None:
        """Who wrote their name last: the holder, while the lock is held."""
        try:
            return Holder(**parse_json(self._holder_file.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def release(self) -> None:
        """Let go; harmless when not held."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):  # whose name it holds is looked at only while the lock is held
                self._holder_file.unlink(missing_ok=True)
            self._lock.release()


def writers_lock(folder: Path) -> tuple[ShopLock | None, Holder | None]:
    """The lock of the shop in ``folder`` and nobody, or None and who has it (None where nobody could).

    Raises:
        KnownError: the disk is full, or the path too long.
    """
    lock = ShopLock(folder)
    try:
        return (lock, None) if lock.acquire() else (None, lock.holder())
    except OSError as error:
        known = known_os_error(error, folder)
        if known is not None:
            raise known from error
        return None, None  # a read-only folder or medium: the shop can still be read
