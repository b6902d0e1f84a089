"""The main window: assembly only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from core.messages import Sentence
from desktop_app.look.language import LanguageSwitch, Translated, in_words
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.shop_page import ShopNews, ShopPage
from desktop_app.widgets.message_box import MessageBox
from desktop_app.widgets.side_bar import SideBar
from desktop_app.widgets.status_line import StatusLine
from desktop_app.window.foot import Foot
from desktop_app.window.look_menus import LookMenus
from desktop_app.window.main_menus import MainMenus
from desktop_app.window.shop_button import ShopButton
from desktop_app.window.shown_pages import ShownPages
from desktop_app.window.side_pages import SidePages

if TYPE_CHECKING:
    from desktop_app.camera.camera import CameraWatch
    from desktop_app.engine.engine import ShopFacts
    from desktop_app.engine.jobs import Jobs, Where
    from desktop_app.pages.help.actions import HelpActions
    from desktop_app.pages.importing.actions import ImportActions
    from desktop_app.pages.shops.actions import ShopActions


_TITLE_BAR = 40
"""Pixels that the desktop adds above, at most; how many is known only once the window is shown."""


class MainWindow(Translated, QMainWindow):
    """Side bar, pages, menus and the status line."""

    painted = Signal()
    """The first frame is on the screen."""
    closed = Signal()

    def __init__(
        self,
        jobs: Jobs,
        themes: ThemeSwitch,
        languages: LanguageSwitch,
        news: ShopNews,
        locked: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__()
        self.import_actions: ImportActions | None = None
        self.help_actions: HelpActions | None = None
        self._shops: ShopActions | None = None
        self._facts: ShopFacts | None = None
        self.was_painted = False
        self.status_line = StatusLine(self)
        self.side_bar = SideBar(themes, self)
        self._camera_watch: CameraWatch | None = None
        self.shown = ShownPages(self)
        self.side_pages = SidePages(self.side_bar, self.shown, self)
        self.side_pages.made.connect(self._tell_all)
        news.wanted.connect(self._on_wanted)
        self.foot = Foot(self.status_line, jobs, news, self.lead_to, self.shown.tells_of, self)
        self.shown.currentChanged.connect(self.foot.retranslate)
        self._menus = MainMenus(self, LookMenus(themes, languages, locked, self))
        self._menus.quit.triggered.connect(lambda: self.may_leave() and self.close())
        self._build_layout()
        self.retranslate()

    @property
    def pages(self) -> tuple[ShopPage, ...]:
        """The pages of the side bar, from the top; those that wait are made."""
        self.side_pages.make_all()
        return tuple(self.side_pages.there)

    @property
    def page(self) -> ShopPage:
        """The page in front, whether or not an empty shop shows something in its place."""
        return self.side_pages.chosen

    def show_page(self, name: str) -> ShopPage | None:
        """Go to the page that other pages call ``name``; None if there is none."""
        return self.side_pages.show(name)

    def _tell_all(self, page: ShopPage, shortcut: QAction) -> None:
        """A page is made: its menu, and what the others were told before it was there."""
        self._menus.add_page(self.side_pages.there.index(page), shortcut, page.actions_for_menu())
        if self.import_actions is not None:
            page.offer_imports(self.import_actions.all())
        if self._camera_watch is not None:
            page.set_camera_watch(self._camera_watch)
        if self._facts is not None:
            page.show_shop(self._facts)

    def add_imports(self, import_actions: ImportActions) -> None:
        """The ways products come into the shop."""
        self.import_actions = import_actions
        self._menus.add_imports(import_actions.all())
        for page in self.side_pages.there:
            page.offer_imports(import_actions.all())

    def add_shops(self, shops: ShopActions) -> None:
        """The menu of shops; the name of the open one stands at its end of the menu bar, and opens it too."""
        self._shops = shops
        self._menus.add_shops(shops.menu)
        self.shop_button = ShopButton(shops.menu, self)
        self.menuBar().setCornerWidget(self.shop_button)
        self.retranslate()

    def show_start(self, page: QWidget) -> None:
        """Show ``page`` and nothing around it, as there is no shop."""
        self.shown.show_start(page)
        for widget in (self.side_bar, self.status_line):
            widget.hide()

    def end_start(self) -> None:
        """A shop is about to come into the window."""
        for widget in (self.side_bar, self.status_line):
            widget.show()
        self.shown.end_start()

    def add_help(self, help_actions: HelpActions) -> None:
        """What helps and tells of the program."""
        self.help_actions = help_actions
        self._menus.add_help(help_actions.all())
        self.retranslate()

    def menu_actions(self) -> Iterator[tuple[str, QAction]]:
        """Every action of the menus, with its menu's title."""
        self.side_pages.make_all()
        yield from self._menus.actions()

    def set_camera_watch(self, watch: CameraWatch) -> None:
        """Cameras can be looked for from now on."""
        self._camera_watch = watch
        for page in self.side_pages.there:
            page.set_camera_watch(watch)

    def show_shop(self, facts: ShopFacts) -> None:
        """The shop is open."""
        self._facts = facts
        self.foot.show_opening(None)
        if self.import_actions is not None:
            self.import_actions.allow()
        for page in self.side_pages.there:
            page.show_shop(facts)
        self.shown.show_shop(is_empty=facts.is_empty)
        self.retranslate()
        if facts.notice is not None:
            self.show_failure(facts.notice)

    def show_leaving(self) -> None:
        """Another shop is about to take this one's place: nothing can be begun here any more."""
        self.side_bar.setEnabled(False)
        self.shown.setEnabled(False)
        self.menuBar().setEnabled(False)
        self.foot.show_leaving()

    def show_shop_failure(self, failure: Sentence) -> None:
        """The shop cannot be opened."""
        self.foot.show_opening(None)
        for page in self.side_pages.there:
            page.show_shop_failure(failure)

    def show_failure(self, failure: Sentence) -> None:
        """Something that the user asked for did not work."""
        MessageBox(QMessageBox.Icon.Warning, in_words(failure), self).open()

    def show_crash(self, trace: str) -> None:
        """We made a mistake."""
        from desktop_app.program.crash_report import report_text
        from desktop_app.widgets.crash_dialog import CrashDialog

        dialog = CrashDialog(report_text(trace), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        if self.help_actions is not None:  # what there is more to tell takes a moment to gather
            self.help_actions.gather_report(trace, dialog, dialog.show_report)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything else ends with the window; work that would be lost is asked about first."""
        if event.spontaneous() and not self.may_leave():
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window can be seen."""
        super().paintEvent(event)
        if not self.was_painted:
            self.was_painted = True
            self.painted.emit()

    def _build_layout(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.shown, 1)
        right.addWidget(self.status_line)
        central = QWidget(self)
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addLayout(right, 1)
        self.setCentralWidget(central)
        self.setMinimumSize(960, 640)
        self.resize(1240, 800)

    def show_within(self, room: QSize) -> None:
        """Show it; where ``room``, what the screen has for windows, is too small for it, as large as that."""
        wanted, least = self.size() + QSize(0, _TITLE_BAR), self.minimumSize()
        is_small = wanted.boundedTo(room) != wanted
        if is_small and least.boundedTo(room) == least:
            self.showMaximized()
        else:
            self.show()

    def _on_wanted(self, name: str, what: object) -> None:
        page = self.show_page(name)
        if page is not None and what is not None:
            page.reveal(what)

    def lead_to(self, where: Where) -> None:
        """Show a page by its name, or let the place show itself."""
        if isinstance(where, str):
            self.show_page(where)
        else:
            where()

    def may_leave(self) -> bool:
        """Whether nothing would be lost, or the user does not mind."""
        busy = next((page for page in self.side_pages.there if page.is_busy()), None)
        if busy is not None:
            self.show_page(busy.name)
            words = self.tr("What is on the page {page} is not finished and would be lost. Close anyway?")
            words = words.format(page=busy.title())
        elif self.import_actions is not None and self.import_actions.is_busy:
            words = self.tr("An import is not finished. What is in the shop by now stays. Close anyway?")
        else:
            return True
        question = QMessageBox.question(
            self,
            "Snapshelf",
            words,
            QMessageBox.StandardButton.Close | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return question == QMessageBox.StandardButton.Close

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.side_pages.retranslate()
        self._menus.retranslate()
        if self._shops is not None:
            self._shops.retranslate()
        if self.import_actions is not None:
            self.import_actions.retranslate()
        if self.help_actions is not None:
            self.help_actions.retranslate()
        self.foot.retranslate()
        self._show_facts()

    def _show_facts(self) -> None:
        line, facts = self.status_line, self._facts
        if self._shops is not None:
            self.shop_button.show_name(self._shops.folder.name if self._shops.folder is not None else "")
        if facts is None:
            self.setWindowTitle("Snapshelf")
            return
        self.setWindowTitle(f"{facts.name} – Snapshelf")
        products = self.tr("%n product(s)", "", facts.products)
        photos = self.tr("%n photo(s)", "", facts.photos)
        line.counts.setText(f"{products} · {photos}")
        line.show_limit(in_words(facts.read_only) if facts.read_only is not None else "")
        line.model.setText(facts.model)
        line.device.setText(facts.device)
