"""Which shop the window opens, and the engine for it."""

from pathlib import Path

from core import paths
from core.progress import ReportProgress
from core.settings import Settings
from desktop_app.shop_engine import ShopEngine

_SAMPLES = 6


def engine_for(shop_folder: Path | None, settings: Settings) -> tuple[Path, ShopEngine]:
    """The shop's folder and an engine that opens it: the one named, the last one, or the demo shop."""
    demo = paths.demo_shop().absolute()
    folder = (shop_folder or _last_shop(settings) or demo).absolute()
    if folder == demo:
        return folder, ShopEngine(folder, device=settings.device, prepare=_make_demo, samples=_demo_samples)
    return folder, ShopEngine(folder, device=settings.device)


def _last_shop(settings: Settings) -> Path | None:
    return next((Path(folder) for folder in settings.recent_shops if Path(folder).is_dir()), None)


def _make_demo(progress: ReportProgress) -> None:
    from core.demo_shop import ensure_demo_shop  # heavy: after the first paint

    ensure_demo_shop(progress)


def _demo_samples() -> tuple[Path, ...]:
    from core.demo_shop import demo_counter_photos

    return demo_counter_photos(_SAMPLES)
