"""The units that products are counted in: a closed list, each with its sign and what tables call it.

Whoever sells by the piece has whole numbers; every other unit has three decimals. A unit is a name beside a
quantity: changing it converts nothing, for it corrects what was named wrongly.
"""

import re
import unicodedata
from decimal import Decimal
from enum import StrEnum

from core.errors import KnownError
from core.messages import message
from core.quantities.quantity import Quantity


class Unit(StrEnum):
    """A unit by the sign that tables hold."""

    PIECE = "pcs"
    KILOGRAM = "kg"
    GRAM = "g"
    POUND = "lb"
    OUNCE = "oz"
    JIN = "jin"
    LITRE = "l"
    CENTILITRE = "cl"
    MILLILITRE = "ml"
    METRE = "m"
    CENTIMETRE = "cm"
    MILLIMETRE = "mm"
    FOOT = "ft"
    YARD = "yd"
    SQUARE_METRE = "m2"
    CUBIC_METRE = "m3"
    MEASURE = "measure"
    """By weight, length or volume; the table did not say in which unit."""


_SIGNS = {
    Unit.PIECE: "",
    Unit.JIN: "jin",
    Unit.SQUARE_METRE: "m²",
    Unit.CUBIC_METRE: "m³",
    Unit.MEASURE: "",
}
_CHINESE_SIGNS = {
    Unit.PIECE: "件",
    Unit.KILOGRAM: "千克",
    Unit.GRAM: "克",
    Unit.POUND: "磅",
    Unit.OUNCE: "盎司",
    Unit.JIN: "斤",
    Unit.LITRE: "升",
    Unit.CENTILITRE: "厘升",
    Unit.MILLILITRE: "毫升",
    Unit.METRE: "米",
    Unit.CENTIMETRE: "厘米",
    Unit.MILLIMETRE: "毫米",
    Unit.FOOT: "英尺",
    Unit.YARD: "码",
    Unit.SQUARE_METRE: "平方米",
    Unit.CUBIC_METRE: "立方米",
    Unit.MEASURE: "",
}
_ALSO: dict[Unit, str] = {
    Unit.PIECE: (
        "pc pcs piece pieces each ea unit units unit(s) st stk stück stueck stuk stuks pièce pièces pieza "
        "piezas unité unités unidad unidades ud uds un unidade unidades pezzo pezzi pz szt sztuka "
        "sztuki sztukach шт штука штуки штуках stücken "
        "個 个 件 只 瓶 盒 包 袋 本 枚 罐 支 条 套 "
        # what pieces come in
        "bottle bottles box boxes pack packs packet packets pkt bag bags can cans jar jars tube tubes set "
        "sets pair pairs roll rolls bunch flasche flaschen packung packungen pkg dose dosen beutel glas bund "
        "paar rolle kiste tüte schale bouteille bouteilles boîte boîtes paquet sachet paire botella caja "
        "paquete bolsa lata bottiglia scatola confezione conf fles doos pak zak opak opakowanie butelka "
        "kisten tüten rollen gläser schalen cajas bolsas botellas latas paquets sachets bottiglie scatole "
        "para уп упаковка бутылка банка пачка пара"
    ),
    Unit.KILOGRAM: (
        "kg kgs kilo kilos kilogram kilograms kilogramm kilogramme chilo kilogramo quilo quilos kilogramach "
        "кг килограмм килограммах 千克 公斤 キログラム"
    ),
    Unit.GRAM: (
        "g gr gram grams gramm gramme grammes gramo gramos grama grammo grammi gramach г гр граммах 克 グラム"
    ),
    Unit.POUND: "lb lbs pound pounds libra 磅",
    Unit.OUNCE: "oz ounce ounces onza 盎司",
    Unit.JIN: "jin 斤 市斤",
    Unit.LITRE: (
        "l lt ltr litre litres liter liters litro litros litri litr litern litrach "
        "л литр литрах 升 公升 リットル"
    ),
    Unit.CENTILITRE: "cl centilitre centiliter zentiliter 厘升",
    Unit.MILLILITRE: "ml millilitre milliliter millilitres milliliters мл 毫升 ミリリットル",
    Unit.METRE: (
        "m mtr metre metres meter meters mètre mètres metro metros metri metr metern metrach "
        "м метр метрах 米 公尺"
    ),
    Unit.CENTIMETRE: "cm centimetre centimeter zentimeter zentimetern centimetri см 厘米 公分",
    Unit.MILLIMETRE: "mm millimetre millimeter мм 毫米",
    Unit.FOOT: "ft foot feet 英尺",
    Unit.YARD: "yd yds yard yards 码",
    Unit.SQUARE_METRE: "m2 m² sqm qm 平方米 平米",
    Unit.CUBIC_METRE: "m3 m³ cbm 立方米",
    Unit.MEASURE: "measure weight volume length",
}
_METRIC = {
    Unit.KILOGRAM: ("weight", 1000), Unit.GRAM: ("weight", 1), Unit.JIN: ("weight", 500),
    Unit.LITRE: ("volume", 1000), Unit.CENTILITRE: ("volume", 10), Unit.MILLILITRE: ("volume", 1),
    Unit.METRE: ("length", 1000), Unit.CENTIMETRE: ("length", 10), Unit.MILLIMETRE: ("length", 1),
}  # fmt: skip
"""What each measures, and how many of the smallest unit of that it is."""
_BY_NAME = {name: unit for unit, names in _ALSO.items() for name in names.split()}
_PER = re.compile(
    r"(?:\b(?:per|pro|par|por|al|el|за|by the)\s+|每|[/／,，]\s*)([^\W\d_]+[²³]?)\W*$", re.IGNORECASE
)
_BY_WORD = re.compile(r"\w|每")
_MEASURED = frozenset(Unit) - {Unit.PIECE, Unit.MEASURE}


