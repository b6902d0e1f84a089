"""Cards and posters of chosen products: choose which, see the page, print it or keep it for a chat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from core.messages import Sentence
from desktop_app.pages.catalog.advertising.laying_out import Advertised, advertised
from desktop_app.pages.catalog.advertising.options_form import AdvertisingForm
from desktop_app.pages.catalog.file_dialogs import ask_for_picture_file
from desktop_app.pages.catalog.paper.dialog import PaperDialog
from desktop_app.pages.catalog.paper.preview import PagePreview
from desktop_app.pages.catalog.paper.work import LaidOut
from desktop_app.pages.shop_page import PageServices
from desktop_app.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from core.advertising.shown_picture import ShownPicture


class AdvertisingDialog(PaperDialog):
    """Lays out anew whenever something is chosen otherwise. Words that may not stand on it are named, and
    nothing is printed or kept until somebody says that they are meant."""

    def __init__(
        self, services: PageServices, product_ids: Sequence[int], parent: QWidget | None = None
    ) -> None:
        self._ids = tuple(product_ids)
        self._pictures: Mapping[int, ShownPicture] = {}
        self._told: tuple[Sentence, ...] = ()
        self.form: AdvertisingForm = AdvertisingForm(len(self._ids))
        self.picture_button = IconButton(services.themes, "picture")
        super().__init__(services, len(self._ids), self.form, PagePreview(services.themes), parent)
        self._foot.insertWidget(2, self.picture_button)
        self.form.changed.connect(self.want_pages)
        self.form.despite_words.toggled.connect(self._write)
        self.picture_button.clicked.connect(self._ask_for_picture_file)
        self.retranslate()
        self.want_pages()

    def lay_out(self) -> None:
        """The cards or the poster that is chosen."""
        of, options, words = (
            self.form.occasion() or self._ids,
            self.form.options(),
            self.form.own_words(),
        )
        pictures, marks = self._pictures, self.form.choice.marks()
        self.work.lay_out(lambda shop, report: advertised(shop, of, options, words, pictures, marks, report))

    def is_allowed(self) -> bool:
        """Whether its words are, or somebody says that they are meant."""
        return not self._told or self.form.despite_words.isChecked()

    def output_buttons(self) -> Sequence[QPushButton]:
        """Those that print or keep the pages."""
        return (*super().output_buttons(), self.picture_button)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Cards and posters"))
        self.picture_button.setText(self.tr("Save as picture…"))
        super().retranslate()

    def take(self, found: LaidOut) -> None:
        """Keep the pictures for the next time; other words ask for another consent."""
        if not isinstance(found, Advertised):
            return
        self._pictures = found.pictures
        self._products = found.products
        self.form.choice.offer(found.titles, found.on_it)
        told = found.notes[: found.forbidden]
        if told != self._told:
            self._told = told
            self.form.despite_words.setChecked(False)
            self.form.despite_words.setVisible(bool(told))

    def _ask_for_picture_file(self) -> None:
        found = self._found
        if self.is_ready and isinstance(found, Advertised):
            ask_for_picture_file(
                self,
                self.windowTitle(),
                lambda target: self.write_pictures(found, target),
            )

    def write_pictures(self, found: Advertised, target: Path) -> None:
        """Keep the pages as pictures."""
        self.work.write_pictures(found.pages, target, found.size.pixels)
        self._write()
