"""Speaking aloud, where the platform has a voice."""

from typing import Any

from PySide6.QtCore import QLocale, QObject


class Speech(QObject):
    """Silent until it is turned on; the voice is loaded then."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice: Any | None = None
        self.is_on = False

    @staticmethod
    def is_possible() -> bool:
        """Whether Qt knows a voice here; its own dummy does not count."""
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError:  # a package that left it out
            return False
        return any(engine != "mock" for engine in QTextToSpeech.availableEngines())

    def turn(self, on: bool) -> None:
        """Speak from now on, or not."""
        self.is_on = on
        if on and self._voice is None:
            from PySide6.QtTextToSpeech import QTextToSpeech

            self._voice = QTextToSpeech(self)

    def say(self, text: str) -> None:
        """Say this instead of what is being said."""
        if not self.is_on or self._voice is None:
            return
        self._voice.setLocale(QLocale())
        self._voice.stop()
        self._voice.say(text)
