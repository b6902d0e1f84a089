"""Garbage is looked for again once the imports are done, and not among them."""

import gc
import subprocess
import sys

import pytest

from desktop_app.program.garbage import begin_collecting


def test_what_is_there_is_set_aside_and_collecting_goes_on() -> None:
    script = (
        "import gc; from desktop_app.program.garbage import begin_collecting, put_off_collecting\n"
        "put_off_collecting(); assert not gc.isenabled()\n"
        "begin_collecting(); assert gc.isenabled() and gc.get_freeze_count() > 1000"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_nothing_is_set_aside_where_collecting_was_never_put_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "freeze", lambda: pytest.fail("the tests' own objects would stay"))
    begin_collecting()
