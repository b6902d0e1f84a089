"""Every state that there is a picture of, one after another."""

from collections.abc import Iterator

from screenshots.catalog_states import catalog_states
from screenshots.daily_states import insight_states, learning_states, stocktake_states, tagging_states
from screenshots.driver import Driver, State
from screenshots.search_states import search_states

from desktop_app.pages.help.about_dialog import AboutTab
from desktop_app.pages.importing.first_steps import FirstSteps
from desktop_app.pages.settings.page import SettingsPage


def tour(driver: Driver) -> Iterator[str]:
    """Bring the window into every state; the name of each while it stands."""
    driver.open()
    parts = (
        search_states,
        catalog_states,
        tagging_states,
        stocktake_states,
        learning_states,
        insight_states,
        _settings_states,
        _import_states,
    )
    for part in parts:
        for name, show in part(driver):
            show()
            driver.pause(0.4)
            yield name


def _settings_states(driver: Driver) -> Iterator[State]:
    """The settings from top to bottom, the sheet of keys, the first steps, and what About tells."""
    window = driver.desktop.window
    page, helps = window.show_page("settings"), window.help_actions
    assert isinstance(page, SettingsPage) and helps is not None  # noqa: S101
    bar = page.area.verticalScrollBar()
    yield "settings", lambda: bar.setValue(0)
    yield "settings-privacy", lambda: bar.setValue(bar.maximum())
    yield from _phone_states(driver, page)
    yield "keys", helps.keys.trigger
    helps.keys.trigger()
    window.show_page("search")
    yield "first-steps", helps.first_steps.trigger
    (steps,) = window.findChildren(FirstSteps)
    steps.finish()
    dialog = helps.open_about(AboutTab.VERSIONS)
    driver.wait(lambda: bool(dialog.report.toPlainText()) and dialog.licences.rowCount() > 0)
    driver.shown = dialog
    for tab in AboutTab:
        yield f"about-{tab.name.lower()}", lambda tab=tab: dialog.show_tab(tab)  # type: ignore[misc]
    driver.shown = window
    dialog.close()


def _phone_states(driver: Driver, page: SettingsPage) -> Iterator[State]:
    """The code that lets a phone in, served on this computer alone."""
    phones, card = driver.desktop.phones, page.phones
    assert phones is not None and card is not None  # noqa: S101
    phones.addresses = lambda: ("127.0.0.1",)

    def show() -> None:
        card.switch.setChecked(True)
        driver.wait(lambda: phones.service is not None and phones.service.served is not None)
        card.code.new_code()
        driver.pause(0.2)
        page.area.verticalScrollBar().setValue(card.y())

    yield "settings-phones", show
    card.switch.setChecked(False)


def _import_states(driver: Driver) -> Iterator[State]:
    """The import of a table whose columns nobody has seen before."""

    def show() -> None:
        imports = driver.desktop.window.import_actions
        assert imports is not None  # noqa: S101
        dialog = imports.open_dialog(driver.pictures.table)
        driver.shown = dialog
        driver.wait(dialog.is_ready)

    yield "import", show
