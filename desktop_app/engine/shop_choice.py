"""Which shop the window opens, the engine for it, and the wish for another one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core import paths
from core.messages import Sentence
from core.progress import ReportProgress
from core.settings import Settings

if TYPE_CHECKING:
    from desktop_app.engine.shop_engine import ShopEngine

_SAMPLES = 6

Prepare = Callable[[ReportProgress], object]


@dataclass(frozen=True, slots=True)
class ShopWish:
    """A shop to work in from now on.

    Attributes:
        folder: None for the one opened last, or else the demo shop.
        prepare: what must be done before it is opened, while no shop is open: restoring it, moving it. Runs
            off the GUI thread; may raise KnownError.
        otherwise: the folder of the shop to go back to where this one cannot be prepared or opened.
        notice: what to tell the user once it is open.
        page: name of the page to begin with; "" for the search.
        import_from: a table or a folder of pictures to be imported into it.
    """

    folder: Path | None
    prepare: Prepare | None = None
    otherwise: Path | None = None
    notice: Sentence | None = None
    page: str = ""
    import_from: Path | None = None


def new_shop(folder: Path, otherwise: Path, source: Path | None = None) -> ShopWish:
    """Work in a new shop in ``folder``; ``source`` is a table or a folder of pictures to import into it."""

    def make(_progress: ReportProgress) -> None:
        from core.shop.opening import open_shop  # heavy: after the first paint

        open_shop(folder, create=True).close()

    return ShopWish(folder, make, otherwise=otherwise, import_from=source)


def is_demo(folder: Path) -> bool:
    """Whether it is the demo shop, which is for trying."""
    return folder == paths.demo_shop().absolute()


def engine_for(
    shop_folder: Path | None, settings: Settings, prepare: Prepare | None = None
) -> tuple[Path, ShopEngine]:
    """The shop's folder and an engine that opens it: the one named, the last one, or the demo shop.

    Args:
        prepare: done on the engine's thread before the shop is opened.
    """
    from desktop_app.engine.shop_engine import ShopEngine  # after the first paint

    folder = (shop_folder or _last_shop(settings) or paths.demo_shop()).absolute()
    if is_demo(folder):
        return folder, ShopEngine(
            folder, device=settings.device, prepare=prepare or _make_demo, samples=_demo_samples
        )
    return folder, ShopEngine(folder, device=settings.device, prepare=prepare)


def _last_shop(settings: Settings) -> Path | None:
    return next((Path(folder) for folder in settings.recent_shops if Path(folder).is_dir()), None)


def _make_demo(_progress: ReportProgress) -> None:
    from core.demo_shop import ensure_demo_shop  # heavy: after the first paint

    ensure_demo_shop()


def _demo_samples() -> tuple[Path, ...]:
    from core.demo_shop import demo_counter_photos

    return demo_counter_photos(_SAMPLES)
