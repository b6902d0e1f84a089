"""What is in front on the search page: its start, the search at work, or what lies over both."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.engine.engine import ShopFacts
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.intake.start_view import StartView
from desktop_app.pages.search.notice_view import NoticeView
from desktop_app.pages.search.work import SearchWork
from desktop_app.widgets.fields.search_field import SearchField


class SearchFront(QStackedWidget):
    """Follows the desk. The webcam and a film put themselves here when they are first wanted.

    The search at work is most of the page. It is made once the start was painted, or when something is asked
    before that.

    Args:
        field: while one types there, an answer does not take the keys.
        new_work: makes the search at work, in the widget that it is given.

    Attributes:
        made: the search at work; None as long as it is not made.
    """

    work_made = Signal(object)
    """The SearchWork: whoever it concerns connects to it."""

    def __init__(
        self,
        desk: SearchDesk,
        field: SearchField,
        themes: ThemeSwitch,
        thumbnails: Thumbnails,
        new_work: Callable[[QWidget], SearchWork],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._field = field
        self._new_work = new_work
        self._facts: ShopFacts | None = None
        self.made: SearchWork | None = None
        self.start_view = StartView(themes, thumbnails, self)
        self.notice = NoticeView(themes, self)
        for page in (self.start_view, self.notice):
            self.addWidget(page)
        self.notice.left.connect(self.show_search)

    @property
    def work(self) -> SearchWork:
        """The search at work, made now if it is not there yet."""
        if self.made is None:
            self.made = self._new_work(self)
            self.addWidget(self.made)
            self.made.query_panel.set_room(self.width())
            self.work_made.emit(self.made)
            if self._facts is not None:
                self.made.answer_view.show_shop(self._facts)
        return self.made

    @property
    def is_at_start(self) -> bool:
        """Whether nothing is asked, and nothing else is in front."""
        return self.currentWidget() is self.start_view

    def show_shop(self, facts: ShopFacts) -> None:
        """The shop is open, or holds other products than before."""
        self._facts = facts
        if self.made is not None:
            self.made.answer_view.show_shop(facts)
        self.start_view.show_samples(facts.samples)

    def turn(self) -> None:
        """Something else is asked: whatever lay over the answer before goes."""
        if self._has_work:
            self.work.turn()
            self.show_search()
            self.learn()

    def learn(self) -> None:
        """Show what is known by now."""
        if self._has_work:
            typing = self._field.hasFocus() and self._desk.words is not None
            self.work.show_search(typing=typing)

    def show_search(self) -> None:
        """Away from the webcam, a film, a notice: back to the search, or to the start."""
        self.setCurrentWidget(self.work if self._desk.shown is not None else self.start_view)

    def say(self, words: Callable[[], tuple[str, str]]) -> None:
        """Tell what is wrong, in a headline and a line below it."""
        self.notice.say(words)
        self.setCurrentWidget(self.notice)
        self.notice.setFocus()

    def take_focus(self) -> None:
        """Give the keys to what was found, if that is in front."""
        if self.made is not None and self.currentWidget() is self.made:
            self.made.take_focus()

    def takes_letters(self, widget: QWidget) -> bool:
        """Whether letters are commands where this widget is."""
        return self.made is not None and self.made.takes_letters(widget)

    def go_back(self, event: QKeyEvent) -> bool:
        """One step back by a key; False if there is none."""
        if event.key() == Qt.Key.Key_Escape and self.currentWidget() is self.notice:
            self.show_search()
            return True
        return self.made is not None and self.made.go_back(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the products get most of it."""
        super().resizeEvent(event)
        if self.made is not None:
            self.made.query_panel.set_room(self.width())

    @property
    def _has_work(self) -> bool:
        """Whether something is asked, or its place is there already and has to be told that nothing is."""
        return self.made is not None or self._desk.shown is not None
