"""What people and programs write where there is nothing: ``N/A``, ``null``, ``-``.

Only what can mean nothing else: ``None`` and ``No`` are answers elsewhere (an option, a yes or no).
"""

_NOTHING = frozenset(
    (
        # spreadsheets, databases and programming languages
        *("n/a", "n.a.", "n. a.", "#n/a", "<na>", "null", "<null>", "(null)", "\\n", "nan", "undefined"),
        *("(blank)", "(leer)", "(vide)", "(en blanco)", "(empty)", "#n/a n/a"),
        # signs
        *("-", "--", "---", "\u2013", "\u2014", "\u2014\u2014", "\u2212", "?", "??", "???"),
        # words for "not known" and "there is none", where a language has one that is nothing else
        *("not applicable", "not available", "does not apply", "k.a.", "k. a.", "n.v.", "n.v.t.", "s/d"),
        *("non disponible", "no aplica", "no disponible", "nicht verfügbar", "keine angabe"),
        *("н/д", "暂无", "不适用", "未知", "該当なし"),
    )
)
_LONGEST = max(map(len, _NOTHING))


def says_nothing(text: str) -> bool:
    """Whether ``text``, a whole cell, says that there is no value; an empty one says nothing either way."""
    return len(text) <= _LONGEST + 2 and text.strip().casefold() in _NOTHING
