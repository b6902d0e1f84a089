"""Names of columns, made alike where only case, spaces or signs between words differ."""

import re
import unicodedata


def column_key(name: str) -> str:
    """``name`` in small letters, full-width ones as others, one space between words, no colon or star."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"[\s_\-]+", " ", plain).strip(" :*")
