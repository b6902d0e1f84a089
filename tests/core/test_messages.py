"""Sentences that travel from core to a client."""

from core.errors import KnownError
from core.messages import Sentence, message


def test_a_sentence_reads_in_english_by_itself() -> None:
    assert str(Sentence("{count} photos in “{name}”", {"count": 3, "name": "shop"})) == "3 photos in “shop”"


def test_a_client_translates_the_template_and_keeps_the_values() -> None:
    chinese = {"{count} photos in “{name}”": "“{name}”中有 {count} 张照片"}
    sentence = Sentence("{count} photos in “{name}”", {"count": 3, "name": "shop"})
    assert sentence.translated(lambda text: chinese.get(text, text)) == "“shop”中有 3 张照片"


def test_a_sentence_within_a_sentence_is_translated_too() -> None:
    inner = Sentence("a bad date")
    outer = Sentence("Row {row}: {reason}", {"row": 4, "reason": inner})
    assert str(outer) == "Row 4: a bad date"
    assert outer.translated(lambda text: text.replace("bad", "wrong")) == "Row 4: a wrong date"


def test_a_known_error_shows_its_sentence() -> None:
    error = KnownError(message("core", "“{name}” is gone."), name="a.jpg")
    assert str(error) == "“a.jpg” is gone."
    assert error.sentence.text == "“{name}” is gone."
