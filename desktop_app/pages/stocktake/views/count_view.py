"""While counting: the webcam, what was counted last, the one line to type into, and the list of all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.stock_words import quantity
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import dotted
from desktop_app.pages.stocktake.views.stock_rows import StockRow, StockRowDelegate, StockRowModel
from desktop_app.widgets.busy_line import BusyLine
from desktop_app.widgets.drop_frame import DropFrame
from desktop_app.widgets.fields.count_field import CountField
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.verdict_banner import Mark, VerdictBanner

if TYPE_CHECKING:
    from core.stocktake.counted import CountedProduct
    from core.stocktake.looking import Candidate
    from desktop_app.pages.stocktake.standing import Standing


class StocktakeCountView(QWidget):
    """Shows a count; the page counts."""

    product_chosen = Signal(int)
    """One of the products that an entry may mean."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing: Standing | None = None
        self._choices: tuple[Candidate, ...] = ()
        self.banner = VerdictBanner(themes, self)
        self.field = CountField(self)
        self.eye_words = text_label("section")
        self.begin_anew_button = IconButton(themes, "camera", "quiet", self)
        self.drop_frame = DropFrame(themes, self)
        self._drop_title = text_label("title", wrap=True)
        self._drop_text = text_label("muted", wrap=True)
        self.counts = text_label("strong")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.model = StockRowModel(self)
        self.list = _list(self, self.model, StockRowDelegate(themes, thumbnails, self))
        self.choice_model = StockRowModel(self)
        self.choice_list = _list(self, self.choice_model, StockRowDelegate(themes, thumbnails, self))
        self.choice_list.activated.connect(lambda index: self._choose(index.row()))
        self.choice_list.installEventFilter(self)
        self.choice_list.clicked.connect(lambda index: self._choose(index.row()))
        self._list_title = text_label("section")
        self.busy = BusyLine(themes, self)
        self.beep = QCheckBox(self)
        self.speech = QCheckBox(self)
        self.undo_button = IconButton(themes, "undo", parent=self)
        self.doubts_button = IconButton(themes, "unsure", parent=self)
        self.throw_away_button = IconButton(themes, "close", "quiet", self)
        self.finish_button = IconButton(themes, "stocktake", "primary", self)
        self.setFocusProxy(self.field)
        self.setAcceptDrops(True)
        thumbnails.ready.connect(lambda _path: self._repaint())
        themes.changed.connect(self._repaint)
        self._build()

    @property
    def chosen(self) -> CountedProduct | None:
        """The product in the list that a quantity is for; None where nothing is shown as current."""
        row = self.list.currentIndex().row()
        counted = self._standing.counted if self._standing is not None else ()
        return counted[row] if 0 <= row < len(counted) else None

    def show_standing(self, standing: Standing) -> None:
        """How the count is now; the product that was counted is chosen in the list.

        After anything else no product is: a number never goes to one that the clerk is not looking at.
        """
        self._standing = standing
        self.model.show_rows([_counted_row(product) for product in standing.counted])
        current = standing.current
        ids = [product.product_id for product in standing.counted]
        self.list.setCurrentIndex(
            self.model.index(ids.index(current.product_id)) if current is not None else QModelIndex()
        )
        self.offer(standing.candidates if standing.event == "choose" else ())
        self.retranslate()

    def choose_none(self) -> None:
        """What came last was no product: a number is for none."""
        self.list.setCurrentIndex(QModelIndex())

    def offer(self, candidates: Sequence[Candidate]) -> None:
        """Let the clerk choose what an entry means; nothing to choose shows the list of counted ones."""
        self._choices = tuple(candidates)
        self.choice_model.show_rows(
            [candidate_row(candidate, str(place)) for place, candidate in enumerate(candidates, start=1)]
        )
        self._lists.setCurrentWidget(self.choice_list if candidates else self.list)
        if candidates:
            self.choice_list.setCurrentIndex(self.choice_model.index(0))
            self.choice_list.setFocus()
        elif self.isVisible() and self.choice_list.hasFocus():
            self.field.setFocus()
        self._name_list()

    def choose(self, place: int) -> bool:
        """Take the candidate with this number, from 0; False if none is offered there."""
        if not 0 <= place < len(self._choices):
            return False
        self._choose(place)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While products are offered: a number chooses, Escape puts them away."""
        if (
            watched is self.choice_list
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            if event.key() == Qt.Key.Key_Escape:
                self.offer(())
                self.field.setFocus()
                return True
            return self.choose(event.key() - Qt.Key.Key_1)
        return super().eventFilter(watched, event)

    def go(self, step: int) -> None:
        """Another product of the list."""
        row = self.list.currentIndex().row() + step
        if 0 <= row < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row))

    def set_camera(self, camera: QWidget | None) -> None:
        """Show the webcam, or where to drop pictures."""
        if camera is not None and self._left.indexOf(camera) < 0:
            self._left.addWidget(camera)
        self._left.setCurrentWidget(camera or self.drop_frame)
        self.begin_anew_button.setVisible(camera is not None)
        self.eye_words.setVisible(camera is not None)

    def say(self, mark: Mark, headline: str, detail: str) -> None:
        """What happened, large."""
        self.banner.say(mark, headline, detail)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.field.setPlaceholderText(self.tr("Scan or type a product, or how many"))
        self.field.setAccessibleName(self.tr("Product or quantity"))
        self.begin_anew_button.setText(self.tr("The view is empty now"))
        self._drop_title.setText(self.tr("No webcam: scan, type, or drop pictures here"))
        self._drop_text.setText(self.tr("Each picture counts as one piece."))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.beep.setText(self.tr("Sounds"))
        self.speech.setText(self.tr("Speak"))
        self.undo_button.setText(self.tr("Undo"))
        self.undo_button.setToolTip(self.tr("Ctrl+Z"))
        self.throw_away_button.setText(self.tr("Throw away"))
        self.finish_button.setText(self.tr("See the differences"))
        self.finish_button.setToolTip(self.tr("Ctrl+Enter"))
        self._name_list()
        tally = self._standing.tally if self._standing is not None else None
        if tally is None:
            return
        number = QLocale().toString
        self.counts.setText(
            self.tr("{done} of {all} products · pieces: {pieces}").format(
                done=number(tally.products), all=number(tally.all_products), pieces=number(tally.pieces)
            )
        )
        self.bar.setRange(0, max(1, tally.all_products))
        self.bar.setValue(min(tally.products, tally.all_products))
        self.doubts_button.setText(self.tr("Put aside ({count})").format(count=number(tally.doubts)))
        self.doubts_button.setEnabled(tally.doubts > 0)
        self.undo_button.setEnabled(bool(self._standing is not None and self._standing.counted))

    def _name_list(self) -> None:
        self.list.setAccessibleName(self.tr("Counted products"))
        self.choice_list.setAccessibleName(self.tr("Which one is it?"))
        self._list_title.setText(
            self.tr("Which one is it? Its number or Enter counts it")
            if self._choices
            else self.tr("Counted, the latest first")
        )

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._choices):
            product = self._choices[place].product_id
            self.offer(())
            self.field.setFocus()
            self.product_chosen.emit(product)

    def _repaint(self) -> None:
        self.list.viewport().update()
        self.choice_list.viewport().update()

    def _build(self) -> None:
        dropping = QVBoxLayout(self.drop_frame)
        dropping.addStretch(1)
        for label in (self._drop_title, self._drop_text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            dropping.addWidget(label)
        dropping.addStretch(1)
        self._left = QStackedWidget(self)
        self._left.addWidget(self.drop_frame)
        eye = QHBoxLayout()
        eye.addWidget(self.eye_words, 1)
        eye.addWidget(self.begin_anew_button)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.banner)
        left.addWidget(self._left, 1)
        left.addLayout(eye)
        left.addWidget(self.field)
        self._lists = QStackedWidget(self)
        self._lists.addWidget(self.list)
        self._lists.addWidget(self.choice_list)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.counts)
        right.addWidget(self.bar)
        right.addSpacing(4)
        right.addWidget(self._list_title)
        right.addWidget(self._lists, 1)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        columns.addLayout(left, 6)
        columns.addLayout(right, 5)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.undo_button)
        foot.addWidget(self.doubts_button)
        foot.addSpacing(16)
        foot.addWidget(self.beep)
        foot.addSpacing(8)
        foot.addWidget(self.speech)
        foot.addStretch(1)
        foot.addWidget(self.throw_away_button)
        foot.addWidget(self.finish_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(columns, 1)
        column.addWidget(self.busy)
        column.addLayout(foot)
        self.set_camera(None)


def candidate_row(candidate: Candidate, key: str) -> StockRow:
    """A product that something may be, with the key that chooses it."""
    caption = dotted(candidate.sku, candidate.location)
    spoken = f"{key} · {candidate.title} · {caption}"
    return StockRow(candidate.product_id, candidate.title, caption, key, candidate.thumbnail, spoken)


def _counted_row(product: CountedProduct) -> StockRow:
    caption = dotted(product.sku, product.location)
    mark = quantity(product.counted, product.unit)
    spoken = f"{product.title} · {mark} · {caption}"
    return StockRow(product.product_id, product.title, caption, mark, product.thumbnail, spoken)


def _list(parent: QWidget, model: StockRowModel, delegate: StockRowDelegate) -> QListView:
    made = QListView(parent)
    made.setModel(model)
    made.setItemDelegate(delegate)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setUniformItemSizes(True)
    made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
