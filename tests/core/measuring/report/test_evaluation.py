"""The report: one file, offline, and nothing from a catalog becomes markup."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from core import paths
from core.errors import KnownError
from core.ingest.photo_table import LabelledPhoto
from core.measuring.evaluation import evaluate
from core.measuring.report.evaluation import FIGURES_FILE, write_report
from core.messages import Sentence
from core.shop.shop import Shop
from tests.core.conftest import SHAPES, draw

HOSTILE = '<script>alert("x")</script> & $5 for $7 中文'


@pytest.fixture
def photos(tmp_path: Path) -> list[LabelledPhoto]:
    """A photo of each product, one of them with a wrong label, and one of no product."""
    found = []
    for row, (sku, (shape, colour)) in enumerate(SHAPES.items(), 2):
        path = tmp_path / f"{row}.jpg"
        draw(shape, colour, shift=14, ground=225).save(path)
        found.append(LabelledPhoto(row, path, path.name, sku))
    found[0] = replace(found[0], sku=found[1].sku)
    return [*found, replace(found[2], sku="")]


def test_the_report_is_one_file_that_loads_nothing_and_takes_no_markup_from_a_catalog(
    shop: Shop, photos: list[LabelledPhoto], tmp_path: Path
) -> None:
    evaluation = evaluate(shop, photos)
    named = {
        sku: replace(shown, title=HOSTILE, category=HOSTILE) for sku, shown in evaluation.products.items()
    }
    written = write_report(replace(evaluation, products=named), tmp_path / "report", shop=HOSTILE)
    page = written.read_text(encoding="utf-8")
    assert sorted(path.name for path in written.parent.iterdir()) == [FIGURES_FILE, "report.html"]
    assert "<script" not in page and "&lt;script&gt;" in page
    loads = re.findall(r'(?:src|href|url)\s*[=(]\s*["\']?([^"\')\s>]{1,24})', page)
    assert loads and all(address.startswith(("data:image/jpeg", "#p")) for address in loads)
    assert "Content-Security-Policy" in page
    assert page.count('<svg role="img"') == 7
    assert page.count('<figure class="meant"><img') == 1  # the photo with the wrong label
    assert json.loads((written.parent / FIGURES_FILE).read_text())["photos"] == 5
    assert not re.search(r"#0[1-7]0[1-7]0[1-7]\b", page)  # every stand-in colour was replaced
    assert_well_formed(page)


def test_the_report_speaks_the_readers_language(
    shop: Shop, photos: list[LabelledPhoto], tmp_path: Path
) -> None:
    def say(sentence: Sentence) -> str:
        return "混淆" if sentence.text == "The worst confusions" else str(sentence)

    page = write_report(evaluate(shop, photos), tmp_path, shop="s", say=say, language="zh_CN").read_text()
    assert "<h2>混淆</h2>" in page and '<html lang="zh_CN">' in page


def test_drawing_leaves_nothing_in_the_users_home(
    shop: Shop, photos: list[LabelledPhoto], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os
    import subprocess
    import sys

    home = tmp_path / "home"
    home.mkdir()
    code = (
        "from core.measuring.report import plots; import numpy as np;"
        "plots.draw(plots.line(np.array([1., 2.]), np.array([0., 1.]), axes=('k', '中')), title='t')"
    )
    environment = {key: value for key, value in os.environ.items() if key != "MPLCONFIGDIR"}
    environment |= {"HOME": str(home), "XDG_CACHE_HOME": "", "XDG_CONFIG_HOME": ""}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, cwd=Path(__file__).parents[4])
    assert list(home.iterdir()) == []
    assert (paths.user_cache() / "matplotlib").is_dir()


def test_without_photos_there_is_a_report_all_the_same(shop: Shop, tmp_path: Path) -> None:
    assert "<h1>" in write_report(evaluate(shop, []), tmp_path, shop="empty").read_text()


def test_a_folder_that_cannot_be_made_is_a_sentence(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KnownError, match="could not be written"):
        write_report(evaluate(shop, []), tmp_path / "file" / "report", shop="s")


def assert_well_formed(page: str) -> None:
    """Every element that is opened is closed, in order."""
    void = {"meta", "img", "br", "link", "hr"}
    open_elements: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag not in void:
                open_elements.append(tag)

        def handle_startendtag(self, tag: str, attrs: object) -> None:
            pass

        def handle_endtag(self, tag: str) -> None:
            assert open_elements.pop() == tag

    Reader().feed(page)
    assert open_elements == []
