"""Most of a film is never decoded: a key frame a second is enough, unless it is blurred."""

import itertools
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image, ImageFilter

from core.imaging.films.decoding import film_frames
from tests.core.ingest.unlabelled.views import view


def encoded(path: Path, frames: list[Image.Image], *, rate: int, key_every: int) -> Path:
    """A film of frames of 320 × 320, every so manieth of them a key frame."""
    with av.open(path, "w") as container:
        options = {"preset": "ultrafast", "sc_threshold": "0"}
        stream = container.add_stream("libx264", rate=rate, options=options)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt, stream.gop_size = 320, 320, "yuv420p", key_every
        for image in frames:
            container.mux(stream.encode(av.VideoFrame.from_ndarray(np.asarray(image), format="rgb24")))
        container.mux(stream.encode())
    return path


def as_phones_write_it(path: Path, frames: list[Image.Image]) -> Path:
    """Twenty frames a second, one of them a key frame."""
    return encoded(path, frames, rate=20, key_every=20)


@pytest.fixture(scope="module")
def steady(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four views, a second each."""
    frames = list(itertools.chain.from_iterable([view(seed)] * 20 for seed in range(4)))
    return as_phones_write_it(tmp_path_factory.mktemp("films") / "steady.mp4", frames)


def test_a_key_frame_each_second_stands_for_its_second(steady: Path) -> None:
    frames = list(film_frames(steady, 320))
    assert [frame.at_ms for frame in frames] == [0, 1000, 2000, 3000]
    for seed, frame in enumerate(frames):
        shown, seen = (np.asarray(image, np.float32) for image in (view(seed), frame.image))
        assert np.abs(shown - seen).mean() < 12


def test_who_looks_closely_gets_two_a_second(steady: Path) -> None:
    assert [frame.at_ms // 500 for frame in film_frames(steady, 320, closely=True)] == list(range(8))


def test_where_the_key_frame_is_blurred_those_after_it_are_looked_at(tmp_path: Path) -> None:
    sharp, smeared = view(3), view(3).filter(ImageFilter.GaussianBlur(8))
    path = as_phones_write_it(tmp_path / "a.mp4", [sharp] * 20 + [smeared] * 8 + [sharp] * 12 + [sharp] * 20)
    assert [frame.at_ms // 500 for frame in film_frames(path, 320)] == [0, 2, 3, 4]


def test_a_film_whose_key_frames_are_rare_is_looked_through(tmp_path: Path) -> None:
    frames = list(itertools.chain.from_iterable([view(seed)] * 10 for seed in range(5)))
    path = encoded(tmp_path / "one key.mp4", frames, rate=10, key_every=600)
    assert [frame.at_ms // 500 for frame in film_frames(path, 320)] == list(range(10))


def test_a_damaged_packet_is_passed_over_and_what_follows_is_seen(steady: Path, tmp_path: Path) -> None:
    data = bytearray(steady.read_bytes())
    middle = len(data) // 3
    data[middle : middle + 400] = bytes(400)
    path = tmp_path / "damaged.mp4"
    path.write_bytes(data)
    assert 3000 in [frame.at_ms for frame in film_frames(path, 320)]
