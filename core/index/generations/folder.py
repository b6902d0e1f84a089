"""The folder of one model's vectors under one measure: its generation found, and the next one put in place.

Which generation is in use is what the manifest says; it is replaced in one step.
"""

import contextlib
from collections.abc import Iterable
from pathlib import Path

from core.embedding.measures import Measure
from core.errors import KnownError
from core.files.atomic import make_folder
from core.index.generations.building import Rows, build_generation, remove_generation, remove_leftovers
from core.index.generations.generation import Generation
from core.index.generations.manifest import damaged_files, read_manifest, write_manifest
from core.index.generations.trees import TreeBuildError
from core.index.tuning import Tuning
from core.messages import message
from core.progress import ReportProgress, report


def index_folder(root: Path, fingerprint: str, measure: Measure) -> Path:
    """The folder, below a shop's ``index/`` folder, for one model's vectors under one measure."""
    return root / (fingerprint if measure is Measure.COSINE else f"{fingerprint}-{measure.value}")


def open_generation(folder: Path, dim: int, measure: Measure, *, writable: bool) -> Generation | None:
    """The generation in use; None where there is none that is whole and fits.

    Args:
        writable: make the folder if it is missing, and remove what a killed process left behind.
    """
    generation = None
    with contextlib.suppress(OSError):  # a shop that cannot be written to can still be searched
        if writable:
            make_folder(folder)
        # A writer elsewhere may replace the generation between reading its name and mapping it.
        for _attempt in range(3):
            generation = _open_generation(folder, dim, measure)
            if generation or not read_manifest(folder):
                break
        if writable:
            remove_leftovers(folder, generation.manifest if generation else None)
    return generation


def put_generation(
    folder: Path,
    rows: Iterable[Rows],
    *,
    number: int,
    total: int,
    dim: int,
    measure: Measure,
    tuning: Tuning,
    progress: ReportProgress,
) -> Generation:
    """Build a generation from ``rows`` and name it the one in use; the one before stays on the disk.

    Args:
        number: its own; one more than that of the generation before.
        total: how many photos the rows have, roughly.

    Raises:
        KnownError: the files cannot be written.
        Cancelled: ``progress`` asked to stop; the generation before stays in use.
    """
    stage = message("core", "Building the search index")
    try:
        make_folder(folder)
        manifest = build_generation(
            folder,
            rows,
            number=number,
            count=total,
            dim=dim,
            measure=measure,
            tuning=tuning,
            progress=lambda done: report(progress, stage, done, max(done, total)),
        )
        try:
            generation = Generation(folder, manifest)
            write_manifest(folder, manifest)
        except BaseException:
            named = read_manifest(folder)  # it may be in place, and the folder's fsync have failed
            if named is None or named.name != manifest.name:
                remove_generation(folder, manifest.name)
            raise
    except (OSError, TreeBuildError) as error:
        text = message(
            "core",
            "The search index could not be written to {folder} ({reason}). Free some space on that "
            "disk and make sure that the folder may be written to. Searching works meanwhile.",
        )
        raise KnownError(text, folder=folder, reason=error) from error
    return generation


def _open_generation(folder: Path, dim: int, measure: Measure) -> Generation | None:
    manifest = read_manifest(folder)
    if manifest is None or (manifest.dim, manifest.measure) != (dim, measure.value):
        return None
    if damaged_files(folder, manifest):
        return None
    try:
        return Generation(folder, manifest)
    except (OSError, ValueError):  # whole, and yet not what its manifest says
        return None
