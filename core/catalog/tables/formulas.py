"""Cells that a spreadsheet would run as a formula, made harmless on the way out and restored on the way in.

The characters are those that OWASP names (https://owasp.org/www-community/attacks/CSV_Injection). An
apostrophe before them makes the cell text; a cell that begins with apostrophes before such a character
gets one more, so that nothing is lost by going out and in. So does what would not be read as the text that it
is, such as a brand called ``null``.
"""

import re

from core.catalog.no_value import says_nothing

GUARDS = ("'", "=")
"""What a cell begins with that :func:`restored` may change."""
_RUN = r"[=+\-@\t\r\n＝＋－＠]"
_DANGEROUS = re.compile(rf"'*{_RUN}")
_PROTECTED = re.compile(r'="((?:[^"]|"")*)"')
_HARMLESS = re.compile(rf"'+{_RUN}")


def neutralised(cell: str) -> str:
    """``cell`` so that no spreadsheet runs it, and that it is read as it stands."""
    return f"'{cell}" if _DANGEROUS.match(cell) or says_nothing(cell.lstrip("'")) else cell


def restored(cell: str) -> str:
    """The cell of which :func:`neutralised` made ``cell``.

    ``="00123"`` keeps a spreadsheet from eating zeros: the text within. No export of ours has it.
    """
    if cell[:1] not in GUARDS:
        return cell
    if _HARMLESS.match(cell) or (cell[0] == "'" and says_nothing(cell.lstrip("'"))):
        return cell[1:]
    protected = _PROTECTED.fullmatch(cell)
    return cell if protected is None else protected[1].replace('""', '"')
