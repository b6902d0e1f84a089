"""A barcode in the query wins over likeness."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from core.answer import Seen, Verdict
from core.catalog.lists.filters import parse_filter
from core.catalog.products.products import product_by_sku, set_archived
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.feedback import Feedback
from core.ingest.folder import folder_entries
from core.ingest.product_import import import_entries
from core.search.answering import Refinement, answer
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.asking import ask
from tests.core.conftest import SHAPES, draw
from tests.core.imaging.barcode_photos import label, photo_with

CODE = "4006381333931"
UNKNOWN = "2000000010007"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """Four products; the yellow box has a barcode."""
    folder = tmp_path_factory.mktemp("shelf")
    for name, (shape, colour) in SHAPES.items():
        path = folder / "pictures" / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        draw(shape, colour).save(path)
    with open_shop(folder / "shop", create=True) as shop:
        import_entries(shop, folder_entries(folder / "pictures"))
        upsert_product(shop.catalog, ProductDraft("Boxes/yellow box", barcode=CODE))
        yield shop


def with_code(picture: Image.Image, code: str) -> Image.Image:
    """``picture`` with a printed label in its lower part."""
    held = picture.resize((900, 900))
    printed = label(code)
    held.paste(printed, (120, 880 - printed.height))
    return held


@pytest.fixture(scope="module")
def blue_ball() -> Image.Image:
    return draw(*SHAPES["Balls/blue ball"], shift=12, ground=225)


def titles(results: tuple[object, ...]) -> list[str]:
    return [getattr(result, "title", "") for result in results]


def test_the_product_with_the_code_comes_first_beyond_doubt_and_the_look_alikes_behind(
    shelf: Shop, blue_ball: Image.Image
) -> None:
    found = ask(shelf, with_code(blue_ball, CODE))
    assert found.barcode == CODE
    assert found.verdict is Verdict.MATCH and found.unknown == 0
    first, *others = found.results
    assert (first.title, first.score, first.confidence) == ("yellow box", 1.0, 1.0)
    assert len(found.results) == 4 and Path(first.photo).is_file()
    assert all(other.confidence == 0 for other in others)
    assert "yellow box" not in titles(tuple(others))


def test_a_code_that_no_product_has_is_told_and_changes_nothing(shelf: Shop, blue_ball: Image.Image) -> None:
    picture = with_code(blue_ball, UNKNOWN)
    found = ask(shelf, picture)
    assert found.barcode == UNKNOWN
    assert sum(result.confidence for result in found.results) < 1
    assert all(result.score < 1 for result in found.results)


def test_a_picture_without_a_code_has_none(shelf: Shop, blue_ball: Image.Image) -> None:
    found = ask(shelf, blue_ball)
    assert found.barcode == ""
    assert found.results[0].title == "blue ball"


def test_a_known_code_beside_an_unknown_one_is_the_one_to_go_by(shelf: Shop) -> None:
    both = Image.new("RGB", (900, 900), "white")
    both.paste(label(UNKNOWN), (60, 60))
    both.paste(label(CODE), (300, 560))
    found = ask(shelf, both)
    assert found.barcode == CODE and found.results[0].title == "yellow box"


def test_a_short_code_is_believed_only_where_a_product_has_it(shelf: Shop, blue_ball: Image.Image) -> None:
    held = photo_with(label("73513537", "EAN8"), share=0.5)
    assert ask(shelf, held).barcode == ""
    upsert_product(shelf.catalog, ProductDraft("Balls/red ball", barcode="73513537"))
    found = ask(shelf, held)
    assert found.barcode == "73513537" and found.results[0].title == "red ball"


def test_a_shop_s_own_label_with_its_sku_is_understood(shelf: Shop) -> None:
    found = ask(shelf, photo_with(label("Boxes/green box", "Code128"), share=0.8))
    assert found.results[0].title == "green box" and found.verdict is Verdict.MATCH


def test_the_code_may_be_on_any_of_several_pictures(shelf: Shop, blue_ball: Image.Image) -> None:
    found = ask(shelf, blue_ball, photo_with(label(CODE), share=0.5))
    assert found.results[0].title == "yellow box"
    assert isinstance(found.asked, Seen) and len(found.asked.pictures) == 2


def test_a_product_without_a_photo_is_found_by_its_code(shelf: Shop) -> None:
    upsert_product(shelf.catalog, ProductDraft("N1", title="Unseen", barcode="5901234123457"))
    found = ask(shelf, photo_with(label("5901234123457"), share=0.5))
    assert found.results[0].title == "Unseen" and found.results[0].photo == ""


def test_asked_again_under_a_filter_the_scanned_product_stays_and_a_wrong_one_goes(
    shelf: Shop, blue_ball: Image.Image
) -> None:
    found = ask(shelf, with_code(blue_ball, CODE))
    assert found.asked is not None
    balls = Refinement(parse_filter(["category=Balls"]))
    again = answer(shelf, found.asked, balls)
    assert again.results[0].title == "yellow box" and again.barcode == CODE
    assert {result.category for result in again.results[1:]} == {"Balls"}
    wrong = Refinement(feedback=Feedback(wrong=(found.results[0].product_id,)))
    assert "yellow box" not in titles(answer(shelf, found.asked, wrong).results)


def test_a_scanned_product_outside_the_filter_is_shown_and_says_so(
    shelf: Shop, blue_ball: Image.Image
) -> None:
    balls, boxes = (Refinement(parse_filter([f"category={name}"])) for name in ("Balls", "Boxes"))
    found = ask(shelf, with_code(blue_ball, CODE), refinement=balls)
    first, *others = found.results
    assert (first.title, first.outside_filter) == ("yellow box", True)
    assert {result.category for result in others} == {"Balls"}
    assert not any(result.outside_filter for result in others)
    found = ask(shelf, with_code(blue_ball, CODE), refinement=boxes)
    assert (found.results[0].title, found.results[0].outside_filter) == ("yellow box", False)


def test_an_archived_product_is_not_found_by_its_code(shelf: Shop, blue_ball: Image.Image) -> None:
    product = product_by_sku(shelf.catalog, "Boxes/yellow box")
    assert product is not None
    set_archived(shelf.catalog, [product.id])
    try:
        found = ask(shelf, with_code(blue_ball, CODE))
        assert found.barcode == CODE and found.verdict is not None
        assert all(result.score < 1 for result in found.results)
    finally:
        set_archived(shelf.catalog, [product.id], archived=False)
