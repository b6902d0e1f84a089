"""What was said of each scene, kept line by line: a run of hours that was ended goes on where it stood."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.count.rivals import Told
from benchmarks.count.scenes import Truth


@dataclass(frozen=True, slots=True)
class Counted:
    """A scene as one way counted it.

    Attributes:
        source: whose goods it shows.
        kind: thrown, or on a shelf.
        truths: what there is.
        told: what was said.
        seconds: of the processor.
    """

    way: str
    source: str
    kind: str
    truths: tuple[Truth, ...]
    told: tuple[Told, ...]
    seconds: float


def keep(file: Path, ways: Sequence[Counted]) -> None:
    """Add a line, one scene as all ways counted it, to the file, which is made if it is not there."""
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps([asdict(one) for one in ways]) + "\n")


def go_on(file: Path, choices: Mapping[str, object]) -> list[list[Counted]]:
    """What was kept, a list a scene; where there is nothing, the file is begun. A cut off line is taken away.

    Args:
        choices: by which the scenes were made and counted; they are the file's first line.

    Raises:
        SystemExit: the file is of a run with other choices, or does not say with which.
    """
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    whole, _newline, cut_off = text.rpartition("\n")
    first = json.dumps(choices)
    if not whole:
        file.write_text(f"{first}\n", encoding="utf-8")
        return []
    said, *scenes = whole.split("\n")
    if said != first:
        raise SystemExit(f"{file} was kept by a run with other choices: {said[:200]}\nThese are {first}")
    if cut_off:
        file.write_text(f"{whole}\n", encoding="utf-8")
    return [[_counted(one) for one in json.loads(line)] for line in scenes]


def _counted(one: dict[str, Any]) -> Counted:
    truths = tuple(Truth(truth["sku"], tuple(truth["box"])) for truth in one["truths"])
    told = tuple(Told(tuple(said["box"]), said["sku"], said["sure"]) for said in one["told"])
    return Counted(**{**one, "truths": truths, "told": told})
