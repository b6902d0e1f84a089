"""A folder of pictures as products."""

from pathlib import Path

import pytest
from PIL import Image

from core.catalog.products.products import counts, product_by_sku
from core.errors import KnownError
from core.ingest.folder import folder_entries, import_folder
from core.ingest.product_import import GROUP_PHOTOS, import_entries
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.steps.undo import undo_step
from tests.core.asking import ask


def test_a_sub_folder_is_a_category_and_a_name_a_title(pictures: Path) -> None:
    deep = pictures / "Balls" / "for-dogs" / "chew_ball-XL.jpeg"
    deep.parent.mkdir()
    deep.write_bytes(b"")
    drafts = {entry.draft.sku: entry.draft for entry in folder_entries(pictures)}
    assert len(drafts) == 5
    draft = drafts["Balls/for-dogs/chew_ball-XL"]
    assert (draft.title, draft.category) == ("chew ball XL", "Balls / for dogs")


def test_pictures_that_differ_in_their_ending_are_one_product(pictures: Path) -> None:
    (pictures / "Balls" / "red ball.jpg").write_bytes(b"")
    entries = folder_entries(pictures)
    assert len(entries) == 4
    assert {len(entry.photos) for entry in entries} == {1, 2}


def test_names_that_differ_in_their_spaces_alone_are_one_product(tmp_path: Path, pictures: Path) -> None:
    (folder := tmp_path / "spaces").mkdir()
    for name, picture in zip(
        ("tea  1", "tea 1"), sorted(path for path in pictures.rglob("*") if path.is_file()), strict=False
    ):
        (folder / f"{name}.png").write_bytes(picture.read_bytes())
    with open_shop(tmp_path / "shop", create=True) as shop:
        report = import_folder(shop, folder)
        assert (report.created, report.updated, report.photos_added) == (1, 0, 2)
        undo_step(shop, who="")
        assert counts(shop.catalog).products == 0


def test_so_they_are_where_many_others_stand_between_them(tmp_path: Path) -> None:
    """More than one transaction takes."""
    (folder := tmp_path / "spaces").mkdir()
    between = [f"tea  1{number:02}" for number in range(GROUP_PHOTOS)]
    for shade, name in enumerate(("tea  1", *between, "tea 1")):
        Image.new("RGB", (40, 40), (5 * shade, 90, 200 - 5 * shade)).save(folder / f"{name}.png")
    with open_shop(tmp_path / "shop", create=True) as shop:
        report = import_folder(shop, folder)
        assert (report.created, report.photos_added) == (GROUP_PHOTOS + 1, GROUP_PHOTOS + 2)
        undo_step(shop, who="")
        assert counts(shop.catalog).products == 0


def test_other_files_and_hidden_ones_are_left_alone(pictures: Path) -> None:
    (pictures / "notes.txt").write_text("x")
    (pictures / ".hidden.png").write_bytes(b"")
    (pictures / ".git").mkdir()
    (pictures / ".git" / "a.png").write_bytes(b"")
    assert len(folder_entries(pictures)) == 4


def test_what_is_passed_over_is_counted_and_pictures_of_other_kinds_are_named(
    tmp_path: Path, pictures: Path
) -> None:
    for name in ("list.pdf", "old.PDF", "notes.txt", "Thumbs.db", "Balls/sketch.psd", "Balls/new.jxl"):
        (pictures / name).write_bytes(b"x")
    with open_shop(tmp_path / "shop", create=True) as shop:
        report = import_folder(shop, pictures)
    assert report.products == 4
    assert [(skip.row, str(skip.reason)) for skip in report.skipped] == [
        ("Balls/new.jxl", "A picture of this kind cannot be opened: save it as JPEG."),
        ("Balls/sketch.psd", "A picture of this kind cannot be opened: save it as JPEG."),
        ("*.pdf", "Passed over, as no pictures: 2 files."),
        ("*.txt", "Passed over, as no pictures: 1 files."),
    ]


def test_photos_of_phones_and_of_browsers_are_pictures_too(tmp_path: Path, pictures: Path) -> None:
    drawn = Path(__file__).parent.parent / "imaging" / "pictures"
    (pictures / "IMG_0001.HEIC").write_bytes((drawn / "plain.heic").read_bytes())
    Image.open(pictures / "Balls" / "red ball.png").convert("RGB").save(tmp_path / "apple.jpg")
    (pictures / "Golden apple.jfif").write_bytes((tmp_path / "apple.jpg").read_bytes())
    with open_shop(tmp_path / "shop", create=True) as shop:
        report = import_folder(shop, pictures)
        assert (report.products, report.skipped) == (6, ())
        assert product_by_sku(shop.catalog, "IMG_0001") is not None
        assert product_by_sku(shop.catalog, "Golden apple") is not None


def test_a_folder_without_pictures_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no pictures"):
        folder_entries(tmp_path)


def test_importing_again_changes_nothing(shop: Shop, pictures: Path) -> None:
    report = import_entries(shop, folder_entries(pictures))
    assert (report.products, report.created, report.unchanged, report.photos_added) == (4, 0, 4, 0)
    assert counts(shop.catalog).photos == 4


def test_one_bad_picture_is_named_and_the_others_go_on(tmp_path: Path, pictures: Path) -> None:
    (pictures / "Balls" / "red ball.png").write_bytes(b"damaged")
    with open_shop(tmp_path / "shop", create=True) as shop:
        report = import_entries(shop, folder_entries(pictures))
        assert report.products == 3
        assert [skip.row for skip in report.skipped] == ["Balls/red ball.png"]
        assert "red ball.png" in str(report.skipped[0].reason)
        assert product_by_sku(shop.catalog, "Balls/red ball") is None


def test_an_import_that_stopped_before_the_network_is_finished_by_the_next(
    tmp_path: Path, pictures: Path, blue_ball: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_shop(tmp_path / "shop", create=True) as shop:

        def no_power(_batch: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(shop.network, "embed", no_power)
            with pytest.raises(KeyboardInterrupt):
                import_entries(shop, folder_entries(pictures))
        assert counts(shop.catalog).products == 4
        import_entries(shop, folder_entries(pictures))
        assert ask(shop, blue_ball).results[0].title == "blue ball"
