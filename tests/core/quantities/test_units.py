"""Units, and where a text names one beyond doubt."""

import pytest

from core.errors import KnownError
from core.quantities.quantity import Quantity, whole
from core.quantities.units import (
    Unit,
    read_unit,
    require_countable,
    sign,
    unit_named,
    unit_of_title,
)


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_is_read_back_from_what_it_is_written_as(unit: Unit) -> None:
    assert read_unit(unit.value) is unit
    if sign(unit):
        assert read_unit(sign(unit)) is unit
    if unit is not Unit.MEASURE and unit is not Unit.PIECE:
        assert unit_named(sign(unit, chinese=True)) is unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("KG", Unit.KILOGRAM),
        ("Stk.", Unit.PIECE),
        (" кг ", Unit.KILOGRAM),
        ("公斤", Unit.KILOGRAM),
        ("", None),
        ("mètres", Unit.METRE),
        ("Units", Unit.PIECE),
        ("Litro", Unit.LITRE),
        ("斤", Unit.JIN),
        ("m²", Unit.SQUARE_METRE),
    ],
)
def test_units_are_known_by_the_names_that_tables_have(text: str, unit: Unit | None) -> None:
    assert read_unit(text) is unit


def test_what_is_no_unit_is_refused_with_those_that_are() -> None:
    with pytest.raises(KnownError, match="kg"):
        read_unit("bushel")


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Gouda, per kg", Unit.KILOGRAM),
        ("Almonds, kg", Unit.KILOGRAM),
        ("Käse pro kg", Unit.KILOGRAM),
        ("苹果/斤", Unit.JIN),
        ("Velvet (per metre)", Unit.METRE),
        ("Olives per 100 g", None),
        ("Sugar 1 kg", None),
        ("T-shirt, M", None),
        ("Trousers S/M", None),
        ("Shirt, navy/gr", None),
        ("Milk 1 l", None),
        ("kg", None),
    ],
)
def test_a_title_names_a_unit_only_when_that_is_sure(title: str, unit: Unit | None) -> None:
    assert unit_of_title(title) is unit


def test_pieces_are_whole_and_everything_else_has_decimals() -> None:
    require_countable(whole(3), None)
    require_countable(Quantity(500), Unit.KILOGRAM)
    for unit in (None, Unit.PIECE):
        with pytest.raises(KnownError, match="no number of pieces"):
            require_countable(Quantity(500), unit)
