import io
import wave
from pathlib import Path

import numpy as np
import pytest

from core import paths
from desktop_app.pages.stocktake.sounds import Tone, wave_file, write_sounds


@pytest.mark.parametrize(("tone", "pitch"), [("counted", 1318.5), ("aside", 392.0)])
def test_a_sound_is_a_short_clean_note(tone: Tone, pitch: float) -> None:
    with wave.open(io.BytesIO(wave_file(tone))) as file:
        rate, frames = file.getframerate(), file.getnframes()
        samples = np.frombuffer(file.readframes(frames), "<i2").astype(float)
    assert 0.05 < frames / rate < 0.4
    assert abs(samples[0]) < 500 and abs(samples[-1]) < 700  # it begins and ends without a click
    first = samples[: round(0.08 * rate)]
    loudest = np.abs(np.fft.rfft(first)).argmax() * rate / len(first)
    assert abs(loudest - pitch) < 20


def test_the_files_are_made_once_and_a_folder_that_cannot_be_written_is_no_failure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write_sounds()
    files = sorted((paths.user_cache() / "sounds").iterdir())
    assert [file.name for file in files] == ["aside.wav", "counted.wav"]
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    monkeypatch.setenv("SNAPSHELF_HOME", str(blocked))
    write_sounds()
