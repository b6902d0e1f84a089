"""Below the group: the proposed tags with their confidence, a line for others, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.look.icons import icon
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import share
from desktop_app.widgets.fields.tag_field import TagField
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from core.tagging.proposals import Proposal

CHOSEN_FROM = 0.5
"""Confidence from which a proposed tag is chosen already: it is more probably right than wrong."""


class TaggingPanel(QFrame):
    """Knows which tags would be given; the page gives them."""

    changed = Signal()
    """Other tags would be given now."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._themes = themes
        self._proposals: tuple[Proposal, ...] = ()
        self._buttons: list[QPushButton] = []
        self._heading = text_label("section")
        self.field = TagField(self)
        self.field.setMinimumWidth(220)
        self.field.textChanged.connect(lambda _text: self.changed.emit())
        self.give_button = IconButton(themes, "tag", "primary", self)
        self.refuse_button = IconButton(themes, "close", parent=self)
        self.later_button = IconButton(themes, "later", parent=self)
        self.split_button = IconButton(themes, "split", parent=self)
        self.undo_button = IconButton(themes, "undo", "quiet", self)
        self.said = text_label("muted")
        self._choices = QHBoxLayout()
        self._choices.setSpacing(8)
        self._choices.addWidget(self.field, 1)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        for button in (self.give_button, self.refuse_button, self.later_button, self.split_button):
            actions.addWidget(button)
        actions.addSpacing(8)
        actions.addWidget(self.said, 1)
        actions.addWidget(self.undo_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addLayout(self._choices)
        column.addLayout(actions)
        themes.changed.connect(self._paint_marks)

    def show_proposals(self, proposals: Sequence[Proposal], known_tags: Sequence[str]) -> None:
        """Offer these; the sure ones are chosen."""
        for button in self._buttons:
            self._choices.removeWidget(button)
            button.deleteLater()
        self._proposals, self._buttons = (), []
        self.field.offer(known_tags)
        self.field.clear()
        self._proposals = tuple(proposals)
        for place, proposal in enumerate(self._proposals):
            button = QPushButton(self)
            button.setProperty("kind", "choice")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setChecked(proposal.confidence >= CHOSEN_FROM)
            button.toggled.connect(self._on_toggled)
            self._choices.insertWidget(place, button)
            self._buttons.append(button)
        self._paint_marks()
        self.retranslate()
        self.changed.emit()

    def tags(self) -> list[str]:
        """The tags that would be given."""
        return [*self.chosen(), *self.field.tags()]

    def chosen(self) -> list[str]:
        """The proposed tags that are chosen."""
        pairs = zip(self._proposals, self._buttons, strict=True)
        return [proposal.tag for proposal, button in pairs if button.isChecked()]

    def offered(self) -> list[str]:
        """All proposed tags."""
        return [proposal.tag for proposal in self._proposals]

    def toggle(self, place: int) -> None:
        """Choose a proposed tag, or choose it no more."""
        if 0 <= place < len(self._buttons):
            self._buttons[place].toggle()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._heading.setText(self.tr("Tags") if self._proposals else self.tr("What are these? Type a tag"))
        self.field.setPlaceholderText(
            self.tr("Another tag")
            if self._proposals
            else self.tr("For instance “fruit”; commas between several")
        )
        self.field.setAccessibleName(self.tr("Tag"))
        self.refuse_button.setText(self.tr("Not these tags"))
        self.refuse_button.setToolTip(self.tr("Delete"))
        self.later_button.setText(self.tr("Later"))
        self.later_button.setToolTip(self.tr("Page down"))
        self.split_button.setText(self.tr("Split"))
        self.split_button.setToolTip(self.tr("Ctrl+D"))
        self.undo_button.setText(self.tr("Undo"))
        self.undo_button.setToolTip(self.tr("Ctrl+Z"))
        self.give_button.setToolTip(self.tr("Enter"))
        for place, (proposal, button) in enumerate(zip(self._proposals, self._buttons, strict=True), start=1):
            button.setText(f"{place}  {proposal.tag} · {share(proposal.confidence)}".replace("&", "&&"))
            button.setAccessibleName(
                self.tr("{tag}, right for {share} of them").format(
                    tag=proposal.tag, share=share(proposal.confidence)
                )
            )
            button.setToolTip(self.tr("Key {number}").format(number=place))

    def _on_toggled(self) -> None:
        self._paint_marks()
        self.changed.emit()

    def _paint_marks(self) -> None:
        colours = self._themes.colours
        for button in self._buttons:
            checked = button.isChecked()
            button.setIcon(icon("check" if checked else "plus", colours.accent if checked else colours.muted))
