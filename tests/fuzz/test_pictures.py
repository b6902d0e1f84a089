"""Whatever is in a picture's file, it opens as a safe picture or is refused with a sentence."""

import contextlib
import warnings
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from core.errors import KnownError
from core.imaging.decode import MAX_BYTES, decode_bytes
from tests.fuzz.bombs import Bomb
from tests.fuzz.doors import open_picture
from tests.fuzz.honest_giants import honest_giants
from tests.fuzz.picture_bombs import picture_bombs
from tests.fuzz.picture_strategies import pictures

SMALL = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
LARGE = settings(SMALL, max_examples=50_000)


def opens_or_is_refused(data: bytes) -> None:
    with contextlib.suppress(KnownError), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's, about metadata that it passes over
        open_picture(data, Path())


@given(pictures())
@SMALL
def test_a_container_that_lies_opens_or_is_refused(data: bytes) -> None:
    opens_or_is_refused(data)


@pytest.mark.long
@pytest.mark.timeout(7200)
@given(pictures())
@LARGE
def test_so_do_fifty_thousand(data: bytes) -> None:
    opens_or_is_refused(data)


@pytest.mark.long
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("bomb", list(picture_bombs()), ids=lambda bomb: bomb.name)
def test_a_bomb_opens_or_is_refused(bomb: Bomb) -> None:
    """What it costs is told by benchmarks/bombs.py."""
    data = bomb.build()
    assert len(data) <= MAX_BYTES, "it would be refused for its size alone, which proves nothing"
    opens_or_is_refused(data)


@pytest.mark.long
@pytest.mark.parametrize(
    "giant", [giant for giant in honest_giants() if giant.door == "pictures"], ids=lambda giant: giant.name
)
def test_the_largest_honest_pictures_open(giant: Bomb) -> None:
    assert decode_bytes(giant.build(), name="giant").mode == "RGB"
