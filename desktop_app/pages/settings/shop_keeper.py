"""What can be done with a shop as a whole, for the window; every call blocks and belongs in a job."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.progress import ReportProgress

if TYPE_CHECKING:
    from core.care.archive import ArchiveReport
    from desktop_app.engine.engine import ShopFacts
    from desktop_app.engine.shop_choice import Prepare
    from desktop_app.engine.shop_engine import ShopEngine


@dataclass(frozen=True, slots=True)
class Networks:
    """The networks that a shop can be searched by.

    Attributes:
        names: of all of them.
        in_use: the one below the model in use; a deep lesson's own is not among ``names``.
        lesson: the lesson in use on top; None if there is none.
        device: what computes.
    """

    names: tuple[str, ...]
    in_use: str
    lesson: str | None
    device: str


class ShopKeeper:
    """Looks after the shop that ``engine`` has open. Each call may raise KnownError."""

    def __init__(self, engine: ShopEngine) -> None:
        self._engine = engine

    @property
    def folder(self) -> Path:
        """Where the shop lies."""
        return self._engine.folder

    def back_up(self, file: Path, progress: ReportProgress) -> ArchiveReport:
        """Write the whole shop into one file."""
        from core.care.archive import write_archive

        shop = self._engine.shop
        return write_archive(shop.catalog, shop.folder, file, progress)

    def copy(self, target: Path, progress: ReportProgress) -> None:
        """Copy the shop to another folder."""
        from core.care.moving import copy_shop

        shop = self._engine.shop
        copy_shop(shop.catalog, shop.folder, target, progress)

    def forget_searches(self) -> int:
        """Delete the kept pictures of searches; returns how many searches they belonged to."""
        from core.search.kept import forget_searches

        return forget_searches(self._engine.shop)

    def networks(self) -> Networks:
        """The networks to choose from, and what serves now."""
        shop = self._engine.shop
        names = tuple(spec.name for spec in shop.models.backbones())
        return Networks(names, shop.spec.name, shop.model.version, shop.load_model().device)

    def use_network(self, name: str, progress: ReportProgress) -> None:
        """Search by another network as it comes; its vectors are made first, searches go on meanwhile."""
        from core.ingest.model_switch import switch_backbone

        switch_backbone(self._engine.shop, name, progress)

    def facts(self) -> ShopFacts:
        """What the window says about the shop now."""
        return self._engine.facts()


# What must happen while no shop is open: prepared here, carried out on the next engine's thread.


def make_new(folder: Path) -> Prepare:
    """Make an empty shop in ``folder``."""

    def prepare(_progress: ReportProgress) -> None:
        from core.shop.opening import open_shop

        open_shop(folder, create=True).close()

    return prepare


def restore_from(backup: Path, folder: Path) -> Prepare:
    """Bring the shop in ``folder`` back from ``backup``."""

    def prepare(progress: ReportProgress) -> None:
        from core.care.restore import restore_shop

        restore_shop(folder, backup, progress)

    return prepare


def move_to(folder: Path, target: Path) -> Prepare:
    """Move the shop in ``folder`` to ``target``."""

    def prepare(progress: ReportProgress) -> None:
        from core.care.moving import move_shop

        move_shop(folder, target, progress)

    return prepare
