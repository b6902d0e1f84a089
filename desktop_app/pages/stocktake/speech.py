"""Speaking aloud, where the platform has a voice."""

from typing import Any

from PySide6.QtCore import QLocale, QObject


class Speech(QObject):
    """Silent until it is turned on; the voice is loaded then.

    Args:
        engine: the platform's voice, by Qt's name for it; "" for the one that Qt likes best.
    """

    def __init__(self, parent: QObject | None = None, engine: str = "") -> None:
        super().__init__(parent)
        self._engine = engine
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

    def turn(self, on: bool) -> bool:
        """Speak from now on, or not; False if the voice that Qt knows of cannot be loaded."""
        from PySide6.QtTextToSpeech import QTextToSpeech

        if on and self._voice is None:
            self._voice = QTextToSpeech(self._engine, self) if self._engine else QTextToSpeech(self)
            if self._voice.state() == QTextToSpeech.State.Error:
                self._voice = None
        self.is_on = on and self._voice is not None
        return self.is_on == on

    def say(self, text: str) -> None:
        """Say this instead of what is being said."""
        if not self.is_on or self._voice is None:
            return
        self._voice.setLocale(QLocale())
        self._voice.stop()
        self._voice.say(text)
