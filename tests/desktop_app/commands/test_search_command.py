"""What the command line claims of an answer: no more than the window does."""

import json
from pathlib import Path
from typing import Any

import pytest

from core.answer import Answer, Seen, Timings, Verdict
from desktop_app.__main__ import main
from desktop_app.commands.search_command import print_answer
from desktop_app.console.console import Console
from tests.core.conftest import SHAPES, draw
from tests.core.test_answer import answer


@pytest.mark.parametrize(
    ("verdict", "confidence", "english", "chinese"),
    [
        (Verdict.MATCH, 0.97, "This is Tea.", "这是“Tea”。"),
        (Verdict.MATCH, 0.86, "Probably Tea.", "很可能是“Tea”。"),
        (Verdict.UNSURE, 0.6, "Probably one of these.", "可能是以下商品之一。"),
        (Verdict.UNSURE, 0.13, "These look most like it.", "这些最相似，但不确定。"),
        (Verdict.UNKNOWN, 0.01, "Not in this shop, as far as can be seen.", "看起来本店没有这种商品。"),
    ],
)
def test_the_claim_fits_how_sure_it_is(
    capsys: pytest.CaptureFixture[str], verdict: Verdict, confidence: float, english: str, chinese: str
) -> None:
    for language, claim in (("en", english), ("zh_CN", chinese)):
        print_answer(Console(language=language), Path("tea.jpg"), answer(verdict, confidence))
        assert capsys.readouterr().out.startswith(f"tea.jpg: {claim}  (3 ms)")


def run(capsys: pytest.CaptureFixture[str], shop: Path, *arguments: str) -> Any:
    assert main(["--shop", str(shop), *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_what_is_seen_is_described_found_and_said_beside_a_picture(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop, pictures = tmp_path / "shop", tmp_path / "pictures" / "Balls"
    pictures.mkdir(parents=True)
    for name in ("red", "blue"):
        draw(*SHAPES[f"Balls/{name} ball"]).save(pictures / f"{'One' if name == 'red' else 'Two'}.png")
    run(capsys, shop, "import", str(pictures.parent))
    described = run(capsys, shop, "describe")
    assert described["described"] == 0  # the import did it
    words = {Path(one["sku"]).stem: one["words"] for one in described["products"]}
    assert ("colour", "blue", "蓝色") in [(word["sort"], word["en"], word["zh"]) for word in words["Two"]]
    (found,) = run(capsys, shop, "find", "蓝色 ball")
    assert (found["title"], found["why"]) == ("Two", "seen on the picture")
    (answered,) = run(capsys, shop, "search", str(pictures / "Two.png"), "--words", "but red")
    assert [result["title"] for result in answered["results"]] == ["One"]
    assert answered["verdict"] == "unsure"


@pytest.mark.parametrize(
    ("beside", "there", "claim"),
    [
        ("but xyzzy", False, "Nothing like it in this shop fits “but xyzzy”."),
        ("red xyzzy", True, "Nothing fits all of “red xyzzy”. These fit “red” and look most like it."),
    ],
)
def test_words_that_nothing_fits_are_said_and_the_shop_is_not_said_to_lack_the_product(
    capsys: pytest.CaptureFixture[str], beside: str, there: bool, claim: str
) -> None:
    results = answer(Verdict.UNSURE, 0.0).results if there else ()
    found = Answer(
        Verdict.UNSURE, results, Timings(1, 1, 1, 3), asked=Seen((), beside), meant="red" if there else ""
    )
    print_answer(Console(language="en"), Path("tea.jpg"), found)
    said = capsys.readouterr().out
    assert said.startswith(f"tea.jpg: {claim}")
    assert "%" not in said
