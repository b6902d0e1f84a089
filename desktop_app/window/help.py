"""What helps: the help menu, the sheet of keys, and the first steps that a newcomer is led through."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.pages.help.actions import HelpActions
from desktop_app.pages.help.keys_sheet import KeysSheet, groups_of_keys
from desktop_app.pages.importing.first_steps import FirstSteps
from desktop_app.pages.shop_page import ShopPage
from desktop_app.window.desktop import Desktop
from desktop_app.window.program_facts import ProgramFacts


def add_help(desktop: Desktop, facts: ProgramFacts) -> None:
    """Put it into the window; the first steps come by themselves where nobody has seen them."""
    window, preferences = desktop.window, desktop.preferences
    help_actions = HelpActions(facts, desktop.jobs, desktop.themes, window)
    window.add_help(help_actions)
    keys = KeysSheet(desktop.themes, window)
    help_actions.keys_wanted.connect(
        lambda: keys.toggle(lambda: groups_of_keys(window.menu_actions(), window.pages))
    )

    def lead_to_help(page: ShopPage) -> None:
        from desktop_app.pages.settings.page import SettingsPage  # after the first paint

        if isinstance(page, SettingsPage):
            page.help.keys_wanted.connect(help_actions.keys.trigger)
            page.help.first_steps_wanted.connect(help_actions.first_steps.trigger)
            page.help.report_wanted.connect(help_actions.report.trigger)
            page.help.about_wanted.connect(help_actions.about.trigger)

    window.side_pages.added.connect(lead_to_help)
    first_steps = FirstSteps(desktop.themes, window)
    help_actions.first_steps_wanted.connect(first_steps.begin)
    first_steps.wanted.connect(desktop.news.wanted)
    if window.import_actions is not None:
        first_steps.import_wanted.connect(window.import_actions.table.trigger)

    def lead_on() -> None:
        if not preferences.settings.guide_seen:
            first_steps.begin()

    window.shown.filled.connect(lead_on)
    first_steps.finished.connect(lambda: preferences.change(replace(preferences.settings, guide_seen=True)))
