"""A second look at the print of packages: it settles between alike cartons, and stays out where it must."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from core.answer import Verdict
from core.embedding.measures import Measure
from core.feedback import NOTHING_SAID
from core.ingest.folder import folder_entries
from core.ingest.photo_table import add_photos
from core.ingest.product_import import import_entries
from core.search.answering import answer
from core.search.see import see
from core.search.witnesses.print import CHANCE, FULL, PRINT, WORTH, evidence
from core.search.witnesses.witness import Case, Need
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.asking import ask
from tests.core.cartons import CARTONS, carton, held_up


def test_the_print_settles_which_of_six_alike_cartons_it_is(cartons: Shop) -> None:
    for seed in (1, 4):
        found = ask(cartons, held_up(carton(seed)))
        assert found.results[0].title == str(seed)
        assert found.results[0].confidence > 0.9
        again = answer(cartons, found.asked)  # type: ignore[arg-type]  # a picture was asked
        assert [result.sku for result in again.results] == [result.sku for result in found.results]
    plain = ask(cartons, held_up(carton(1)), without={"print"})
    assert max(result.confidence for result in plain.results) < 0.9


def test_where_there_are_counter_photos_there_is_no_second_look(cartons: Shop, tmp_path: Path) -> None:
    held_up(carton(3)).save(tmp_path / "counter.jpg")
    (tmp_path / "more.csv").write_text(f"sku,photo\n{sku_of(cartons, '3')},counter.jpg\n")
    add_photos(cartons, tmp_path / "more.csv")
    shutil.rmtree(cartons.folder / "points")
    ask(cartons, held_up(carton(1)))
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
            found = ask(shop, folder / f"{flavour}.png")
            assert (found.results[0].title, found.verdict) == (str(flavour), Verdict.MATCH)


def test_what_agreeing_points_are_worth() -> None:
    none, one, full, twice, most = evidence(np.array([CHANCE, CHANCE + 1, CHANCE + FULL, 2 * FULL, 400]))
    assert (none, one, full) == pytest.approx((0, WORTH, WORTH * FULL))
    assert full < twice < WORTH * (2 * FULL - CHANCE)  # goes on, but not as fast
    assert twice < most < 4 * full


def test_one_candidate_needs_no_second_look_and_the_very_picture_has_much_evidence(cartons: Shop) -> None:
    groups = cartons.index().search_grouped(
        np.ones(cartons.spec.dim, np.float32), 10, lambda ids: np.arange(1, len(ids) + 1)
    )
    seen = see(cartons, [carton(0)])
    one, all_ = (
        Case(cartons, cartons.model, Measure.COSINE, seen, "", NOTHING_SAID, some)
        for some in (groups[:1], groups)
    )
    assert not PRINT.is_asked(one)
    assert PRINT.is_asked(all_) and all_.has(Need.PRINT)
    assert PRINT.says(all_).odds.max() > WORTH * FULL


def sku_of(shop: Shop, title: str) -> str:
    found = ask(shop, carton(0), count=CARTONS)
    return next(result.sku for result in found.results if result.title == title)
