"""A hub that never answers is waited for as long as somebody wants it, wherever the waiting is."""

from collections.abc import Callable

import pytest

from core.errors import Cancelled
from core.hub.connection import connected
from core.hub.patience import addresses_of, always_wanted
from tests.core.hub.fixtures import LetIn
from tests.core.hub.postgres import Postgres
from tests.core.hub.silence import silenced, silent_door


def wanted_while(question: Callable[[], bool]) -> Callable[[], bool]:
    """Wanted until ``question`` has been true three times."""
    times = iter(range(3))
    return lambda: not question() or next(times, None) is not None


def test_a_hub_that_lets_us_in_and_says_nothing_can_be_given_up() -> None:
    with (
        silent_door() as door,
        pytest.raises(Cancelled),
        connected(
            f"postgresql://a@127.0.0.1:{door.getsockname()[1]}/shop", is_wanted=wanted_while(lambda: True)
        ),
    ):
        pass


def test_a_hub_that_falls_silent_in_the_middle_can_be_given_up(postgres: Postgres, url_of: LetIn) -> None:
    with silenced(postgres.port) as (port, silence):
        url = url_of("Main Street").replace(f":{postgres.port}/", f":{port}/")
        with (
            pytest.raises(Cancelled),
            connected(url, is_wanted=wanted_while(silence.is_set)) as connection,
            connection.transaction(),
        ):
            connection.execute("SELECT 1")
            silence.set()
            connection.execute("SELECT 1")


def test_a_name_is_asked_for_its_addresses() -> None:
    assert "127.0.0.1" in addresses_of("localhost", "5432", 60, always_wanted)
