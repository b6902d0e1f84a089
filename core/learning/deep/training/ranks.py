"""One process or several that learn together: each on its share of the photos, all with the same result.

Started by torchrun (see core/learning/deep/__main__.py), each process finds its number in the environment.
Imports torch.
"""

import os
from dataclasses import dataclass

import torch
from torch import distributed


@dataclass(frozen=True, slots=True)
class Ranks:
    """This process among those that learn together; ``(0, 1)`` when it learns alone."""

    rank: int = 0
    world: int = 1

    @property
    def first(self) -> bool:
        """Whether this one writes files and reports."""
        return self.rank == 0

    def share(self, places: torch.Tensor) -> torch.Tensor:
        """This process's part of ``places``: every so-manieth, all parts equally long."""
        whole = len(places) // self.world * self.world
        return places[self.rank : whole : self.world]

    def largest(self, values: list[float]) -> list[float]:
        """The largest of each value over all processes, so that all decide the same."""
        if self.world == 1:
            return values
        tensor = torch.tensor(values, dtype=torch.float64, device=device())
        distributed.all_reduce(tensor, distributed.ReduceOp.MAX)
        return [float(value) for value in tensor.tolist()]


def join_ranks() -> Ranks:
    """Meet the other processes that torchrun started; alone without it."""
    if "RANK" not in os.environ or not distributed.is_available():
        return Ranks()
    distributed.init_process_group("nccl" if torch.cuda.is_available() else "gloo")
    if torch.cuda.is_available():
        torch.cuda.set_device(int(os.environ.get("LOCAL_RANK", "0")))
    return Ranks(distributed.get_rank(), distributed.get_world_size())


def device() -> torch.device:
    """What computes: a GPU where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")
