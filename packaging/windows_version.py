"""What Windows is told of the two programs: the properties of a file show it, inventories read it.

In the words of PyInstaller's version files (pyinstaller.org, "Capturing Windows Version Data").
"""

from __future__ import annotations

import re

_AMERICAN, _UNICODE = 0x0409, 1200


def version_file(version: str, program: str) -> str:
    """The text of the version file for ``program``, such as ``snapshelf.exe``."""
    figures = [int(figure) for figure in re.findall(r"\d+", version)[:3]]
    numbers = tuple([*figures, 0, 0, 0, 0][:4])
    told = {
        "CompanyName": "Snapshelf",
        "FileDescription": "Snapshelf",
        "FileVersion": version,
        "InternalName": program.removesuffix(".exe"),
        "LegalCopyright": "MIT",
        "OriginalFilename": program,
        "ProductName": "Snapshelf",
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in told.items())
    table = f"StringTable('{_AMERICAN:04X}{_UNICODE:04X}', [{strings}])"
    languages = f"VarFileInfo([VarStruct('Translation', [{_AMERICAN}, {_UNICODE}])])"
    fixed = f"FixedFileInfo(filevers={numbers}, prodvers={numbers})"
    return f"VSVersionInfo(ffi={fixed}, kids=[StringFileInfo([{table}]), {languages}])\n"
