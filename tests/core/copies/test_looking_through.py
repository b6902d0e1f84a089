"""Everything that is given is looked at in its order, and told to people and programs in one form each."""

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import ImageOps

from core.catalog.products.products import product_by_sku
from core.copies.looking_through import Traced, look_through
from core.copies.telling import as_document, write_traced
from core.errors import Cancelled, KnownError
from core.messages import Sentence
from core.progress import Progress
from core.shop.shop import Shop
from tests.core.cartons import carton
from tests.core.copies.test_tracing import make_shop
from tests.core.imaging.pdfs.paged import pdf


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    with make_shop(tmp_path_factory.mktemp("cartons") / "shop") as shop:
        yield shop


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A mirrored copy, a stranger, a damaged file, and a copy on the second page of a PDF."""
    folder = tmp_path_factory.mktemp("found")
    ImageOps.mirror(carton(2)).save(folder / "a.png")
    carton(9).save(folder / "b.png")
    (folder / "c.png").write_bytes(b"no picture")
    pdf(folder / "d.pdf", [carton(8), carton(4)])
    return folder


@pytest.fixture(scope="module")
def traced(shop: Shop, given: Path) -> list[Traced]:
    return list(look_through(shop, [given]))


def test_each_picture_is_told_with_the_product_that_it_is_made_of(
    shop: Shop, given: Path, traced: list[Traced]
) -> None:
    names = [one.given.name.removeprefix(str(given)).lstrip("/\\") for one in traced]
    assert names == ["a.png", "b.png", "c.png", "d.pdf#page 1, picture 1", "d.pdf#page 2, picture 1"]
    assert [[found.product.sku for found in one.found] for one in traced] == [["2"], [], [], [], ["4"]]
    assert [one.given.problem is not None for one in traced] == [False, False, True, False, False]
    product = product_by_sku(shop.catalog, "2")
    assert product is not None and traced[0].found[0].product == product


def test_the_document_is_what_the_command_lines_contract_says(
    shop: Shop, given: Path, traced: list[Traced]
) -> None:
    document = json.loads(json.dumps(as_document(shop, traced)))
    assert [set(one) for one in document] == [{"photo", "time_s", "copies"}] * 4
    (copy,) = document[0]["copies"]
    assert set(copy) == {"sku", "photo", "score", "region", "edits"}
    assert (document[0]["photo"], document[0]["time_s"]) == (str(given / "a.png"), None)
    assert copy["sku"] == "2" and Path(copy["photo"]).is_file() and copy["edits"] == ["mirrored"]
    assert 0 < copy["score"] <= 1 and [len(corner) for corner in copy["region"]] == [2] * 4
    assert document[1]["copies"] == []


def test_it_is_written_as_json_and_as_a_table_with_what_could_not_be_looked_at(
    shop: Shop, traced: list[Traced], tmp_path: Path
) -> None:
    write_traced(shop, traced, tmp_path / "copies.json")
    assert json.loads((tmp_path / "copies.json").read_bytes()) == as_document(shop, traced)
    write_traced(shop, traced, tmp_path / "copies.json")  # over what is ours
    write_traced(shop, traced, tmp_path / "copies.csv", lambda sentence: str(sentence).upper())
    with (tmp_path / "copies.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["sku"] for row in rows] == ["2", "", "", "", "4"]
    assert rows[0]["edits"] == "MIRRORED" and "C.PNG" in rows[2]["problem"] and rows[4]["page"] == "2"


@pytest.mark.parametrize("name", ["copies.txt", "notes.json"])
def test_nothing_else_is_written_over(shop: Shop, traced: list[Traced], tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("my notes")
    with pytest.raises(KnownError):
        write_traced(shop, traced, tmp_path / name)
    assert (tmp_path / name).read_text() == "my notes"


def test_files_are_counted_and_it_can_be_stopped_between_two_pictures(shop: Shop, given: Path) -> None:
    told: list[Progress] = []

    def listen(progress: Progress) -> bool:
        told.append(progress)
        return not (progress.stage == "Looking at the pictures" and progress.done == 1)

    seen = look_through(shop, [given], listen)
    assert next(seen).found
    with pytest.raises(Cancelled):
        next(seen)
    assert (told[-1].done, told[-1].total) == (1, 4)


def test_a_title_that_a_spreadsheet_would_run_is_written_as_text(
    shop: Shop, traced: list[Traced], tmp_path: Path
) -> None:
    (found,) = traced[0].found
    hostile = replace(found, product=replace(found.product, title="=cmd()"))
    write_traced(shop, [replace(traced[0], found=(hostile,))], tmp_path / "a.csv")
    assert ",=cmd()" not in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")


def test_a_film_tells_its_time(shop: Shop, traced: list[Traced]) -> None:
    frame = replace(traced[0], given=replace(traced[0].given, time_s=2.5))
    assert as_document(shop, [frame])[0]["time_s"] == 2.5


def test_what_cannot_be_looked_at_has_a_sentence(traced: list[Traced]) -> None:
    assert isinstance(traced[2].given.problem, Sentence) and "c.png" in str(traced[2].given.problem)
