"""How large and how quick a packaged program is: sizes, first window and first answer, cold.

    python benchmarks/packaged.py [dist/snapshelf-full dist/snapshelf-light] [--runs 5]

Cold means that the kernel's cache of files is dropped before each start, which takes root. Medians of the
runs; a machine that does other work at the same time gives larger times. The first window is its first
frame, as the program logs it; the page is what can be searched in, and comes into it. Each answer is that of
a new process for a photo of the demo shop: first with nothing known of the print on its candidates, then
with what the search before it found out, as a window that has stood open for a while has.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
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
    print(
        "| program | MB | tar.zst -9 MB | version cold s | window cold s | page cold s "
        "| first answer cold s | answer cold s | answer warm s |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for folder in arguments.folders:
        if not (folder / "snapshelf").exists():
            print(f"| {folder.name}: not built | | | | | | | | |")
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
        # Once beforehand: it unpacks the demo shop.
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
        windows = [first_window(program, shop, environment) for _ in range(runs)]
        first = []
        for _ in range(runs):
            shutil.rmtree(shop / "points", ignore_errors=True)
            first.append(timed(search, environment, cold=True))
        answer = [timed(search, environment, cold=True) for _ in range(runs)]
        warm = [timed(search, environment, cold=False) for _ in range(runs)]
    frame, page = zip(*windows, strict=True)
    measured = (version, frame, page, first, answer, warm)
    times = " | ".join(f"{statistics.median(values):.2f}" for values in measured)
    return f"| {folder.name} | {size:.0f} | {packed_size(folder) / 1e6:.0f} | {times} |"


def timed(command: list[object], environment: dict[str, str], *, cold: bool) -> float:
    """Seconds until a command has ended."""
    if cold:
        drop_cache()
    start = time.perf_counter()
    subprocess.run([str(part) for part in command], env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def first_window(program: Path, shop: Path, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds until the first frame is painted and until its page is there, as it logs."""
    drop_cache()
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(program), "--verbose", "--shop", str(shop)],
        env=environment,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    timer = threading.Timer(PATIENCE_S, process.kill)
    timer.start()
    try:
        assert process.stderr is not None
        painted = float("nan")
        for line in process.stderr:
            if "first frame is painted" in line:
                painted = time.perf_counter() - start
            if "search page is there" in line:
                return painted, time.perf_counter() - start
    finally:
        timer.cancel()
        process.kill()
        process.wait()
    raise SystemExit(f"{program} did not show its window")


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
