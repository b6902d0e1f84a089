"""``snapshelf cards`` and ``poster``: files that are handed to customers, and what is said about them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from core.catalog.products.upsert import ProductDraft
from core.catalog.tables.entries import Entry, PhotoSource
from core.ingest.product_import import import_entries
from core.quantities.sale_price import Sale
from core.shop.opening import open_shop
from tests.core.paper.printed import PrintedFile
from tests.end_to_end.answers import Run, refused


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A mug with a photo, a tea without one whose title promises too much."""
    folder = tmp_path_factory.mktemp("cards")
    image = Image.new("RGB", (300, 300), "white")
    ImageDraw.Draw(image).ellipse((60, 60, 240, 240), fill=(200, 40, 30))
    image.save(folder / "mug.png")
    mug = ProductDraft("M-1", title="Red mug", price_minor=990, currency="EUR", barcode="4006381333931")
    tea = ProductDraft("T-2", title="全国最佳绿茶", price_minor=2390, currency="CNY")
    with open_shop(folder / "shop", create=True, device="cpu") as opened:
        photo = PhotoSource(folder / "mug.png", "mug.png")
        import_entries(opened, [Entry("M-1", mug, (photo,)), Entry("T-2", tea)])
        return opened.folder


def test_a_card_is_written_as_a_pdf_with_the_product_cut_out(shop: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "card.pdf"
    code, out, err = run("--shop", shop, "cards", "M-1", "--output", file, "--json")
    assert code == 0, err
    assert json.loads(out) == {"files": [str(file)], "pages": 1, "notes": []}
    printed = PrintedFile(file)
    text, codes, picture = printed.text(), printed.codes(), printed.picture().convert("L")
    printed.close()
    assert "Red mug" in text
    assert codes == {("4006381333931", "QR Code")}
    ground = picture.getpixel((picture.width // 2, 20))
    assert picture.getpixel((60, picture.height // 4)) == ground, "no white frame around the mug"


def test_several_posters_are_pictures_with_numbers(shop: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cards.png"
    arguments = ("cards", "M-1", "T-2", "--separate", "--despite-words", "--language", "both")
    code, out, err = run("--shop", shop, *arguments, "--output", file, "--json")
    assert code == 0
    told = json.loads(out)
    assert [Path(name).name for name in told["files"]] == ["cards-1.png", "cards-2.png"]
    assert "最佳" in told["notes"][0]
    assert "T-2" in told["notes"][1]
    assert "最佳" in err


def test_a_poster_says_its_headline_and_its_days(shop: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "poster.pdf"
    days = ("--from", "2026-12-01", "--until", "2026-12-24")
    code, _, err = run(
        "--shop", shop, "poster", "M-1", "--template", "new", "--output", file, "--size", "A5", *days,
        "--headline", "Fresh from the kiln", "--foot", "Corner Shop",
    )  # fmt: skip
    assert code == 0, err
    printed = PrintedFile(file)
    text = printed.text()
    printed.close()
    for said in ("Fresh from the kiln", "1–24 December 2026", "Red mug", "Corner Shop"):
        assert said in text


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["poster", "T-2"], "最佳"),
        (["poster", "M-1", "--headline", "This fights cancer"], "This fights cancer"),
        (["poster", "M-1", "--template", "sale"], "offer, new"),
        (["poster", "M-1", "--from", "2026-12-02", "--until", "2026-12-01"], "before"),
        (["cards", "M-1", "--size", "B5"], "A4, A3"),
        (["cards", "X-9"], "X-9"),
    ],
)
def test_what_cannot_be_made_is_one_sentence(
    shop: Path, run: Run, tmp_path: Path, arguments: list[str], why: str
) -> None:
    refused(run("--shop", shop, *arguments, "--output", tmp_path / "it.pdf"), why)
    assert not (tmp_path / "it.pdf").exists()


def test_a_file_is_a_pdf_or_a_png(shop: Path, run: Run, tmp_path: Path) -> None:
    refused(run("--shop", shop, "cards", "M-1", "--output", tmp_path / "it.docx"), ".png")


def test_it_needs_no_qt(shop: Path, tmp_path: Path) -> None:
    arguments = ["--shop", str(shop), "poster", "M-1", "--output", str(tmp_path / "poster.png")]
    code = (
        "import sys; from desktop_app.__main__ import main; "
        f"assert main({arguments!r}) == 0; assert 'PySide6' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_poster_is_made_of_what_is_on_offer(shop: Path, run: Run, tmp_path: Path) -> None:
    for arguments, told in (
        (("poster", "--new"), "There is no such product now"),
        (("poster",), "Name products by their SKU"),
        (("poster", "M-1", "--offers"), "Name products by their SKU"),
    ):
        code, _out, err = run("--shop", shop, *arguments, "--output", tmp_path / "none.pdf")
        assert (code, told in err) == (1, True)
    assert not (tmp_path / "none.pdf").exists()
    with open_shop(shop, device="cpu") as opened:
        lower = ProductDraft("M-1", price_minor=990, currency="EUR", sale=Sale(790))
        import_entries(opened, [Entry("M-1", lower)])
    file = tmp_path / "offers.pdf"
    assert run("--shop", shop, "poster", "--offers", "--output", file)[0] == 0
    printed = PrintedFile(file)
    text = printed.text()
    printed.close()
    assert "Red mug" in text and "Special offer" in text
