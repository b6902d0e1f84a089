"""Films give their sharp frames; what is no film, or a hostile one, is one sentence and harms nobody."""

import contextlib
import os
import socket
import struct
import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from core.errors import Cancelled, KnownError
from core.imaging.films import decoding, reading
from core.imaging.films.decoding import film_frames
from core.imaging.films.frame import Passed
from core.imaging.films.reading import read_film
from core.imaging.films.sharpness import LEAST, SharpEnough, blur, sharpness
from tests.core.imaging.films.filmed import film, walk
from tests.core.ingest.unlabelled.views import view


@pytest.fixture(scope="module")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four seconds along four views."""
    return film(tmp_path_factory.mktemp("films") / "walk.mp4", walk(view(seed) for seed in range(4)))


def difference(one: Image.Image, other: Image.Image) -> float:
    return float(np.abs(np.asarray(one, np.float32) - np.asarray(other, np.float32)).mean())


def test_a_film_gives_the_sharpest_frame_of_each_half_second(shelves: Path) -> None:
    frames = list(read_film(shelves, 1000))
    assert [frame.at_ms // 500 for frame in frames] == list(range(8))
    assert {frame.of_ms for frame in frames} == {4000}
    for number, frame in enumerate(frames):
        assert frame.image.mode == "RGB" and frame.image.size == (320, 320)
        shown = view(number // 2)
        blurred = shown.filter(ImageFilter.GaussianBlur(6))
        assert difference(frame.image, shown) < difference(frame.image, blurred)


@pytest.mark.parametrize("name", ["walk.mp4", "walk.MOV", "walk.mkv", "walk.avi", "walk.webm"])
def test_films_of_every_usual_kind_are_read_and_made_no_larger_than_asked(tmp_path: Path, name: str) -> None:
    codec = "libvpx" if name.endswith("webm") else "mpeg4"
    path = film(tmp_path / name.lower(), walk([view(1)]), codec=codec).rename(tmp_path / name)
    assert [frame.image.size for frame in read_film(path, 100)] == [(100, 100)] * 2


def test_a_phones_upright_film_is_shown_upright(tmp_path: Path, shelves: Path) -> None:
    """A phone writes what its sensor saw, and how it is turned (ISO/IEC 14496-12, 8.3.2)."""
    as_filmed = struct.pack(">9i", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
    clockwise = struct.pack(">9i", 0, 0x10000, 0, -0x10000, 0, 0, 320 << 16, 0, 0x40000000)
    data = shelves.read_bytes()
    track = data.index(b"tkhd")
    assert data[track:].count(as_filmed) == 1
    (tmp_path / "upright.mp4").write_bytes(data[:track] + data[track:].replace(as_filmed, clockwise))
    frame = next(read_film(tmp_path / "upright.mp4", 1000))
    shown = view(0)
    assert difference(frame.image, shown.rotate(-90)) < 10 < difference(frame.image, shown.rotate(90))


def test_what_is_blurred_beside_the_rest_is_left_out(tmp_path: Path) -> None:
    frames = [view(2)] * 30 + [view(3).filter(ImageFilter.GaussianBlur(8))] * 10 + [view(4)] * 10
    found = list(read_film(film(tmp_path / "a.mp4", frames), 1000, closely=True))
    assert [frame.at_ms // 500 for frame in found] == [0, 1, 2, 3, 4, 5, 8, 9]


@pytest.mark.parametrize("content", [b"", b"no film at all" * 100, None], ids=["empty", "text", "cut off"])
def test_what_is_no_film_is_one_sentence(tmp_path: Path, shelves: Path, content: bytes | None) -> None:
    path = tmp_path / "broken.mp4"
    path.write_bytes(shelves.read_bytes()[:3000] if content is None else content)
    with pytest.raises(KnownError, match=r"broken\.mp4.*no film that can be read"):
        list(read_film(path, 1000))
    with pytest.raises(KnownError):
        list(read_film(tmp_path / "gone.mp4", 1000))


def test_a_film_that_nothing_here_decodes_is_one_sentence(tmp_path: Path) -> None:
    path = film(tmp_path / "walk.avi", walk([view(0)]))
    path.write_bytes(path.read_bytes().replace(b"FMP4", b"zzzz"))
    with pytest.raises(KnownError, match=r"walk\.avi.*no film that can be read"):
        list(film_frames(path, 1000))


def test_a_film_damaged_on_the_way_gives_what_it_can(tmp_path: Path, shelves: Path) -> None:
    data = bytearray(shelves.read_bytes())
    for place in range(len(data) // 2, len(data) // 2 + 2000, 7):
        data[place] ^= 0xFF
    path = tmp_path / "damaged.mp4"
    path.write_bytes(data)
    assert len(list(read_film(path, 1000))) >= 3


def test_two_films_put_together_go_on_where_the_first_ends(tmp_path: Path) -> None:
    path = film(tmp_path / "walk.ts", walk([view(0), view(1)]), codec="libx264")
    once = [frame.at_ms for frame in film_frames(path, 1000, closely=True)]
    path.write_bytes(path.read_bytes() * 2)
    twice = [frame.at_ms for frame in film_frames(path, 1000, closely=True)]
    assert twice == sorted(twice) and len(twice) >= 2 * len(once) - 1 and twice[-1] >= 3000


@pytest.mark.parametrize("name", ["list.m3u8", "list.mp4"])
def test_a_playlist_is_no_film_and_opens_nothing(tmp_path: Path, shelves: Path, name: str) -> None:
    """FFmpeg would open what it names, over a network too."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        asked: list[object] = []

        def listen() -> None:
            with contextlib.suppress(OSError):
                asked.append(server.accept())

        listener = threading.Thread(target=listen)
        listener.start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}/film.ts"
        for text in (
            f"#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n{address}\n",
            f"#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nfile://{shelves}\n",
            f"ffconcat version 1.0\nfile '{shelves}'\n",
        ):
            (tmp_path / name).write_text(text)
            with pytest.raises(KnownError):
                list(read_film(tmp_path / name, 1000))
        listener.join()
        assert asked == []


