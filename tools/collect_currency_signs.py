"""Write ``core/catalog/currencies/cldr.py``: currencies, and how the languages of the world sign them.

    python tools/collect_currency_signs.py          write it anew, after Babel was updated
    python tools/collect_currency_signs.py --check  fail where it does not fit what Babel says

Babel carries the Common Locale Data Repository of Unicode, 35 MB of it. The program needs these few lines.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from datetime import date
from pathlib import Path

from babel import Locale, localedata
from babel.core import get_global
from babel.numbers import get_territory_currencies, list_currencies

TARGET = Path(__file__).resolve().parents[1] / "core" / "catalog" / "currencies" / "cldr.py"
_AS_OF = date(2026, 1, 1)
_HEAD = '''"""Made by tools/collect_currency_signs.py from Babel's copy of Unicode's locale data (CLDR)."""

SIGNS = {
'''


def main() -> int:
    """Write or check; 0 when the file fits."""
    parser = argparse.ArgumentParser(description="Collect the signs of currencies.")
    parser.add_argument("--check", action="store_true")
    text = module_text()
    if parser.parse_args().check:
        return 0 if TARGET.read_text(encoding="utf-8") == text else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


def module_text() -> str:
    """The module as it should stand."""
    signs = "".join(_line(code, signs) for code, signs in currency_signs().items())
    return f'{_HEAD}{signs}}}\n"""Code to the signs that some language has for it, in small letters."""\n'


def _line(code: str, words: list[str]) -> str:
    line = f'    "{code}": "{" ".join(words)}",'
    return f"{line}\n" if len(line) <= 110 else f"{line}  # noqa: E501\n"


def currencies_in_use() -> set[str]:
    """Those in which prices are written somewhere now."""
    found = set()
    for territory in sorted(get_global("territory_currencies")):
        codes = get_territory_currencies(territory, _AS_OF, _AS_OF, tender=True)
        if len(territory) == 2 and territory.isalpha() and codes:
            found.add(codes[0])
    return found


def currency_signs() -> dict[str, list[str]]:
    """Currency in use to its signs in any language, less those that are its code or hold a space."""
    in_use = currencies_in_use()
    signs: dict[str, set[str]] = {code: set() for code in sorted(in_use & set(list_currencies()))}
    for name in localedata.locale_identifiers():
        for code, sign in Locale.parse(name).currency_symbols.items():
            plain = "".join(c for c in sign if unicodedata.category(c) != "Cf").strip().casefold()
            plain = unicodedata.normalize("NFKC", plain).rstrip(".")
            if code in signs and plain and plain != code.casefold() and not set(plain) & set(' \u00a0"'):
                signs[code].add(plain)
    return {code: sorted(found) for code, found in signs.items() if found}


if __name__ == "__main__":
    sys.exit(main())
