"""The settings' part about privacy: what is kept, forgetting it, and what is stored where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QVBoxLayout, QWidget

from core import paths
from core.settings import Settings
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.setting_row import SettingRow
from desktop_app.widgets.wrapped_text import WrappedText

if TYPE_CHECKING:
    from desktop_app.pages.settings.kept import Kept


class SettingsPrivacy(QFrame):
    """Switches with ways to forget, and the places."""

    keep_chosen = Signal(bool)
    forget_wanted = Signal()
    learn_chosen = Signal(bool)
    asked_chosen = Signal(bool)
    forget_unlabelled_wanted = Signal()
    keep_last_chosen = Signal(bool)
    blur_chosen = Signal(bool)
    customers_chosen = Signal(bool)
    customers_wanted = Signal()
    delete_originals_wanted = Signal()

    def __init__(
        self,
        themes: ThemeSwitch,
        settings: Settings,
        locked: frozenset[str],
        shop_folder: Path,
        *,
        blur_locked: bool = False,
        customers_locked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._title = text_label("strong")
        self.keep = QCheckBox(self)
        self.keep.setChecked(settings.keep_search_photos)
        self._keep_row = SettingRow(themes, self.keep, locked="keep_search_photos" in locked)
        self.forget_button = IconButton(themes, "remove", "plain", self)
        self.forget_button.setEnabled(False)
        self._forget_row = SettingRow(themes, self.forget_button)
        self.learn = QCheckBox(self)
        self.learn.setChecked(settings.learn_from_searches)
        self._learn_row = SettingRow(themes, self.learn, locked="learn_from_searches" in locked)
        self.asked = QCheckBox(self)
        self.asked.setChecked(settings.keep_asked_photos)
        self._asked_row = SettingRow(themes, self.asked, locked="keep_asked_photos" in locked)
        self.forget_unlabelled_button = IconButton(themes, "remove", "plain", self)
        self.forget_unlabelled_button.setEnabled(False)
        self._unlabelled_row = SettingRow(themes, self.forget_unlabelled_button)
        self.keep_last = QCheckBox(self)
        self.keep_last.setChecked(settings.keep_last_searches)
        self._last_row = SettingRow(themes, self.keep_last, locked="keep_last_searches" in locked)
        self.blur = QCheckBox(self)
        self.blur.setChecked(True)
        self.blur.setEnabled(False)
        self._blur_row = SettingRow(themes, self.blur, locked=blur_locked)
        self.originals_button = IconButton(themes, "remove", "plain", self)
        self.originals_button.setEnabled(False)
        self._originals_row = SettingRow(themes, self.originals_button)
        self.customers = QCheckBox(self)
        self.customers.setEnabled(False)
        self._customers_row = SettingRow(themes, self.customers, locked=customers_locked)
        self.customers_button = IconButton(themes, "open", "plain", self)
        self.customers_button.setEnabled(False)
        self._known_row = SettingRow(themes, self.customers_button)
        self._kept: Kept | None = None
        self._may_forget = False
        self._places_title = text_label("section")
        self._places = [
            (text_label("muted"), WrappedText("body", self), path)
            for path in (
                shop_folder,
                shop_folder / "backups",
                paths.settings_file(),
                paths.user_data(),
                paths.user_cache(),
                paths.log_file(),
            )
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, place, path) in enumerate(self._places):
            place.setPlainText(str(path))
            grid.addWidget(name, row, 0)
            grid.addWidget(place, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(0)
        rows = (
            self._blur_row,
            self._originals_row,
            self._keep_row,
            self._forget_row,
            self._learn_row,
            self._asked_row,
            self._unlabelled_row,
            self._last_row,
            self._customers_row,
            self._known_row,
        )
        for widget in (self._title, *rows):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self._places_title)
        column.addSpacing(8)
        column.addLayout(grid)
        self.keep.toggled.connect(self.keep_chosen)
        self.forget_button.clicked.connect(self.forget_wanted)
        self.learn.toggled.connect(self.learn_chosen)
        self.asked.toggled.connect(self.asked_chosen)
        self.keep_last.toggled.connect(self.keep_last_chosen)
        self.blur.toggled.connect(self.blur_chosen)
        self.customers.toggled.connect(self.customers_chosen)
        self.customers_button.clicked.connect(self.customers_wanted)
        self.originals_button.clicked.connect(self.delete_originals_wanted)
        self.forget_unlabelled_button.clicked.connect(self.forget_unlabelled_wanted)
        self.retranslate()

    def show_settings(self, settings: Settings) -> None:
        """The switches, where they were set elsewhere."""
        for switch, is_on in (
            (self.keep, settings.keep_search_photos),
            (self.learn, settings.learn_from_searches),
            (self.asked, settings.keep_asked_photos),
            (self.keep_last, settings.keep_last_searches),
        ):
            switch.blockSignals(True)
            switch.setChecked(is_on)
            switch.blockSignals(False)

    def show_kept(self, kept: Kept) -> None:
        """How much the shop keeps."""
        self._kept = kept
        self.blur.blockSignals(True)
        self.blur.setChecked(kept.blurs_faces)
        self.blur.blockSignals(False)
        self.customers.blockSignals(True)
        self.customers.setChecked(kept.keeps_customers)
        self.customers.blockSignals(False)
        self.retranslate()

    def allow_forgetting(self, writable: bool) -> None:
        """The shop is open."""
        self._may_forget = writable
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Privacy"))
        self._blur_row.name(
            self.tr("Blur faces in photos taken in the shop"),
            self.tr(
                "Before such a photo is kept, the faces on it are made unrecognisable; the photo with the "
                "faces is not kept. Holds for everybody who works in this shop, and for photos that come "
                "from now on. Those that are kept already are in the catalog, under “What must not be shown”."
            ),
        )
        self._originals_row.name(
            self.tr("Photos with faces that were blurred later"), self._originals_in_words()
        )
        self.originals_button.setText(self.tr("Delete for good…"))
        self._keep_row.name(
            self.tr("Keep the pictures of confirmed searches"),
            self.tr(
                "They stay in the shop's folder, and the next lesson learns from them. "
                "Off: no picture is kept."
            ),
        )
        self._forget_row.name(self.tr("Pictures that were kept"), self._kept_in_words())
        self.forget_button.setText(self.tr("Forget all…"))
        self._learn_row.name(
            self.tr("Learn from searches"),
            self.tr(
                "What the network saw of a search stays in the shop's folder, as numbers without the "
                "picture: so the shop gets to know what its products look like here. Off: nothing that was "
                "seen in a search is kept."
            ),
        )
        self._asked_row.name(
            self.tr("Keep the picture of what was not found"),
            self.tr(
                "So that the figures show what was asked for. It stays in the shop's folder with what the "
                "network saw; faces are made unrecognisable as in other photos. “Forget all” below deletes "
                "it too. Only while the shop learns from searches."
            ),
        )
        self._unlabelled_row.name(self.tr("Photos that nobody labelled"), self._unlabelled_in_words())
        self.forget_unlabelled_button.setText(self.tr("Forget all…"))
        self._last_row.name(
            self.tr("Keep the last searches for the next day"),
            self.tr(
                "The last searches of each shop and their pictures stay on this computer, for you alone, so "
                "that you can go back to them when the window is opened again. Off: they are gone with the "
                "window, and what was kept is deleted."
            ),
        )
        self._customers_row.name(
            self.tr("Keep numbers of customers with their receipts"),
            self.tr(
                "Of receipts that come in from now on: the number of a card, or the address under which the "
                "till knows a customer. For suggestions from their own receipts. Off: no number is kept, and "
                "all that were kept are deleted."
            ),
        )
        self._known_row.name(self.tr("Customers"), self._customers_in_words())
        self.customers_button.setText(self.tr("Show…"))
        kept = self._kept
        self.customers.setEnabled(self._may_forget and kept is not None and not self._customers_row.is_locked)
        self.customers_button.setEnabled(kept is not None and kept.customers > 0)
        self.blur.setEnabled(self._may_forget and not self._blur_row.is_locked)
        self.originals_button.setEnabled(self._may_forget and kept is not None and kept.with_faces > 0)
        self.forget_button.setEnabled(self._may_forget and kept is not None and kept.pictures > 0)
        self.forget_unlabelled_button.setEnabled(
            self._may_forget and kept is not None and kept.unlabelled > 0
        )
        self._places_title.setText(self.tr("What is stored where; nothing ever leaves this computer"))
        names = (
            self.tr("The shop"),
            self.tr("Daily backups"),
            self.tr("Settings"),
            self.tr("Demo shop, last searches"),
            self.tr("Can be made again"),
            self.tr("Log, without customer data"),
        )
        for (label, place, path), name in zip(self._places, names, strict=True):
            label.setText(name)
            place.setAccessibleName(f"{name}: {path}")

    def _originals_in_words(self) -> str:
        kept, locale = self._kept, QLocale()
        if kept is None or not kept.with_faces:
            return self.tr("None are kept.")
        return self.tr("{count} are kept as they were, so that it can be undone.").format(
            count=locale.toString(kept.with_faces)
        )

    def _kept_in_words(self) -> str:
        kept, locale = self._kept, QLocale()
        if kept is None or not kept.pictures:
            return self.tr("None yet.")
        return self.tr("{pictures} of confirmed searches ({searches}); both can be forgotten.").format(
            pictures=locale.toString(kept.pictures), searches=locale.toString(kept.confirmed)
        )

    def _customers_in_words(self) -> str:
        kept = self._kept
        if kept is None or not kept.customers:
            return self.tr("None yet.")
        return self.tr("{count} known by a number; each can be exported and deleted.").format(
            count=QLocale().toString(kept.customers)
        )

    def _unlabelled_in_words(self) -> str:
        kept, locale = self._kept, QLocale()
        if kept is None:
            return ""
        return self.tr("{walked} from walks through the shop ({size}), {searched} from searches.").format(
            walked=locale.toString(kept.walked),
            size=locale.formattedDataSize(kept.walked_bytes),
            searched=locale.toString(kept.searches),
        )
