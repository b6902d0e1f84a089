"""The phone's language: chosen by what its browser asks for, spoken without Qt.

The translations are those of the window (``resources/translations``), in the contexts that a phone shows: its
own, and core's sentences.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from xml.etree import ElementTree as Xml

from core.messages import Sentence
from core.paths import resources

PhoneCode = Literal["en", "zh_CN"]

OWN_NAMES: dict[PhoneCode, str] = {"en": "English", "zh_CN": "简体中文"}
"""What each language calls itself; never translated."""

TAGS: dict[PhoneCode, str] = {"en": "en", "zh_CN": "zh-Hans"}
"""Each by its BCP 47 tag, for the page's ``lang``."""

_PHONE, _CORE = "phone", "core"
_LONGEST_HEADER = 200


@dataclass(frozen=True, slots=True)
class Words:
    """Puts English texts into the language of one phone; a text without a translation stays English."""

    code: PhoneCode = "en"
    table: Mapping[tuple[str, str], str] = field(default_factory=dict, repr=False)

    def __call__(self, text: str) -> str:
        """A text that was marked with ``message("phone", …)`` or stands in a template."""
        return self.table.get((_PHONE, text), text)

    def sentence(self, sentence: Sentence) -> str:
        """One of core's sentences, or the phone's own."""
        return sentence.translated(lambda text: self.table.get((_CORE, text)) or self(text))


def load_words() -> dict[PhoneCode, Words]:
    """Every language of the phone; takes some hundredths of a second."""
    return {"en": Words(), "zh_CN": Words("zh_CN", _table("zh_CN"))}


def language_of(accept: str) -> PhoneCode:
    """The language that a browser likes best by its ``Accept-Language``: Chinese, or English for all others.

    Source: RFC 9110, 12.5.4; of equal weights the first one counts.
    """
    best, weight = "", 0.0
    for part in accept[:_LONGEST_HEADER].split(","):
        tag, _, parameters = part.strip().partition(";")
        name, _, value = parameters.strip().partition("=")
        try:
            quality = float(value) if name.strip() == "q" else 1.0
        except ValueError:
            continue
        if tag and quality > weight and tag.lower().startswith(("en", "zh")):
            best, weight = tag.lower(), quality
    return "zh_CN" if best.startswith("zh") else "en"


def _table(code: PhoneCode) -> dict[tuple[str, str], str]:
    file = resources() / "translations" / f"snapshelf_{code}.ts"
    table: dict[tuple[str, str], str] = {}
    for context in Xml.parse(file).getroot().iter("context"):  # noqa: S314  (our own file)
        name = context.findtext("name", "")
        if name in (_PHONE, _CORE):
            for entry in context.iter("message"):
                translation = entry.findtext("translation", "")
                if translation:
                    table[name, entry.findtext("source", "")] = translation
    return table
