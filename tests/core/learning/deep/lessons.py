"""Deep lessons as the tests give them: short ones, ones without an end, and what is wished of them."""

from collections.abc import Callable
from pathlib import Path

from core.learning.deep.listener import DeepProgress, DeepSettings, DeepStage, Wish
from core.shop.opening import open_shop
from core.shop.shop import Shop

SHORT = DeepSettings(minutes=10, epochs=1, side=32, batch=16)
ENDLESS = DeepSettings(minutes=100, epochs=1000, side=32, batch=16)


def wish_after(stage: DeepStage, wish: Wish, *, points: int = 0) -> Callable[[DeepProgress], Wish]:
    """A listener that wishes something once a stage is reached and the curve has so many points."""

    def listen(progress: DeepProgress) -> Wish:
        return wish if progress.stage is stage and len(progress.points) >= points else Wish.GO_ON

    return listen


def reopened(folder: Path) -> Shop:
    """A shop of balls, open again."""
    return open_shop(folder, backbone="efficientnet-lite0", device="cpu")
