"""A second look at the print of packages: it settles between alike cartons, and stays out where it must."""

import shutil
from pathlib import Path

import numpy as np

from core.answer import SeenPictures
from core.ingest.photo_table import add_photos
from core.print_check import MOST_WORTH, QueryPrint, print_evidence
from core.search import search_again, search_picture, search_pictures
from core.shop import Shop
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
