"""The networks that the open shop can be searched by, as the settings show them."""

from __future__ import annotations

from dataclasses import dataclass

from core.ingest.model_switch import switch_backbone, switch_model
from core.progress import ReportProgress
from core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class Networks:
    """What there is to choose from, and what serves now.

    Attributes:
        names: of all of them.
        in_use: the one below the model in use; a deep lesson's own is not among ``names``.
        lesson: the lesson in use on top; None if there is none.
        device: what computes.
        writable: whether another one may be chosen.
        text_image: the one that compares words with pictures; "" where the shop was given none.
        text_image_licence: what it may be used for, as its file says.
    """

    names: tuple[str, ...]
    in_use: str
    lesson: str | None
    device: str
    writable: bool
    text_image: str
    text_image_licence: str


def networks_of(shop: Shop) -> Networks:
    """The networks of ``shop``; for a job, as it loads the model where that is not loaded yet."""
    names = tuple(spec.name for spec in shop.models.backbones())
    towers = shop.text_image.stored
    return Networks(
        names,
        shop.spec.name,
        shop.model.version,
        shop.network.load().device,
        shop.writable,
        text_image="" if towers is None else towers.spec.name,
        text_image_licence="" if towers is None else towers.facts.licence,
    )


def go_back_to(shop: Shop, before: Networks, progress: ReportProgress) -> None:
    """Search by what was in use, network and lesson."""
    if before.in_use in before.names:
        switch_backbone(shop, before.in_use, progress)
    if before.lesson is not None:
        switch_model(shop, before.lesson, progress)
