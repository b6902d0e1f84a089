"""The phone's pages speak English and Chinese without Qt."""

import pytest

from core.messages import Sentence
from desktop_app.phone.language import language_of, load_words


@pytest.mark.parametrize(
    ("accept", "code"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh_CN"),
        ("en-US,en;q=0.9,zh;q=0.8", "en"),
        ("de-DE,de;q=0.9,zh;q=0.5,en;q=0.4", "zh_CN"),
        ("de", "en"),
        ("en;q=0.2, zh-TW", "zh_CN"),
        ("", "en"),
        ("zh;q=much, en", "en"),
        ("," * 5000, "en"),
    ],
)
def test_a_browser_gets_the_language_that_it_likes_best(accept: str, code: str) -> None:
    assert language_of(accept) == code


def test_the_sentences_of_the_core_are_spoken_with_their_values() -> None:
    words = load_words()["zh_CN"]
    text = "This was decided already: reload the list."
    assert words.sentence(Sentence(text)) not in ("", text)
    assert words.sentence(Sentence("unheard of {what}", {"what": "<b>"})) == "unheard of <b>"
