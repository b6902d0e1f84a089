"""A product's size, among the columns that a merchant keeps beside those that every shop has."""

from collections.abc import Mapping

from core.plain_text import plain_line

_COLUMNS = (
    "size", "sizes", "dimensions", "net content", "net weight", "weight", "volume", "contents",
    "尺寸", "尺码", "规格", "净含量", "净重", "重量", "容量",
)  # fmt: skip
"""In lower case; the first that says something is taken."""


def size_of(extra: Mapping[str, str]) -> str:
    """The size as the merchant wrote it; "" if nowhere."""
    named = {" ".join(name.replace("_", " ").split()).casefold(): value for name, value in extra.items()}
    return plain_line(next((named[name] for name in _COLUMNS if named.get(name)), ""))
