"""A search at work: its picture, what was found for it, and a product that is opened over that."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.background.preferences import Preferences
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.engine.engine import SearchEngine
from desktop_app.engine.jobs import Jobs
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.actions import SearchActions
from desktop_app.pages.search.answer.view import AnswerView
from desktop_app.pages.search.desk.clerk import Clerk
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.desk.search import Search
from desktop_app.pages.search.product.opening import ProductOpening
from desktop_app.pages.search.product.view import ProductView
from desktop_app.pages.search.query.panel import QueryPanel


class SearchWork(QWidget):
    """What the page shows once something is asked. It is most of the page, and made once that was painted."""

    def __init__(
        self,
        engine: SearchEngine,
        jobs: Jobs,
        desk: SearchDesk,
        clerk: Clerk,
        themes: ThemeSwitch,
        thumbnails: Thumbnails,
        preferences: Preferences,
        actions: SearchActions,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._answered: Search | None = None
        """Whose answer took the focus when it came."""
        # Each is made where it stays: a widget that is moved has everything in it dressed anew.
        self._right = QStackedWidget(self)
        self.query_panel = QueryPanel(themes, desk, self)
        self.answer_view = AnswerView(themes, thumbnails, desk, clerk, preferences, self._right)
        self._right.addWidget(self.answer_view)
        self.products = ProductOpening(
            engine,
            jobs,
            self._right,
            self.answer_view,
            lambda: ProductView(themes, thumbnails, jobs, self._right),
        )
        columns = QHBoxLayout(self)
        columns.setContentsMargins(32, 24, 24, 0)
        columns.setSpacing(32)
        columns.addWidget(self.query_panel)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._right, 1)
        right.addWidget(self.answer_view.messages)
        columns.addLayout(right, 1)
        self.query_panel.use_actions(actions)
        self.query_panel.row_chosen.connect(desk.choose)
        self.query_panel.cut_changed.connect(desk.set_cut)
        self.query_panel.together_chosen.connect(desk.set_together)
        self.answer_view.picture_covered.connect(
            lambda covered: self.query_panel.setHidden(covered or desk.words is not None)
        )
        desk.shop_changed.connect(self.products.refresh)

    def turn(self) -> None:
        """Something else is asked: whatever lay over the answer before goes."""
        self.query_panel.setVisible(self._desk.words is None)
        self.products.put_away()
        self.answer_view.put_away()

    def show_search(self, *, typing: bool) -> None:
        """Show what is known by now; a new answer takes the keys unless somebody is ``typing``."""
        shown = self._desk.shown
        self.query_panel.show_picture()
        if self.answer_view.show_search(shown) and shown is not None and shown.answer is not None:
            is_in_front = self.answer_view.list.isVisible()
            if (
                is_in_front
                and not typing
                and not self.query_panel.keeps_focus(is_new=shown is not self._answered)
            ):
                self.answer_view.list.setFocus()
            self._answered = shown

    def take_focus(self) -> None:
        """Give the keys to what is in front."""
        if self._right.currentWidget() is self.answer_view:
            self.answer_view.take_focus()
        else:
            self.products.view.setFocus()

    def takes_letters(self, widget: QWidget) -> bool:
        """Whether letters are commands there: what was found has keys of its own."""
        return self._right.isAncestorOf(widget)

    def go_back(self, event: QKeyEvent) -> bool:
        """One step back by a key; False if there is none."""
        if event.key() == Qt.Key.Key_Escape and self._right.currentWidget() is not self.answer_view:
            self.products.close()
            return True
        return event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace) and self.answer_view.go_back()
