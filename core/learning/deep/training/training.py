"""The training itself: AdamW on a cosine, label smoothing, cut-outs of photos mixed, weights averaged.

What comes of it is the average at the end of the schedule. Nothing is chosen by the photos that draw the
curve, so that they can prove the lesson.

What is chosen here was chosen on held-out look-alike groups of a real shop's photos
(docs/decisions/0009-deep-lesson.md). Imports torch.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from core.embedding.backbone import BackboneSpec
from core.learning.deep.listener import CurvePoint
from core.learning.deep.training.augmentation import Augmentation, augment, mix
from core.learning.deep.training.checkpoint import Checkpoint, Tensors, read_checkpoint, write_checkpoint
from core.learning.deep.training.learner import Average, Learner, build_learner
from core.learning.deep.training.ranks import Ranks, device
from core.learning.deep.training.schedule import LONGEST_STEP, forecast, rate_at, side_at, time_with_an_end
from core.learning.deep.training_pictures import are_missing
from core.learning.deep.work_folder import LEARN, PROOF, Plan

RATE, HEAD_RATE = 2e-4, 2e-3
WEIGHT_DECAY = 0.05
SMOOTHING = 0.1
LARGEST_GRADIENT = 2.0
MIXED = 0.3
"""Share of the steps that mix photos."""

MOST_WATCHED = 200
"""Of the photos that are held out; more would only take time from learning."""

CHECKPOINT_SECONDS = 120.0
"""Between two checkpoints; the first one comes after the first epoch."""


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """How far the training is; ``steps`` and ``seconds_left`` are what is expected."""

    step: int
    steps: int
    epoch: float
    points: tuple[CurvePoint, ...]
    seconds_left: float | None


class StoppedError(Exception):
    """Somebody asked for a pause or an end; the checkpoint is written."""


def train(
    spec: BackboneSpec,
    plan: Plan,
    pictures: NDArray[np.uint8],
    checkpoint: Path,
    *,
    side: int,
    whole: int,
    batch: int,
    epochs: int,
    seconds: float,
    report: Callable[[TrainingReport], bool],
    ranks: Ranks = Ranks(),  # noqa: B008  (it cannot be changed)
) -> Tensors:
    """Train from the checkpoint on, if there is one, to the end.

    Args:
        pictures: (n, s, s, 3), in step with ``plan``; some that are learned from are not missing.
        side, whole: pixels of a training picture, at first and in the end.
        epochs, seconds: whichever comes first ends it; the learning rate falls to its end by then. Where the
            checkpoint took so long already, some more seconds are taken to cool down.
        report: told after each step; False asks to stop.

    Returns:
        The backbone's averaged parameters and its statistics, by name, as its architecture has them.

    Raises:
        StoppedError: ``report`` asked to stop.
        KnownError: weights or checkpoint are damaged, or the disk is full.
    """
    training = _Training(spec, plan, pictures, sides=(side, whole), batch=batch, epochs=epochs, ranks=ranks)
    training.restore(read_checkpoint(checkpoint))
    training.run(checkpoint, seconds, report)
    return training.result()


class _Training:
    def __init__(
        self,
        spec: BackboneSpec,
        plan: Plan,
        pictures: NDArray[np.uint8],
        *,
        sides: tuple[int, int],
        batch: int,
        epochs: int,
        ranks: Ranks,
    ) -> None:
        torch.manual_seed(0)
        self._spec, self._pictures, self._sides, self._ranks = spec, pictures, sides, ranks
        names, labels = np.unique(plan.products, return_inverse=True)
        self._labels = torch.from_numpy(labels.astype(np.int64))
        missing = are_missing(pictures)
        learned = np.flatnonzero(plan.roles == LEARN)
        self._learned = torch.from_numpy(_others_instead(learned, missing[learned]))
        held_out = np.flatnonzero((plan.roles == PROOF) & ~missing)
        self._watched = held_out[:: -(-len(held_out) // MOST_WATCHED) or 1]
        self._products = len(names)
        self._batch = max(2, min(batch, len(self._learned) // ranks.world))
        self._steps_an_epoch = max(1, len(self._learned) // (self._batch * ranks.world))
        self.steps = epochs * self._steps_an_epoch
        self._device = device()
        learner = build_learner(spec, self._products).to(self._device)
        self.learner: Learner = learner.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._parallel: nn.Module = self.learner
        if ranks.world > 1:
            self._parallel = nn.parallel.DistributedDataParallel(self.learner)
        self.average = Average(self.learner)
        self._optimizer = torch.optim.AdamW(self._groups())
        self._rates = [float(group["lr"]) for group in self._optimizer.param_groups]
        half = (
            torch.bfloat16 if self._device.type == "cpu" or torch.cuda.is_bf16_supported() else torch.float16
        )
        self._half = half
        self._scaler = torch.amp.GradScaler("cuda", enabled=self._cuda and half is torch.float16)
        self.step, self.seconds, self.share = 0, 0.0, 0.0
        self.points: list[CurvePoint] = []

    @property
    def _cuda(self) -> bool:
        return self._device.type == "cuda"

    @property
    def epoch(self) -> float:
        return self.step / self._steps_an_epoch

    def _groups(self) -> list[dict[str, object]]:
        """Matrices decay, scales and shifts do not; the new classifier learns quicker."""
        backbone = [value for value in self.learner.backbone.parameters() if value.requires_grad]
        return [
            {"params": [v for v in backbone if v.ndim > 1], "lr": RATE, "weight_decay": WEIGHT_DECAY},
            {"params": [v for v in backbone if v.ndim <= 1], "lr": RATE, "weight_decay": 0.0},
            {"params": list(self.learner.head.parameters()), "lr": HEAD_RATE, "weight_decay": 0.0},
        ]

    def restore(self, saved: Checkpoint | None) -> None:
        if saved is None:
            return
        parameters = dict(self.learner.named_parameters())
        with torch.no_grad():
            for name, value in saved.learner.items():
                parameters[name].copy_(value)
            self.average.values.update(
                {name: value.to(self._device) for name, value in saved.average.items()}
            )
        self._optimizer.load_state_dict(saved.optimizer)
        self.step, self.seconds, self.share, self.points = (
            saved.step,
            saved.seconds,
            saved.share,
            saved.points,
        )

    def save(self, path: Path) -> None:
        if not self._ranks.first:
            return
        learning = {name: value for name, value in self.learner.named_parameters() if value.requires_grad}
        write_checkpoint(
            path,
            Checkpoint(
                step=self.step,
                seconds=self.seconds,
                learner={name: value.detach() for name, value in learning.items()},
                average={name: self.average.values[name] for name in learning},
                optimizer=self._optimizer.state_dict(),
                points=self.points,
                share=self.share,
            ),
        )

    def run(self, checkpoint: Path, budget: float, report: Callable[[TrainingReport], bool]) -> None:
        budget = time_with_an_end(self.seconds, budget, self.share)
        now = time.monotonic()
        saved = now if self.step else now - CHECKPOINT_SECONDS
        losses: list[float] = []
        while self.step < self.steps:
            self.share, stop = self._ranks.largest(
                [
                    max(self.step / self.steps, self.seconds / budget),
                    float(not report(self._report(budget)) if self._ranks.first else 0),
                ]
            )
            if stop:
                self.save(checkpoint)
                raise StoppedError
            if self.share >= 1:
                break
            losses.append(self._learn(self.share))
            self.step += 1
            self.average.follow(self.learner, self.step)
            if self.step % self._steps_an_epoch == 0 or self.step == self.steps:
                self._watch(float(np.mean(losses)))
                losses.clear()
            begun, now = now, time.monotonic()
            self.seconds += min(now - begun, LONGEST_STEP)
            if self.points and now - saved > CHECKPOINT_SECONDS:
                self.save(checkpoint)
                saved = now
        if losses:
            self._watch(float(np.mean(losses)))
        self.save(checkpoint)
        report(self._report(budget))

    def result(self) -> Tensors:
        self._put(self.average.values)
        return {name: value.cpu().contiguous() for name, value in self.learner.backbone.state_dict().items()}

    def _report(self, budget: float) -> TrainingReport:
        early, whole = self._sides
        steps, left = forecast(self.step, self.seconds, self.steps, budget, (whole / early) ** 2)
        return TrainingReport(self.step, steps, self.epoch, tuple(self.points), left)

    def _learn(self, share: float) -> float:
        rate = rate_at(share)
        for group, full in zip(self._optimizer.param_groups, self._rates, strict=True):
            group["lr"] = full * rate
        places, chance = self._next_places()
        pictures = torch.from_numpy(self._pictures[places.numpy()]).permute(0, 3, 1, 2)
        changed = augment(pictures, side_at(share, *self._sides), Augmentation(), chance)
        wanted = functional.one_hot(self._labels[places], self._products).float()
        if float(torch.rand(1, generator=chance)) < MIXED:
            changed, wanted = mix(changed, wanted, chance)
        self._parallel.train()
        torch.manual_seed(self.step)  # what is dropped out, too, is the same after a resume
        with torch.autocast(self._device.type, self._half, enabled=self._cuda):
            scores = self._parallel(self._normalised(changed))
            loss = functional.cross_entropy(scores, wanted.to(self._device), label_smoothing=SMOOTHING)
        self._optimizer.zero_grad(set_to_none=True)
        self._scaler.scale(loss).backward()  # type: ignore[no-untyped-call]
        self._scaler.unscale_(self._optimizer)
        nn.utils.clip_grad_norm_(self.learner.parameters(), LARGEST_GRADIENT)
        self._scaler.step(self._optimizer)
        self._scaler.update()
        return float(loss.detach())

    def _next_places(self) -> tuple[torch.Tensor, torch.Generator]:
        """What this step learns from, and its dice: the same after a resume as without one."""
        epoch, turn = divmod(self.step, self._steps_an_epoch)
        order = torch.randperm(len(self._learned), generator=torch.Generator().manual_seed(epoch))
        mine = self._ranks.share(self._learned[order])
        chance = torch.Generator().manual_seed(self.step * self._ranks.world + self._ranks.rank)
        return mine[turn * self._batch : (turn + 1) * self._batch], chance

    def _normalised(self, pictures: torch.Tensor) -> torch.Tensor:
        recipe = self._spec.preprocessing
        mean, scale = (torch.tensor(value).reshape(-1, 1, 1) for value in (recipe.mean, recipe.scale))
        scaled = (pictures * 255 - mean) / scale
        return scaled.to(self._device).contiguous(memory_format=torch.channels_last)

    def _watch(self, loss: float) -> None:
        """A point of the curve: what the averaged network makes of photos that are held out."""
        top1 = None
        if len(self._watched):
            present = {name: value.detach().clone() for name, value in self.learner.named_parameters()}
            self._put(self.average.values)
            first = torch.cat([self._scores(part).argmax(dim=1) for part in _parts(self._watched)])
            self._put(present)
            top1 = float((first == self._labels[torch.from_numpy(self._watched)]).float().mean())
        self.points.append(CurvePoint(self.epoch, loss, top1))

    def _put(self, values: Tensors) -> None:
        with torch.no_grad():
            for name, value in self.learner.named_parameters():
                value.copy_(values[name])

    def _scores(self, places: NDArray[np.int64]) -> torch.Tensor:
        """Scores of whole pictures, as a search crops them, (n, products)."""
        recipe = self._spec.preprocessing
        pictures = torch.from_numpy(self._pictures[places]).permute(0, 3, 1, 2).float().div_(255)
        edge = round(pictures.shape[-1] * (1 - recipe.crop_share) / 2)
        inner = pictures[:, :, edge : pictures.shape[-1] - edge, edge : pictures.shape[-1] - edge]
        sized = functional.interpolate(
            inner, size=(recipe.side, recipe.side), mode="bilinear", antialias=True, align_corners=False
        )
        self.learner.eval()
        with torch.inference_mode():
            scores: torch.Tensor = self.learner(self._normalised(sized)).float().cpu()
        return scores


def _others_instead(places: NDArray[np.int64], missing: NDArray[np.bool_]) -> NDArray[np.int64]:
    """As many places, others twice instead of missing ones: the schedule and the steps done stay right."""
    there = places[~missing]
    chosen = places.copy()
    chosen[missing] = there[np.linspace(0, len(there), int(missing.sum()), endpoint=False).astype(np.int64)]
    return chosen


def _parts(places: NDArray[np.int64], count: int = 32) -> list[NDArray[np.int64]]:
    return [places[start : start + count] for start in range(0, len(places), count)]
