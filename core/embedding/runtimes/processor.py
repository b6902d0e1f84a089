"""How many cores a computation should use."""

import os
from pathlib import Path

_TOPOLOGY = Path("/sys/devices/system/cpu")


def usable_cores(topology: Path = _TOPOLOGY) -> int:
    """Physical cores that this process may run on, at least 1.

    Two hardware threads of one core share its arithmetic units: a matrix product gains nothing from the
    second. Linux says which threads belong together; elsewhere every logical processor is counted.
    """
    if hasattr(os, "sched_getaffinity"):
        allowed = os.sched_getaffinity(0)
        return max(1, len({_core(topology / f"cpu{number}" / "topology", number) for number in allowed}))
    return os.cpu_count() or 1


def _core(folder: Path, number: int) -> str:
    """The same text for all hardware threads of one core."""
    try:
        return (folder / "thread_siblings_list").read_text(encoding="ascii").strip()
    except OSError:  # a sandbox without sysfs
        return f"cpu{number}"
