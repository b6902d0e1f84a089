"""Drawing the demo shop's files."""

import csv
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from demo_drawing.build import DemoFiles, draw_demo
from demo_drawing.catalogue import all_products
from demo_drawing.product import DemoProduct


@pytest.fixture(scope="module")
def a_few() -> tuple[DemoProduct, ...]:
    """One product of each kind of drawing."""
    wanted = {"FV01", "JU01", "CR01", "MU01", "PE01", "TO01"}
    return tuple(product for product in all_products() if product.sku in wanted)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory, a_few: tuple[DemoProduct, ...]) -> DemoFiles:
    return draw_demo(tmp_path_factory.mktemp("drawn") / "demo", a_few)


def rows(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_table_has_a_row_and_a_picture_for_every_product(
    drawn: DemoFiles, a_few: tuple[DemoProduct, ...]
) -> None:
    table = rows(drawn.catalog)
    assert [row["sku"] for row in table] == [product.sku for product in a_few]
    for row in table:
        assert float(row["price"]) > 0
        assert row["currency"] == "EUR"
        with Image.open(drawn.folder / row["photo"]) as picture:
            assert picture.format == "JPEG"
            assert picture.size == (640, 640)


def test_a_second_picture_differs_from_the_first(drawn: DemoFiles) -> None:
    second = rows(drawn.more_photos)
    assert second
    for row in second:
        one = Image.open(drawn.folder / "photos" / f"{row['sku']}.jpg")
        other = Image.open(drawn.folder / row["photo"])
        assert np.abs(np.asarray(one, np.float32) - np.asarray(other, np.float32)).mean() > 1, row["sku"]


def test_every_fifth_product_has_a_counter_photo(drawn: DemoFiles, a_few: tuple[DemoProduct, ...]) -> None:
    photos = rows(drawn.counter_photos)
    assert [row["sku"] for row in photos] == [product.sku for product in a_few[::5]]
    assert all((drawn.folder / row["photo"]).is_file() for row in photos)


def test_two_drawings_give_the_same_bytes(
    drawn: DemoFiles, a_few: tuple[DemoProduct, ...], tmp_path: Path
) -> None:
    assert contents(draw_demo(tmp_path / "other", a_few).folder) == contents(drawn.folder)
