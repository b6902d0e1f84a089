"""Labels of chosen products: choose how they are, see the page as it will be, print it or keep a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from core.paper.labels.pages import LabelOptions, LabelPages, labels_of
from core.paper.page import Page
from desktop_app.pages.catalog.labels.options_form import LabelOptionsForm
from desktop_app.pages.catalog.labels.preview import SheetPreview
from desktop_app.pages.catalog.paper.dialog import PaperDialog
from desktop_app.pages.shop_page import PageServices


class LabelsDialog(PaperDialog):
    """Lays out anew whenever something is chosen otherwise; the newest choice counts."""

    def __init__(
        self, services: PageServices, product_ids: Sequence[int], parent: QWidget | None = None
    ) -> None:
        self._options = LabelOptions()
        self._ids = tuple(product_ids)
        self._preferences = services.preferences
        self.form: LabelOptionsForm = LabelOptionsForm(services.preferences.settings.label_sheet)
        self.preview: SheetPreview = SheetPreview(services.themes)
        super().__init__(services, len(self._ids), self.form, self.preview, parent)
        self.form.changed.connect(self.want_pages)
        self.preview.begin_chosen.connect(self._on_place)
        self.retranslate()
        self.want_pages()

    def lay_out(self) -> None:
        """The labels on the sheet that is chosen, which is remembered."""
        self._options = options = self.form.options()
        settings, name, ids = self._preferences.settings, options.sheet.name, self._ids
        if settings.label_sheet != name:
            self._preferences.change(replace(settings, label_sheet=name))
        self.work.lay_out(lambda shop, _report: labels_of(shop, ids, options))

    def counted(self) -> str:
        """How many labels there are."""
        found = self._found
        return self.tr("%n label(s)", "", found.labels) if isinstance(found, LabelPages) else ""

    def show_page(self, page: Page, image: QImage) -> None:
        """With the labels' edges; only the first sheet may have been used."""
        self.preview.sheet = self._options.sheet
        self.preview.used = self._options.first - 1 if self._page == 0 else 0
        super().show_page(page, image)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Labels"))
        self.preview.setToolTip(self.tr("Click a label to begin there on a used sheet"))
        super().retranslate()

    def _on_place(self, first: int) -> None:
        if self._page == 0:
            self.form.begin_at(first)
