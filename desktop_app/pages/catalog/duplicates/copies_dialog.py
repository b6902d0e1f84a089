"""Photos that are copies of one another, a group at a time: the best stays, the others are taken off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from core.steps.undo import undo_step
from desktop_app.look.language import in_words
from desktop_app.pages.catalog.duplicates.copies import find_copies, keep
from desktop_app.pages.catalog.duplicates.photo_side import PhotoSide
from desktop_app.pages.catalog.duplicates.review_dialog import ReviewDialog
from desktop_app.pages.shop_page import PageServices
from desktop_app.program.user_name import user_name
from desktop_app.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from core.catalog.edits.edit_log import Edit
    from core.catalog.photos.photos import Photo
    from desktop_app.pages.catalog.duplicates.copies import ShownCopies

MOST_SHOWN = 2
"""Of the others; how many more there are is said."""


class CopiesDialog(ReviewDialog):
    """Left and Right go through the groups; K keeps the best of the one that is shown."""

    def __init__(
        self, services: PageServices, groups: Sequence[Sequence[Photo]], parent: QWidget | None = None
    ) -> None:
        super().__init__(services, parent)
        self.groups: tuple[ShownCopies, ...] = ()
        self.place = 0
        self._kept: list[tuple[frozenset[int], int]] = []  # places, and the edit that kept their best
        self._is_read = False
        themes, thumbnails = services.themes, services.thumbnails
        self.sides = [PhotoSide(themes, thumbnails, stays=number == 0) for number in range(1 + MOST_SHOWN)]
        self.keep_button = IconButton(themes, "check", "primary", self)
        self.all_button = IconButton(themes, "check", parent=self)
        self._put_together(self.sides, (), (self._close, self.all_button, self.keep_button))
        self._connect(
            (
                (self.keep_button, lambda: self._keep([self.place]), "K"),
                (self.all_button, lambda: self._keep(range(len(self.groups))), ""),
            )
        )
        self.resize(880, 560)
        self.retranslate()
        self._work.read(
            lambda shop, progress: find_copies(shop, groups, progress), self._on_found, self._on_progress
        )

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Copied photos"))
        self._title.setText(self.tr("One photo, several times"))
        self.keep_button.setText(self.tr("Keep the best"))
        self.keep_button.setToolTip(self.tr("The left one stands for the others, with every product (K)"))
        self.undo_button.setText(self.tr("Undo"))
        self.before_button.setAccessibleName(self.tr("Group before"))
        self.next_button.setAccessibleName(self.tr("Next group"))
        self._close.setText(self.tr("Close"))
        self._write()

    def _on_found(self, groups: tuple[ShownCopies, ...]) -> None:
        self.groups, self._is_read = groups, True
        self._write()
        self.keep_button.setFocus()

    # Deciding

    @property
    def _open(self) -> list[int]:
        """Places of groups of which nothing was decided yet."""
        kept = {place for places, _edit in self._kept for place in places}
        return [place for place in range(len(self.groups)) if place not in kept]

    def _turn(self, by: int) -> None:
        if not self.is_busy and 0 <= self.place + by < len(self.groups):
            self.place += by
            self._note = None
            self._write()

    def _keep(self, places: Sequence[int]) -> None:
        wanted = [place for place in places if place in self._open]
        if wanted and not self.is_busy:
            chosen = [self.groups[place].chosen for place in wanted]
            self._work.change(
                lambda shop: keep(shop, chosen), lambda edit: self._on_kept(frozenset(wanted), edit)
            )

    def _on_kept(self, places: frozenset[int], edit: Edit | None) -> None:
        self._kept.append((places, -1 if edit is None else edit.id))
        self._note = lambda: self.tr("Kept the best of %n group(s).", "", len(places))
        self.place = next(iter(self._open), self.place)
        self.changed.emit()
        self._write()
        self.keep_button.setFocus()  # a button that could not be pressed for a moment has lost it

    def _undo(self) -> None:
        if self._kept and not self.is_busy:
            edit = self._kept[-1][1]
            self._work.change(
                lambda shop: undo_step(shop, who=user_name(), only=edit) if edit >= 0 else None,
                lambda _turned: self._on_undone(),
            )

    def _on_undone(self) -> None:
        places, _edit = self._kept.pop()
        self.place = min(places)
        self._note = lambda: self.tr("Undone.")
        self.changed.emit()
        self._write()

    # Showing

    def _write(self) -> None:
        """Show the group in its place, and allow what can be done."""
        note = self._note() if self._note is not None else ""
        shown = self.groups[self.place] if self.groups else None
        for widget in (self._title, self.before_button, self.next_button):
            widget.setVisible(shown is not None)
        photos = [] if shown is None else [shown.best, *shown.others]
        for number, side in enumerate(self.sides):
            side.setVisible(number < len(photos))
            if number < len(photos):
                is_last = number == MOST_SHOWN
                side.show_photo(photos[number], len(photos) - len(self.sides) if is_last else 0)
        is_open = self.place in self._open
        if shown is None:
            none = self.tr("No photo of this shop is a copy of another.")
            self._counted.setText(note or (none if self._is_read else self.tr("Looking through the shop…")))
        else:
            self._count(self.place, len(self.groups))
            self.why.setText(in_words(shown.chosen.why) if is_open else self.tr("This group is decided."))
        left = len(self._open)
        self.all_button.setText(self.tr("Keep the best of all %n", "", left))
        self.all_button.setVisible(left > 1)
        self.keep_button.setEnabled(is_open and not self.is_busy)
        self.all_button.setEnabled(not self.is_busy)
        self.undo_button.setEnabled(bool(self._kept) and not self.is_busy)
        self.before_button.setEnabled(self.place > 0)
        self.next_button.setEnabled(self.place + 1 < len(self.groups))
