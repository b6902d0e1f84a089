"""Three short sounds of our own, made by arithmetic: found or counted, not sure, not there."""

import contextlib
import io
import math
import struct
import wave
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWidgets import QApplication

from core import paths
from core.files.atomic import write_atomically

Tone = Literal["found", "doubt", "unknown"]

_RATE = 22_050
_NOTES: dict[Tone, tuple[tuple[float, float], ...]] = {
    "found": ((1318.5, 0.09),),
    "doubt": ((392.0, 0.12), (311.1, 0.18)),
    "unknown": ((220.0, 0.12), (220.0, 0.18)),
}
"""Pitches in Hz and lengths in seconds: one high note, two falling ones, one low note twice."""
_FADE = 0.012
_LOUDNESS = 0.4


def wave_file(tone: Tone) -> bytes:
    """The sound as a WAV file: 16 bits, one channel; notes fade in and out, so that nothing clicks."""
    samples: list[int] = []
    for pitch, length in _NOTES[tone]:
        count = round(_RATE * length)
        for number in range(count):
            time = number / _RATE
            fade = min(1.0, time / _FADE, (length - time) / _FADE)
            samples.append(round(32767 * _LOUDNESS * fade * math.sin(2 * math.pi * pitch * time)))
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return data.getvalue()


class Sounds(QObject):
    """Plays them where there is a loudspeaker; elsewhere the platform's own beep serves."""

    played = Signal(str)
    """The tone that sounds now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_on = True
        self._may_load = False
        self._effects: dict[Tone, Any] | None = None

    def allow(self) -> None:
        """QtMultimedia was loaded by now, which takes a tenth of a second: from here on it costs little."""
        self._may_load = True

    def play(self, tone: Tone) -> None:
        """Let it sound, unless sounds are off."""
        if not self.is_on:
            return
        self.played.emit(tone)
        if self._effects is None and self._may_load:
            self._effects = self._load()
        effect = (self._effects or {}).get(tone)
        if effect is not None:
            effect.play()
        else:
            QApplication.beep()

    def _load(self) -> dict[Tone, Any]:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        if QMediaDevices.defaultAudioOutput().isNull():
            return {}
        effects: dict[Tone, Any] = {}
        for tone in _NOTES:
            effect = QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(_file(tone))))
            effects[tone] = effect
        return effects


def write_sounds() -> None:
    """Make the files that Qt wants, where they are missing; for a worker thread."""
    for tone in _NOTES:
        file = _file(tone)
        # Without a folder to write to there is no sound, but there is still a count.
        with contextlib.suppress(OSError):
            if not file.exists():
                file.parent.mkdir(parents=True, exist_ok=True)
                write_atomically(file, wave_file(tone), durable=False)


def _file(tone: Tone) -> Path:
    return paths.user_cache() / "sounds" / f"{tone}.wav"
