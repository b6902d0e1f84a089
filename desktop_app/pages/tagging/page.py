"""The page where products get their tags: a group of alike ones at a time, by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.messages import Sentence
from core.progress import Progress
from desktop_app.engine.engine import ShopFacts
from desktop_app.look.language import core_text, in_words
from desktop_app.pages.shop_page import PageServices, ShopPage
from desktop_app.pages.tagging.keys import TaggingKeys
from desktop_app.pages.tagging.managing.action import ManageTags
from desktop_app.pages.tagging.view import TaggingView
from desktop_app.pages.tagging.work import TaggingWork
from desktop_app.program.user_name import user_name

if TYPE_CHECKING:
    from core.tagging.session import TaggingSession
    from core.tagging.step import TaggingStep


class TaggingPage(ShopPage):
    """Shows one step of a :class:`core.tagging.session.TaggingSession` and does what the clerk decides."""

    name: ClassVar[str] = "tagging"
    icon_name: ClassVar[str] = "tag"

    def __init__(self, services: PageServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._step: TaggingStep | None = None
        self._is_open = False
        self._is_stale = True
        self._has_changed_shop = False
        self._has_other_tags = False
        self._stage: Progress | None = None
        self._failure: Sentence | None = None
        self._last: tuple[tuple[str, ...], int] | None = None
        self.view = TaggingView(services.themes, services.thumbnails, self)
        self._tagging = TaggingWork(services.shop_jobs, self.view.busy)
        self.model, self.grid, self.panel = self.view.model, self.view.grid, self.view.panel
        self.scope_bar = self.view.scope_bar
        self.manage = ManageTags(services, self)
        self.view.manage_button.follow(self.manage)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 32, 16)
        column.addWidget(self.view)
        self._connect()
        self.retranslate()

    # What the window tells

    def title(self) -> str:
        """What stands under its icon."""
        return self.tr("Tagging")

    def show_shop(self, facts: ShopFacts) -> None:
        """The shop is open, or holds other products than before."""
        del facts
        self._is_open = True
        self.manage.setEnabled(True)
        if self.isVisible() and self._tagging.session is None:
            self._begin()

    def entered(self) -> None:
        """Go on where the clerk was; from the start if the shop has changed since."""
        if self._is_open and (self._is_stale or self._has_other_tags):
            self._begin()
        self.view.take_focus()

    def left(self) -> None:
        """Tell the other pages of the new tags."""
        if self._has_changed_shop:
            self._has_changed_shop = False
            self._services.news.changed.emit(self)

    def actions_for_menu(self) -> Sequence[QAction]:
        """The shop's tags, from every page."""
        return (self.manage,)

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this page, in the language of now."""
        return (
            (self.tr("Enter"), self.tr("Give the group its tags")),
            (self.tr("A letter"), self.tr("Type another tag")),
            ("1–6", self.tr("Choose a proposed tag, or not")),
            (self.tr("Delete"), self.tr("Refuse the proposed tags")),
            (self.tr("Space"), self.tr("Leave a product out, or take it in")),
            (self.tr("Page down"), self.tr("Come back to the group later")),
            (self._split_key.key().toString(_NATIVE), self.tr("Split the group")),
            (self._undo_key.key().toString(_NATIVE), self.tr("Undo the last step")),
        )

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.manage.retranslate()
        self.view.retranslate()
        self._show_words()

    # What the clerk decides

    def give(self) -> None:
        """Give the chosen and typed tags to the group, but for what is left out."""
        tags, left_out = self.panel.tags(), self.model.left_out
        count = self.model.included
        if not tags or not count:
            self.panel.field.setFocus()
            return

        def done(step: TaggingStep) -> None:
            self._has_changed_shop = True
            self._last = (tuple(tags), count)
            self._show_step(step)

        self._work(lambda session: session.give(tags, left_out, who=user_name()), done)

    def refuse(self) -> None:
        """None of the proposed tags is right; where there is none, come back to the group later."""
        offered = self.panel.offered()
        if not offered:
            self.skip()
            return
        self._work(lambda session: session.refuse(offered), self._show_refused)

    def skip(self) -> None:
        """Come back to this group when all others are done."""
        self._work(lambda session: session.skip(), self._show_quietly)

    def split(self) -> None:
        """Two groups of this one."""
        self._work(lambda session: session.split(), self._show_quietly)

    def undo(self) -> None:
        """Take back the last step."""
        if self._step is not None and self._step.can_undo:
            self._has_changed_shop = True
            self._work(lambda session: session.undo(), self._show_quietly)

    def toggle_current(self) -> None:
        """Leave the product in front out, or take it in again."""
        self.model.toggle(self.grid.currentIndex().row())

    # Work

    def _begin(self) -> None:
        """A new session over the scope that is chosen."""
        is_stale = self._is_stale
        self._is_stale = self._has_other_tags = False
        self._failure, self._last = None, None
        self._tagging.begin(
            self.scope_bar.choice,
            anew=is_stale,
            success=self._on_begun,
            failure=self._on_failed,
            progress=self._on_progress,
        )
        self._show_words()

    def _on_begun(self, step: TaggingStep) -> None:
        self._stage = None
        self.scope_bar.show_choices(self._services)
        self._show_step(step)

    def _on_progress(self, progress: Progress) -> None:
        self._stage = progress
        self._show_words()

    def _on_failed(self, failure: Sentence) -> None:
        self._failure = failure
        self._show_words()

    def _work(self, act: Callable[[TaggingSession], Any], success: Callable[[TaggingStep], None]) -> None:
        """One step, of the group that is shown."""
        if self._step is not None:
            self._tagging.do(act, success, lambda failure: self.panel.said.setText(in_words(failure)))

    @property
    def is_working(self) -> bool:
        """Whether a step is on its way."""
        return self._tagging.is_working

    @property
    def step(self) -> TaggingStep | None:
        """What is shown; None while the products are compared."""
        return self._step if self._tagging.session is not None else None

    # Showing

    def _show_quietly(self, step: TaggingStep) -> None:
        self._last = None
        self._show_step(step)

    def _show_refused(self, step: TaggingStep) -> None:
        self._show_quietly(step)
        if not step.proposals:
            self.panel.field.setFocus()

    def _show_step(self, step: TaggingStep) -> None:
        self._step = step
        self.model.show_members(step.members)
        self.panel.show_proposals(step.proposals, step.known_tags)
        for path in step.coming:
            self._services.thumbnails.get(path)
        if step.members:
            self.grid.setCurrentIndex(self.model.index(0))
        self._show_words()
        if self.isVisible() and not self.scope_bar.has_focus():
            self.view.take_focus()

    def _show_words(self) -> None:
        self.scope_bar.setEnabled(self._tagging.session is not None)
        if self._tagging.session is None or self._step is None:
            self._show_waiting()
            return
        self.view.show_step(self._step)
        self._show_given()

    def _show_given(self) -> None:
        panel = self.panel
        included = self.model.included
        panel.give_button.setText(self.tr("Tag %n product(s)", "", included))
        panel.give_button.setEnabled(bool(panel.tags()) and included > 0)
        panel.refuse_button.setEnabled(bool(panel.offered()))
        panel.split_button.setEnabled(self.model.rowCount() > 1)
        panel.undo_button.setEnabled(self._step is not None and self._step.can_undo)
        if self._last is not None:
            tags, count = self._last
            panel.said.setText(
                self.tr("“{tags}” given to %n product(s)", "", count).format(tags=", ".join(tags))
            )
        else:
            panel.said.setText(self.tr("Space leaves a product out") if self.model.rowCount() > 1 else "")

    def _show_waiting(self) -> None:
        view = self.view
        if self._failure is not None:
            view.say("error", self.tr("The products cannot be grouped"), in_words(self._failure))
        elif not self._is_open:
            view.say("search", self.tr("One moment…"), self.tr("The shop is still being opened."))
        else:
            stage = self._stage
            detail = core_text(stage.stage) if stage is not None else ""
            if stage is not None and stage.total:
                detail += f" · {self.locale().toString(stage.done)} / {self.locale().toString(stage.total)}"
            view.say("search", self.tr("Looking for products that are alike…"), detail)

    def _connect(self) -> None:
        services, panel = self._services, self.panel
        self._undo_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        self._undo_key.activated.connect(self.undo)
        self._split_key = QShortcut(QKeySequence("Ctrl+D"), self)
        self._split_key.activated.connect(self.split)
        for shortcut in (self._undo_key, self._split_key):
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys = TaggingKeys(self.grid, self.model, panel)
        keys.given.connect(self.give)
        keys.refused.connect(self.refuse)
        keys.skipped.connect(self.skip)
        keys.toggled.connect(self.toggle_current)
        self.grid.clicked.connect(self._on_clicked)
        self.model.dataChanged.connect(lambda *_: self._show_given())
        panel.changed.connect(self._show_given)
        panel.give_button.clicked.connect(self.give)
        panel.refuse_button.clicked.connect(self.refuse)
        panel.later_button.clicked.connect(self.skip)
        panel.split_button.clicked.connect(self.split)
        panel.undo_button.clicked.connect(self.undo)
        panel.field.submitted.connect(self.give)
        panel.field.left.connect(self.grid.setFocus)
        self.scope_bar.chosen.connect(self._begin)
        self.manage.tags_changed.connect(self._on_other_tags)
        self.manage.closed.connect(self._on_managed)
        services.news.changed.connect(self._on_news)
        services.news.model_changed.connect(self._on_other_model)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.model.toggle(index.row())

    def _on_news(self, sender: object) -> None:
        self._is_stale = self._is_stale or sender is not self

    def _on_other_tags(self) -> None:
        self._has_other_tags, self._has_changed_shop = True, False  # all that was given here is told now
        self._services.news.changed.emit(self)

    def _on_managed(self) -> None:
        if self._has_other_tags and self.isVisible():  # first: is the tag that is gone through still there?
            self.scope_bar.show_choices(self._services, self._begin)

    def _on_other_model(self) -> None:
        self._is_stale = True


_NATIVE = QKeySequence.SequenceFormat.NativeText
