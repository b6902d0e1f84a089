"""What the Help menu tells, gathered from the program and the open shop; every method blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import KnownError

if TYPE_CHECKING:
    from core.shop.shop import Shop
    from desktop_app.background.preferences import Preferences
    from desktop_app.engine.engine import SearchEngine
    from desktop_app.program.licences import Licence


class ProgramFacts:
    """Tells of the program, and of the shop if ``engine`` has one open."""

    def __init__(self, engine: SearchEngine, preferences: Preferences) -> None:
        self._engine = engine
        self._preferences = preferences

    def versions(self) -> list[tuple[str, str]]:
        """Names and versions of the program's parts, then of what searches the shop."""
        from desktop_app.program.support_report import program_versions, shop_model

        shop = self._shop()
        return [*program_versions(), *(shop_model(shop) if shop is not None else ())]

    def report(self, trace: str) -> str:
        """The report for support."""
        from desktop_app.program.support_report import support_report

        return support_report(self._shop(), self._preferences.settings, trace=trace)

    def licences(self) -> list[Licence]:
        """The licences of all that ships."""
        from desktop_app.program.licences import shipped_licences

        return shipped_licences()

    def _shop(self) -> Shop | None:
        from desktop_app.engine.shop_engine import ShopEngine

        try:
            return self._engine.shop if isinstance(self._engine, ShopEngine) else None
        except KnownError:
            return None
