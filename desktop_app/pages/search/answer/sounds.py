"""What came of a search, as a short sound: found, not sure, or not in this shop."""

from __future__ import annotations

from PySide6.QtCore import QObject

from core.answer import Answer, AskedText, LikeProduct, Verdict
from desktop_app.background.preferences import Preferences
from desktop_app.background.sounds import Sounds, Tone, write_sounds
from desktop_app.engine.jobs import Jobs
from desktop_app.pages.search.desk.desk import SearchDesk
from desktop_app.pages.search.desk.search import Search

_TONES: dict[Verdict, Tone] = {
    Verdict.MATCH: "found",
    Verdict.UNSURE: "doubt",
    Verdict.UNKNOWN: "unknown",
}


class AnswerSounds(QObject):
    """Plays one sound for each picture or barcode, when its answer is settled; none while words are typed."""

    def __init__(self, desk: SearchDesk, jobs: Jobs, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._preferences = desk, jobs, preferences
        self._heard: tuple[Search, str] | None = None
        self._are_written = False
        self.player = Sounds(self)
        desk.learned.connect(self._on_learned)
        desk.turned_to.connect(self._on_turned)

    def allow(self) -> None:
        """QtMultimedia was loaded by now."""
        self.player.allow()

    def _on_turned(self) -> None:
        """An answer that is there already, as of a search that one goes back to, was heard before."""
        self._heard = self._settled()

    def _on_learned(self) -> None:
        settled = self._settled()
        if settled is None or settled == self._heard:
            return
        self._heard = settled
        answer = settled[0].answer
        tone = tone_of(answer) if answer is not None else None
        if tone is not None and self._preferences.settings.sounds:
            self._play(tone)

    def _settled(self) -> tuple[Search, str] | None:
        """What is on show and the barcode that was read, if no closer look is to come.

        Another filter, or another part of the picture, asks the same search again and is not heard.
        """
        shown = self._desk.shown
        if shown is None or shown.answer is None or not shown.is_done or shown.is_settling:
            return None
        return shown, shown.answer.barcode

    def _play(self, tone: Tone) -> None:
        if self._are_written:
            self.player.play(tone)
            return

        def written(_nothing: object) -> None:
            self._are_written = True
            self.player.play(tone)

        self._jobs.run(lambda _report: write_sounds(), success=written)


def tone_of(answer: Answer) -> Tone | None:
    """The sound of an answer; None for words, which come letter by letter, and for what is like a product."""
    if answer.barcode:
        known = bool(answer.results) and answer.results[0].confidence >= 1
        return "found" if known else "unknown"
    if isinstance(answer.asked, AskedText | LikeProduct):
        return None
    return _TONES[answer.verdict]
