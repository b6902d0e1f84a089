"""What was said here and gave way to another till, to be said again or left; and SKUs made twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QPushButton, QWidget

from core.hub.made_twice import MadeTwice, made_twice
from core.hub.overridden import Overridden, dismiss, overridden, take_back
from core.messages import Sentence
from core.progress import ReportProgress
from core.shop.shop import Shop
from desktop_app.engine.jobs import Lane
from desktop_app.engine.question import Question
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import in_words
from desktop_app.look.wording import price
from desktop_app.program.user_name import user_name
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.table_dialog import TableDialog


@dataclass(frozen=True, slots=True)
class ToLookAt:
    """What tills disagreed about."""

    overridden: Sequence[Overridden]
    made_twice: Sequence[MadeTwice]


class GaveWayDialog(TableDialog):
    """A table of values; what is done to one is done to the row that is selected."""

    changed = Signal()
    """A value was said again: the shop is another."""

    def __init__(self, jobs: ShopJobs, parent: QWidget) -> None:
        super().__init__(parent, width=820)
        self._jobs = jobs
        self._reading = Question(jobs)
        self._found = ToLookAt((), ())
        self._is_read = False
        self.twice = text_label("body", wrap=True)
        self.again_button = QPushButton(self)
        self.leave_button = QPushButton(self)
        self.again_button.clicked.connect(self.say_again)
        self.leave_button.clicked.connect(self.leave_all)
        self.build((self.again_button, self.leave_button), self.twice)
        self.retranslate()
        self._read()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("What gave way to other tills"))
        self.again_button.setText(self.tr("Say it again"))
        self.leave_button.setText(self.tr("Leave all as it is"))
        self.close_button.setText(self.tr("Close"))
        columns = (
            self.tr("Product"),
            self.tr("What"),
            self.tr("Said here"),
            self.tr("Holds now"),
            self.tr("By"),
        )
        self.rows.show_table(columns, tuple(self._row(one) for one in self._found.overridden))
        header, mode = self.table.horizontalHeader(), QHeaderView.ResizeMode
        for column in range(len(columns)):
            header.setSectionResizeMode(column, mode.ResizeToContents if column in (1, 4) else mode.Stretch)
        twice = (
            self.tr("Made twice under {sku}: {titles}").format(
                sku=one.sku, titles=" · ".join(f"{two.title} [{two.sku}]" for two in (one.kept, *one.others))
            )
            for one in self._found.made_twice
        )
        merged = self.tr("If they are one product, merge them: catalog, “Duplicates”.")
        lines = [*twice]
        self.twice.setText("\n".join([*lines, merged]) if lines else "")
        self.twice.setVisible(bool(lines))
        nothing = self._is_read and not self._found.overridden
        self.said.setText(self.tr("Nothing gave way that nobody has looked at.") if nothing else "")
        self.allow()

    def _row(self, one: Overridden) -> tuple[str, ...]:
        names = {
            "title": self.tr("Title"),
            "description": self.tr("Description"),
            "category": self.tr("Category"),
            "brand": self.tr("Brand"),
            "barcode": self.tr("Barcode"),
            "location": self.tr("Shelf"),
            "unit": self.tr("Unit"),
            "price": self.tr("Price"),
            "sale": self.tr("Sale price"),
            "low": self.tr("Low stock"),
            "archived": self.tr("Archived"),
        }
        product = f"{one.product.title} [{one.product.sku}]"
        what = names.get(one.name, one.name)
        return product, what, _shown(one.name, one.value), _shown(one.name, one.by_value), one.by_store

    def say_again(self) -> None:
        """Make what was said here hold again; the step can be undone as any other."""
        row = self.selected_row
        if row is not None:
            number = self._found.overridden[row].n
            self._work(lambda shop, _report: take_back(shop, number, who=user_name()))

    def leave_all(self) -> None:
        """Let what holds hold, and list it no longer."""
        self._work(lambda shop, _report: dismiss(shop.catalog))

    def _work(self, work: Callable[[Shop, ReportProgress], object]) -> None:
        self._jobs.run(
            work,
            success=lambda _: self._on_done(),
            failure=self._on_failed,
            lane=Lane.WRITING,
            whose=self,
        )

    def _on_done(self) -> None:
        self.changed.emit()
        self._read()

    def _on_failed(self, sentence: Sentence) -> None:
        self.said.setText(in_words(sentence))

    def _read(self) -> None:
        self._reading.ask(_to_look_at, self._show)

    def _show(self, found: ToLookAt) -> None:
        self._found, self._is_read = found, True
        self.retranslate()

    def allow(self) -> None:
        """What is selected can be said again; what is listed can be left."""
        self.again_button.setEnabled(self.selected_row is not None)
        self.leave_button.setEnabled(bool(self._found.overridden))


def _to_look_at(shop: Shop, _report: ReportProgress) -> ToLookAt:
    return ToLookAt(overridden(shop.catalog), made_twice(shop.catalog))


def _shown(name: str, value: object) -> str:
    """A value as changes have it, for people: a price with its currency, what is empty as a dash."""
    match name, value:
        case "price", [int() as minor, str() as currency]:
            return price(minor, currency)
        case _, None | "":
            return "–"
        case _, list():
            return " ".join("–" if part is None else str(part) for part in value)
    return str(value)
