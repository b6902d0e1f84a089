"""Throw damaged files at the front doors and tell what happened.

    python tests/fuzz/run.py [--inputs 100000] [--first 0] [--door pictures] [--workers 2]

Each worker is a process of its own with its memory limited, so that a decoder that crashes or eats memory
is seen and named. Prints a table; exit code 1 if anything but an answer or a sentence came out. The inputs
are made from their numbers: ``--door D --first N --inputs 1`` shows a finding again.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.errors import KnownError
from tests.fuzz.doors import DOORS, Door
from tests.fuzz.mutations import mutated

MEMORY_BYTES = 3 * 2**30
SLOW_S = 10.0
BATCH = 2_000


@dataclass(slots=True)
class Tally:
    """What came of a batch of inputs."""

    outcomes: Counter[str] = field(default_factory=Counter)
    slowest_s: float = 0.0
    slowest: int = 0
    peak_mb: int = 0
    findings: list[str] = field(default_factory=list)


def attack(door: Door, numbers: range, folder: Path) -> Tally:
    """Send the inputs of these numbers through ``door``."""
    seeds = door.seeds(folder)
    tally = Tally()
    for number in numbers:
        start = time.perf_counter()
        try:
            door.enter(mutated(seeds, number), folder)
            tally.outcomes["accepted"] += 1
        except KnownError:
            tally.outcomes["refused"] += 1
        except Exception:
            tally.outcomes["bug"] += 1
            tally.findings.append(f"{door.name} {number}: {traceback.format_exc()}")
        seconds = time.perf_counter() - start
        if seconds > tally.slowest_s:
            tally.slowest_s, tally.slowest = seconds, number
    tally.peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if tally.slowest_s > SLOW_S:
        tally.findings.append(f"{door.name} {tally.slowest}: took {tally.slowest_s:.1f} s")
    return tally


def _work(name: str, first: int, count: int) -> int:
    """What a worker does: its last line is for the one who counts."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    with tempfile.TemporaryDirectory() as folder:
        tally = attack(DOORS[name], range(first, first + count), Path(folder))
    print(json.dumps({part.name: getattr(tally, part.name) for part in fields(tally)}))
    return 0


def _batches(names: list[str], first: int, inputs: int) -> Iterator[tuple[str, int, int]]:
    for name in names:
        for start in range(first, first + inputs, BATCH):
            yield name, start, min(BATCH, first + inputs - start)


def main() -> int:
    """Share the inputs among workers and print the table."""
    parser = argparse.ArgumentParser(description="Throw damaged files at the front doors.")
    parser.add_argument("--inputs", type=int, default=100_000, help="for all doors together")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--door", choices=sorted(DOORS))
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--batch", nargs=3, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.batch:
        name, first, count = arguments.batch
        return _work(name, int(first), int(count))
    names = [arguments.door] if arguments.door else list(DOORS)
    waiting = list(_batches(names, arguments.first, arguments.inputs // len(names)))[::-1]
    tallies = {name: Tally() for name in names}
    running: list[tuple[str, int, int, subprocess.Popen[str]]] = []
    while waiting or running:
        while waiting and len(running) < arguments.workers:
            name, first, count = waiting.pop()
            command = [sys.executable, __file__, "--batch", name, str(first), str(count)]
            worker = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            running.append((name, first, count, worker))
        name, first, count, worker = running.pop(0)
        out, err = worker.communicate()
        _count(tallies[name], f"{name} {first} to {first + count - 1}", worker.returncode, out, err)
    return _print(tallies)


def _count(tally: Tally, batch: str, code: int, out: str, err: str) -> None:
    if code != 0 or not out:
        tally.outcomes["crash"] += 1
        tally.findings.append(f"{batch}: the process ended with {code}\n{err}")
        return
    batch_tally = Tally(**json.loads(out))
    tally.outcomes.update(Counter(batch_tally.outcomes))
    if batch_tally.slowest_s > tally.slowest_s:
        tally.slowest_s, tally.slowest = batch_tally.slowest_s, batch_tally.slowest
    tally.peak_mb = max(tally.peak_mb, batch_tally.peak_mb)
    tally.findings += batch_tally.findings


def _print(tallies: dict[str, Tally]) -> int:
    heads = ("inputs", "opened", "refused", "bugs", "crashes", "slowest s", "peak MB")
    print(f"{'door':<10}" + "".join(f"{head:>10}" for head in heads))
    for name, tally in tallies.items():
        outcomes = tally.outcomes
        shown = [outcomes["accepted"], outcomes["refused"], outcomes["bug"], outcomes["crash"]]
        print(
            f"{name:<10}{sum(shown[:3]):>10}"
            + "".join(f"{number:>10}" for number in shown)
            + f"{tally.slowest_s:>10.2f}{tally.peak_mb:>10}"
        )
    findings = [finding for tally in tallies.values() for finding in tally.findings]
    print("\n".join(findings[:20]))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
