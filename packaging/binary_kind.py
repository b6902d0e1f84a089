"""What kind of code a file is, told by its first bytes rather than by its name."""

from __future__ import annotations

from pathlib import Path

_MAGIC = {
    b"\x7fELF": "ELF",
    b"\xcf\xfa\xed\xfe": "Mach-O",  # 64 bits, little-endian
    b"\xce\xfa\xed\xfe": "Mach-O",
}
_FAT = b"\xca\xfe\xba\xbe"
"""Begins a Mach-O file for several processors, and a class file of Java, whose next number is 45 or more."""


def binary_kind(file: Path) -> str | None:
    """``"ELF"``, ``"Mach-O"`` or ``"PE"``; None for a file that holds no code."""
    with file.open("rb") as opened:
        start = opened.read(8)
    if start[:4] == _FAT and int.from_bytes(start[4:], "big") < 45:
        return "Mach-O"
    return "PE" if start[:2] == b"MZ" else _MAGIC.get(start[:4])
