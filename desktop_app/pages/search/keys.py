"""The keys of the search page that stand in no menu, read from the actions that they trigger."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from desktop_app.pages.search.actions import SearchActions
from desktop_app.pages.search.results.actions import ResultActions


def search_keys(search: SearchActions, results: ResultActions) -> list[tuple[str, str]]:
    """What the keys do to an answer, then to the picture, then in the webcam's view."""
    return [
        *_keys_of(results.with_keys()),
        ("G", QCoreApplication.translate("SearchKeys", "List or grid")),
        ("F", QCoreApplication.translate("SearchKeys", "Filters")),
        (_native("Backspace"), QCoreApplication.translate("SearchKeys", "Back to the results")),
        *_keys_of((search.turn_left, search.turn_right, *search.regions)),
        ("[ ]", QCoreApplication.translate("SearchKeys", "Turn the picture")),
        (
            QCoreApplication.translate("SearchKeys", "Arrows, + −"),
            QCoreApplication.translate("SearchKeys", "Move or resize the frame on the picture"),
        ),
        (_native("Esc"), QCoreApplication.translate("SearchKeys", "The whole picture again")),
        (_native("Space"), QCoreApplication.translate("SearchKeys", "Take the webcam's picture")),
    ]


def _keys_of(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    return [
        (action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), action.text().rstrip("…"))
        for action in actions
        if not action.shortcut().isEmpty()
    ]


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
