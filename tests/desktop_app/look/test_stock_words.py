"""A quantity that the window shows in any of twelve languages is read back as the same, exactly."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from core.catalog.written_numbers import DecimalSign
from core.catalog.written_quantities import read_measured, read_quantity
from core.quantities.quantity import Quantity
from core.quantities.units import Unit, sign
from desktop_app.look.stock_words import quantity, typed

LOCALES = (
    "en",
    "zh_CN",
    "de_DE",
    "de_CH",
    "fr_FR",
    "sv_SE",
    "pl_PL",
    "ru_RU",
    "hi_IN",
    "ar_EG",
    "pt_BR",
    "ja_JP",
)


@pytest.mark.parametrize("name", LOCALES)
@settings(max_examples=60, deadline=None)
@given(thousandths=st.integers(-(10**15), 10**15), unit=st.sampled_from([None, *Unit]))
@example(thousandths=500, unit=Unit.KILOGRAM)
@example(thousandths=1234, unit=None)
@example(thousandths=1234567, unit=Unit.METRE)
@example(thousandths=-12345000, unit=None)
def test_what_is_shown_and_what_is_edited_reads_back_as_the_same(
    name: str, thousandths: int, unit: Unit | None
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        decimal_sign: DecimalSign = "." if QLocale().decimalPoint() == "." else ","
        wanted = Quantity(thousandths)
        shown = quantity(wanted, unit)
        assert read_measured(shown, decimal_sign) == (wanted, unit if sign(unit) else None)
        assert read_quantity(typed(wanted), decimal_sign) == wanted
    finally:
        QLocale.setDefault(before)
