"""Run every benchmark that fits a coffee break, one after the other, and print their tables.

    python benchmarks/run.py        (or `make bench`)

Left out, because they take long or need a data set: large_catalog.py, bombs.py, recognition/, and
`snapshelf bench --items 1000000`; each prints its own usage.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

BENCHMARKS = (
    [str(HERE / "startup.py")],
    [str(HERE / "query_latency.py")],
    [str(HERE / "indexing.py")],
    [str(HERE / "embedding.py")],
    [str(HERE / "demo_shop.py")],
    ["-m", "desktop_app", "bench", "--items", "100000"],
)


def main() -> int:
    """Run them; 1 if one failed."""
    failed = 0
    for benchmark in BENCHMARKS:
        print(f"\n== {' '.join(Path(part).name if '/' in part else part for part in benchmark)}", flush=True)
        failed |= (
            subprocess.run([sys.executable, *benchmark], cwd=HERE.parents[1], check=False).returncode != 0
        )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
