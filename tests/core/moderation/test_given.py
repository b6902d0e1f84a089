"""Pictures that are given are looked at whenever they are, and nothing is kept of them."""

from pathlib import Path

import pytest
from PIL import Image

from core.finding import FindingKind
from core.moderation.given import moderate_files
from core.moderation.looking import Moderated
from core.shop.shop import Shop
from tests.core.cartons import carton
from tests.core.moderation.deadly import deadly_at_files
from tests.core.moderation.pasted import with_code


def kinds(one: Moderated) -> set[FindingKind]:
    return {finding.kind for finding in one.findings}


def test_other_pictures_are_looked_at_and_a_bad_one_has_its_sentence(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "bad.jpg").write_bytes(b"no picture")
    (tmp_path / "empty").mkdir()
    with_code("https://example.com/buy", seed=1).save(tmp_path / "code.png")
    carton(3).save(tmp_path / "plain.png")
    given = [tmp_path / name for name in ("code.png", "bad.jpg", "empty", "plain.png")]
    code, bad, empty, plain = moderate_files(shop, given)
    assert kinds(code) == {FindingKind.CODE} and not plain.findings
    assert "is not a picture" in str(bad.problem) and "no pictures in" in str(empty.problem)


def test_boxes_are_in_the_pixels_of_a_picture_that_is_larger_than_what_is_looked_at(
    shop: Shop, tmp_path: Path
) -> None:
    large = with_code("https://example.com/buy", seed=1).resize((3200, 3200)).rotate(90)
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned right by 90 degrees
    large.save(tmp_path / "large.jpg", exif=exif)
    (found,) = moderate_files(shop, [tmp_path / "large.jpg"])
    (code,) = found.findings
    assert code.box == pytest.approx((2000, 300, 2800, 1100), abs=150)


def test_one_that_ends_the_look_at_it_is_left_to_a_person_and_the_next_is_looked_at(
    shop: Shop, tmp_path: Path
) -> None:
    files = [tmp_path / name for name in ("ends.png", "after.png")]
    for file in files:
        carton(3).save(file)
    ends, after = moderate_files(shop, files, using=deadly_at_files)
    assert kinds(ends) == {FindingKind.UNSEEN} and ends.problem is None
    assert kinds(after) == set() and after.problem is None