def sign(unit: Unit | None, *, chinese: bool = False) -> str:
    """What stands behind a quantity; "" where a bare number says it all."""
    if unit is None:
        return ""
    return _CHINESE_SIGNS[unit] if chinese and unit is not Unit.PIECE else _SIGNS.get(unit, unit.value)


def name(unit: Unit, *, chinese: bool = False) -> str:
    """What a list of units to choose from calls it, but for :attr:`Unit.PIECE` and :attr:`Unit.MEASURE`,
    whose names are words."""
    return _CHINESE_SIGNS[unit] if chinese else _SIGNS.get(unit) or unit.value


def has_decimals(unit: Unit | None) -> bool:
    """Whether there can be a half of it; what nobody named a unit for is counted in pieces."""
    return unit not in (None, Unit.PIECE)


def require_countable(quantity: Quantity, unit: Unit | None) -> None:
    """Raise a :class:`KnownError` for a part of a piece."""
    if not quantity.is_whole and not has_decimals(unit):
        raise KnownError(
            message(
                "core",
                "“{quantity}” is no number of pieces: write a whole number, or give the product a unit, "
                "such as kg.",
            ),
            quantity=str(quantity),
        )


def read_unit(text: str) -> Unit | None:
    """The unit that a cell names; None for an empty cell.

    Raises:
        KnownError: it is no unit of the list.
    """
    if not text.strip():
        return None
    unit = unit_named(text) or unit_named(text.partition("(")[0])  # pieces (250 g)
    if unit is None:
        raise KnownError(
            message("core", "“{unit}” is no unit that is known here: write one of {units}."),
            unit=text.strip()[:20],
            units=", ".join(Unit),
        )
    return unit


def converted(amount: Decimal, told: Unit, wanted: Unit) -> Decimal | None:
    """An amount in another unit, exactly; None where one is not so many of the other (pieces, pounds)."""
    if told is wanted:
        return amount
    (kind, size), (wanted_kind, wanted_size) = _METRIC.get(told, ("", 1)), _METRIC.get(wanted, ("", 1))
    return amount * size / wanted_size if kind and kind == wanted_kind else None


def unit_named(text: str) -> Unit | None:
    """The unit with this sign or name, in whichever of the languages; None if there is none."""
    word = unicodedata.normalize("NFC", text).strip().casefold().rstrip(".")
    return _BY_NAME.get(word)


def unit_of_title(title: str) -> Unit | None:
    """The unit that a title ends in beyond doubt, as ``Gouda, per kg``, ``Almonds, kg`` or ``苹果/斤`` do.

    ``Sugar 1 kg`` is a bag: a number before the unit says how much one piece holds.
    """
    *_words, last = title.rsplit(None, 1) or ("",)
    if last.isalpha() and last.isascii() and _BY_NAME.get(last.casefold()) not in _MEASURED:
        return None  # as nearly all end: a word of its own that is no unit
    match = None if title[-1:].isdecimal() else _PER.search(title)
    unit = unit_named(match[1]) if match is not None else None
    if match is None or unit not in _MEASURED:
        return None
    is_size = (len(match[1]) == 1 and match[1].isascii()) or match[1].casefold() == "gr"  # a shirt's, or grey
    return None if is_size and not _BY_WORD.match(match[0]) else unit
