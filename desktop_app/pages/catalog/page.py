"""The catalog page: find, look at, edit, add and export the shop's products."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from core.catalog.lists.filters import Filter
from core.errors import KnownError
from core.settings import CatalogView, Settings
from desktop_app.engine.engine import QueryPicture, ShopFacts
from desktop_app.engine.question import Question
from desktop_app.pages.catalog.actions import CatalogActions
from desktop_app.pages.catalog.browse_view import BrowseView
from desktop_app.pages.catalog.editor import CatalogEditor
from desktop_app.pages.catalog.export import CatalogExport
from desktop_app.pages.catalog.facts import Choices, choices_of, undo_state
from desktop_app.pages.catalog.file_dialogs import ask_for_export, ask_for_pictures
from desktop_app.pages.catalog.list_query import ListQuery
from desktop_app.pages.catalog.listing import CatalogListing
from desktop_app.pages.catalog.lists.column_layout import read_layout, written_layout
from desktop_app.pages.catalog.lists.product_columns import Column, read_entry
from desktop_app.pages.catalog.new_product.flow import NewProductFlow
from desktop_app.pages.catalog.panel import CatalogPanel
from desktop_app.pages.catalog.selected_products import SelectedProducts
from desktop_app.pages.catalog.whole_catalog import WholeCatalog
from desktop_app.pages.shop_page import FindingsWish, NewProductWish, PageServices, ShopPage
from desktop_app.pages.shop_work import ShopWork
from desktop_app.widgets.clipboard import clipboard_mime

if TYPE_CHECKING:
    from desktop_app.camera.camera import CameraWatch

_CHOICES_MS = 1000

_Key = QKeySequence.StandardKey


class CatalogPage(ShopPage):
    """Joins the list, the panels, the new product and whoever carries changes out."""

    name: ClassVar[str] = "catalog"
    icon_name: ClassVar[str] = "catalog"

    def __init__(self, services: PageServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        jobs = services.shop_jobs
        self._choices, self._steps = Question(jobs), Question(jobs)
        self._is_stale = True
        # Counting every category and tag takes a while in a large shop: once after several edits.
        self._choices_timer = QTimer(self, singleShot=True, interval=_CHOICES_MS)
        self._choices_timer.timeout.connect(self._load_choices)
        self.acts = CatalogActions(self)
        self._stack = QStackedWidget(self)
        self.browse = BrowseView(services, self.acts, self._stack)
        self.lists, self.model, self.filters = self.browse.lists, self.browse.model, self.browse.filters
        self.detail, self.bulk, self.message = self.browse.detail, self.browse.bulk, self.browse.message
        self.listing = CatalogListing(self.browse, jobs, self)
        self.whole = WholeCatalog(self, self.acts, self.listing, services)
        self.panel = CatalogPanel(self.browse, self.acts, jobs, self)
        self.work = ShopWork(jobs, self.message, self)
        self.editor = CatalogEditor(jobs, self.work, self.message, self)
        self.export = CatalogExport(self.work, self.message, self)
        SelectedProducts(self, self.acts, self.lists, services, self.work, self.editor, self.export)
        self._stack.addWidget(self.browse)
        self.new = NewProductFlow(services, self.editor, self._stack, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stack.currentChanged.connect(self.turned)
        self._connect()
        settings = services.preferences.settings
        self.browse.show_view(settings.catalog_view)
        self.lists.table.header.show_columns(read_layout(settings.catalog_columns))

    # What the window tells

    def title(self) -> str:
        """What stands under its icon."""
        return self.tr("Catalog")

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.acts.retranslate()

    def actions_for_menu(self) -> Sequence[QAction]:
        """What concerns the whole catalog: new products, deliveries, the export, and what to look through."""
        acts = self.acts
        return (acts.new, acts.delivery, acts.export, acts.duplicates, acts.moderation, acts.trace)

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this page."""
        return self.acts.keys()

    def offer_imports(self, actions: Sequence[QAction]) -> None:
        """The ways products come into the shop."""
        self.browse.offer_imports(actions)

    def show_shop(self, facts: ShopFacts) -> None:
        """The shop is open, or holds other products than before."""
        del facts
        if not self.listing.is_open:  # of later changes the news tell
            self.listing.is_open = True
            self._on_news()

    def set_camera_watch(self, watch: CameraWatch) -> None:
        """Cameras can be looked for from now on."""
        self.whole.camera_watch = watch
        self.new.set_camera_watch(watch)

    def entered(self) -> None:
        """Bring the list up to date, if anything happened since."""
        if self.listing.is_open and self._is_stale:
            self.reload()
        self._focus_front()

    def left(self) -> None:
        """The camera is for one page at a time; what is being typed counts."""
        self.detail.finish()
        self.new.leave_camera()

    def reveal(self, what: object) -> None:
        """Select a product by its id, whatever is listed now; make a new one; list what a filter asks for."""
        if isinstance(what, NewProductWish):
            if what.pictures or what.back_to:
                self.new.begin(what)
            else:
                self.new.ask()
        elif isinstance(what, FindingsWish):
            self.new.leave()
            self.whole.show_moderation()
        elif isinstance(what, Filter):
            self.new.leave()
            self.open_query(ListQuery(few_photos=what.fewer_photos))
        elif isinstance(what, int):
            self.listing.want(what)
            self.new.leave()
            if self.listing.is_open:
                self.reload()

    def is_at_work(self) -> bool:
        """A first product is made."""
        return self._stack.currentWidget() is not self.browse

    def is_busy(self) -> bool:
        """An export under way, or a product that is being made."""
        return self.work.is_busy or self._stack.currentWidget() is self.new.view

    # The list

    def reload(self) -> None:
        """Ask anew which products are listed, and all that stands beside the list."""
        self._is_stale = False
        self.listing.ask()
        self._load_choices()
        self._load_undo()
        self.panel.load()

    def open_query(self, query: ListQuery) -> None:
        """List what ``query`` asks for."""
        self.filters.show_query(query)

    def ask_for_new(self) -> None:
        """A new product: by webcam where there is one, else by a picture that is dropped, or without."""
        self._services.news.wanted.emit(self.name, None)
        if self.listing.is_open:
            self.new.ask()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something else here than in the window's menus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            finds, pastes = event.matches(_Key.Find), event.matches(_Key.Paste) and self.detail.isVisible()
            if finds or pastes:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back one step; a paste on a product adds the picture to it."""
        if event.key() == Qt.Key.Key_Escape and self.browse.panel.isVisible():
            self.panel.close()
        elif event.matches(_Key.Find):
            self.acts.find.trigger()
        elif event.matches(_Key.Paste) and self.detail.isVisible():
            self._on_dropped(self.detail.product_id, clipboard_mime())
        else:
            super().keyPressEvent(event)

    def _on_news(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.reload()

    def _on_changed_elsewhere(self, sender: object) -> None:
        if sender is not self:
            self._on_news()

    # Changes

    def _on_cell(self, product_id: int, column: int, text: str) -> None:
        listed = self.model.product_at(self.model.row_of(product_id))
        currency = listed.product.currency if listed is not None else ""
        try:
            change = read_entry(Column(column), text, currency or self.browse.currency)
        except KnownError as error:
            self.work.refuse(error.sentence)
            return
        self.editor.change({product_id: change})

    def _on_changed(self, relist: bool) -> None:
        if relist:
            self.listing.ask()
        self.model.read_again()
        self.acts.undo.setEnabled(True)  # at once: the key may be pressed before its new name is here
        self._choices_timer.start()
        self._load_undo()
        self.panel.load()
        self._services.news.changed.emit(self)

    def _on_refused(self) -> None:
        self.model.read_again()
        self.panel.load()

    def _load_choices(self) -> None:
        self._choices_timer.stop()
        self._choices.ask(lambda shop, _report: choices_of(shop), self._on_choices)

    def _load_undo(self) -> None:
        self._steps.ask(lambda shop, _report: undo_state(shop), self.acts.show_undo)

    def _on_choices(self, choices: Choices) -> None:
        self.browse.show_choices(choices)
        self.new.view.show_choices(choices)

    def _on_dropped(self, product_id: int, mime: QMimeData) -> None:
        found = self.editor.pictures_in(mime)
        if found and product_id >= 0:
            self.lists.select_product(product_id)
            self.editor.add_pictures(product_id, found)
        elif found:
            self.new.begin(NewProductWish((found[0],)))

    def _ask_for_pictures(self) -> None:
        product_id = self.detail.product_id
        ask_for_pictures(self, lambda pictures: self.editor.add_pictures(product_id, pictures))

    # Putting together

    def _show_view(self, which: CatalogView) -> None:
        self.browse.show_view(which)
        self._remember(replace(self._services.preferences.settings, catalog_view=which))

    def _remember_columns(self) -> None:
        columns = written_layout(self.lists.table.header.shown_columns())
        self._remember(replace(self._services.preferences.settings, catalog_columns=columns))

    def _remember(self, settings: Settings) -> None:
        if settings != self._services.preferences.settings:
            self._services.preferences.change(settings)

    def _focus_front(self) -> None:
        front = self._stack.currentWidget()
        if front is self.browse:
            (self.filters.field if self.lists.isHidden() else self.lists.view).setFocus()
        elif front is not None:
            front.setFocus()

    def _connect(self) -> None:
        acts, lists, detail, editor = self.acts, self.lists, self.detail, self.editor
        connections: tuple[tuple[QAction, Callable[[], None]], ...] = (
            (acts.new, self.ask_for_new),
            (acts.find, self.filters.field.setFocus),
            (acts.undo, lambda: editor.undo(acts.undo_products)),
            (acts.redo, lambda: editor.redo(acts.redo_products)),
            (acts.table, lambda: self._show_view("table")),
            (acts.grid, lambda: self._show_view("grid")),
            (acts.column_left, lambda: lists.move_column(-1)),
            (acts.column_right, lambda: lists.move_column(1)),
            (acts.export, lambda: ask_for_export(self, self.export.products)),
            (acts.clear, lambda: self.filters.show_query(ListQuery())),
        )
        for action, slot in connections:
            action.triggered.connect(lambda _checked=False, slot=slot: slot())
        self.filters.changed.connect(lambda _query: self.listing.ask())
        self.listing.listed.connect(self.panel.allow)
        self.filters.tags_button.clicked.connect(lambda _checked: self._services.news.tags_wanted.emit())
        self.filters.field.left.connect(lists.enter)
        self.model.edited.connect(self._on_cell)
        lists.table.header.layout_changed.connect(self._remember_columns)
        lists.pictures_dropped.connect(self._on_dropped)
        detail.change_wanted.connect(lambda product_id, change: editor.change({product_id: change}))
        detail.booked.connect(editor.book)
        detail.pictures_dropped.connect(self._on_dropped)
        photos = detail.photos
        photos.add_wanted.connect(self._ask_for_pictures)
        photos.remove_wanted.connect(lambda sha: editor.remove_picture(detail.product_id, sha))
        photos.move_wanted.connect(lambda sha, to: editor.move_picture(detail.product_id, sha, to))
        photos.kind_wanted.connect(lambda sha, is_on: editor.set_counter(detail.product_id, sha, is_on))
        photos.decision_wanted.connect(editor.decide)
        self.bulk.change_wanted.connect(lambda plan: editor.change_many(plan, self.bulk.clear))
        editor.undone.connect(lambda: acts.redo.setEnabled(True))  # at once, as undo after a change
        editor.changed.connect(self._on_changed)
        self.whole.changed.connect(lambda: self._on_changed(True))
        self.work.came_to_nothing.connect(self._on_refused)
        self.new.left.connect(self._focus_front)
        self.new.made.connect(self._on_made)
        self.new.failed.connect(lambda words: self.message.say(lambda: (words, ""), tone="bad"))
        self.new.view.pictures_dropped.connect(
            lambda mime: self._on_new_pictures(self.editor.pictures_in(mime))
        )
        self.new.view.pictures_wanted.connect(lambda: ask_for_pictures(self, self._on_new_pictures))
        self._services.news.changed.connect(self._on_changed_elsewhere)

    def _on_new_pictures(self, found: Sequence[QueryPicture]) -> None:
        if found:
            self.new.begin(NewProductWish(tuple(found)), keeps_typed=True)

    def _on_made(self, product_id: int) -> None:
        self.listing.want(product_id)
        self.listing.ask()
