"""Which photos of an import are catalog photos, and which were taken in the shop."""

from pathlib import Path

import pytest
from PIL import Image

from core.catalog.photos.photos import PhotoKind
from core.catalog.tables.choices import TableChoices
from core.ingest.folder import import_folder
from core.ingest.table import import_table, plan_table
from core.shop.opening import open_shop
from core.shop.shop import Shop
from tests.core.conftest import draw


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path / "shop", create=True)


def picture(path: Path, number: int, *, maker: str = "") -> None:
    image = draw("ellipse", (20 * number, 60, 200), shift=number)
    exif = Image.Exif()
    if maker:
        exif[271] = maker
    path.parent.mkdir(exist_ok=True)
    image.save(path, exif=exif)


def kinds(shop: Shop) -> set[str]:
    return {kind for (kind,) in shop.catalog.db.execute("SELECT kind FROM photos").fetchall()}


@pytest.mark.parametrize(
    ("names", "maker", "kind"),
    [
        (("apple", "pear", "quince"), "", PhotoKind.CATALOG),
        (("apple", "pear", "quince"), "Phone Co", PhotoKind.COUNTER),
        (("IMG_2041", "IMG_2042", "IMG_2043"), "", PhotoKind.COUNTER),
        (("20261129_101500", "PXL_20261129_1", "WhatsApp Image 2026-11-29 at 10"), "", PhotoKind.COUNTER),
        (("IMG_2041", "apple", "pear"), "", PhotoKind.CATALOG),  # one of three
    ],
)
def test_a_folder_s_photos_are_told_by_their_files_and_the_guess_is_said(
    shop: Shop, tmp_path: Path, names: tuple[str, ...], maker: str, kind: PhotoKind
) -> None:
    for number, name in enumerate(names):
        picture(tmp_path / "pictures" / f"{name}.jpg", number, maker=maker)
    report = import_folder(shop, tmp_path / "pictures")
    assert kinds(shop) == {kind}
    (note,) = report.notes
    assert ("taken by a camera" in str(note)) == (kind is PhotoKind.COUNTER)


@pytest.mark.parametrize("said", list(PhotoKind))
def test_what_a_person_says_is_not_guessed(shop: Shop, tmp_path: Path, said: PhotoKind) -> None:
    picture(tmp_path / "pictures" / "IMG_2041.jpg", 1)
    picture(tmp_path / "pictures" / "apple.jpg", 2)
    report = import_folder(shop, tmp_path / "pictures", kind=said)
    assert kinds(shop) == {said} and report.notes == ()


def test_a_table_s_photos_are_guessed_said_in_the_preview_or_chosen(shop: Shop, tmp_path: Path) -> None:
    picture(tmp_path / "IMG_2041.jpg", 1)
    (tmp_path / "goods.csv").write_text("sku,title,photo\nA,Apple,IMG_2041.jpg\n", encoding="utf-8")
    assert "taken by a camera" in str(plan_table(shop, tmp_path / "goods.csv").notes[-1])
    import_table(shop, tmp_path / "goods.csv", choices=TableChoices(photos="catalog"))
    assert kinds(shop) == {PhotoKind.CATALOG}


def test_a_table_that_says_which_photos_are_which_is_believed(shop: Shop, tmp_path: Path) -> None:
    picture(tmp_path / "IMG_2041.jpg", 1)
    picture(tmp_path / "IMG_2042.jpg", 2)
    rows = "sku,title,photo,counter_photo\nA,Apple,IMG_2041.jpg,IMG_2042.jpg\n"
    (tmp_path / "own.csv").write_text(rows, encoding="utf-8")
    assert import_table(shop, tmp_path / "own.csv").notes == ()
    assert kinds(shop) == {PhotoKind.CATALOG, PhotoKind.COUNTER}
