"""However tills and a hub are cut off, whatever their clocks say, in whatever order changes come: once
everybody has synchronised all are equal, and stock is the sum of all movements."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from core.hub import reading_products
from core.hub.connection import connected
from core.hub.logins import let_in
from tests.core.hub.postgres import Postgres, database_name
from tests.core.hub.tills_and_hub import TillsAndHub


def _converge(postgres: Postgres, examples: int, steps: int) -> None:
    def manager() -> str:
        owner = postgres.new_hub()
        name = f"{database_name(owner)}_manager"
        with connected(owner) as connection:
            let_in(connection, name, "manager", None)
        return postgres.url(database_name(owner), name)

    class Machine(TillsAndHub):
        pass

    Machine.let_in = staticmethod(manager)
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.fixture(autouse=True)
def _few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a till that joins can be cut off between any two products."""
    monkeypatch.setattr(reading_products, "_PRODUCTS", 1)
    monkeypatch.setattr(reading_products, "_BATCH", 2)


def test_all_tills_end_up_alike(postgres: Postgres) -> None:
    _converge(postgres, 4, 16)


@pytest.mark.long
@pytest.mark.timeout(7200)
def test_all_tills_end_up_alike_in_many_ways(postgres: Postgres) -> None:
    _converge(postgres, 200, 50)
