"""Text from strangers, shown: nothing of it is obeyed and nothing of what was taken out is left over."""

from pathlib import Path

import pytest

from core.catalog.clean_text import clean_line
from core.messages import Sentence
from core.plain_text import plain_line, plain_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b1;31mred\x9bm", "red"),
        ("a\x1b]0;another title\x07b", "ab"),
        ("a\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\b", "alinkb"),
        ("a\x1bP1$q\x1b\\b", "ab"),
        ("\x1b(Bplain\x1b7\x1bc", "plain"),
        ("cut off \x1b[31", "cut off "),
        ("an unfinished \x1b]0;title", "an unfinished 0;title"),
        ("bell\x07 back\x08", "bell back"),
        ("C1 \x84\x90", "C1 "),
        ("invoice \u202egnp.exe", "invoice gnp.exe"),
        ("\u2066isolated\u2069", "isolated"),
        ("红茶 250 g – 4,90 €", "红茶 250 g – 4,90 €"),
        ("שלום\u200f עולם", "שלום\u200f עולם"),
    ],
)
def test_what_is_obeyed_is_taken_out_whole(text: str, shown: str) -> None:
    assert plain_text(text) == shown


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c"])
def test_every_line_end_is_one_and_in_a_line_none(end: str) -> None:
    assert plain_text(f"a{end}b") == "a\nb"
    assert plain_line(f"a{end}b") == "a b"


def test_a_title_keeps_nothing_of_it() -> None:
    assert clean_line(" \x1b[31mRed\x1b[0m \u202e tea\n") == "Red tea"


def test_a_sentence_quotes_names_plain_and_in_its_own_line() -> None:
    sentence = Sentence("{file}: {reason}", {"file": Path("a\nb\x1b[2J.jpg"), "reason": OSError("no\x07")})
    assert str(sentence) == "a b.jpg: no"
