"""So many at once, so many a second after that; each for itself."""

from dataclasses import dataclass

from desktop_app.phone.server.guards.rates import Buckets, Rate


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_is_heard_and_then_a_steady_flow() -> None:
    clock = Clock()
    buckets = Buckets(Rate(3, 2), clock)
    assert [buckets.take("a") for _ in range(4)] == [True, True, True, False]
    clock.now += 0.5
    assert [buckets.take("a") for _ in range(2)] == [True, False]
    clock.now += 100
    assert [buckets.take("a") for _ in range(4)] == [True, True, True, False]


def test_one_keeps_no_other_out() -> None:
    buckets = Buckets(Rate(1, 0), Clock())
    assert buckets.take("a")
    assert not buckets.take("a")
    assert buckets.take("b")


def test_who_goes_on_asking_waits_no_longer() -> None:
    clock = Clock()
    buckets = Buckets(Rate(1, 1), clock)
    heard = 0
    for _ in range(100):
        heard += buckets.take("a")
        clock.now += 0.1
    assert 9 <= heard <= 11


def test_a_forger_of_addresses_fills_no_memory() -> None:
    buckets = Buckets(Rate(1, 0), Clock())
    for number in range(5000):
        buckets.take(str(number))
    assert len(buckets._left) <= 1024
