"""Switching phones on, as a scenario for scenario_driver.py."""

import sys

from tests.end_to_end.scenario_driver import Scenario, Stage

SERVERS = ("uvicorn", "starlette", "jinja2", "python_multipart", "desktop_app.phone.server.app")


def switch_on(stage: Stage) -> Scenario:
    """Let phones be cameras, on this computer's loopback, and see where they are served."""
    yield lambda: {"CPU", "GPU"} & set(stage.status())
    card = stage.page("settings").phones
    stage.seen["before"] = sorted(name for name in sys.modules if name.startswith("desktop_app.phone"))
    card._phones.addresses = lambda: ("127.0.0.1",)
    card.switch.setChecked(True)
    yield lambda: card._phones.service is not None and card._phones.service.served is not None
    stage.seen["addresses"] = card._phones.service.served.addresses
    stage.seen["servers"] = [name for name in SERVERS if name in sys.modules]
    card.switch.setChecked(False)
    yield lambda: card._phones.service is None
