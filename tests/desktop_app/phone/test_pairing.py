"""A code lets one phone ask, once and for two minutes; the computer's yes lets it in, once."""

from dataclasses import dataclass

import pytest

from desktop_app.phone.pairing import CODE_S, Pairing


@dataclass
class Clock:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pairing(clock: Clock) -> Pairing:
    return Pairing(clock)


def test_a_phone_with_the_code_asks_and_is_let_in_once(pairing: Pairing) -> None:
    asked = pairing.ask(pairing.new_code(), "Till", "192.168.1.7")
    assert asked is not None
    ticket, asking = asked
    assert (asking.name, asking.address, len(asking.number)) == ("Till", "192.168.1.7", 4)
    assert pairing.take(ticket) == ("waiting", asking)
    pairing.decide(asking.id, let_in=True)
    assert pairing.take(ticket) == ("yes", asking)
    assert pairing.take(ticket) == ("no", None)


def test_a_code_has_128_bits_and_never_comes_again(pairing: Pairing) -> None:
    codes = {pairing.new_code() for _ in range(100)}
    assert len(codes) == 100
    assert {len(code) for code in codes} == {22}  # 16 bytes in base64


def test_a_code_works_once(pairing: Pairing) -> None:
    code = pairing.new_code()
    assert pairing.ask(code, "Till", "") is not None
    assert pairing.seconds_left == 0
    assert pairing.ask(code, "Somebody who saw it", "") is None


def test_a_code_works_for_two_minutes(pairing: Pairing, clock: Clock) -> None:
    code = pairing.new_code()
    clock.now += CODE_S - 1
    assert pairing.seconds_left == 1
    clock.now += 1
    assert pairing.seconds_left == 0
    assert pairing.ask(code, "Till", "") is None


def test_a_wrong_code_uses_up_nothing(pairing: Pairing) -> None:
    code = pairing.new_code()
    for wrong in ("", code[:-1], code + "x", code.swapcase(), "\ud800"):
        assert pairing.ask(wrong, "Till", "") is None
    assert pairing.ask(code, "Till", "") is not None


def test_a_code_that_is_no_longer_on_show_works_no_more(pairing: Pairing) -> None:
    old = pairing.new_code()
    new = pairing.new_code()
    assert pairing.ask(old, "Till", "") is None
    pairing.forget_code()
    assert pairing.ask(new, "Till", "") is None


def test_no_is_told_once_and_is_no_for_ever(pairing: Pairing) -> None:
    asked = pairing.ask(pairing.new_code(), "Till", "")
    assert asked is not None
    pairing.decide(asked[1].id, let_in=False)
    pairing.decide(asked[1].id, let_in=True)
    assert pairing.take(asked[0])[0] == "no"


def test_a_phone_that_waited_too_long_is_not_let_in(pairing: Pairing, clock: Clock) -> None:
    asked = pairing.ask(pairing.new_code(), "Till", "")
    assert asked is not None
    clock.now += CODE_S
    pairing.decide(asked[1].id, let_in=True)
    assert pairing.take(asked[0]) == ("no", None)


def test_another_ticket_gets_nothing(pairing: Pairing) -> None:
    asked = pairing.ask(pairing.new_code(), "Till", "")
    assert asked is not None
    pairing.decide(asked[1].id, let_in=True)
    assert pairing.take(asked[1].id) == ("no", None)  # the name of the wish is no ticket
    assert pairing.take("") == ("no", None)
    assert pairing.take(asked[0])[0] == "yes"


def test_a_name_is_one_plain_short_line(pairing: Pairing) -> None:
    asked = pairing.ask(pairing.new_code(), "  Till\n\u202e" + "x" * 100, "")
    assert asked is not None
    name = asked[1].name
    assert len(name) <= 40
    assert "\n" not in name
    assert "\u202e" not in name
