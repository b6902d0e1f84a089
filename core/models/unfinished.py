"""Where an unfinished deep lesson lies, for those who know nothing of lessons."""

from pathlib import Path

from core.models.active_model import unwritable

FOLDER = ".unfinished-deep"
"""Hidden, so that no backup takes it along: it holds every photo once more."""
PICTURES = "pictures.npy"


def being_made(pictures: Path) -> Path:
    """Where the copy lies until it is whole; it stays there if the lesson is killed meanwhile."""
    return pictures.with_name(f".{pictures.name}.tmp")


def drop_unfinished_pictures(models: Path) -> None:
    """Delete its copy of the photos, also a half-made one. No lesson may be under way.

    A lesson that goes on makes the copy anew, of those that are there then.

    Raises:
        KnownError: it cannot be deleted.
    """
    pictures = models / FOLDER / PICTURES
    try:
        being_made(pictures).unlink(missing_ok=True)
        pictures.unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(models, error) from error
