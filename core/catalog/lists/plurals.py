"""Words in the singular and the plural, as far as one rule for many languages goes; folded words in, and out.

No stemmer: nobody says which language a shop's titles are in, and half of them are names. As the index finds
words by their beginning, ``apple`` finds ``apples`` anyway; what is wanted are the other ways round.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LEAST = 4
"""Letters of a word that may be a plural; shorter ones are names and units."""
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse",
    "geese": "goose", "loaves": "loaf", "knives": "knife", "leaves": "leaf", "shelves": "shelf",
}  # fmt: skip
_BACK = {singular: plural for plural, singular in _IRREGULAR.items()}
# Endings of plurals and what stands there in the singular, told by whole words only: English, Spanish and
# Portuguese, Italian, German and Dutch, French.
_ENDINGS = (
    ("ies", ("y",)), ("ves", ("f", "fe")), ("oes", ("o", "ao")), ("aes", ("ao",)), ("es", ("",)),
    ("eaux", ("eau",)), ("aux", ("al",)), ("x", ("",)), ("en", ("", "e")), ("er", ("",)),
    ("i", ("o", "e")), ("e", ("a",)), ("is", ("l",)),
)  # fmt: skip
_CYRILLIC_ENDING = re.compile(r"([\u0400-\u04ff]{3,})[аеиоуыьюяйі]")


@dataclass(frozen=True, slots=True)
class OtherNumber:
    """A word in another number; ``may_go_on`` if longer words that begin with it are meant as well."""

    word: str
    may_go_on: bool = False


def other_numbers(word: str) -> Iterator[OtherNumber]:
    """What ``word`` may be in the singular, or in a plural that does not begin with it."""
    if len(word) < _LEAST or not word.isalpha():
        return
    irregular = _IRREGULAR.get(word) or _BACK.get(word)
    if irregular:
        yield OtherNumber(irregular)
    cyrillic = _CYRILLIC_ENDING.fullmatch(word)
    if cyrillic:
        yield OtherNumber(cyrillic[1], may_go_on=True)
        return
    if word.endswith("s") and not word.endswith("ss"):
        yield OtherNumber(word[:-1], may_go_on=True)
    for plural, singulars in _ENDINGS:
        if word.endswith(plural) and len(word) - len(plural) >= 3:
            for singular in singulars:
                yield OtherNumber(word[: -len(plural)] + singular)
    if word.endswith("y"):
        yield OtherNumber(word[:-1] + "ies")
