"""Whether the computer runs on its battery: work that nobody waits for is left for another time then."""

import ctypes
import sys
from pathlib import Path

_SUPPLIES = Path("/sys/class/power_supply")
_OFFLINE = 0


def on_battery(supplies: Path = _SUPPLIES) -> bool:
    """False where the computer has no battery, or does not tell.

    Args:
        supplies: where Linux lists what feeds the computer.
    """
    if sys.platform == "win32":
        return _windows_on_battery()
    return any(
        _read(supply / "type") == "Battery"
        and _read(supply / "scope") != "Device"  # that of a mouse
        and _read(supply / "status") == "Discharging"
        for supply in _listed(supplies)
    )


def _listed(supplies: Path) -> list[Path]:
    try:
        return sorted(supplies.iterdir())
    except OSError:
        return []


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


if sys.platform == "win32":

    class _Status(ctypes.Structure):
        """SYSTEM_POWER_STATUS of winbase.h."""

        _fields_ = (
            ("line", ctypes.c_ubyte),
            ("flag", ctypes.c_ubyte),
            ("percent", ctypes.c_ubyte),
            ("saver", ctypes.c_ubyte),
            ("seconds", ctypes.c_ulong),
            ("full_seconds", ctypes.c_ulong),
        )

    def _windows_on_battery() -> bool:
        status = _Status()
        asked = ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status))
        return bool(asked) and status.line == _OFFLINE
