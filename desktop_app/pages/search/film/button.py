"""The way back to the film that was given to the search page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.film.view import FilmView
from desktop_app.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from core.imaging.films.reading import Film


class FilmButton(Translated, IconButton):
    """Shows the film in ``stack``, over whatever is searched; not seen before there is one."""

    left = Signal()
    """Away from the film, to the search."""
    frame_chosen = Signal(object)
    """PictureSource: search this."""

    def __init__(self, themes: ThemeSwitch, desk: SearchDesk, stack: QStackedWidget, parent: QWidget) -> None:
        super().__init__(themes, "film", "quiet", parent)
        self.view: FilmView | None = None
        """Made when the first film is given."""
        self._desk, self._stack = desk, stack
        self.hide()
        self.clicked.connect(self._show_again)
        self.retranslate()

    def show_film(self, film: Film, others: int) -> None:
        """Look through ``film``; ``others`` were given with it and are not looked at."""
        if self.view is None and self._desk.shop_jobs is not None:
            self.view = FilmView(self._themes, self._desk.shop_jobs, self._stack)
            self.view.left.connect(self._leave)
            self.view.frame_chosen.connect(self.frame_chosen)
            self._stack.addWidget(self.view)
        if self.view is not None:
            self.view.show_film(film, self._desk.filters.now, others=others)
            self.show()
            self._show_again()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setToolTip(self.tr("Back to the film"))
        self.setAccessibleName(self.tr("Back to the film"))

    def _leave(self) -> None:
        """Nothing plays behind what comes to the front."""
        if self.view is not None:
            self.view.put_away()
        self.left.emit()

    def _show_again(self) -> None:
        if self.view is not None:
            self._stack.setCurrentWidget(self.view)
            self.view.setFocus()
