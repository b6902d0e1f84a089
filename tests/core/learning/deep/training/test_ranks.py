"""Two processes that learn together, as torchrun starts them; here on the processor, by gloo."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from core.learning.deep.training.ranks import Ranks

REPOSITORY = Path(__file__).resolve().parents[5]

LEARN_TOGETHER = """
import sys
from pathlib import Path
import numpy as np
import torch
from core.embedding.networks.efficientnet_lite import LITE0
from core.learning.deep.training.ranks import join_ranks
from core.learning.deep.training.training import train
from core.learning.deep.work_folder import Plan

folder = Path(sys.argv[1])
torch.set_num_threads(1)
ranks = join_ranks()
turns = np.arange(16)
plan = Plan(
    np.array([f"{turn:064x}" for turn in turns], "U64"), np.full(16, -1), turns % 2,
    2 * (turns >= 12).astype(np.uint8),
)
pictures = np.random.default_rng(0).integers(0, 255, (16, 47, 47, 3)).astype(np.uint8)
steps = []
learned = train(
    LITE0, plan, pictures, folder / "checkpoint.pt", side=32, batch=3, whole=40, epochs=2, seconds=600,
    report=lambda progress: steps.append(progress.steps) or True, ranks=ranks,
)
torch.save(learned, folder / f"rank{ranks.rank}.pt")
if ranks.first:
    (folder / "steps").write_text(str(steps[0]))
torch.distributed.destroy_process_group()
"""


def test_each_process_has_its_own_photos_and_all_have_equally_many() -> None:
    places = torch.arange(11)
    shares = [Ranks(rank, 3).share(places).tolist() for rank in range(3)]
    assert [len(share) for share in shares] == [3, 3, 3]
    assert len({place for share in shares for place in share}) == 9


def test_a_process_alone_takes_all_photos_and_asks_nobody() -> None:
    assert Ranks().share(torch.arange(5)).tolist() == [0, 1, 2, 3, 4]
    assert Ranks().largest([1.0, 0.0]) == [1.0, 0.0]


@pytest.mark.long  # three starts of torch: that the processes' weights agree is seen in long runs alone
@pytest.mark.skipif(not torch.distributed.is_gloo_available(), reason="this torch cannot connect processes")
def test_two_processes_learn_the_same_network(tmp_path: Path) -> None:
    script = tmp_path / "together.py"
    script.write_text(LEARN_TOGETHER)
    ended = subprocess.run(
        [
            *(sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"),
            *(str(script), str(tmp_path)),
        ],
        env=os.environ | {"PYTHONPATH": str(REPOSITORY), "OMP_NUM_THREADS": "1"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
    first, second = (torch.load(tmp_path / f"rank{rank}.pt", weights_only=True) for rank in range(2))
    assert first.keys() == second.keys()
    assert all(torch.equal(first[name], second[name]) for name in first)
    assert (tmp_path / "steps").read_text() == "4", "12 photos, 2 processes of 3 a step, 2 epochs"
