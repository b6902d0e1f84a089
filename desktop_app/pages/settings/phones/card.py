"""The card: the switch, and below it what there is while it is on."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from desktop_app.look.language import in_words
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.settings.phones.code import PhoneCode
from desktop_app.pages.settings.phones.let_in import LetIn
from desktop_app.phone.switch import PhoneSwitch
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.setting_row import SettingRow


class SettingsPhones(QFrame):
    """Shows what the switch and its service say; everything is done by them."""

    def __init__(
        self, themes: ThemeSwitch, phones: PhoneSwitch, *, locked: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._phones = phones
        self._title = text_label("strong")
        self.switch = QCheckBox(self)
        self._switch_row = SettingRow(themes, self.switch, locked=locked)
        self.problem = text_label("problem", wrap=True)
        self.code = PhoneCode(themes, self)
        self.let_in = LetIn(themes, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        for widget in (self._title, self._switch_row, self.problem, self.code, self.let_in):
            column.addWidget(widget)
        self.switch.toggled.connect(lambda on: phones.turn(on=on))
        phones.changed.connect(self.show_state)
        self.retranslate()

    def show_state(self) -> None:
        """Show whether phones are served, where, and who is let in."""
        service = self._phones.service
        self.switch.blockSignals(True)
        self.switch.setChecked(self._phones.is_on)
        self.switch.blockSignals(False)
        problem = service.problem if service is not None else None
        self.problem.setVisible(problem is not None)
        self.problem.setText(in_words(problem) if problem is not None else "")
        self.code.show_service(service)
        self.let_in.show_service(service)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Phone as camera"))
        self._switch_row.name(
            self.tr("Phones of this network may be cameras"),
            self.tr(
                "A phone opens a page of this computer in its browser: nothing is installed on it, and no "
                "picture leaves this network. Only phones that were let in here are heard. Off: nothing "
                "listens."
            ),
        )
        self.code.retranslate()
        self.let_in.retranslate()
        self.show_state()
