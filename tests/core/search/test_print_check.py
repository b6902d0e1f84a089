"""A second look at the print of packages: it settles between alike cartons, and stays out where it must."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from core.answer import SeenPictures, Verdict
from core.ingest.folder import folder_entries
from core.ingest.photo_table import add_photos
from core.ingest.product_import import import_entries
from core.search.print_check import CHANCE, FULL, WORTH, QueryPrint, evidence, print_evidence
from core.search.search import search_again, search_file, search_picture, search_pictures
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.cartons import CARTONS, carton, held_up


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


def test_where_there_are_counter_photos_there_is_no_second_look(cartons: Shop, tmp_path: Path) -> None:
    held_up(carton(3)).save(tmp_path / "counter.jpg")
    (tmp_path / "more.csv").write_text(f"sku,photo\n{sku_of(cartons, '3')},counter.jpg\n")
    add_photos(cartons, tmp_path / "more.csv")
    shutil.rmtree(cartons.folder / "points")
    search_picture(cartons, held_up(carton(1)))
    assert not (cartons.folder / "points").exists()


def test_among_packages_that_share_most_of_their_print_the_very_picture_is_a_match(tmp_path: Path) -> None:
    folder = tmp_path / "flavours"
    folder.mkdir()
    for flavour in range(CARTONS):
        shared = carton(100)
        shared.paste(carton(flavour).crop((112, 300, 309, 398)), (112, 300))
        shared.save(folder / f"{flavour}.png")
    with open_shop(tmp_path / "shop", create=True, device="cpu") as shop:
        import_entries(shop, folder_entries(folder))
        for flavour in (0, 3):
            answer = search_file(shop, folder / f"{flavour}.png")
            assert (answer.results[0].title, answer.verdict) == (str(flavour), Verdict.MATCH)


def test_what_agreeing_points_are_worth() -> None:
    none, one, full, twice, most = evidence(np.array([CHANCE, CHANCE + 1, CHANCE + FULL, 2 * FULL, 400]))
    assert (none, one, full) == pytest.approx((0, WORTH, WORTH * FULL))
    assert full < twice < WORTH * (2 * FULL - CHANCE)  # goes on, but not as fast
    assert twice < most < 4 * full


def test_one_candidate_needs_no_second_look_and_the_very_picture_has_much_evidence(cartons: Shop) -> None:
    groups = cartons.index().search_grouped(
        np.ones(cartons.spec.dim, np.float32), 10, lambda ids: np.arange(1, len(ids) + 1)
    )
    assert not print_evidence(cartons, QueryPrint([carton(0)]), groups[:1]).any()
    assert not print_evidence(cartons, None, groups).any()
    values = print_evidence(cartons, QueryPrint([carton(0)]), groups)
    assert values.max() > WORTH * FULL


def sku_of(shop: Shop, title: str) -> str:
    answer = search_picture(shop, carton(0), count=CARTONS)
    return next(result.sku for result in answer.results if result.title == title)
