"""The training itself: what learns and what stands still, checkpoints, resuming."""

import pickle
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core.embedding.networks.efficientnet_lite import LITE0
from core.embedding.networks.networks import build_network
from core.errors import KnownError
from core.learning.deep.training.checkpoint import read_checkpoint
from core.learning.deep.training.schedule import LONGEST_STEP, WHOLE_SIZE
from core.learning.deep.training.training import StoppedError, TrainingReport, train
from core.learning.deep.training_pictures import MISSING
from core.learning.deep.work_folder import LEARN, PROOF, Plan

SIDE = 32


@pytest.fixture(autouse=True, scope="module")
def one_thread() -> Iterator[None]:
    """Tiny batches gain nothing from threads, and threads that wait for each other lose much."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def plan(count: int = 12) -> Plan:
    """Two products by turns; two of six pictures are held out."""
    turns = np.arange(count)
    return Plan(
        np.array([f"{turn:064x}" for turn in turns], "U64"),
        np.full(count, -1, np.int64),
        (turns % 2).astype(np.int64),
        np.where(turns % 6 >= 4, PROOF, LEARN).astype(np.uint8),
    )


def pictures(count: int = 12) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    rng = np.random.default_rng(0)
    made = rng.integers(0, 120, (count, 47, 47, 3)).astype(np.uint8)
    made[1::2, :, :, 0] += 120  # the second product is redder
    return made


def learn(
    checkpoint: Path,
    stop_after: int | None = None,
    epochs: int = 2,
    seconds: float = 600,
    what: Plan | None = None,
    missing: Sequence[int] = (),
) -> dict[str, torch.Tensor]:
    def report(progress: TrainingReport) -> bool:
        return stop_after is None or progress.step < stop_after

    shown = pictures()
    shown[list(missing)] = MISSING
    return train(
        LITE0,
        what or plan(),
        shown,
        checkpoint,
        side=SIDE,
        whole=SIDE + 8,
        batch=4,
        epochs=epochs,
        seconds=seconds,
        report=report,
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, torch.Tensor]:
    """What a training without interruption learns."""
    return learn(tmp_path_factory.mktemp("whole") / "checkpoint.pt")


def test_early_layers_stand_still_and_late_ones_learn(whole: dict[str, torch.Tensor]) -> None:
    before = build_network(LITE0).state_dict()
    assert whole.keys() == before.keys()
    changed = {name for name, value in whole.items() if not torch.equal(value, before[name])}
    assert changed
    assert not any(
        name.startswith(("conv_stem", "bn1", "blocks.0", "blocks.1", "blocks.2")) for name in changed
    )
    assert not any("running" in name for name in changed), "the statistics of ImageNet are kept"
    assert any(name.startswith("blocks.6") for name in changed)


def test_a_stopped_training_goes_on_from_its_checkpoint_and_learns_the_same(
    whole: dict[str, torch.Tensor], tmp_path: Path
) -> None:
    checkpoint = tmp_path / "checkpoint.pt"
    with pytest.raises(StoppedError):
        learn(checkpoint, stop_after=3)
    saved = read_checkpoint(checkpoint)
    assert saved is not None and saved.step == 3
    resumed = learn(checkpoint)
    for name, value in whole.items():
        assert torch.allclose(value, resumed[name], atol=1e-5), name


def test_a_checkpoint_that_is_damaged_is_refused(tmp_path: Path) -> None:
    checkpoint = tmp_path / "checkpoint.pt"
    with pytest.raises(StoppedError):
        learn(checkpoint, stop_after=1)
    content = checkpoint.read_bytes()
    checkpoint.write_bytes(content[: len(content) // 2])
    with pytest.raises(KnownError, match="damaged"):
        learn(checkpoint)


def test_a_checkpoint_that_would_run_a_program_is_refused(tmp_path: Path) -> None:
    class Program:
        def __reduce__(self) -> tuple[object, ...]:
            return (Path.touch, (tmp_path / "ran",))

    checkpoint = tmp_path / "checkpoint.pt"
    torch.save({"step": Program()}, checkpoint)
    with pytest.raises(KnownError, match="damaged"):
        read_checkpoint(checkpoint)
    checkpoint.write_bytes(pickle.dumps({"step": Program()}, protocol=2))
    with pytest.raises(KnownError, match="damaged"):
        read_checkpoint(checkpoint)
    assert not (tmp_path / "ran").exists()


def test_curves_have_a_point_an_epoch(tmp_path: Path) -> None:
    learn(tmp_path / "checkpoint.pt")
    saved = read_checkpoint(tmp_path / "checkpoint.pt")
    assert saved is not None
    assert [point.epoch for point in saved.points] == [1, 2]
    assert all(point.held_out_top1 in {0.0, 0.25, 0.5, 0.75, 1.0} for point in saved.points)


def test_the_time_ends_a_training_before_its_last_epoch(tmp_path: Path) -> None:
    learn(tmp_path / "checkpoint.pt", epochs=10_000, seconds=0.5)
    saved = read_checkpoint(tmp_path / "checkpoint.pt")
    assert saved is not None and 0 < saved.step < 20_000


def test_a_training_that_is_given_less_time_than_it_took_cools_down_all_the_same(tmp_path: Path) -> None:
    checkpoint = tmp_path / "checkpoint.pt"
    with pytest.raises(StoppedError):
        learn(checkpoint, stop_after=8, epochs=10_000)
    stopped = read_checkpoint(checkpoint)
    learn(checkpoint, epochs=10_000, seconds=0.01)
    ended = read_checkpoint(checkpoint)
    assert stopped is not None and ended is not None
    assert stopped.share < 0.5 and ended.share >= 1
    assert ended.step > stopped.step and ended.seconds > stopped.seconds / WHOLE_SIZE


def test_time_in_which_the_program_was_halted_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step ends an hour after the one before, as on a computer that sleeps in between."""
    hours = iter(range(0, 3600 * 1000, 3600))
    monkeypatch.setattr(time, "monotonic", lambda: float(next(hours)))
    learn(tmp_path / "checkpoint.pt", seconds=3 * LONGEST_STEP)
    saved = read_checkpoint(tmp_path / "checkpoint.pt")
    assert saved is not None
    assert (saved.step, saved.seconds) == (3, 3 * LONGEST_STEP)


