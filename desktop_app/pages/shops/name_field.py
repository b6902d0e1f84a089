"""Where a shop's name is typed; what will not do is said below it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from core.errors import KnownError
from core.messages import Sentence
from core.shop.naming import require_free, shop_folder
from desktop_app.engine.jobs import Job, Jobs
from desktop_app.look.language import Translated, in_words
from desktop_app.widgets.labels import text_label


class ShopNameField(Translated, QWidget):
    """Looks off the GUI thread whether there is room for a folder of that name."""

    changed = Signal()
    """Another name is typed, or it can be tried again."""

    def __init__(self, jobs: Jobs, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._problem_words: Callable[[], str] = lambda: ""
        self.line = QLineEdit(name, self)
        self.line.selectAll()
        self.problem = text_label("problem", wrap=True)
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.problem)
        self.line.textChanged.connect(lambda _text: self._say(lambda: ""))
        self.retranslate()

    @property
    def text(self) -> str:
        """What is typed, without spaces around it."""
        return self.line.text().strip()

    @property
    def is_looking(self) -> bool:
        """Whether it is just being found out if there is room."""
        return self._job is not None

    def check(self, place: Path, then: Callable[[Path], None]) -> None:
        """Let ``then`` have the folder of that name in ``place``, unless no shop can be made there."""
        try:
            folder = shop_folder(place, self.text)
        except KnownError as error:
            self._refuse(error.sentence)
            return

        def finish(_nothing: None) -> None:
            self._job = None
            then(folder)

        self._job = self._jobs.run(lambda _report: require_free(folder), success=finish, failure=self._refuse)
        self.changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever closes the dialog wants no answer any more."""
        super().hideEvent(event)
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.line.setAccessibleName(self.tr("Name of the shop"))
        self.problem.setText(self._problem_words())
        self.problem.setVisible(bool(self.problem.text()))
        self.line.setAccessibleDescription(self.problem.text())

    def _refuse(self, failure: Sentence) -> None:
        self._job = None
        self._say(lambda: in_words(failure))
        self.line.setFocus()

    def _say(self, words: Callable[[], str]) -> None:
        self._problem_words = words
        self.retranslate()
        self.changed.emit()
