"""A shop without a hub loads no driver: neither its window and settings, nor asking whether it joined one."""

import subprocess
import sys


def test_neither_the_window_nor_its_question_for_a_hub_loads_the_driver() -> None:
    modules = ("desktop_app.window.app", "desktop_app.pages.settings.page", "core.hub.standing")
    script = f"import sys\nfor name in {modules!r}: __import__(name)\nassert 'psycopg' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], check=True, timeout=240)
