"""What the tagging page looks like: progress and scope, the group in tiles, and the panel below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.tagging.delegate import TILE_HEIGHT, TILE_WIDTH, TaggingDelegate
from desktop_app.pages.tagging.model import TaggingModel
from desktop_app.pages.tagging.panel import TaggingPanel
from desktop_app.pages.tagging.scope import TaggingScopeBar
from desktop_app.widgets.busy_line import BusyLine
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.verdict_banner import Mark, VerdictBanner

if TYPE_CHECKING:
    from core.tagging.step import TaggingStep


class TaggingView(QWidget):
    """Shows one step, or a notice where there is none; decides nothing."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._thumbnails = thumbnails
        self._build()
        thumbnails.ready.connect(lambda _path: self.grid.viewport().update())
        themes.changed.connect(self.grid.viewport().update)

    def show_step(self, step: TaggingStep) -> None:
        """The step's words and figures; its products are in the model."""
        self.bar.setRange(0, max(1, step.products))
        self.bar.setValue(step.tagged)
        counts = self.tr("{done} of {all} tagged").format(
            done=self.locale().toString(step.tagged), all=self.locale().toString(step.products)
        )
        if step.skipped:
            counts += " · " + self.tr("%n wait(s) for later", "", step.skipped)
        self.counts.setText(counts)
        if step.members:
            self._stack.setCurrentWidget(self._work_area)
            self.headline.setText(self._headline(step))
        elif step.products:
            self.say(
                "match",
                self.tr("All %n product(s) are tagged", "", step.products),
                self.tr("Ctrl+Z takes back the last step."),
            )
        else:
            self.say("unknown", self.tr("There are no products here"), self.tr("Choose another category."))

    def say(self, mark: Mark, headline: str, detail: str) -> None:
        """A notice in place of a group."""
        self.notice.say(mark, headline, detail)
        self._stack.setCurrentWidget(self._notice_area)

    def take_focus(self) -> None:
        """Give the keys to the group, or to the notice in its place."""
        (self.grid if self._stack.currentWidget() is self._work_area else self.notice).setFocus()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.grid.setAccessibleName(self.tr("Products of the group"))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.panel.retranslate()
        self.scope_bar.retranslate()

    def _headline(self, step: TaggingStep) -> str:
        count = len(step.members)
        if count == 1:
            return self.tr("This one stands alone")
        if step.likeness:
            return self.tr("These %n look alike", "", count)
        if any(member.thumbnail for member in step.members):
            return self.tr("These %n are left: probably the same tag", "", count)
        return self.tr("These %n have no photo", "", count)

    def _build(self) -> None:
        self.headline = text_label("display", wrap=True)
        self.counts = text_label("muted")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.scope_bar = TaggingScopeBar(self)
        self.manage_button = IconButton(self._themes, "tag", parent=self)
        self.busy = BusyLine(self._themes, self)
        self.model = TaggingModel(self)
        self.grid = QListView(self)
        self.grid.setModel(self.model)
        self.grid.setItemDelegate(TaggingDelegate(self._themes, self._thumbnails, self.grid))
        self.grid.setViewMode(QListView.ViewMode.IconMode)
        self.grid.setMovement(QListView.Movement.Static)
        self.grid.setResizeMode(QListView.ResizeMode.Adjust)
        self.grid.setGridSize(QSize(TILE_WIDTH, TILE_HEIGHT))
        self.grid.setUniformItemSizes(True)
        self.grid.setFrameShape(QFrame.Shape.NoFrame)
        self.grid.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.panel = TaggingPanel(self._themes, self)
        self.notice = VerdictBanner(self._themes, self)
        self.notice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.notice.setFixedWidth(640)  # as wide as it may: a narrower one would break its headline
        self._notice_area = QWidget(self)
        notices = QVBoxLayout(self._notice_area)
        notices.addStretch(2)
        notices.addWidget(self.notice, 0, Qt.AlignmentFlag.AlignHCenter)
        notices.addStretch(3)
        self._work_area = QWidget(self)
        work = QVBoxLayout(self._work_area)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(12)
        work.addWidget(self.headline)
        work.addWidget(self.grid, 1)
        work.addWidget(self.panel)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._work_area)
        self._stack.addWidget(self._notice_area)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.counts)
        top.addWidget(self.bar, 1)
        top.addWidget(self.scope_bar)
        top.addWidget(self.manage_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.busy)
        column.addWidget(self._stack, 1)
