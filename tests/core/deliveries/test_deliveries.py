"""A delivery note, from a table or a photo of the paper, against what came; booked as one step."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from core import paths
from core.catalog.edits.edit_log import next_undo
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.catalog.stock import Reason, current_stock, movements, set_stock
from core.deliveries.booking import book_delivery
from core.deliveries.comparison import Comparison, State, compare
from core.deliveries.counting import read_counted
from core.deliveries.note import NoteLine
from core.deliveries.paper_notes import understood
from core.deliveries.reading import read_note
from core.errors import KnownError
from core.paper.flow import Flow
from core.paper.picture_file import png
from core.paper.typefaces import Typefaces
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.steps.undo import undo_step

NOTE = """Artikelnummer,EAN,Bezeichnung,Menge
CUP-01,,Cup,6
,4006381333931,Tea,12
XX-9,,Lamp,1
JAM-03,,Jam,many
"""


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with open_shop(tmp_path / "shop", create=True, device="cpu") as opened:
        for sku, title, barcode in (
            ("CUP-01", "Blue cup", ""),
            ("TEA-02", "Green tea", "4006381333931"),
            ("JAM-03", "Plum jam", ""),
        ):
            draft = ProductDraft(sku, title=title, barcode=barcode, stock=whole(2))
            upsert_product(opened.catalog, draft, who="test")
        yield opened


def written(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def states(delivery: Comparison) -> dict[str, State]:
    return {line.product.sku: line.state for line in delivery.lines}


def test_a_table_is_read_and_what_is_not_understood_is_named(shop: Shop, tmp_path: Path) -> None:
    note = read_note(shop, written(tmp_path, "note.csv", NOTE))
    assert [(line.code, line.quantity, line.product_id is not None) for line in note.lines] == [
        ("CUP-01", whole(6), True), ("4006381333931", whole(12), True), ("XX-9", whole(1), False),
    ]  # fmt: skip
    assert len(note.skipped) == 1
    assert "many" in str(note.skipped[0].reason)


def test_missing_too_many_and_not_ordered_are_told(shop: Shop, tmp_path: Path) -> None:
    note = read_note(shop, written(tmp_path, "note.csv", "sku,qty\nCUP-01,6\nTEA-02,12\nCUP-01,2\n"))
    counted, _ = read_counted(
        shop, [written(tmp_path, "there.csv", "sku,qty\nCUP-01,7\nTEA-02,14\nJAM-03,1\n")]
    )
    delivery = compare(shop.catalog, note.lines, counted)
    assert states(delivery) == {
        "CUP-01": State.MISSING, "JAM-03": State.NOT_ORDERED, "TEA-02": State.TOO_MANY,
    }  # fmt: skip
    assert not delivery.is_as_noted
    assert compare(shop.catalog, note.lines, None).is_as_noted


def test_it_is_booked_as_one_step_and_taken_back_as_one(shop: Shop, tmp_path: Path) -> None:
    note = read_note(shop, written(tmp_path, "note.csv", NOTE))
    edit = book_delivery(shop, compare(shop.catalog, note.lines, None), note.name, who="Kim")
    ids = dict(shop.catalog.db.execute("SELECT sku, id FROM products").fetchall())
    assert current_stock(shop.catalog, ids["CUP-01"]) == whole(8)
    (movement,) = movements(shop.catalog, [ids["TEA-02"]], limit=1)
    assert (movement.reason, movement.quantity, movement.note) == (Reason.DELIVERY, whole(12), "note.csv")
    set_stock(shop.catalog, ids["JAM-03"], whole(5), who="Kim")
    undo_step(shop, who="Kim", only=edit.id)
    assert [current_stock(shop.catalog, ids[sku]) for sku in ("CUP-01", "TEA-02", "JAM-03")] == [
        whole(2), whole(2), whole(5),
    ]  # fmt: skip


def test_a_note_that_was_booked_says_so_until_that_is_taken_back(shop: Shop, tmp_path: Path) -> None:
    file = written(tmp_path, "note.csv", NOTE)
    note = read_note(shop, file)
    assert note.booked == ""
    book_delivery(shop, compare(shop.catalog, note.lines, None), note.name, who="Kim")
    assert read_note(shop, file).booked == date.today().isoformat()
    other = written(tmp_path, "other", "sku,qty\nJAM-03,1\n").rename(tmp_path / "sub.csv")
    assert read_note(shop, other).booked == ""
    undo_step(shop, who="Kim")
    assert read_note(shop, file).booked == ""


def test_nothing_that_came_is_nothing_to_book(shop: Shop) -> None:
    with pytest.raises(KnownError, match="nothing to book"):
        book_delivery(shop, compare(shop.catalog, [], []), "note", who="Kim")
    assert next_undo(shop.catalog) is None


@pytest.mark.parametrize(
    "text", ["sku,colour\nCUP-01,red\n", "sku,qty\nCUP-01,many\n"], ids=["no quantities", "no line"]
)
def test_a_table_that_says_nothing_is_refused(shop: Shop, tmp_path: Path, text: str) -> None:
    with pytest.raises(KnownError):
        read_note(shop, written(tmp_path, "note.csv", text))


ROWS = [
    "Delivery note 2026-118",
    "1 CUP-01 Blue cup 6",
    "2 4006381333931 x12",
    "3 Plum jam 3 pcs",
    "4 Unknown thing 9",
    "Total 21",
]


def test_rows_of_paper_are_understood_by_number_barcode_or_title(shop: Shop) -> None:
    lines, skipped = understood(shop.catalog, ROWS[1:5])
    assert [(line.code, line.quantity) for line in lines] == [
        ("Blue cup", whole(6)), ("4006381333931", whole(12)), ("Plum jam", whole(3)),
    ]  # fmt: skip
    assert [one.row for one in skipped] == [4]


def test_a_row_with_two_numbers_is_left_to_a_person(shop: Shop) -> None:
    lines, skipped = understood(shop.catalog, ["CUP-01 12 24", "CUP-01 TEA-02 3"])
    assert lines == ()
    assert len(skipped) == 2


def test_a_photo_of_the_paper_is_read(shop: Shop, tmp_path: Path) -> None:
    flow = Flow(typefaces := Typefaces(paths.resources() / "fonts"), (148.0, 105.0), 12.0)
    flow.text("Delivery note", 7.0, is_bold=True)
    for row in ("CUP-01      6", "TEA-02      12", "JAM-03      3"):
        flow.space(4.0)
        flow.text(row, 5.0)
    (tmp_path / "note.png").write_bytes(png(flow.pages("")[0], typefaces, 1200))
    if shop.label_reader.problem is not None:
        pytest.skip(str(shop.label_reader.problem))
    note = read_note(shop, tmp_path / "note.png")
    delivery = compare(shop.catalog, note.lines, [NoteLine("CUP-01", "", whole(6), note.lines[0].product_id)])
    assert {line.product.sku: line.noted for line in delivery.lines} == {
        "CUP-01": whole(6), "TEA-02": whole(12), "JAM-03": whole(3),
    }  # fmt: skip
