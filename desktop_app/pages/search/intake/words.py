"""The words that are searched: as they are typed or the history brings them back; Enter opens a product."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.intake.camera import SearchCamera
from desktop_app.widgets.fields.search_field import SearchField


class SearchWords(QObject):
    """Gives what is typed into ``field`` to ``desk``; other words that the desk turns to stand there."""

    product_wanted = Signal(int)
    """The likeliest product for the words is to be opened."""

    def __init__(self, field: SearchField, desk: SearchDesk, camera: SearchCamera, parent: QObject) -> None:
        super().__init__(parent)
        self._field = field
        self._desk = desk
        self._camera = camera
        self._opens_first = False
        field.textChanged.connect(self._on_edited)
        field.returnPressed.connect(self._open_first)
        desk.turned_to.connect(self._follow)
        desk.learned.connect(self._on_learned)

    def _on_edited(self, text: str) -> None:
        self._opens_first = False
        self._camera.stop()
        self._desk.ask_words(text)

    def _follow(self) -> None:
        words = self._desk.words
        if words is None:
            self._field.clear()
        elif words.query.text != " ".join(self._field.text().split()):  # the history went there
            self._field.setText(words.query.text)

    def _on_learned(self) -> None:
        if self._opens_first:
            self._open_first()

    def _open_first(self) -> None:
        """Open the likeliest product for the words; as soon as it is known, for a scanner is quick."""
        words = self._desk.words
        self._opens_first = words is not None and not words.is_done
        if words is None or self._opens_first or words.answer is None or not words.answer.results:
            return
        self.product_wanted.emit(words.answer.results[0].product_id)
