"""A product's title in the languages that a merchant keeps it in."""

from collections.abc import Mapping

CHINESE_TITLES = ("title_zh", "title zh", "name_zh", "chinese title", "chinese name", "中文名称", "中文名")
"""Columns that merchants keep a Chinese title in, in lower case."""


def chinese_title(extra: Mapping[str, str]) -> str:
    """The Chinese title among the merchant's own columns; "" if there is none."""
    named = {name.strip().casefold(): value for name, value in extra.items()}
    return next((named[name] for name in CHINESE_TITLES if named.get(name)), "")