def test_what_is_learned_is_the_average_at_the_end(tmp_path: Path) -> None:
    learned = learn(tmp_path / "checkpoint.pt")
    saved = read_checkpoint(tmp_path / "checkpoint.pt")
    assert saved is not None
    for name, value in saved.average.items():
        if name.startswith("backbone."):
            assert torch.equal(value, learned[name.removeprefix("backbone.")])


def test_what_a_missing_picture_was_thought_to_show_does_not_matter(tmp_path: Path) -> None:
    missing = [0, 6, 7]
    one, other = plan(), plan()
    other.products[missing] = 1 - one.products[missing]
    first = learn(tmp_path / "1.pt", what=one, missing=missing)
    second = learn(tmp_path / "2.pt", what=other, missing=missing)
    assert all(torch.equal(first[name], second[name]) for name in first)


def test_a_training_goes_on_where_photos_were_forgotten_meanwhile(tmp_path: Path) -> None:
    """Also where they were all that there was of a product: what was learned still fits."""
    three = replace(plan(), products=np.array([0, 1, 2, 1, 0, 1, 0, 1, 2, 1, 0, 1]))
    with pytest.raises(StoppedError):
        learn(tmp_path / "checkpoint.pt", stop_after=3, what=three)
    learned = learn(tmp_path / "checkpoint.pt", what=three, missing=[2, 8, 4])
    assert all(torch.isfinite(value).all() for value in learned.values())
    saved = read_checkpoint(tmp_path / "checkpoint.pt")
    assert saved is not None and saved.step == 4, "as many steps as were planned"
