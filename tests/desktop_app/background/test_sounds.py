import io
import wave
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from core import paths
from desktop_app.background.sounds import Tone, wave_file, write_sounds
from desktop_app.pages.stocktake.speech import Speech


@pytest.mark.parametrize(("tone", "pitch"), [("found", 1318.5), ("doubt", 392.0), ("unknown", 220.0)])
def test_a_sound_is_a_short_clean_note(tone: Tone, pitch: float) -> None:
    with wave.open(io.BytesIO(wave_file(tone))) as file:
        rate, frames = file.getframerate(), file.getnframes()
        samples = np.frombuffer(file.readframes(frames), "<i2").astype(float)
    assert 0.05 < frames / rate < 0.4
    assert abs(samples[0]) < 500 and abs(samples[-1]) < 700  # it begins and ends without a click
    first = samples[: round(0.08 * rate)]
    loudest = np.abs(np.fft.rfft(first)).argmax() * rate / len(first)
    assert abs(loudest - pitch) < 20


@pytest.mark.qt_log_ignore("ext-to-speech")
def test_a_voice_that_cannot_be_loaded_is_told_and_stays_silent(qapp: QApplication) -> None:
    speech = Speech(engine="a voice that nobody installed")
    assert not speech.turn(True) and not speech.is_on
    speech.say("Apple")
    assert speech.turn(False)


def test_the_files_are_made_once_and_a_folder_that_cannot_be_written_is_no_failure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write_sounds()
    files = sorted((paths.user_cache() / "sounds").iterdir())
    assert [file.name for file in files] == ["doubt.wav", "found.wav", "unknown.wav"]
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    monkeypatch.setenv("SNAPSHELF_HOME", str(blocked))
    write_sounds()
