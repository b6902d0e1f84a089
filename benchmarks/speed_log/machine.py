"""The machine's own yardstick, so that figures of two machines are not taken for two programs."""

import hashlib
import os
import platform
import time

import numpy as np

_SIDE = 1024
_BLOCK = bytes(32 * 2**20)
_TIMES = 5


def yardstick() -> dict[str, float | int | str]:
    """What it is, and how quickly it multiplies (GFLOP/s), hashes and copies (MB/s); the best of five."""
    matrix = np.ones((_SIDE, _SIDE), np.float32)
    copied = np.frombuffer(_BLOCK, np.uint8)
    return {
        "processor": platform.processor() or platform.machine(),
        "cores": os.cpu_count() or 0,
        "gflops": 2 * _SIDE**3 / _best(lambda: matrix @ matrix) / 1e9,
        "sha256_mb_s": len(_BLOCK) / _best(lambda: hashlib.sha256(_BLOCK).digest()) / 1e6,
        "copy_mb_s": len(_BLOCK) / _best(copied.copy) / 1e6,
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else -1.0,
    }


def _best(step: object) -> float:
    assert callable(step)
    seconds = []
    for _run in range(_TIMES):
        start = time.perf_counter()
        step()
        seconds.append(time.perf_counter() - start)
    return min(seconds)
