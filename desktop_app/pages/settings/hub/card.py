"""The card: joining a hub; then how the shop stands with it, and leaving."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from core.messages import Sentence
from core.progress import ReportProgress
from core.shop.shop import Shop
from desktop_app.background.hub_link import HubLink
from desktop_app.engine.jobs import Lane
from desktop_app.engine.question import Question
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.hub_words import whole_words
from desktop_app.look.language import in_words
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.settings.hub.gave_way import GaveWayDialog
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.question import ask


class SettingsHub(QFrame):
    """Shows what the link says; everything is done by it.

    Args:
        jobs: reads and changes what gave way.
        locked: whether this computer's policy forbids joining.
    """

    def __init__(
        self,
        themes: ThemeSwitch,
        link: HubLink,
        jobs: ShopJobs,
        *,
        locked: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._link = link
        self._jobs = jobs
        self._locked = locked
        self._leaving = Question(jobs)
        self._asked_for: bool | None = None
        """Whether to hold only the store's own, from the click until a round begins with it."""
        self._title = text_label("strong")
        self._about = text_label("muted", wrap=True)
        self.lines = {name: QLineEdit(self) for name in ("address", "password", "store")}
        self.lines["password"].setEchoMode(QLineEdit.EchoMode.Password)
        self._names = {name: text_label("small") for name in self.lines}
        self.state = text_label("body", wrap=True)
        self.ours = QCheckBox(self)
        self._about_ours = text_label("muted", wrap=True)
        self.problem = text_label("problem", wrap=True)
        self.problem.hide()
        self.join_button = IconButton(themes, "plus", "plain", self)
        self.round_button = IconButton(themes, "turn-right", "plain", self)
        self.look_button = IconButton(themes, "compare", "plain", self)
        self.leave_button = IconButton(themes, "close", "plain", self)
        self._build()
        self._connect()
        self.retranslate()

    def show_state(self) -> None:
        """Show how the shop stands, or what it needs to join."""
        state, busy = self._link.state, self._link.is_under_way
        lacks_password = state is not None and state.lacks_password
        for name, line in self.lines.items():
            is_asked = state is None or (lacks_password and name == "password")
            self._names[name].setVisible(is_asked)
            line.setVisible(is_asked)
        self.join_button.setVisible(state is None or lacks_password)
        self.join_button.setText(self.tr("Use this password") if lacks_password else self.tr("Join"))
        self.state.setVisible(state is not None or busy)
        for shown in (self.round_button, self.leave_button):
            shown.setVisible(state is not None)
        self.look_button.setVisible(state is not None and state.to_look_at > 0)
        for widget in (*self.lines.values(), self.ours, self.round_button, self.leave_button):
            widget.setEnabled(not busy and not self._locked)
        self._allow_joining()
        if self._locked:
            self._complain(self.tr("Set by your IT: no shop of this computer speaks to a hub."))
        if state is None:
            self._asked_for = None
            self.state.setText(self.tr("Joining the hub, and telling it what there is…"))
            return
        if self._asked_for == (state.hold == "ours"):
            self._asked_for = None
        self.ours.setChecked(state.hold == "ours" if self._asked_for is None else self._asked_for)
        if not lacks_password:
            for name in ("address", "password"):  # either may hold the password
                self.lines[name].clear()
        self.look_button.setText(
            self.tr("What gave way: {count}…").format(count=QLocale().toString(state.to_look_at))
        )
        where = state.computer or self.tr("this computer")
        till = self.tr("A till of the store {store}; the hub is at {computer}.")
        stands = whole_words(state, self._link.away_since)
        lines = [till.format(store=state.store, computer=where), stands]
        if self._link.has_parted:
            parted = self.tr(
                "This folder is a copy of a till, or was restored: it goes on as a till of its own. If both "
                "are in use, let one leave, and join again under a name of its own."
            )
            lines.append(parted)
        if state.done is not None and state.done.networks_lacked:
            lacked = self.tr(
                "Other tills look with networks that this one lacks: {names}. What only these have seen is "
                "not found from here. Your IT adds the same file of weights by “snapshelf models add FILE”."
            )
            lines.append(lacked.format(names=", ".join(state.done.networks_lacked)))
        self.state.setText("\n".join(lines))

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Other tills and branches"))
        self._about.setText(
            self.tr(
                "Tills share products, stock, tags and photos through a hub, a PostgreSQL database that your "
                "IT looks after. Without the network each works on, and catches up later. Not joined: "
                "nothing leaves this computer."
            )
        )
        names = {
            "address": self.tr("Address of the hub"),
            "password": self.tr("Password"),
            "store": self.tr("Name of this store"),
        }
        for name, text in names.items():
            self._names[name].setText(text)
            self.lines[name].setAccessibleName(text)
        self.lines["address"].setPlaceholderText("postgresql://till@hub.example/shop")
        self.ours.setText(self.tr("Hold only the products that this store sells"))
        self._about_ours.setText(
            self.tr(
                "It sells what it made, counted, gave a place or took in. Other stores’ products are found "
                "at the hub when you search; those that nobody here worked with leave this computer."
            )
        )
        self.round_button.setText(self.tr("Synchronise now"))
        self.leave_button.setText(self.tr("Leave…"))
        self.show_state()

    def show_what_gave_way(self) -> None:
        """List what was said here and gave way, and what was made twice."""
        dialog = GaveWayDialog(self._jobs, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self._link.received)
        dialog.changed.connect(self._link.begin_round)
        dialog.open()

    def ask_to_leave(self) -> None:
        """Ask, then leave; a hub that cannot be reached can be left without it."""
        state = self._link.state
        if state is None:
            return
        self._leaving.ask(_steps_lost, self._ask_to_leave)

    def _ask_to_leave(self, lost: int) -> None:
        state = self._link.state
        if state is None:
            return
        if state.reason is None:
            question = self.tr("Leave the hub? All products, photos and stock stay here.")
        else:
            question = self.tr("Leave without the hub, which cannot be asked now? All stays here.")
            if state.waiting:
                waits = self.tr("What waits reaches no other till: {count}.")
                question = f"{question} {waits.format(count=QLocale().toString(state.waiting))}"
        if lost:
            merges = self.tr("Merges made since it joined can then no longer be taken back: {count}.")
            question = f"{question}\n\n{merges.format(count=QLocale().toString(lost))}"
        unsent = state.reason is not None
        ask(self.window(), question, self.tr("Leave"), lambda: self._link.leave(unsent=unsent))

    def _join(self) -> None:
        if not self.join_button.isEnabled():
            return
        self.problem.hide()
        address, password, store = (
            self.lines[name].text().strip() for name in ("address", "password", "store")
        )
        if self._link.state is None:
            self._link.join(address, password, store, ours=self.ours.isChecked())
        else:
            self._link.give_password(password)

    def _choose_hold(self, *, ours: bool) -> None:
        self.problem.hide()
        if self._link.state is None:
            return  # joining goes by it
        self._asked_for = ours
        self._jobs.run(
            lambda shop, _report: _set_hold(shop, ours=ours),
            success=lambda _: self._link.begin_round(),
            failure=self._on_not_held,
            lane=Lane.WRITING,
            whose=self,
        )

    def _allow_joining(self) -> None:
        needed = ("address", "store") if self._link.state is None else ("password",)
        typed = all(self.lines[name].text().strip() for name in needed)
        self.join_button.setEnabled(typed and not self._link.is_under_way and not self._locked)

    def _on_not_held(self, sentence: Sentence) -> None:
        self._asked_for = None
        self.show_state()
        self._on_told(sentence)

    def _on_told(self, sentence: Sentence) -> None:
        self._complain(in_words(sentence))

    def _complain(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.join_button, self.round_button, self.look_button, self.leave_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._about)
        for name, line in self.lines.items():
            self._names[name].setBuddy(line)
            column.addWidget(self._names[name])
            column.addWidget(line)
        column.addWidget(self.state)
        column.addWidget(self.ours)
        column.addWidget(self._about_ours)
        column.addWidget(self.problem)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._link.changed.connect(self.show_state)
        self._link.told.connect(self._on_told)
        for line in self.lines.values():
            line.textChanged.connect(self._allow_joining)
            line.returnPressed.connect(self._join)
        self.join_button.clicked.connect(self._join)
        self.ours.clicked.connect(lambda ours: self._choose_hold(ours=ours))
        self.round_button.clicked.connect(self._link.begin_round)
        self.look_button.clicked.connect(self.show_what_gave_way)
        self.leave_button.clicked.connect(self.ask_to_leave)


def _steps_lost(shop: Shop, _report: ReportProgress) -> int:
    from core.hub.joining import steps_lost

    return steps_lost(shop.catalog)


def _set_hold(shop: Shop, *, ours: bool) -> None:
    from core.hub.holding import Hold, set_hold

    set_hold(shop.catalog, Hold.OURS if ours else Hold.ALL)
