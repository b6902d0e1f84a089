"""What the next lesson would learn from, and the two buttons that start one."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.learning.deep.listener import DeepStage, UnfinishedLesson
from desktop_app.look.durations import duration
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import together
from desktop_app.pages.learning.wording import moment
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from desktop_app.pages.learning.lessons import Lessons

_MINUTES = (15, 30, 60, 120, 240, 480)
_DEFAULT_MINUTES = 60


class LearningStartView(Translated, QFrame):
    """A card in two halves: a quick lesson, a deep lesson."""

    quick_wanted = Signal()
    deep_wanted = Signal(int)
    """Minutes that it may take."""
    resume_wanted = Signal(int)
    """Minutes that it may take in all, the time before the pause included."""
    photos_wanted = Signal()
    """Show the photos that the next lesson learns from."""
    discard_wanted = Signal()

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._lessons: Lessons | None = None
        self._material = text_label("body", wrap=True)
        self.photos_button = IconButton(themes, "picture", "quiet", self)
        self._quick_title, self._quick_words = text_label("strong"), text_label("muted", wrap=True)
        self._deep_title, self._deep_words = text_label("strong"), text_label("muted", wrap=True)
        self.quick_button = IconButton(themes, "learn", "primary", self)
        self.deep_button = IconButton(themes, "learn", "plain", self)
        self.discard_button = IconButton(themes, "close", "quiet", self)
        self.minutes = ChoiceBox(self)
        self.minutes.setMinimumHeight(40)
        self._offer(_DEFAULT_MINUTES)
        self.photos_button.clicked.connect(self.photos_wanted)
        self.quick_button.clicked.connect(self.quick_wanted)
        self.deep_button.clicked.connect(self._on_deep)
        self.discard_button.clicked.connect(self.discard_wanted)
        halves = QHBoxLayout()
        halves.setSpacing(40)
        halves.addLayout(_half(self._quick_title, self._quick_words, [self.quick_button]), 1)
        halves.addLayout(
            _half(self._deep_title, self._deep_words, [self.deep_button, self.minutes, self.discard_button]),
            1,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        material = QHBoxLayout()
        material.setSpacing(16)
        material.addWidget(self._material, 1)
        material.addWidget(self.photos_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(material)
        column.addLayout(halves)
        self.retranslate()

    def show_lessons(self, lessons: Lessons | None) -> None:
        """Say what there is to learn from; None while the shop is not open."""
        begun_before = self._unfinished
        self._lessons = lessons
        unfinished = self._unfinished
        if unfinished is not None:
            if begun_before is None or begun_before.started != unfinished.started:
                self._offer(ceil(unfinished.settings.minutes), least=unfinished.seconds / 60)
        elif begun_before is not None:
            self._offer(_DEFAULT_MINUTES)
        self.retranslate()

    @property
    def _unfinished(self) -> UnfinishedLesson | None:
        return self._lessons.unfinished if self._lessons is not None else None

    def _offer(self, chosen: int, *, least: float = 0) -> None:
        """Fill the box of minutes, ``chosen`` among them; no others that are over already."""
        self.minutes.clear()
        for minutes in sorted({*(one for one in _MINUTES if one > least), chosen}):
            self.minutes.addItem("", minutes)
        self.minutes.setCurrentIndex(self.minutes.findData(chosen))

    def _on_deep(self) -> None:
        wanted = self.deep_wanted if self._unfinished is None else self.resume_wanted
        wanted.emit(int(self.minutes.currentData()))

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        lessons = self._lessons
        may = lessons is not None and lessons.writable
        unfinished = self._unfinished
        self._material.setText(self._material_in_words())
        self.photos_button.setText(self.tr("More photos…"))
        self._quick_title.setText(self.tr("Quick lesson"))
        self._quick_words.setText(self._quick_in_words())
        self.quick_button.setText(self.tr("Start a quick lesson"))
        self.quick_button.setEnabled(may)
        self._deep_title.setText(self.tr("Deep lesson"))
        self._deep_words.setText(self._deep_in_words())
        self.deep_button.setText(
            self.tr("Continue") if unfinished is not None else self.tr("Start a deep lesson")
        )
        self.deep_button.setEnabled(may and lessons is not None and lessons.full)
        self.discard_button.setText(self.tr("Throw it away"))
        self.discard_button.setVisible(unfinished is not None)
        is_trained = unfinished is not None and unfinished.stage is DeepStage.EMBEDDING
        self.minutes.setEnabled(self.deep_button.isEnabled() and not is_trained)  # no time is left to choose
        self.minutes.setAccessibleName(self.tr("Time that the deep lesson may take"))
        for number in range(self.minutes.count()):
            minutes = self.minutes.itemData(number)
            self.minutes.setItemText(number, self.tr("up to {time}").format(time=duration(60 * minutes)))

    def _material_in_words(self) -> str:
        lessons = self._lessons
        if lessons is None:
            return self.tr("The shop is being opened…")
        if not lessons.writable:
            return self.tr("This shop can only be read now, so it cannot learn.")
        locale = QLocale()
        text = self.tr(
            "The next lesson learns from: catalog photos {catalog}, photos taken in the shop {counter}, "
            "products {products}."
        ).format(
            catalog=locale.toString(lessons.catalog_photos),
            counter=locale.toString(lessons.counter_photos),
            products=locale.toString(lessons.products),
        )
        if lessons.confirmed:
            text = together(
                text, self.tr("%n search(es) were confirmed at the counter.", "", lessons.confirmed)
            )
        if not lessons.counter_photos:
            text = together(
                text,
                self.tr(
                    "Without photos from the shop it practises on photos that it makes of the catalog's "
                    "pictures."
                ),
            )
        return text

    def _quick_in_words(self) -> str:
        text = self.tr("Learns what sets your products apart, from what the network has already seen.")
        lessons = self._lessons.lessons if self._lessons is not None else ()
        last = next((lesson for lesson in lessons if lesson.kind == "quick"), None)
        if last is None:
            return together(text, self.tr("Usually takes less than a minute."))
        return together(text, self.tr("The last one took {time}.").format(time=duration(last.seconds)))

    def _deep_in_words(self) -> str:
        lessons = self._lessons
        if lessons is not None and not lessons.full:
            return self.tr(
                "This is the light program. The full program adds deep lessons and the graphics card: "
                "install it in its place; shops and settings stay as they are."
            )
        if lessons is not None and lessons.unfinished is not None:
            return self.tr("A lesson of {date} is not finished: {time} of learning are kept.").format(
                date=moment(lessons.unfinished.started), time=duration(lessons.unfinished.seconds)
            )
        return self.tr(
            "Teaches the network itself to see your products. Searches and all other work go on meanwhile; "
            "it can be paused and continued tomorrow."
        )


def _half(title: QLabel, words: QLabel, buttons: list[QWidget]) -> QVBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(title)
    column.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
    column.addStretch(1)
    column.addSpacing(12)
    column.addLayout(row)
    return column
