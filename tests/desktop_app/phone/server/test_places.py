"""Who is at the door gets a place, or not; and whose place a newcomer gets where all are taken."""

from dataclasses import dataclass, field

import pytest

from desktop_app.phone.server.guards.rates import Buckets, Rate
from desktop_app.phone.server.places import COMING, MOST, MOST_OF_ONE, Place, Places


@dataclass
class Door:
    """Connections, each with a name: its address and how many that one had before."""

    places: Places = field(default_factory=Places)
    gone: list[str] = field(default_factory=list)
    made: dict[str, Place] = field(default_factory=dict)

    def come(self, address: str, *, with_key: bool = False) -> bool:
        number = sum(place.address == address for place in self.made.values())
        name = f"{address} {number}"
        self.made[name] = Place(address, lambda: self.gone.append(name), lambda: with_key)
        return self.places.take(self.made[name])


@pytest.fixture
def door() -> Door:
    return Door()


def test_of_one_address_only_so_many_are_taken(door: Door) -> None:
    assert [door.come("a") for _ in range(MOST_OF_ONE + 1)] == [True] * MOST_OF_ONE + [False]
    assert door.come("b")
    door.places.leave(door.made["a 3"])
    door.places.leave(door.made["a 3"])  # who has left is not counted off twice
    assert [door.come("a"), door.come("a")] == [True, False]


def test_where_all_places_are_taken_the_fullest_address_gives_up_its_oldest(door: Door) -> None:
    for address in ("apron", *"abcdefgh"):
        for _ in range(MOST_OF_ONE if address != "apron" else 1):
            door.come(address)
    assert door.gone == ["a 0"]  # for the last one of h
    assert door.come("new")
    assert door.gone == ["a 0", "b 0"]


def test_whoever_has_shown_a_key_stays(door: Door) -> None:
    for number in range(MOST):
        door.come(f"{number}", with_key=number != 70)
    assert [door.come("a", with_key=True), door.come("b")] == [True, False]
    assert door.gone == ["70 0"]


def test_one_address_comes_only_so_often() -> None:
    now = 0.0
    door = Door(Places(Buckets(Rate(3, COMING.per_s), lambda: now)))
    assert [door.come("a") for _ in range(4)] == [True, True, True, False]
    assert door.come("b")
    now += 1 / COMING.per_s
    assert [door.come("a"), door.come("a")] == [True, False]
