"""A second look at the print of packages: it settles between alike cartons, and stays out where it must."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from core.answer import SeenPictures
from core.ingest.folder import folder_entries
from core.ingest.photo_table import add_photos
from core.ingest.product_import import import_entries
from core.print_check import MOST_WORTH, QueryPrint, print_evidence
from core.search import search_again, search_picture, search_pictures
from core.shop import Shop
from core.shop_opening import open_shop

CARTONS = 6


def carton(seed: int) -> Image.Image:
    """A white carton with a blue band; which one it is shows in the small print alone."""
    generator = np.random.default_rng(seed)
    image = Image.new("RGB", (420, 420), (240, 240, 240))
    pencil = ImageDraw.Draw(image)
    pencil.rectangle((110, 40, 310, 400), fill="white", outline=(120, 120, 120), width=3)
    pencil.rectangle((110, 60, 310, 130), fill=(40, 70, 200))
    for _ in range(70):
        x, y = int(generator.integers(118, 290)), int(generator.integers(140, 385))
        pencil.rectangle(
            (x, y, x + int(generator.integers(3, 14)), y + int(generator.integers(3, 9))), "black"
        )
    return image


def held_up(image: Image.Image) -> Image.Image:
    """The carton as somebody holds it up: turned, smaller, darker."""
    turned = image.rotate(9, Image.Resampling.BICUBIC, fillcolor=(150, 140, 130))
    small = turned.resize((330, 330), Image.Resampling.BICUBIC)
    scene = Image.new("RGB", (460, 400), (150, 140, 130))
    scene.paste(small.point(lambda value: int(value * 0.8)), (70, 40))
    return scene


@pytest.fixture
def cartons(tmp_path: Path) -> Iterator[Shop]:
    folder = tmp_path / "cartons"
    folder.mkdir()
    for seed in range(CARTONS):
        carton(seed).save(folder / f"{seed}.png")
    with open_shop(tmp_path / "shop", create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(folder))
        yield shop


def test_the_print_settles_which_of_six_alike_cartons_it_is(cartons: Shop) -> None:
    for seed in (1, 4):
        answer = search_picture(cartons, held_up(carton(seed)))
        assert answer.results[0].title == str(seed)
        assert answer.results[0].confidence > 0.9
        again = search_again(cartons, answer.asked)  # type: ignore[arg-type]  # a picture was asked
        assert [result.sku for result in again.results] == [result.sku for result in answer.results]
    plain = search_pictures(cartons, [held_up(carton(1))], verify=False)
    assert max(result.confidence for result in plain.results) < 0.9
    assert isinstance(plain.asked, SeenPictures) and plain.asked.print_ is None


def test_points_are_kept_and_may_be_lost_or_damaged(cartons: Shop) -> None:
    first = search_picture(cartons, held_up(carton(2)))
    kept = sorted((cartons.folder / "points").rglob("*.npz"))
    assert len(kept) == CARTONS
    kept[0].with_name(kept[0].name.replace(".2.npz", ".npz")).write_bytes(b"of an earlier version")
    kept[0].write_bytes(b"damaged")
    kept[1].unlink()
    second = search_picture(cartons, held_up(carton(2)))
    assert [result.sku for result in second.results] == [result.sku for result in first.results]
    assert [result.confidence for result in second.results] == pytest.approx(
        [result.confidence for result in first.results], abs=0.05
    )


def test_where_there_are_counter_photos_there_is_no_second_look(cartons: Shop, tmp_path: Path) -> None:
    held_up(carton(3)).save(tmp_path / "counter.jpg")
    (tmp_path / "more.csv").write_text(f"sku,photo\n{sku_of(cartons, '3')},counter.jpg\n")
    add_photos(cartons, tmp_path / "more.csv")
    shutil.rmtree(cartons.folder / "points")
    search_picture(cartons, held_up(carton(1)))
    assert not (cartons.folder / "points").exists()


def test_one_candidate_needs_no_second_look_and_evidence_is_bounded(cartons: Shop) -> None:
    groups = cartons.index().search_grouped(
        np.ones(cartons.spec.dim, np.float32), 10, lambda ids: np.arange(1, len(ids) + 1)
    )
    assert not print_evidence(cartons, QueryPrint([carton(0)]), groups[:1]).any()
    assert not print_evidence(cartons, None, groups).any()
    values = print_evidence(cartons, QueryPrint([carton(0)]), groups)
    assert values.max() == MOST_WORTH  # the very picture that is stored


def sku_of(shop: Shop, title: str) -> str:
    answer = search_picture(shop, carton(0), count=CARTONS)
    return next(result.sku for result in answer.results if result.title == title)
