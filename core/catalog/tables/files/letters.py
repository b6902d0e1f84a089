"""Which letters a language writes, and how well a text read in some encoding looks like one of a language.

The letters beyond ASCII of each language's alphabet (after the languages' own orthographies); for Chinese,
Japanese and Korean the blocks of their national standards that hold the characters in daily use.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping

_ALPHABETS: Mapping[str, str] = {
    "German": "äöüß",
    "French": "éèêëàâçîïôûùœ",
    "Spanish": "áéíóúüñ",
    "Portuguese": "áâãàçéêíóôõú",
    "Italian": "àèéìòù",
    "Dutch": "éèëêïöüóá",
    "Swedish": "åäöé",
    "Danish": "æøåé",
    "Polish": "ąćęłńóśźż",
    "Czech": "áčďéěíňóřšťúůýž",
    "Slovak": "áäčďéíľňóôŕšťúýž",
    "Hungarian": "áéíóöőúüű",
    "Romanian": "ăâîşţșț",
    "Croatian": "čćđšž",
    "Turkish": "çğıöşüİâ",
    "Lithuanian": "ąčęėįšųūž",
    "Latvian": "āčēģīķļņšūž",
    "Estonian": "äõöüšž",
    "Icelandic": "áðéíóúýþæö",
    # written in letters of their own alone, these begin with the commonest ones
    "Russian": "оеаинтсрвлкмдпугяыьзбйчхжшюцщэфъё№",
    "Ukrainian": "оанівирсткелдмупязьбгйчхцїжєшюфщґ№",
    "Bulgarian": "аиоентрсвлкдпмзгяъубчцйжщхфшюьѝ№",
    "Serbian": "аиоенрсуткјвдмплгзбчцшхњжћљфђџ№",
    "Greek": "ατοιενρσκηπςυμλίόάγέδήωχθύβφξώζψϊϋΐΰ",
    "Hebrew": "יוהלרבתמאשנעםדקחפסכגטצןזךףץ",
    "Arabic": "اليمونرتبةعدسفهكقأحجشطصىخإذزئءضغؤثظآپچژگ،",
    "Thai": "านรอกเงมยลวดทสตะปบคหแจพชขใโไผถฟิีุู่้๊๋็์ำัึืซศษธณญฐฏฎฉฆฌฑฒฤๅๆฝฮ",
}
_COMMON = 18
"""So many letters are most of what is written in a language of its own alphabet."""
_OWN_SCRIPT = frozenset({"Russian", "Ukrainian", "Bulgarian", "Serbian", "Greek", "Hebrew", "Arabic", "Thai"})
_LETTERS: Mapping[str, frozenset[str]] = {
    language: frozenset(letters + letters.upper()) for language, letters in _ALPHABETS.items()
}
_RARE: Mapping[str, frozenset[str]] = {
    language: frozenset((rare := _ALPHABETS[language][_COMMON:]) + rare.upper()) for language in _OWN_SCRIPT
}
_MANY = 8
_USUAL_SIGNS = frozenset("€£¥§°²³½¼¾×–—‘’“”„‚…•«»®©™·¿¡ªº¹±\u00a0\u2009\u202f、。・「」（）！：，；％ー￥")
_MONEY = re.compile(r"[€£¥]\s?(?=\d)|(?<=\d)\s?[€£¥]")
_LONE_LETTER = re.compile(r"(?<=\d)[ \u00a0]?(?![a-zA-Z])[^\W\d_](?!\w)|(?<!\w)(?![a-zA-Z])[^\W\d_](?=\d)")
"""One letter beside a number: what other encodings make of a sign of money."""
_MIXED_CASE = re.compile(r"(?<=[^\W\d_])(?:(?<=[a-zß-öø-ÿа-яёα-ω])[A-ZÀ-ÖØ-ÞА-ЯЁΑ-Ω])")
"""A capital letter behind a small one: words of a shop rarely have it, words in a wrong encoding often."""
_MIXED_SCRIPT = re.compile(r"[A-Za-z](?=[^\W\d_a-zA-Z])|(?<=[^\W\d_a-zA-Z])[A-Za-z]")
"""A letter of ASCII beside one of another script."""


def looks_like(text: str, language: str) -> float:
    """How much a text is one of ``language``, by its characters beyond ASCII: 1 at best, or below 0."""
    beyond = Counter(character for character in text if character > "\x7f")
    points = sum(count * _points(character, language) for character, count in beyond.items())
    breaks = len(_MIXED_CASE.findall(text)) + 2 * len(_LONE_LETTER.findall(text))
    points += 0.6 * len(_MONEY.findall(text))
    if language in _OWN_SCRIPT:
        breaks += 2 * len(_MIXED_SCRIPT.findall(text))
    return (points - breaks) / max(1, beyond.total())


def _points(character: str, language: str) -> float:
    if character in _LETTERS[language]:
        return 0.6 if character in _RARE.get(language, ()) else 1.0
    if character in _USUAL_SIGNS:
        return 0.4
    return -0.5 if character.isalpha() else -2.0


def looks_east_asian(text: str, encoding: str) -> float:
    """The same for Chinese, Japanese or Korean in an encoding of theirs."""
    points = _EAST_ASIAN[encoding]
    beyond = [character for character in text if character > "\x7f"]
    found = sum(map(points, beyond)) / max(1, len(beyond))
    if encoding == "cp949":
        # The bytes of Hangul are all of Chinese ones, too; those of Chinese seldom all of Hangul.
        found += 0.05 if len(set(beyond)) >= _MANY else -0.05
    return found


def _by_lead_byte(encoding: str, daily: range, rare: range) -> Callable[[str], float]:
    """Points by where a character stands in its standard: those in daily use stand first."""

    def points(character: str) -> float:
        if character in _USUAL_SIGNS or "\uff01" <= character <= "\uff5e":
            return 0.4
        if "\u3041" <= character <= "\u30fe":
            return 1.0 if encoding in ("cp932", "euc_jp") else 0.0
        try:
            data = character.encode(encoding)
        except UnicodeEncodeError:
            return -2.0
        if len(data) != 2:
            return -1.0
        if data[0] in daily and (encoding in ("cp932", "big5") or data[1] >= 0xA1):
            return 1.0
        return 0.2 if data[0] in rare and unicodedata.category(character) == "Lo" else -1.5

    return points


_EAST_ASIAN: Mapping[str, Callable[[str], float]] = {
    "gb18030": _by_lead_byte("gb18030", range(0xB0, 0xD8), range(0xD8, 0xF8)),
    "big5": _by_lead_byte("big5", range(0xA4, 0xC7), range(0xC9, 0xFA)),
    "cp932": _by_lead_byte("cp932", range(0x88, 0x98), range(0x98, 0xEB)),
    "euc_jp": _by_lead_byte("euc_jp", range(0xB0, 0xD0), range(0xD0, 0xF5)),
    "cp949": _by_lead_byte("cp949", range(0xB0, 0xC9), range(0xCA, 0xFE)),
}
