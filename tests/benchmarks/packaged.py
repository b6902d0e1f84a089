"""How large and how quick a packaged program is: sizes, cold first window, cold first answer.

    python tests/benchmarks/packaged.py [dist/snapshelf-full dist/snapshelf-light] [--runs 5]

Cold means that the kernel's cache of files is dropped before each start, which takes root. Medians of the
runs; a machine that does other work at the same time gives larger times.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DROP = Path("/proc/sys/vm/drop_caches")
PATIENCE_S = 120


def main() -> int:
    """Print one table row a program."""
    parser = argparse.ArgumentParser(description="Measure packaged programs.")
    default = [ROOT / "dist" / f"snapshelf-{flavour}" for flavour in ("full", "light")]
    parser.add_argument("folders", nargs="*", type=Path, default=default)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors, {arguments.runs} runs, medians")
    print("| program | MB | tar.zst -9 MB | version cold s | window cold s | answer cold s | answer warm s |")
    print("|---|---|---|---|---|---|---|")
    for folder in arguments.folders:
        if not (folder / "snapshelf").exists():
            print(f"| {folder.name}: not built | | | | | | |")
            continue
        print(row(folder, arguments.runs), flush=True)
    return 0


def row(folder: Path, runs: int) -> str:
    """The measures of one program as a line of the table."""
    program = folder / "snapshelf"
    size = (
        sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() or path.is_symlink()) / 1e6
    )
    with tempfile.TemporaryDirectory() as home:
        environment = {
            "HOME": home,
            "SNAPSHELF_HOME": home,
            "QT_QPA_PLATFORM": "offscreen",
            "LANG": "C.UTF-8",
        }
        without_display = {name: value for name, value in environment.items() if name != "QT_QPA_PLATFORM"}
        # Once beforehand: it makes the demo shop and its index.
        subprocess.run(
            [program, "demo", "--picture", f"{home}/x.png"],
            env=without_display,
            check=True,
            capture_output=True,
            cwd=home,
        )
        shop = next(Path(home).rglob("Demo shop"))
        photo = sorted((shop / "photos").rglob("*.jpg"))[0]
        search = [program, "--shop", shop, "search", photo]
        version = [timed([program, "--version"], environment, cold=True) for _ in range(runs)]
        window = [first_window(program, environment) for _ in range(runs)]
        answer = [timed(search, environment, cold=True) for _ in range(runs)]
        warm = [timed(search, environment, cold=False) for _ in range(runs)]
    times = " | ".join(f"{statistics.median(values):.2f}" for values in (version, window, answer, warm))
    return f"| {folder.name} | {size:.0f} | {packed_size(folder) / 1e6:.0f} | {times} |"


def timed(command: list[object], environment: dict[str, str], *, cold: bool) -> float:
    """Seconds until a command has ended."""
    if cold:
        drop_cache()
    start = time.perf_counter()
    subprocess.run([str(part) for part in command], env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def first_window(program: Path, environment: dict[str, str]) -> float:
    """Seconds until the window's first frame is painted, which the program logs when it is verbose."""
    drop_cache()
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(program), "--verbose", "demo"],
        env=environment,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    timer = threading.Timer(PATIENCE_S, process.kill)
    timer.start()
    try:
        assert process.stderr is not None
        for line in process.stderr:
            if "first frame is painted" in line:
                return time.perf_counter() - start
    finally:
        timer.cancel()
        process.kill()
        process.wait()
    return float("nan")


def packed_size(folder: Path) -> int:
    """Bytes of the folder as tar.zst at level 9."""
    tar = subprocess.Popen(["tar", "-C", folder.parent, "-c", folder.name], stdout=subprocess.PIPE)
    zstd = subprocess.run(["zstd", "-9", "-T0", "-c"], stdin=tar.stdout, capture_output=True, check=True)
    tar.wait()
    return len(zstd.stdout)


def drop_cache() -> None:
    """Forget every file that the kernel keeps in memory; without the right to, say so once and go on warm."""
    try:
        os.sync()
        DROP.write_text("3\n")
    except OSError:
        if not getattr(drop_cache, "told", False):
            print("The cache cannot be dropped without root: the times are warm.", file=sys.stderr)
            drop_cache.told = True  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.exit(main())
