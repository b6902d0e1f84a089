"""Where an unfinished deep lesson lies, for those who know nothing of lessons."""

from pathlib import Path

from core.models.active_model import unwritable

FOLDER = ".unfinished-deep"
"""Hidden, so that no backup takes it along: it holds every photo once more."""
PICTURES = "pictures.npy"


def drop_unfinished_pictures(models: Path) -> None:
    """Delete its copy of the photos. A lesson that goes on makes it anew, of those that are there then.

    Raises:
        KnownError: it cannot be deleted; on Windows not while the lesson is running.
    """
    try:
        (models / FOLDER / PICTURES).unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(models, error) from error
