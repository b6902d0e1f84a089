"""PySide is kept from reading the source of every module that is imported after it.

It looks there for its own name, to know whether a module may want Qt's names in snake case
(``from __feature__ import …``), which no module here does. Where sources lie beside the program that took
90 ms of a start, and 17 MB for what Python keeps of them.
"""

import sys


def leave_sources_unread() -> None:
    """Call it before anything else is imported that is large; a PySide that looks otherwise is left alone."""
    import PySide6.QtCore  # noqa: F401  # which brings what looks

    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = _wants_nothing


def _wants_nothing(_module: object) -> bool:
    return False