@pytest.mark.skipif(os.name == "nt", reason="no named pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp4")
    with pytest.raises(KnownError):
        list(read_film(tmp_path / "pipe.mp4", 1000))


def test_limits_are_said(shelves: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_SECONDS", 3)
    with pytest.raises(KnownError, match="longer than"):
        list(film_frames(shelves, 100))
    monkeypatch.setattr(decoding, "MAX_PIXELS", 320 * 320 - 1)
    monkeypatch.setattr(decoding, "MAX_SECONDS", 60)
    with pytest.raises(KnownError, match="too large"):
        list(film_frames(shelves, 100))
    monkeypatch.setattr(decoding, "MAX_BYTES", 1000)
    with pytest.raises(KnownError, match="larger than"):
        list(film_frames(shelves, 100))


def test_a_film_that_says_nothing_of_its_length_ends_all_the_same(
    shelves: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "MAX_FRAMES", 20)
    assert len(list(film_frames(shelves, 100))) == 4


def test_a_decoder_that_hangs_is_ended(shelves: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PATIENCE_SECONDS", 0.0)  # the child has not even started by then
    with pytest.raises(KnownError, match="no film that can be read"):
        list(read_film(shelves, 1000))


def test_where_a_film_shows_nothing_is_told_and_can_be_stopped(tmp_path: Path) -> None:
    path = film(tmp_path / "dark.mp4", [Image.new("RGB", (320, 320))] * 30)
    told: list[Passed] = []
    assert list(read_film(path, 1000, passed=told.append)) == []
    assert [(one.at_ms, one.of_ms) for one in told] == [
        (0, 3000),
        (500, 3000),
        (1000, 3000),
        (1500, 3000),
        (2000, 3000),
    ]

    def stop(_passed: Passed) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(read_film(path, 1000, passed=stop))


def test_whoever_stops_early_ends_the_child(shelves: Path) -> None:
    import multiprocessing

    frames = read_film(shelves, 1000)
    next(frames)
    frames.close()
    assert [child.name for child in multiprocessing.active_children() if child.name == "film"] == []


def test_sharpness_falls_with_blur_and_windows_are_judged_by_those_before() -> None:
    values = []
    for radius in (0, 1, 2, 4):
        image = view(3).filter(ImageFilter.GaussianBlur(radius)).convert("L")
        values.append(sharpness(np.asarray(image)))
    assert values == sorted(values, reverse=True) and values[0] > 10 * values[-1]
    is_sharp = SharpEnough()
    smeared = np.asarray(view(3).filter(ImageFilter.GaussianBlur(8)).convert("L"))
    judged = [is_sharp(value, smeared) for value in (100.0, 90.0, 30.0, 100.0, LEAST / 2)]
    assert judged == [True, True, False, True, False]


def test_what_is_plain_is_not_taken_for_blurred_beside_print() -> None:
    is_sharp = SharpEnough()
    plain = Image.new("L", (320, 240), 180)
    ImageDraw.Draw(plain).ellipse((60, 30, 260, 230), fill=140)
    grey = np.asarray(plain)
    assert sharpness(grey) < 100
    assert blur(grey) < 0.3 < 0.5 < blur(np.asarray(plain.filter(ImageFilter.GaussianBlur(4))))
    assert [is_sharp(700.0, grey) for _ in range(5)] and is_sharp(sharpness(grey), grey)
