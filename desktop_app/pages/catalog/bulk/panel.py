"""Many products at the page's right: one change to all of them, with what it would do before it is done."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QVBoxLayout,
    QWidget,
)

from core.catalog.edits.bulk_edit import BulkPlan, plan_bulk_edit
from core.errors import KnownError
from core.messages import Sentence
from desktop_app.engine.jobs import Job
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import Translated, in_words
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import price
from desktop_app.pages.catalog.actions import CatalogActions
from desktop_app.pages.catalog.bulk.form import BulkForm
from desktop_app.pages.catalog.facts import Choices
from desktop_app.pages.catalog.shelf_buttons import ShelfButtons
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.scrolling import scrolling

_PLAN_MS = 250


class BulkPanel(Translated, QFrame):
    """Shows what is typed and what it would change; "Change" is a wish that the page fulfils."""

    change_wanted = Signal(object)
    """The BulkPlan to carry out."""

    def __init__(
        self, themes: ThemeSwitch, jobs: ShopJobs, acts: CatalogActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._jobs = jobs
        self._ids: NDArray[np.int64] | None = None
        self._count = 0
        self._planning: Job | None = None
        self._plan: BulkPlan | None = None
        self._failure: Sentence | None = None
        self._headline = text_label("title", wrap=True)
        self._hint = text_label("small", wrap=True)
        self.form = BulkForm(self)
        self.price = self.form.price
        self.preview = text_label("body", wrap=True)
        self.apply_button = IconButton(themes, "check", "primary", self)
        self._shelf = ShelfButtons(themes, acts, self)
        self._timer = QTimer(self, singleShot=True, interval=_PLAN_MS)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def plan(self) -> BulkPlan | None:
        """What "Change" would do; None while that is not known."""
        return self._plan

    def show_products(self, ids: NDArray[np.int64]) -> None:
        """These are selected."""
        self._ids, self._count = ids, len(ids)
        self._want_plan()
        self.retranslate()

    def show_choices(self, choices: Choices) -> None:
        """Names to choose from while typing."""
        self.form.show_choices(choices)
        self.setEnabled(choices.writable)

    def clear(self) -> None:
        """Nothing typed: after it was done."""
        self.form.clear()
        self._want_plan()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._headline.setText(self.tr("%n product(s) selected", "", self._count))
        self._hint.setText(self.tr("What you leave empty stays as it is."))
        self.form.retranslate()
        self._write_preview()

    def _want_plan(self) -> None:
        self._plan, self._failure = None, None
        if self._planning is not None:
            self._planning.cancel()
            self._planning = None
        self._timer.start()
        self._write_preview()

    def _make_plan(self) -> None:
        if self._ids is None:
            return
        try:
            bulk = self.form.bulk_edit()
        except KnownError as error:
            self._on_failure(error.sentence)
            return
        if bulk is None or bulk.is_empty:
            self._write_preview()
            return
        ids = self._ids
        self._planning = self._jobs.run(
            lambda shop, report: plan_bulk_edit(shop.catalog, ids.tolist(), bulk, report),
            success=self._on_plan,
            failure=self._on_failure,
        )

    def _on_plan(self, plan: BulkPlan) -> None:
        self._planning, self._plan = None, plan
        self._write_preview()

    def _on_failure(self, failure: Sentence) -> None:
        self._planning, self._failure = None, failure
        self._write_preview()

    def _write_preview(self) -> None:
        plan = self._plan
        changes = len(plan.changes) if plan is not None else 0
        self.apply_button.setEnabled(changes > 0)
        self.apply_button.setText(
            self.tr("Change %n product(s)", "", changes) if changes else self.tr("Change")
        )
        self.preview.setText("\n".join(self._preview(plan)))

    def _preview(self, plan: BulkPlan | None) -> list[str]:
        if self._failure is not None:
            return [in_words(self._failure)]
        if plan is None:
            return []
        number = QLocale().toString(len(plan.changes))
        of = QLocale().toString(plan.products)
        lines = [self.tr("{changes} of {products} products change.").format(changes=number, products=of)]
        if plan.without_price:
            lines.append(
                self.tr("{count} have no price and keep none.").format(
                    count=QLocale().toString(plan.without_price)
                )
            )
        for example in plan.examples:
            before = price(example.before.minor, example.before.currency)
            after = price(example.after.minor, example.after.currency)
            lines.append(f"{example.title}: {before} → {after}")
        return lines

    def _build(self) -> None:
        inner = QWidget(self)
        area = scrolling(inner)
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        column.addWidget(self._headline)
        column.addWidget(self._hint)
        column.addWidget(self.form)
        column.addWidget(self._shelf)
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 20, 16)
        foot.setSpacing(8)
        foot.addWidget(self.preview)
        foot.addWidget(self.apply_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        outer.addLayout(foot)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._make_plan)
        self.form.changed.connect(self._want_plan)
        self.apply_button.clicked.connect(lambda: self.change_wanted.emit(self._plan))
