"""The encoding of a text that does not say its own: that in which its letters are those of one language."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.catalog.tables.files.letters import looks_east_asian, looks_like

_WEST = ("German", "French", "Spanish", "Portuguese", "Italian", "Dutch", "Swedish", "Danish", "Icelandic")
_MIDDLE = ("Polish", "Czech", "Slovak", "Hungarian", "Romanian", "Croatian", "German")
_CYRILLIC = ("Russian", "Ukrainian", "Bulgarian", "Serbian")
_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    # what Windows, older DOS tills and Macs write; the commoner one first, which counts where two fit alike
    "cp1252": _WEST,
    "cp1250": _MIDDLE,
    "cp1251": _CYRILLIC,
    "cp1254": ("Turkish",),
    "cp1253": ("Greek",),
    "cp1257": ("Lithuanian", "Latvian", "Estonian"),
    "cp1255": ("Hebrew",),
    "cp1256": ("Arabic",),
    "cp874": ("Thai",),
    "iso8859_2": _MIDDLE,
    "cp850": _WEST,
    "cp852": _MIDDLE,
    "cp866": _CYRILLIC,
    "koi8_r": _CYRILLIC,
    "koi8_u": ("Ukrainian",),
    "mac_roman": _WEST,
    "mac_latin2": _MIDDLE,
    "mac_cyrillic": _CYRILLIC,
}
_EAST_ASIAN = ("gb18030", "big5", "cp932", "euc_jp", "cp949")
_SAMPLE = 200_000
_WORD = re.compile(r"[^\s;,|\"]+")
FAIR = 0.35
"""A reading with fewer points is a guess that a person should see."""
_CLOSE = 0.12
"""Of two readings that differ by less, both are shown."""
_NEVER = -9.0


@dataclass(frozen=True, slots=True)
class Reading:
    """An encoding, how well the text reads in it (1 at best), and the lines that are not of ASCII alone."""

    encoding: str
    points: float
    sample: str


def readings(data: bytes) -> list[Reading]:
    """What ``data`` may say, the likeliest first, each text once; never empty, for Latin-1 has every byte."""
    sample = _beyond_ascii(data[:_SAMPLE])
    found = [Reading("latin_1", _NEVER, sample.decode("latin_1"))]
    for rank, (encoding, languages) in enumerate(_LANGUAGES.items()):
        text = _decoded(sample, encoding)
        if text is not None and _decoded(data, encoding) is not None:
            points = max(looks_like(text, language) for language in languages)
            found.append(Reading(encoding, points - rank * 0.002, text))
    for encoding in _EAST_ASIAN:
        text = _decoded(sample, encoding)
        if text is not None and _decoded(data, encoding) is not None:
            found.append(Reading(encoding, looks_east_asian(text, encoding), text))
    found.sort(key=lambda reading: -reading.points)
    by_text: dict[str, Reading] = {}
    for reading in found:
        by_text.setdefault(reading.sample, reading)
    return list(by_text.values())


def is_doubtful(found: Sequence[Reading]) -> bool:
    """Whether the first reading reads badly, or the second nearly as well."""
    return found[0].points < FAIR or (len(found) > 1 and found[0].points - found[1].points < _CLOSE)


def differing_words(one: str, other: str) -> tuple[str, str]:
    """The first word that two readings of the same bytes have differently, in both."""
    pairs = zip(_WORD.findall(one), _WORD.findall(other), strict=False)
    return next(((left, right) for left, right in pairs if left != right), (one[:20], other[:20]))


def _beyond_ascii(data: bytes) -> bytes:
    """The lines of ``data`` that hold more than ASCII; the others say nothing."""
    return b"\n".join(line for line in data.splitlines() if not line.isascii())


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
