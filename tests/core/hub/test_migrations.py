"""A hub is made and brought up to date in numbered steps, and fits a program or says why not."""

import threading

import pytest

from core.hub.connection import connected
from core.hub.errors import HubRefusedError
from core.hub.migrations import HubStep, hub_steps, hub_version, require_fit, upgrade_hub
from tests.core.hub.told import Store


def test_an_empty_database_becomes_a_hub_and_a_second_run_finds_it_finished(empty_database: str) -> None:
    with connected(empty_database) as connection:
        assert upgrade_hub(connection) == [step.name for step in hub_steps()]
        assert hub_version(connection) == hub_steps()[-1].number
        assert upgrade_hub(connection) == []


def test_steps_are_numbered_without_a_gap() -> None:
    assert [step.number for step in hub_steps()] == list(range(1, len(hub_steps()) + 1))


def test_a_hub_that_has_changes_learns_what_its_stores_hold(empty_database: str) -> None:
    with connected(empty_database) as connection:
        with pytest.raises(HubRefusedError):  # it is not at the newest step
            upgrade_hub(connection, hub_steps()[:6])
        main, side = Store(connection, "Main"), Store(connection, "Side")
        tea, mug = main.makes("TEA"), main.makes("MUG")
        side.gets(tea, 1)
        main.says("fields", tea, {"fields": {"merged": mug}})
        main.says("fields", "no product", {})
        upgrade_hub(connection)
        rows = connection.execute("SELECT store, product::text FROM held_by_store ORDER BY store, product")
        assert rows.fetchall() == [("Main", tea), ("Main", mug), ("Side", tea), ("Side", mug)]


def test_a_hub_that_has_changes_learns_which_of_them_hold(empty_database: str) -> None:
    with connected(empty_database) as connection:
        with pytest.raises(HubRefusedError):  # it is not at the newest step
            upgrade_hub(connection, hub_steps()[:7])
        main, side = Store(connection, "Main"), Store(connection, "Side")
        tea = main.makes("TEA")
        tags = [main.says("tag", tea, {"tag": "new", "gained": gained}) for gained in (1, 0)]
        put = [store.says("fields", tea, {"fields": {"location": "A"}}) for store in (main, side, main)]
        main.says("fields", tea, {"fields": {"title": "Green"}})
        main.says("fields", tea, {"fields": ["location"]})
        main.says("tag", "no product", {"tag": "new", "gained": 1})
        upgrade_hub(connection)
        held = connection.execute("SELECT product::text, change::text FROM product_tags")
        assert held.fetchall() == [(tea, tags[1])]
        held = connection.execute("SELECT store, name, change::text FROM store_fields ORDER BY store")
        assert held.fetchall() == [("Main", "location", put[2]), ("Side", "location", put[1])]


def test_two_programs_at_once_make_one_hub(empty_database: str) -> None:
    done: list[list[str]] = []

    def make() -> None:
        with connected(empty_database) as connection:
            done.append(upgrade_hub(connection))

    threads = [threading.Thread(target=make) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(len, done)) == [0, 0, len(hub_steps())]


def test_a_step_that_fails_leaves_the_hub_as_it_was_before_it(hub: str) -> None:
    newest = hub_steps()[-1].number
    half = HubStep(newest + 1, "half", "CREATE TABLE half (x int); SELECT 1 / 0")
    with connected(hub) as connection:
        with pytest.raises(Exception, match="division by zero"):
            upgrade_hub(connection, (*hub_steps(), half))
        assert hub_version(connection) == newest
        assert not connection.execute("SELECT FROM pg_tables WHERE tablename = 'half'").rowcount


def test_what_is_no_hub_is_told(empty_database: str) -> None:
    with (
        pytest.raises(HubRefusedError, match="no hub of Snapshelf"),
        connected(empty_database) as connection,
    ):
        require_fit(connection)


def test_a_newer_hub_is_worked_with_until_it_says_that_it_needs_a_newer_program(hub: str) -> None:
    newer = HubStep(hub_steps()[-1].number + 1, "newer", "ALTER TABLE changes ADD COLUMN later text")
    with connected(hub) as connection:
        upgrade_hub(connection, (*hub_steps(), newer))
        require_fit(connection)
        assert upgrade_hub(connection) == []
        connection.execute("UPDATE hub SET needs = 99")
        with pytest.raises(HubRefusedError, match="newer version of this program"):
            require_fit(connection)


def test_an_older_hub_is_refused_with_what_to_do(hub: str) -> None:
    with connected(hub) as connection:
        connection.execute("DELETE FROM migrations WHERE number = (SELECT max(number) FROM migrations)")
        with pytest.raises(HubRefusedError, match="hub init"):
            require_fit(connection)
