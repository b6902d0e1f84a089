"""Which shop the window opens, and the engine for it."""

from pathlib import Path

from core import paths
from core.progress import ReportProgress
from core.settings import Settings
from desktop_app.shop_engine import ShopEngine

SAMPLES = 4
"""Counter photos that the demo shop offers to search with."""


def engine_for(shop_folder: Path | None, settings: Settings) -> tuple[Path, ShopEngine]:
    """The shop's folder and an engine that opens it: the one named, the last one, or the demo shop."""
    folder = (shop_folder or _last_shop(settings) or paths.demo_shop()).absolute()
    if folder == paths.demo_shop().absolute():
        return folder, ShopEngine(
            folder, device=settings.device, prepare=_make_demo_shop, samples=_demo_counter_photos
        )
    return folder, ShopEngine(folder, device=settings.device)


def _make_demo_shop(_folder: Path, progress: ReportProgress) -> None:
    from core.demo_shop import ensure_demo_shop

    ensure_demo_shop(progress)


def _demo_counter_photos(_folder: Path) -> tuple[Path, ...]:
    from core.demo_shop import demo_counter_photos

    return demo_counter_photos(SAMPLES)


def _last_shop(settings: Settings) -> Path | None:
    return next((Path(folder) for folder in settings.recent_shops if Path(folder).is_dir()), None)
