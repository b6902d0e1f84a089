"""Text from strangers as it may be shown: nothing in it moves a terminal's cursor or turns words around.

A terminal obeys escape sequences (ECMA-48, the C1 controls among them), and everything that draws text obeys
Unicode's embeddings, overrides and isolates (Trojan Source, CVE-2021-42574). A sequence is taken out whole,
so that nothing of it is left over as a word.
"""

import re

_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # control sequences: colours, the cursor
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)"  # strings, a title
    r"|\x1b[ -/]*[0-~]?"  # all others
)
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Controls but tab and newline, turns of direction, surrogates, two non-characters.
_NOT_SHOWN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def plain_text(text: str) -> str:
    """``text`` without what is obeyed instead of shown, with ``\\n`` for every line end."""
    if text.isascii() and text.isprintable():
        return text
    return _NOT_SHOWN.sub("", _SEQUENCE.sub("", _LINE_END.sub("\n", text)))


def plain_line(text: str) -> str:
    """The same in one line; spaces stay as they are."""
    return plain_text(text).replace("\n", " ").replace("\t", " ")
