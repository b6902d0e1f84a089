"""One label: nothing leaves it, nothing covers anything else."""

from datetime import date
from typing import Any

import pytest

from core.paper.labels.facts import ALL_PARTS, Part, facts_of
from core.paper.labels.label import LabelFace, label_face
from core.paper.labels.sheets import SHEETS, Sheet, sheet_named
from core.paper.page import Words
from core.paper.typefaces import Typefaces
from core.quantities.units import Unit
from tests.core.paper.labels.priced import priced

LONG = "Extra-virgin olive oil from the hills of Lucca, cold pressed, first harvest, 750 ml glass bottle"
PRODUCTS: dict[str, dict[str, Any]] = {
    "plain": {"barcode": "4006381333931"},
    "long": {"title": LONG, "barcode": "036000291452", "price_minor": 129900, "sale_minor": 99900},
    "chinese": {"title": "农夫山泉饮用天然水 550毫升 24瓶整箱装", "currency": "CNY", "barcode": "96385074"},
    "by the gram": {"unit": Unit.GRAM, "price_minor": 12, "sale_minor": 9},
    "without code": {"sku": "一二三", "location": "仓库 B-12"},
    "own code": {"barcode": "A-RATHER-LONG-OWN-CODE-77", "sku": "S" * 60},
    "dear": {"price_minor": 123456789012, "barcode": "10012345000017"},
}


def face(sheet: Sheet, typefaces: Typefaces, parts: frozenset[Part] = ALL_PARTS, **changes: Any) -> LabelFace:
    facts = facts_of(priced(**changes), date(2026, 11, 29), parts, None, chinese=False)
    return label_face(facts, sheet.label, sheet.dot, typefaces)


def places(label: LabelFace, typefaces: Typefaces) -> dict[str, tuple[float, float, float, float]]:
    """Left, top, right and bottom of each line of text, by its words."""
    found = {}
    for mark in label.marks:
        if isinstance(mark, Words):
            wide = typefaces.width(mark.text, is_bold=mark.is_bold) * mark.size
            top, bottom = mark.baseline - 0.74 * mark.size, mark.baseline + 0.2 * mark.size
            found[f"{mark.text} {mark.baseline}"] = (mark.x, top, mark.x + wide, bottom)
    return found


@pytest.mark.parametrize("name", PRODUCTS)
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_everything_stays_on_the_label_and_no_words_cover_others(
    sheet: Sheet, name: str, typefaces: Typefaces
) -> None:
    label = face(sheet, typefaces, **PRODUCTS[name])
    words = places(label, typefaces)
    boxes = [(m.x, m.y, m.x + m.width, m.y + m.height) for m in label.marks if not isinstance(m, Words)]
    for left, top, right, bottom in (*words.values(), *boxes):
        assert left >= -1e-6
        assert top >= -1e-6
        assert right <= sheet.label[0] + 1e-6
        assert bottom <= sheet.label[1] + 1e-6
    bars = [
        box for box in boxes if box[2] - box[0] < 5 * (box[3] - box[1])
    ]  # the line through a price is none
    others = list(words.items())
    for number, (text, place) in enumerate(others):
        for other, second in others[number + 1 :]:
            assert not overlap(place, second), f"{text!r} covers {other!r}"
        assert not any(overlap(place, bar) for bar in bars), f"{text!r} covers the code"


def overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    slack = 0.02
    return (
        one[0] < other[2] - slack
        and other[0] < one[2] - slack
        and one[1] < other[3] - slack
        and other[1] < one[3] - slack
    )


def test_the_price_is_the_largest_thing_on_a_label(typefaces: Typefaces) -> None:
    label = face(sheet_named("L7160"), typefaces, barcode="4006381333931")
    largest = max((mark for mark in label.marks if isinstance(mark, Words)), key=lambda words: words.size)
    assert largest.text == "4,90\u00a0€"


def test_a_price_is_never_cut_short(typefaces: Typefaces) -> None:
    label = face(sheet_named("40x30"), typefaces, **PRODUCTS["dear"])
    assert any(isinstance(mark, Words) and mark.text == "1.234.567.890,12\u00a0€" for mark in label.marks)


def test_a_code_that_no_scanner_is_sure_to_read_is_told(typefaces: Typefaces) -> None:
    assert face(sheet_named("40x30"), typefaces, barcode="A-RATHER-LONG-OWN-CODE").is_code_small
    assert not face(sheet_named("L7160"), typefaces, barcode="4006381333931").is_code_small
