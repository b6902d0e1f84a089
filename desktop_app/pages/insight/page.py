"""The page of figures: what people look for, what sells and what lies, over days of the user's choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.messages import Sentence
from core.progress import Progress
from desktop_app.engine.engine import ShopFacts
from desktop_app.engine.question import Question
from desktop_app.look.language import core_text, in_words
from desktop_app.pages.insight.deeds import Deeds
from desktop_app.pages.insight.period_bar import PeriodBar
from desktop_app.pages.insight.row_deeds import Deed
from desktop_app.pages.insight.told import Told, added_up, told, written
from desktop_app.pages.insight.view import InsightView
from desktop_app.pages.shop_page import PageServices, ShopPage, WishGranted
from desktop_app.widgets.busy_line import BusyLine
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from core.insight.glance import Glance
    from core.insight.table import Table
    from core.progress import ReportProgress
    from core.shop.shop import Shop


class InsightPage(ShopPage):
    """Adds up when the user comes to it, and anew when the shop has changed since."""

    name: ClassVar[str] = "insight"
    icon_name: ClassVar[str] = "chart"

    def __init__(self, services: PageServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._first, self._figures = Question(services.shop_jobs), Question(services.shop_jobs)
        self._wording = Question(services.shop_jobs)
        self._is_open = False
        self.told: Told | None = None
        self._said: Callable[[], str] = lambda: ""
        self._title, self.said = text_label("display"), text_label("muted", wrap=True)
        self.periods = PeriodBar(self)
        self.report_button = IconButton(services.themes, "open", parent=self)
        self.busy = BusyLine(services.themes, self)
        self.view = InsightView(services.themes, services.thumbnails, self)
        self.deeds = Deeds(services, self)
        self._build()
        self.periods.chosen.connect(lambda _period: self._ask())
        self.report_button.clicked.connect(self.open_report)
        self.view.product_wanted.connect(lambda key: services.news.wanted.emit("catalog", key))
        self.view.deed_wanted.connect(self._on_deed)
        self.deeds.done.connect(self._ask)
        self.deeds.said.connect(self._say)
        services.news.changed.connect(lambda _sender: self._on_news())
        self.retranslate()

    # What the window tells

    def title(self) -> str:
        """What stands under its icon."""
        return self.tr("Insight")

    def show_shop(self, facts: ShopFacts) -> None:
        """The shop is open, or holds other products than before."""
        del facts
        self._is_open = True
        self._on_news()

    def entered(self) -> None:
        """Bring it up to date; searches and sales come in all the time."""
        self.periods.renew()
        self._ask()
        self.view.list.setFocus()

    def left(self) -> None:
        """Nobody waits for the figures any more."""
        self._first.drop()
        self._figures.drop()
        self.busy.set_busy(False)

    def reveal(self, what: object) -> None:
        """The product that was wished for here was made, or not."""
        if isinstance(what, WishGranted):
            self.deeds.made()

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this page, in the language of now."""
        return ((self.tr("Enter"), self.tr("Open the product of a row in the catalog")),)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Insight"))
        self.report_button.setText(self.tr("Report"))
        self.report_button.setToolTip(self.tr("Write a page, a PDF and tables, and open the page"))
        self.periods.retranslate()
        self.view.retranslate()
        self.said.setText(self._said())
        if self.told is not None:
            shown = self.told
            self._wording.ask(
                lambda _shop, _report: told(shown.found, shown.names, shown.pictures), self._on_retold
            )

    def open_report(self) -> None:
        """Write the report of what is shown, and open it."""
        shown = self.told
        if shown is None:
            return
        language = "zh_CN" if QLocale().language() == QLocale.Language.Chinese else "en"
        self.report_button.setEnabled(False)
        self._services.shop_jobs.run(
            lambda shop, _report: written(shop, shown, language),
            success=self._on_written,
            failure=self._on_report_failed,
        )

    # Inside

    def _on_news(self) -> None:
        if self.isVisible() and self._is_open:
            self._ask()

    def _ask(self) -> None:
        if not self._is_open:
            return
        period = self.periods.period
        self.busy.set_busy(True)
        self._figures.drop()

        def read(shop: Shop, _report: ReportProgress) -> Glance:
            from core.insight.glance import at_a_glance

            with shop.catalog.snapshot():
                return at_a_glance(shop.catalog, period)

        self._first.ask(read, self._on_glance, failure=self._on_failed)

    def _on_glance(self, glance: Glance) -> None:
        """The first figures are there: show them, and ask for all of them."""
        if self.told is None or self.told.found.glance.period != glance.period:
            self.view.show_glance(glance)
        self._figures.ask(
            lambda shop, report: added_up(shop, glance.period, report),
            self._on_found,
            failure=self._on_failed,
            progress=self._on_progress,
        )

    def _on_progress(self, step: Progress) -> None:
        self._say(lambda: f"{core_text(step.stage)}…")

    def _on_found(self, found: Told) -> None:
        self.busy.set_busy(False)
        self.report_button.setEnabled(True)
        period = found.found.glance.period
        self._say(
            lambda: self.tr("{since} to {until}, beside the {days} days before").format(
                since=period.since.isoformat(),
                until=period.until.isoformat(),
                days=period.days,
            )
        )
        self._on_told(found)

    def _on_told(self, found: Told) -> None:
        self.told = found
        self.view.show_told(found)

    def _on_retold(self, found: Told) -> None:
        """The same in another language, unless there are other figures meanwhile."""
        if self.told is not None and self.told.found is found.found:
            self._on_told(found)

    def _on_deed(self, deed: str, table: Table, row: int) -> None:
        if self.told is not None:
            self.deeds.do(Deed(deed), self.told, table, row)

    def _on_failed(self, failure: Sentence) -> None:
        self.busy.set_busy(False)
        self._say(lambda: in_words(failure))

    def _on_report_failed(self, failure: Sentence) -> None:
        self.report_button.setEnabled(True)
        self._say(lambda: in_words(failure))

    def _on_written(self, file: Path) -> None:
        self.report_button.setEnabled(True)
        self._say(lambda: self.tr("The report is {file}.").format(file=file))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def _say(self, words: Callable[[], str]) -> None:
        self._said = words
        self.said.setText(words())

    def _build(self) -> None:
        self.report_button.setEnabled(False)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title)
        top.addSpacing(16)
        top.addWidget(self.periods)
        top.addStretch(1)
        top.addWidget(self.report_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 32, 16)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.said)
        column.addWidget(self.busy)
        column.addWidget(self.view, 1)
