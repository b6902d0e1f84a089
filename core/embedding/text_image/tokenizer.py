"""Words to the numbers that a text tower takes, as the ``tokenizer.json`` beside it says.

Two kinds are understood, which the open networks of this form use: byte-level BPE with an end-of-word mark
(R. Sennrich et al., 2016, as CLIP has it) and WordPiece (Y. Wu et al., 2016, as BERT has it, with one piece a
Chinese character). Of the file the vocabulary, the merges and the marks are taken; what else it says of how
text is cleaned is not carried out, but text is folded to small letters where the network wants it.
"""

import itertools
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.files.hostile import parse_json

MOST_PIECES = 1_000_000
"""Of a vocabulary; the largest open ones have a quarter of that."""
_LONGEST_WORD = 100
_WORD = re.compile(r"'(?:s|t|re|ve|m|ll|d)|[^\W\d_]+|\d|(?:[^\s\w]|_)+", re.IGNORECASE)
_CHARACTER = re.compile(r"([\u2e80-\u9fff\uf900-\ufaff\U00020000-\U000323af])")


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands around a text: pieces of the vocabulary; ``pad`` fills up what is short, "" for zeros."""

    start: str
    end: str
    pad: str


class Tokenizer:
    """Turns texts into rows of numbers."""

    def __init__(self, content: bytes, marks: Marks, *, length: int, lowercase: bool) -> None:
        """Read the content of a ``tokenizer.json``.

        Args:
            length: numbers of a row.

        Raises:
            ValueError: it is none that is understood.
        """
        model = _part(parse_json(content), "model")
        pieces = _part(model, "vocab")
        if len(pieces) > MOST_PIECES or not all(type(number) is int for number in pieces.values()):
            raise ValueError("the vocabulary is none")
        self._pieces: dict[str, int] = dict(pieces)
        self._kind = str(model.get("type", "BPE"))
        if self._kind not in {"BPE", "WordPiece"}:
            raise ValueError(f"a tokenizer of the kind {self._kind}")
        added = parse_json(content).get("added_tokens") or []
        self._pieces |= {str(one["content"]): int(one["id"]) for one in added}
        self._ranks = {pair: rank for rank, pair in enumerate(_merges(model))}
        self._suffix = str(model.get("end_of_word_suffix") or "")
        self._prefix = str(model.get("continuing_subword_prefix") or "##")
        self._unknown = self._pieces.get(str(model.get("unk_token") or ""), None)
        self._lowercase = lowercase
        self._length = length
        self._start, self._end = (self._known(one) for one in (marks.start, marks.end))
        self._pad = self._known(marks.pad) if marks.pad else 0
        self._known_words: dict[str, list[int]] = {}

    @property
    def largest(self) -> int:
        """The largest number that can come out."""
        return max(self._pieces.values())

    def rows(self, texts: Sequence[str]) -> NDArray[np.int64]:
        """The numbers of each text, (n, length) int64; what is too long is cut."""
        rows = np.full((len(texts), self._length), self._pad, np.int64)
        for row, text in zip(rows, texts, strict=True):
            numbers = [number for word in self._words(text) for number in self._word(word)]
            whole = [self._start, *numbers[: self._length - 2], self._end]
            row[: len(whole)] = whole
        return rows

    def lengths(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """1 where a row says something, (n, length); for towers that ask for a mask."""
        ends = (rows == self._end).argmax(axis=1)
        mask: NDArray[np.int64] = (np.arange(self._length)[None] <= ends[:, None]).astype(np.int64)
        return mask

    def _known(self, piece: str) -> int:
        if piece not in self._pieces:
            raise ValueError(f"the vocabulary has no {piece}")
        return self._pieces[piece]

    def _words(self, text: str) -> list[str]:
        clean = unicodedata.normalize("NFC", " ".join(text.split()))
        clean = clean.lower() if self._lowercase else clean
        if self._kind == "WordPiece":
            clean = _CHARACTER.sub(r" \1 ", clean)
        return _WORD.findall(clean)

    def _word(self, word: str) -> list[int]:
        if word not in self._known_words:
            if len(self._known_words) > 10_000:
                self._known_words.clear()
            cut = self._merged(word) if self._kind == "BPE" else self._longest_pieces(word)
            self._known_words[word] = cut
        return self._known_words[word]

    def _merged(self, word: str) -> list[int]:
        """Byte-level BPE: of neighbours the pair of the lowest rank becomes one, until none is left."""
        parts = [_BYTES[byte] for byte in word[:_LONGEST_WORD].encode()]
        parts[-1] += self._suffix
        while len(parts) > 1:
            pairs = list(itertools.pairwise(parts))
            best = min(pairs, key=lambda pair: self._ranks.get(pair, len(self._ranks)))
            if best not in self._ranks:
                break
            at = pairs.index(best)
            parts[at : at + 2] = ["".join(best)]
        return self._numbers(parts)

    def _longest_pieces(self, word: str) -> list[int]:
        """WordPiece: from the left the longest piece that the vocabulary has."""
        parts: list[str] = []
        rest = word[:_LONGEST_WORD]
        while rest:
            mark = self._prefix if parts else ""
            size = next((n for n in range(len(rest), 0, -1) if mark + rest[:n] in self._pieces), 0)
            if not size:
                return [] if self._unknown is None else [self._unknown]
            parts.append(mark + rest[:size])
            rest = rest[size:]
        return self._numbers(parts)

    def _numbers(self, parts: Sequence[str]) -> list[int]:
        found = (self._pieces.get(part, self._unknown) for part in parts)
        return [number for number in found if number is not None]


def _part(value: Any, name: str) -> Any:
    part = value.get(name) if isinstance(value, Mapping) else None
    if not part or not isinstance(part, Mapping):
        raise ValueError(f"no tokenizer: {name} is missing")
    return part


def _merges(model: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Pairs, which older files write as one text with a space."""
    found = []
    for one in model.get("merges") or []:
        first, second = one.split(" ") if isinstance(one, str) else one
        found.append((str(first), str(second)))
    return found


def _byte_letters() -> dict[int, str]:
    """A printable letter for each byte, as GPT-2 chose them."""
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    letters = {byte: chr(byte) for byte in printable}
    others = [byte for byte in range(256) if byte not in letters]
    return letters | {byte: chr(256 + place) for place, byte in enumerate(others)}


_BYTES = _byte_letters()
