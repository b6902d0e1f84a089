"""The signs of currencies that the program has are those of the locale data."""

from collect_currency_signs import TARGET, module_text


def test_the_signs_are_those_that_babel_has_now() -> None:
    assert TARGET.read_text(encoding="utf-8") == module_text(), "run tools/collect_currency_signs.py"
