"""What a label of a scale says, by the format that a shop has set."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalog.barcodes.gtin import check_digit
from core.catalog.scales.scale_code import read_format, read_label, verifier_digit
from core.errors import KnownError


def label(format_: str, number: str, amount: str) -> str:
    """The digits that a scale prints: the parts put in their places, each check digit computed last."""
    digits = ""
    parts = {"P": iter(number), "W": iter(amount), "Q": iter(amount), "M": iter(amount)}
    for letter in format_.replace(".", "")[:-1]:
        digits += (
            verifier_digit(amount) if letter == "V" else next(parts[letter]) if letter in parts else letter
        )
    return digits + check_digit(digits)


@pytest.mark.parametrize(
    ("format_", "code", "number", "amount"),
    [
        ("21PPPPPWW.WWWX", "2112345012346", "12345", Decimal("1.234")),
        ("21PPPPPWWWWWX", "2112345012346", "12345", Decimal("1.234")),
        ("28PPPPPMMM.MMX", "2800042012508", "00042", Decimal("12.50")),
        ("22PPPPPQQQQQX", "2200007000128", "00007", Decimal(12)),
    ],
)
def test_a_label_is_read_by_the_places_of_its_digits(
    format_: str, code: str, number: str, amount: Decimal
) -> None:
    reading = read_label(code, read_format(format_))
    assert reading is not None
    assert (reading.number, reading.amount()) == (number, amount)


@pytest.mark.parametrize(("amount", "digit"), [("2875", "9"), ("14685", "6")])
def test_the_check_digit_of_an_amount_is_that_of_the_standards_examples(amount: str, digit: str) -> None:
    assert verifier_digit(amount) == digit


@given(
    st.sampled_from(
        [
            "2%PPPPPWWWWWX",
            "2%PPPPPWW.WWWX",
            "2%PPPPVWWWWWX",
            "2%PPPPPVMMMMX",
            "2%PPPPVMMM.MMX",
            "02PPPPPVMMMMX",
        ]
    ),
    st.integers(0, 9),
    st.data(),
)
def test_whatever_a_scale_prints_is_read_back_and_no_single_wrong_digit_is(
    shape: str, prefix: int, data: st.DataObject
) -> None:
    format_ = shape.replace("%", str(prefix))
    digits = st.text(alphabet="0123456789", min_size=format_.count("P"), max_size=format_.count("P"))
    places = sum(format_.count(letter) for letter in "WM")
    number = data.draw(digits)
    amount = data.draw(st.text(alphabet="0123456789", min_size=places, max_size=places))
    code = label(format_, number, amount)
    reading = read_label(code, read_format(format_))
    assert reading is not None
    assert (reading.number, reading.digits) == (number, amount)
    decimals = 3 if "W" in format_ else 2
    assert reading.amount() == Decimal(int(amount)).scaleb(-decimals)
    place = data.draw(st.integers(0, 12))
    wrong = code[:place] + str((int(code[place]) + data.draw(st.integers(1, 9))) % 10) + code[place + 1 :]
    assert read_label(wrong, read_format(format_)) is None


@given(st.text(alphabet="0123456789", min_size=4, max_size=5), st.integers(0, 4), st.integers(1, 9))
def test_every_wrong_digit_of_an_amount_has_another_check_digit(amount: str, place: int, by: int) -> None:
    place %= len(amount)
    other = amount[:place] + str((int(amount[place]) + by) % 10) + amount[place + 1 :]
    assert verifier_digit(other) != verifier_digit(amount)


def test_a_label_of_twelve_digits_is_one_of_thirteen_with_a_zero_before_it() -> None:
    code = label("02PPPPPVMMMMX", "12345", "0999")
    reading = read_label(code[1:], read_format("02PPPPPVMMMMX"))
    assert code.startswith("02") and reading is not None and reading.amount() == Decimal("9.99")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "21",
        "21PPPPPWWWWW",
        "31PPPPPWWWWWX",
        "21PPWWWPPWWWX",
        "21PPPPPWWMMMX",
        "21PPPPPPPWWVX",
        "21??????????X",
        "21PPPPPWWWWWWX",
        "21PPP5PWWWWWX",
    ],
)
def test_what_is_no_format_is_refused_with_one_that_is(text: str) -> None:
    with pytest.raises(KnownError, match="no format of a scale"):
        read_format(text)
