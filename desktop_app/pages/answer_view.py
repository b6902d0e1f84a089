"""The right of a search: the verdict in plain words and the ranked products."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QStackedLayout, QVBoxLayout, QWidget

from core.answer import Answer, Verdict
from core.messages import Sentence
from desktop_app.engine import ShopFacts
from desktop_app.language import in_words
from desktop_app.models.result_delegate import ResultDelegate
from desktop_app.models.result_model import RESULT_ROLE, ResultModel
from desktop_app.models.thumbnails import Thumbnails
from desktop_app.theme import ThemeSwitch
from desktop_app.widgets.verdict_banner import Mark, VerdictBanner
from desktop_app.wording import certainty, seconds, share

_PROBABLY = 0.5
"""Least probability that one of the products shown is meant, for saying that it probably is."""


class AnswerView(QWidget):
    """Shows one of: nothing yet, an answer, a failure."""

    product_chosen = Signal(int)

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self._failure: Sentence | None = None
        self._shop_is_open = True
        self._products = 0
        self.banner = VerdictBanner(themes, self)
        self.model = ResultModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ResultDelegate(themes, thumbnails, self.list))
        self.list.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.activated.connect(self._choose)
        self.list.clicked.connect(self._choose)
        thumbnails.ready.connect(lambda _path: self.list.viewport().update())
        self._nothing = QWidget(self)
        pages = QWidget(self)
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(self.banner)
        column.addWidget(pages, 1)
        self.show_waiting()

    def show_shop(self, facts: ShopFacts) -> None:
        """Know how many products there are, for an answer without any."""
        self._products = facts.products

    def show_waiting(self, *, shop_is_open: bool = True) -> None:
        """The answer is on its way."""
        self._shop_is_open = shop_is_open
        self._show(None, None)

    def show_answer(self, answer: Answer) -> None:
        """Show what was found."""
        self._show(answer, None)
        self.list.scrollToTop()
        if answer.results:
            self.list.setCurrentIndex(self.model.index(0))

    def show_failure(self, failure: Sentence) -> None:
        """Say why there is no answer."""
        self._show(None, failure)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.model.retranslate()
        super().changeEvent(event)

    def _show(self, answer: Answer | None, failure: Sentence | None) -> None:
        self._answer = answer
        self._failure = failure
        self.model.show_answer(answer)
        self._pages.setCurrentWidget(self.list if answer is not None else self._nothing)
        self._retranslate()

    def _choose(self, index: QModelIndex) -> None:
        result = index.data(RESULT_ROLE)
        if result is not None:
            self.product_chosen.emit(result.product_id)

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Products found"))
        self.banner.say(*self._words())

    def _words(self) -> tuple[Mark, str, str]:
        if self._failure is not None:
            return "error", self.tr("This picture cannot be searched"), in_words(self._failure)
        answer = self._answer
        if answer is None:
            if self._shop_is_open:
                return "search", self.tr("Searching…"), ""
            return "search", self.tr("One moment…"), self.tr("The shop is still being opened.")
        took = seconds(answer.timings.total)
        if not answer.results and self._products:
            return (
                "error",
                self.tr("Nothing can be found yet"),
                self.tr(
                    "The shop's photos were not looked at by this version of the program. Close other "
                    "programs that use the shop, then open it again."
                ),
            )
        if not answer.results:
            return (
                "unknown",
                self.tr("This shop has no products yet"),
                self.tr("Import a table or a folder of pictures first."),
            )
        best = answer.results[0]
        if answer.verdict is Verdict.MATCH:
            headline = self.tr("This is {title}").format(title=best.title)
            sure = self.tr("{certainty} ({share}). Answered in {seconds} s.").format(
                certainty=certainty(best.confidence), share=share(best.confidence), seconds=took
            )
            return "match", headline, sure
        if answer.verdict is Verdict.UNSURE:
            hint = self.tr("Compare them with the picture, or take one from closer. Answered in {seconds} s.")
            shown = sum(result.confidence for result in answer.results)
            headline = (
                self.tr("Probably one of these") if shown >= _PROBABLY else self.tr("These look most like it")
            )
            return "unsure", headline, hint.format(seconds=took)
        hint = self.tr("No product looks enough like it. These come nearest. Answered in {seconds} s.")
        return "unknown", self.tr("Not in this shop"), hint.format(seconds=took)
