"""Bringing a shop back from a backup."""

from pathlib import Path

from core.care.archive import restore_backup
from core.errors import KnownError
from core.messages import message
from core.progress import ReportProgress, ignore_progress
from core.shop.lock import writers_lock


def restore_shop(folder: Path, backup: Path, progress: ReportProgress = ignore_progress) -> Path | None:
    """Bring the shop in ``folder`` back from a backup, unless some program has it open for writing.

    Returns:
        Where the catalog that was replaced is kept; None if there was none.

    Raises:
        KnownError: the backup is damaged or no backup, the shop is in use, or the disk is full.
        Cancelled: ``progress`` asked to stop; the shop is as it was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock, writer = writers_lock(folder)
    if lock is None:
        raise KnownError(
            message("core", "The shop {folder} is in use (process {process}) or cannot be written to."),
            folder=folder,
            process=writer.process if writer else "?",
        )
    try:
        return restore_backup(backup, folder, progress)
    finally:
        lock.release()
