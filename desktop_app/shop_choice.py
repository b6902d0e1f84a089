"""Which shop the window opens, and the engine for it."""

from pathlib import Path

from core import paths
from core.settings import Settings
from desktop_app.shop_engine import ShopEngine


def engine_for(shop_folder: Path | None, settings: Settings) -> tuple[Path, ShopEngine]:
    """The shop's folder and an engine that opens it: the one named, the last one, or the demo shop."""
    folder = shop_folder or _last_shop(settings) or paths.demo_shop()
    folder = folder.absolute()
    return folder, ShopEngine(folder, device=settings.device)


def _last_shop(settings: Settings) -> Path | None:
    return next((Path(folder) for folder in settings.recent_shops if Path(folder).is_dir()), None)
