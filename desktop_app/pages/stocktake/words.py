"""What a stocktake says: on the screen, by a sound, and aloud."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from core.messages import Sentence
from desktop_app.background.sounds import Sounds, Tone
from desktop_app.look.language import in_words
from desktop_app.look.stock_words import quantity
from desktop_app.look.wording import dotted
from desktop_app.pages.stocktake.speech import Speech
from desktop_app.pages.stocktake.views.count_view import StocktakeCountView
from desktop_app.widgets.verdict_banner import Mark

if TYPE_CHECKING:
    from core.stocktake.booking import Booking
    from core.stocktake.counted import CountedProduct
    from core.stocktake.holding import Stage
    from core.stocktake.standing import Standing

_Words = Callable[[], tuple[Mark, str, str]]


class StocktakeWords(QObject):
    """Keeps what it said last, so that it can be said in another language."""

    def __init__(self, view: StocktakeCountView, speech: Speech, sounds: Sounds) -> None:
        super().__init__(view)
        self._view = view
        self._speech = speech
        self._sounds = sounds
        self._words: _Words = self._ready
        self._stage: Stage | None = None
        view.beep.toggled.connect(self._try_sound)
        view.speech.toggled.connect(self._try_speech)

    def tell(self, standing: Standing) -> None:
        """What the last call did to the count."""
        product, event = standing.product, standing.event
        if event == "counted" and product is not None:
            title, total, unit = product.title, product.counted, product.unit
            self._say(lambda: ("match", title, self._counted(standing, product)), "found")
            self._speech.say(self.tr("{title}, {count}").format(title=title, count=quantity(total, unit)))
        elif event in ("aside", "elsewhere"):
            first = standing.candidates[0].title if standing.candidates else ""
            is_kept = standing.doubt is not None
            self._say(lambda: self._aside(first, is_known=event == "elsewhere", is_kept=is_kept), "doubt")
            self._speech.say(self.tr("Put aside"))
        elif event == "choose":
            self._say(
                lambda: (
                    "unsure",
                    self.tr("Which one is it?"),
                    self.tr("Several fit “{text}”.").format(text=standing.text),
                )
            )
        elif event == "nothing":
            self._say(
                lambda: (
                    "unknown",
                    self.tr("Nothing in this shop fits “{text}”").format(text=standing.text),
                    self.tr("Try its name, or a part of it."),
                ),
                "doubt",
            )
        elif event == "taken back":
            current = standing.current
            self._say(lambda: ("stock", self.tr("Taken back"), self._taken_back(current)))
        else:
            self._say(self._ready)

    def failed(self, why: Sentence) -> None:
        """Something could not be counted."""
        self._say(lambda: ("error", self.tr("This was not counted"), in_words(why)), "doubt")

    def no_picture(self) -> None:
        """What was dropped holds no picture."""
        self._say(
            lambda: (
                "error",
                self.tr("There is no picture in it"),
                self.tr("Drop picture files, or pictures copied from another program."),
            ),
            "doubt",
        )

    def camera_failed(self, reason: str) -> None:
        """The webcam gives no picture any more."""
        self._say(
            lambda: (
                "error",
                self.tr("The webcam gives no picture"),
                self.tr("The system says: {reason}. Go on with a scanner or the keyboard.").format(
                    reason=reason.rstrip(".")
                ),
            ),
            "doubt",
        )

    def booked(self, booking: Booking) -> None:
        """The count was booked."""
        self._words = self._ready
        self._speech.say(self.tr("Booked"))
        del booking

    def stage(self, stage: Stage | None) -> None:
        """What the webcam sees just now; None before it has seen anything."""
        self._stage = stage
        words = {
            None: self.tr("Leave the view empty for a moment"),
            "empty": self.tr("Ready for the next piece"),
            "moving": self.tr("Hold it still"),
            "looking": self.tr("Looking…"),
            "held": self.tr("Take it away, then the next one"),
        }
        self._view.eye_words.setText(words[stage])

    @property
    def is_ready(self) -> bool:
        """Whether the view is known to be empty: the next piece may come."""
        return self._stage == "empty"

    @property
    def is_held(self) -> bool:
        """Whether a piece that was dealt with is still in view."""
        return self._stage == "held"

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._view.say(*self._words())
        self.stage(self._stage)

    def _say(self, words: _Words, tone: Tone | None = None) -> None:
        self._words = words
        self._view.say(*words())
        if tone is not None:
            self._sounds.play(tone)

    def _ready(self) -> tuple[Mark, str, str]:
        return (
            "stock",
            self.tr("Hold up, scan or type the next product"),
            self.tr("Then a number and Enter for more than one, + or − for one."),
        )

    def _counted(self, standing: Standing, product: CountedProduct) -> str:
        words = self.tr("{quantity} counted").format(quantity=quantity(product.counted, product.unit))
        instead = ""
        if standing.replaced is not None:
            instead = self.tr("{quantity} instead of {before}").format(
                quantity=quantity(standing.quantity), before=quantity(standing.replaced)
            )
        return dotted(instead, words, product.location)

    def _taken_back(self, current: CountedProduct | None) -> str:
        words = self.tr("The last count is undone.")
        if current is None:
            return words
        return f"{words} " + self.tr("A number is for {title} now.").format(title=current.title)

    def _aside(self, first: str, *, is_known: bool, is_kept: bool) -> tuple[Mark, str, str]:
        if is_known:
            kept = self.tr("It was put aside.") if is_kept else self.tr("It was not counted.")
            return (
                "unsure",
                self.tr("{title} is not part of this count").format(title=first),
                kept,
            )
        detail = self.tr("Perhaps {title}. Decide later, or type it.").format(title=first) if first else ""
        return "unsure", self.tr("Not sure: put aside"), detail

    @Slot(bool)
    def _try_speech(self, on: bool) -> None:
        if not self._speech.turn(on):
            self._view.speech.setChecked(False)
            self._say(
                lambda: (
                    "error",
                    self.tr("This computer cannot speak"),
                    self.tr("The voice that the system names cannot be loaded."),
                )
            )

    @Slot(bool)
    def _try_sound(self, on: bool) -> None:
        if on:
            self._sounds.is_on = True
            self._sounds.play("found")
