"""The right of a search: what was found, what lies over it, and what one does with the products."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from core.answer import Result
from core.feedback import Said
from desktop_app.background.preferences import Preferences
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.engine.engine import ShopFacts
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.search.answer.adding import ProductAdding
from desktop_app.pages.search.answer.booking import StockBooking
from desktop_app.pages.search.answer.feedback_messages import FeedbackMessages
from desktop_app.pages.search.answer.pick_view import PickView
from desktop_app.pages.search.answer.returning import Returning
from desktop_app.pages.search.answer.settling import Settling
from desktop_app.pages.search.answer.steps import ShopSteps
from desktop_app.pages.search.compare.compared import PictureComparer
from desktop_app.pages.search.compare.view import CompareView
from desktop_app.pages.search.desk.clerk import Clerk
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.desk.search import Search
from desktop_app.pages.search.results.actions import ResultActions
from desktop_app.pages.search.results.view import ResultsView
from desktop_app.pages.shop_page import WishGranted
from desktop_app.widgets.message_bar import MessageBar


class AnswerView(Translated, QWidget):
    """Shows one of: nothing yet, an answer, a failure; a comparison or a choice may lie over the answer."""

    product_chosen = Signal(int)
    edit_wanted = Signal(int)
    """A product to be opened in the catalog."""
    shop_changed = Signal()
    """A product has a photo more."""
    picture_covered = Signal(bool)
    """Whether the query's picture is shown here, too, so that it need not stand beside it."""

    def __init__(
        self,
        themes: ThemeSwitch,
        thumbnails: Thumbnails,
        desk: SearchDesk,
        clerk: Clerk,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.clerk = clerk
        self._preferences = preferences
        self.actions_of_results = ResultActions(themes, self)
        pages = QWidget(self)  # what lies in it is made there: moving it would dress all of it anew
        self._pages = QStackedLayout(pages)
        self.results = ResultsView(
            themes, thumbnails, desk, clerk, preferences, self.actions_of_results, pages
        )
        self.list, self.model = self.results.list, self.results.model
        self.banner, self.bar = self.results.banner, self.results.bar
        comparer = PictureComparer(desk.engine)
        self.settling = Settling(self.results)
        self.compare_view = CompareView(
            themes, thumbnails, desk.shop_jobs, comparer, self.actions_of_results, pages
        )
        self.pick_view = PickView(themes, thumbnails, desk.shop_jobs, pages)
        self.messages = MessageBar(themes, self)
        """Stands below this and what lies over it; whoever places this places it."""
        self._told = FeedbackMessages(desk, clerk, preferences, self.messages, self)
        self.steps = ShopSteps(desk, self.messages, self)
        self.booking = StockBooking(
            themes, desk, self.list, self.actions_of_results, self.steps, self.messages, self
        )
        self.returning = Returning(themes, desk, self.booking, self.actions_of_results, self.steps, self)
        self.adding = ProductAdding(desk, clerk, self.steps, self.messages, self)
        self._menu = QMenu(self)
        self._build(pages)
        self._connect()
        self._told.retranslate()
        self.results.show_search(None)

    def show_shop(self, facts: ShopFacts) -> None:
        """Know how many products there are, for an answer without any; count the filters' choices anew."""
        self.results.products = facts.products
        self.results.retranslate()
        self.desk.filters.count()

    def show_search(self, search: Search | None) -> bool:
        """Show what is known of ``search``; whether that is something else than before, not only settled."""
        self._allow_undo()
        if search is not None and search.settled is not None:
            return self._settle(search)
        if self.results.shows(search):
            self.results.allow()
            return False
        self.settling.begin()
        again = self.results.show_search(search)
        is_comparing = self._pages.currentWidget() is self.compare_view
        if again and is_comparing and self.list.result() is not None:
            self._show_comparison()  # the keys stay where they are: another page may be in front
        elif is_comparing or not again:
            self._pages.setCurrentWidget(self.results)
        return True

    def _settle(self, search: Search) -> bool:
        is_new = not self.results.is_on_show(search)
        self.settling.weigh(search)
        if search.settled is not None and self.results.shows(search):
            self.results.retranslate()
            self.results.allow()
            return False
        if is_new:
            return self.show_search(search)
        self.results.show_search(search)
        return False

    def put_away(self) -> None:
        """Something else is asked: nothing lies over its answer, nor what was noted of another."""
        self.messages.clear()
        self._pages.setCurrentWidget(self.results)

    def compare(self) -> None:
        """Show the selected product beside the query's picture, and give it the keys."""
        if self._show_comparison():
            self.compare_view.setFocus()

    def _show_comparison(self) -> bool:
        result, search = self.list.result(), self.desk.at_hand
        if result is None or search is None or not search.query.pictures or not result.photo:
            return False
        self._pages.setCurrentWidget(self.compare_view)
        picture = search.query.pictures[0]
        self.compare_view.compare(picture, result, self.list.currentIndex().row(), self.model.rowCount())
        return True

    def compare_product(self, product_id: int) -> bool:
        """Compare a product that is among the results; False if it is not, or there is no picture."""
        row, search = self.model.row_of(product_id), self.desk.at_hand
        if row < 0 or search is None or not search.query.pictures:
            return False
        self.list.select(row)
        self.compare()
        return True

    def show_granted(self, granted: WishGranted) -> None:
        """A product of the shop has the picture at hand now."""
        self._show_results()
        self.results.want(granted.product_id)
        self.adding.show_granted(granted)

    def take_focus(self) -> None:
        """Give the keys to the answer, or to what lies over it."""
        front = self._pages.currentWidget()
        (self.list if front is self.results or front is None else front).setFocus()

    def go_back(self) -> bool:
        """One step back from what lies over the answer; False if nothing does."""
        if self._pages.currentWidget() is not self.results:
            self._show_results()
        elif self.desk.is_away:
            self.desk.back()
        else:
            return False
        return True

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.results.retranslate()
        self._told.retranslate()
        self.model.retranslate()

    # What is on show

    def _show_results(self) -> None:
        self._pages.setCurrentWidget(self.results)
        self.list.setFocus()

    # What the user does

    def _show_closer(self) -> None:
        search = self.results.search
        if search is not None and search.settled is not None:
            self.settling.settle(search)
            self.desk.learned.emit()

    def _say(self, said: Said) -> None:
        result = self.list.result()
        if result is not None:
            self.clerk.say(said, result)

    def _undo(self) -> None:
        """Take back what was done last: a word of the clerk's, or a step in the shop."""
        if self.steps.last > self.clerk.last:
            self.steps.undo()
        else:
            self.clerk.undo()

    def _allow_undo(self, *_what: object) -> None:
        self.actions_of_results.undo.setEnabled(max(self.steps.last, self.clerk.last) > 0)

    def _say_this(self, row: int) -> None:
        if row < self.model.rowCount():
            self.list.select(row)
            self._say(Said.RIGHT)

    def _on_picked(self, result: Result) -> None:
        self._show_results()
        self.results.want(result.product_id)
        self.clerk.say(Said.RIGHT, result)

    def _pick(self) -> None:
        self._pages.setCurrentWidget(self.pick_view)
        answer = self.results.answer
        self.pick_view.open_with(answer.results if answer is not None else ())

    def _like_selected(self) -> None:
        result = self.list.result()
        if result is not None:
            self.desk.like(result.product_id, result.title)

    def _open_product_menu(self, place: QPoint) -> None:
        self._menu.clear()
        self.actions_of_results.fill_product_menu(self._menu)
        self._menu.popup(place)

    def _open_search_menu(self) -> None:
        self._menu.clear()
        acts = self.actions_of_results
        acts.keep_photos.setChecked(self._preferences.settings.keep_search_photos)
        acts.fill_search_menu(self._menu)
        button = self.bar.menu_button
        self._menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    # Made once

    def _build(self, pages: QWidget) -> None:
        for page in (self.results, self.compare_view, self.pick_view):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(pages, 1)

    def _connect(self) -> None:
        acts, desk, clerk, results = self.actions_of_results, self.desk, self.clerk, self.results
        self.list.chosen.connect(lambda result: self.product_chosen.emit(result.product_id))
        self.list.menu_wanted.connect(self._open_product_menu)
        results.back_button.clicked.connect(self.go_back)
        for strip in (results.strip, results.grid_strip):
            strip.product_chosen.connect(self.product_chosen)
        self._pages.currentChanged.connect(
            lambda _page: self.picture_covered.emit(self._pages.currentWidget() is self.compare_view)
        )
        self.compare_view.left.connect(self._show_results)
        self.compare_view.moved.connect(self._compare_next)
        self.pick_view.left.connect(self._show_results)
        self.pick_view.picked.connect(self._on_picked)
        acts.right.triggered.connect(lambda: self._say(Said.RIGHT))
        acts.wrong.triggered.connect(lambda: self._say(Said.WRONG))
        acts.compare.triggered.connect(self.compare)
        acts.like.triggered.connect(self._like_selected)
        acts.instead.triggered.connect(self._pick)
        acts.absent.triggered.connect(lambda: clerk.say(Said.ABSENT))
        acts.undo.triggered.connect(self._undo)
        acts.add.triggered.connect(self.adding.begin)
        acts.closer.triggered.connect(self._show_closer)
        self.banner.taken_up.connect(self._show_closer)
        acts.details.triggered.connect(self._open_details)
        acts.edit.triggered.connect(self._edit)
        acts.keep_photos.triggered.connect(self._told.set_keep_photos)
        acts.forget.triggered.connect(self._told.ask_to_forget)
        self.list.addActions(list(acts.with_keys()))
        zooms = (acts.sold, acts.received)  # + and − move pictures there nearer and further away
        self.compare_view.addActions([action for action in acts.with_keys() if action not in zooms])
        self.list.addActions(list(acts.these))
        for row, this in enumerate(acts.these):
            this.triggered.connect(lambda _checked=False, row=row: self._say_this(row))
        for key, act in (("G", self.bar.shape_button.click), ("F", self.bar.open_filters)):
            shortcut = QAction(self.list)
            shortcut.setShortcut(key)
            shortcut.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.triggered.connect(act)
            self.list.addAction(shortcut)
        self.bar.filter_changed.connect(desk.filters.set)
        self.bar.menu_button.clicked.connect(self._open_search_menu)
        self._told.shop_changed.connect(self.shop_changed)
        self.steps.shop_changed.connect(self.shop_changed)
        clerk.noted.connect(results.allow)
        clerk.taken_back.connect(results.allow)
        for something in (clerk.noted, clerk.taken_back, self.steps.changed):
            something.connect(self._allow_undo)
        desk.filters.counted.connect(lambda choices: self.bar.show_choices(choices, desk.filters.now))

    def _compare_next(self, step: int) -> None:
        self.list.select(self.list.currentIndex().row() + step)
        self.compare()

    def _open_details(self) -> None:
        result = self.list.result()
        if result is not None:
            self.product_chosen.emit(result.product_id)

    def _edit(self) -> None:
        result = self.list.result()
        if result is not None:
            self.edit_wanted.emit(result.product_id)
