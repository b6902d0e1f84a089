"""Switching phones on, as a scenario for scenario_driver.py."""

import json
import subprocess
import sys
from pathlib import Path

from tests.end_to_end.scenario_driver import Scenario, Stage

FLOOD = Path(__file__).with_name("flood.py")
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


def search_in_a_flood(stage: Stage) -> Scenario:
    """Search each picture of the command, first in peace, then while strangers ask as fast as they can."""
    yield lambda: {"CPU", "GPU"} & set(stage.status())
    card = stage.page("settings").phones
    card._phones.addresses = lambda: ("127.0.0.1",)
    card.switch.setChecked(True)
    yield lambda: card._phones.service is not None and card._phones.service.served is not None
    port = card._phones.service.served.addresses[0].rsplit(":", 1)[1]
    page = stage.page("search")
    stage.seen["answers"] = []
    stage.phase = "in peace"
    for picture in stage.pictures:
        stage.drop(page, [picture])
        yield lambda: page.desk.film.at(0) is not None and page.desk.film.at(0).is_done
        stage.seen["answers"].append(page.work.answer_view.banner.accessibleName())
    stage.phase = "flooded"
    flood = subprocess.Popen([sys.executable, str(FLOOD), port, "1000"], stdout=subprocess.PIPE, text=True)
    for picture in stage.pictures:
        stage.drop(page, [picture])
        yield lambda: page.desk.film.at(0) is not None and page.desk.film.at(0).is_done
        stage.seen["answers"].append(page.work.answer_view.banner.accessibleName())
    yield lambda: flood.poll() is not None
    stage.seen["flood"] = json.loads(flood.communicate()[0])
    stage.seen["served"] = card._phones.service.served is not None
