"""What the command line claims of an answer: no more than the window does."""

from pathlib import Path

import pytest

from core.answer import Verdict
from desktop_app.commands.search_command import print_answer
from desktop_app.console.console import Console
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
