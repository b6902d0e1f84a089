"""``snapshelf labels``: a PDF that a printer takes, and what has to be said about it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from core.catalog.products.upsert import ProductDraft, upsert_product
from core.quantities.quantity import whole
from core.shop.opening import open_shop
from tests.core.paper.printed import PrintedFile
from tests.end_to_end.answers import Run


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    with open_shop(tmp_path / "shop", create=True, device="cpu") as opened:
        for draft in (
            ProductDraft(
                "W-1", title="Water 0.5 l", price_minor=120, currency="EUR", barcode="4006381333931"
            ),
            ProductDraft("茶-2", title="绿茶", price_minor=2390, currency="CNY", stock=whole(4)),
        ):
            upsert_product(opened.catalog, draft, who="import")
        return opened.folder


def test_labels_are_written_and_what_is_special_about_them_is_told(
    shop: Path, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "labels.pdf"
    code, out, err = run(
        "--shop", shop, "labels", "W-1", "茶-2", "--output", file, "--sheet", "5160", "--first", 30,
        "--copies", "stock", "--json",
    )  # fmt: skip
    assert code == 0
    told = json.loads(out)
    assert (told["labels"], told["pages"]) == (5, 2)
    assert "茶-2" in told["notes"][0]
    assert "true size" in err
    printed = PrintedFile(file)
    assert printed.pages == 2
    assert "1,20\u00a0€" in printed.text(0).replace("1,20 €", "1,20\u00a0€")
    assert {"绿茶", "¥23.90"} <= set(printed.text(1).split())
    printed.close()


def test_what_is_not_wanted_is_left_out(shop: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "labels.pdf"
    assert run("--shop", shop, "labels", "W-1", "--output", file, "--without", "price", "code")[0] == 0
    printed = PrintedFile(file)
    assert "€" not in printed.text()
    assert printed.codes() == set()
    printed.close()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["X-9"], "X-9"),
        (["W-1", "--sheet", "A99"], "L7160"),
        (["W-1", "--first", "22"], "21 labels"),
        (["茶-2", "--copies", "5001"], "5000"),
    ],
)
def test_what_cannot_be_printed_is_one_sentence(
    shop: Path, run: Run, tmp_path: Path, arguments: list[str], why: str
) -> None:
    code, _, err = run("--shop", shop, "labels", *arguments, "--output", tmp_path / "labels.pdf")
    assert code == 1
    assert why in err
    assert not (tmp_path / "labels.pdf").exists()


def test_no_copies_are_no_wish(shop: Path, run: Run, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        run("--shop", shop, "labels", "W-1", "--output", tmp_path / "labels.pdf", "--copies", 0)
    assert ended.value.code == 2


def test_it_needs_no_qt(shop: Path, tmp_path: Path) -> None:
    arguments = ["--shop", str(shop), "labels", "W-1", "--output", str(tmp_path / "labels.pdf")]
    code = (
        "import sys; from desktop_app.__main__ import main; "
        f"assert main({arguments!r}) == 0; assert 'PySide6' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
