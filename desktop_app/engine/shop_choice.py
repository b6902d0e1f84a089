"""Which shop the window opens, the engine for it, and the wish for another one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from core import paths
from core.messages import Sentence, message
from core.progress import ReportProgress
from core.settings import Settings

if TYPE_CHECKING:
    from desktop_app.engine.shop_engine import ShopEngine

_SAMPLES = 6

Prepare = Callable[[ReportProgress], object]
Way = Literal["table", "folder", "one by one"]
"""How products come into a shop."""


@dataclass(frozen=True, slots=True)
class ShopWish:
    """A shop to work in from now on.

    Attributes:
        folder: None for the one opened last if it is there, else for the window's start.
        prepare: what must be done before it is opened, while no shop is open: restoring it, moving it. Runs
            off the GUI thread, when the window that wished is gone, so it holds nothing of it; may raise
            KnownError.
        otherwise: where to go where this one cannot be prepared or opened; None for the shop, or the start,
            from which it was wished (window/run.py puts that in).
        replaces: the folder in whose place it comes: that shop was moved or renamed.
        notice: what to tell the user once it is open.
        page: name of the page to begin with; "" for the search.
        begin_with: how its first products come in: what the window asks for at once.
    """

    folder: Path | None
    prepare: Prepare | None = None
    otherwise: ShopWish | None = None
    replaces: Path | None = None
    notice: Sentence | None = None
    page: str = ""
    begin_with: Way | None = None


def new_shop(folder: Path, currency: str, begin_with: Way | None = None) -> ShopWish:
    """Work in a new shop in ``folder``, its prices in ``currency`` (ISO 4217; "" for none yet)."""

    def make(_progress: ReportProgress) -> None:
        from core.catalog.currencies.shop_currency import choose_currency  # heavy: after the first paint
        from core.shop.opening import open_shop

        with open_shop(folder, create=True) as shop:
            if currency:
                choose_currency(shop.catalog, currency)

    return ShopWish(folder, make, begin_with=begin_with)


def moved_shop(folder: Path, target: Path, page: str = "") -> ShopWish:
    """Go on in the shop in ``folder`` when it has been moved, or renamed, to ``target``."""

    def move(progress: ReportProgress) -> None:
        from core.care.moving import move_shop  # heavy: after the first paint
        from core.search.past_searches import folder_of, follow_shop

        searches = folder_of(folder)
        move_shop(folder, target, progress)
        follow_shop(searches, target)

    return ShopWish(target, move, replaces=folder, page=page)


def restored_shop(folder: Path, backup: Path, page: str = "") -> ShopWish:
    """Work in the shop in ``folder``, old or new, once it is as it was in ``backup``."""

    def bring_back(progress: ReportProgress) -> None:
        from core.care.restore import restore_shop  # heavy: after the first paint

        restore_shop(folder, backup, progress)

    return ShopWish(folder, bring_back, page=page)


def is_demo(folder: Path) -> bool:
    """Whether it is the demo shop, which is for trying."""
    return folder == paths.demo_shop().absolute()


def last_shop(settings: Settings) -> tuple[Path | None, Sentence | None]:
    """The shop that was opened last; None where there is none or it is gone, which a sentence says then.

    Another one is never opened in its place: a clerk would search the wrong shop. Looks at the disk.
    """
    if not settings.recent_shops:
        return None, None
    folder = Path(settings.recent_shops[0])
    if is_demo(folder) or folder.is_dir():  # the demo is made again where it is missing
        return folder, None
    return None, gone(folder)


def gone(folder: Path) -> Sentence:
    """That there is no folder where a shop was."""
    text = message(
        "core",
        "The shop “{shop}” is no longer in {place}. Was it moved or renamed, or is its drive not connected?",
    )
    return Sentence(text, {"shop": folder.name, "place": str(folder.parent)})


def engine_for(folder: Path, settings: Settings, prepare: Prepare | None = None) -> ShopEngine:
    """An engine that opens the shop in ``folder``.

    Args:
        prepare: done on the engine's thread before the shop is opened.
    """
    from desktop_app.engine.shop_engine import ShopEngine  # after the first paint

    folder = folder.absolute()
    if is_demo(folder):
        return ShopEngine(
            folder, device=settings.device, prepare=prepare or _make_demo, samples=_demo_samples
        )
    return ShopEngine(folder, device=settings.device, prepare=prepare)


def _make_demo(_progress: ReportProgress) -> None:
    from core.care.demo_shop import ensure_demo_shop  # heavy: after the first paint

    ensure_demo_shop()


def _demo_samples() -> tuple[Path, ...]:
    from core.care.demo_shop import demo_counter_photos

    return demo_counter_photos(_SAMPLES)
