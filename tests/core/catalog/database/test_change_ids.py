"""Ids of changes: UUIDs of version 7 in the order of a clock that never goes back."""

import time
import uuid

from core.catalog.database.change_ids import change_id, clock_of, ticked, undoing_id


def test_an_id_is_a_uuid_of_version_7_that_tells_the_moment_and_gives_the_clock_back() -> None:
    clock = ticked(0)
    made = uuid.UUID(change_id(clock))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert abs((made.int >> 80) / 1000 - time.time()) < 60
    assert clock_of(str(made)) == clock


def test_ids_are_in_the_order_of_their_clocks_also_within_one_millisecond() -> None:
    clock = 1_800_000_000_000 << 16
    made = [change_id(clock + step) for step in range(70_000)]
    assert made == sorted(made)


def test_two_changes_of_one_clock_have_two_ids() -> None:
    assert change_id(5 << 16) != change_id(5 << 16)


def test_a_clock_goes_on_where_the_computers_clock_was_set_back() -> None:
    ahead = (time.time_ns() // 1_000_000 + 3_600_000) << 16
    assert ticked(ahead) == ahead + 1


def test_the_undoing_of_one_movement_has_one_id_whoever_says_it() -> None:
    movement = change_id(ticked(0))
    undoing = undoing_id(movement, ticked(0))
    assert undoing == undoing_id(movement, ticked(0)) != movement
    assert undoing_id(undoing, ticked(0)) != undoing_id(undoing, ticked(0))
