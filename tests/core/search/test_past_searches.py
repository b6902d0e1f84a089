"""Past searches: kept as they were asked, bounded, forgotten whole, and never in the way when damaged."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from core import paths
from core.errors import KnownError
from core.imaging.cut import Box, Cut
from core.search.past_searches import (
    MOST,
    PastPicture,
    PastSearch,
    folder_of,
    follow_shop,
    forget_past,
    keep_past,
    read_past,
)

PART = Cut(Box(0.1, 0.2, 0.8, 0.9), 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return folder_of(tmp_path / "shop")


def past(number: int, *colours: str, cut: Cut = PART) -> tuple[PastSearch, list[Image.Image]]:
    pictures = tuple(PastPicture(f"{colour}.png", Path(), cut) for colour in colours)
    images = [Image.new("RGB", (40, 30), colour) for colour in colours]
    search = PastSearch(f"2026-01-01T00:00:{number:02}", pictures=pictures, outcome=f"Product {number}")
    return search, images


def test_a_search_comes_back_as_it_was_asked(folder: Path) -> None:
    search, images = past(1, "red", "blue")
    keep_past(folder, replace(search, together=True), images)
    keep_past(folder, PastSearch("2026-01-02T00:00:00", text="green tea", outcome="Green Tea"), [])
    first, second = read_past(folder)
    assert (first.since, first.together, first.outcome) == (search.since, True, "Product 1")
    assert [(picture.name, picture.cut) for picture in first.pictures] == [
        ("red.png", PART),
        ("blue.png", PART),
    ]
    with Image.open(first.pictures[1].path) as picture:
        assert picture.size == (40, 30) and picture.getpixel((3, 3))[2] > 240  # type: ignore[index]
    assert second.text == "green tea" and not second.pictures


def test_a_search_that_went_on_replaces_what_was_kept_of_it(folder: Path) -> None:
    keep_past(folder, *past(1, "red"))
    keep_past(folder, *past(1, "red", "blue", cut=Cut()))
    (only,) = read_past(folder)
    assert [picture.name for picture in only.pictures] == ["red.png", "blue.png"] and only.pictures[
        0
    ].cut == Cut()


def test_the_oldest_go_with_their_pictures(folder: Path) -> None:
    for number in range(MOST + 3):
        search, _images = past(number, "red")
        keep_past(folder, search, [Image.new("RGB", (40, 30), (9 * number, 0, 0))])
    kept = read_past(folder)
    assert len(kept) == MOST and kept[0].outcome == "Product 3"
    assert len(list(folder.glob("photos/*/*.jpg"))) == MOST


def test_one_search_of_many_pictures_leaves_room_for_no_other(folder: Path) -> None:
    keep_past(folder, *past(1, "red"))
    keep_past(folder, *past(2, *(["green"] * (MOST + 5))))
    (only,) = read_past(folder)
    assert only.outcome == "Product 2" and len(only.pictures) == MOST


def test_what_is_damaged_is_left_out_and_written_over(folder: Path) -> None:
    keep_past(folder, *past(1, "red"))
    keep_past(folder, *past(2, "blue"))
    read_past(folder)[0].pictures[0].path.unlink()
    assert [one.outcome for one in read_past(folder)] == ["Product 2"]
    for text in ("", "{", "[1, null, {}]", '[{"since": 1, "pictures": [{"box": ["a"]}]}]'):
        (folder / "searches.json").write_text(text)
        assert read_past(folder) == ()
    keep_past(folder, *past(3, "green"))
    assert [one.outcome for one in read_past(folder)] == ["Product 3"]


def test_forgetting_leaves_nothing_of_any_shop(folder: Path, tmp_path: Path) -> None:
    keep_past(folder, *past(1, "red"))
    keep_past(folder_of(tmp_path / "other"), *past(1, "blue"))
    forget_past()
    assert read_past(folder) == () and not paths.past_searches().exists()
    forget_past()


def test_a_folder_that_cannot_be_written_is_a_sentence(folder: Path) -> None:
    folder.parent.parent.mkdir(parents=True)
    folder.parent.write_text("a file")
    with pytest.raises(KnownError):
        keep_past(folder, *past(1, "red"))


def test_no_more_shops_than_the_last_are_kept(tmp_path: Path) -> None:
    for number in range(12):
        keep_past(folder_of(tmp_path / str(number)), *past(1, "red"))
    assert len(list(paths.past_searches().iterdir())) == 8
    assert read_past(folder_of(tmp_path / "11"))


def test_they_go_with_a_shop_that_is_renamed_and_never_over_those_of_another(
    folder: Path, tmp_path: Path
) -> None:
    keep_past(folder, PastSearch("2026-01-02T00:00:00", text="green tea"), [])
    follow_shop(folder, tmp_path / "renamed")
    assert [one.text for one in read_past(folder_of(tmp_path / "renamed"))] == ["green tea"]
    keep_past(folder, PastSearch("2026-01-03T00:00:00", text="mug"), [])
    follow_shop(folder, tmp_path / "renamed")
    assert [one.text for one in read_past(folder_of(tmp_path / "renamed"))] == ["green tea"]
    follow_shop(folder_of(tmp_path / "nowhere"), tmp_path / "elsewhere")
    assert read_past(folder_of(tmp_path / "elsewhere")) == ()
