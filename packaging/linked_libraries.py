"""What a library or a program is linked to itself, and not by way of another one.

PyInstaller asks the loader on Linux, which also tells what the libraries need that it found, those among them
that stay out of the program (bundle_choice.py); with them would come all that only they need.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)


def linked_to(library: Path) -> set[str]:
    """The file names of the libraries that it names."""
    if sys.platform != "linux":
        from PyInstaller.depend.bindepend import get_imports

        return {name for name, _path in get_imports(str(library))}
    told = subprocess.run(["objdump", "-p", library], capture_output=True, text=True, check=False).stdout
    return set(_NEEDED.findall(told))
