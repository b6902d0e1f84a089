"""How pictures come into a search: the platform's own dialog, and why something dropped is no picture."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.engine.engine import PictureSource
from desktop_app.engine.picture_mime import Refusal

_ENDINGS = "*.jpg *.jpeg *.jpe *.png *.webp *.gif *.bmp *.tif *.tiff *.avif *.mpo"


def ask_for_pictures(parent: QWidget, take: Callable[[Sequence[PictureSource]], None]) -> None:
    """Let the user choose picture files; ``take`` gets them, nothing if none were chosen."""
    dialog = QFileDialog(parent, QCoreApplication.translate("SearchPage", "Choose pictures"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    pictures = QCoreApplication.translate("SearchPage", "Pictures")
    everything = QCoreApplication.translate("SearchPage", "All files")
    dialog.setNameFilters([f"{pictures} ({_ENDINGS})", f"{everything} (*)"])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(
        lambda files: take([PictureSource(Path(file).name, path=Path(file)) for file in files])
    )
    dialog.open()


def refusal_words(refusal: Refusal) -> tuple[str, str]:
    """A headline and a line below it, in the language of now."""
    if refusal is Refusal.ONLINE:
        return (
            QCoreApplication.translate("SearchPage", "This picture is on the internet"),
            QCoreApplication.translate(
                "SearchPage",
                "Snapshelf works offline and fetches nothing. Save the picture on this computer first, or "
                "copy the picture itself and paste it here.",
            ),
        )
    return (
        QCoreApplication.translate("SearchPage", "There is no picture in it"),
        QCoreApplication.translate(
            "SearchPage", "Drop or paste a picture file, or a picture copied from another program."
        ),
    )
