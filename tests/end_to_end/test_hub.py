"""``hub`` on the command line: made, watched, let in and locked out, and no password where others read it."""

import logging

import pytest

from core.hub.connection import connected
from core.hub.migrations import hub_steps
from tests.core.hub.postgres import Postgres, database_name
from tests.end_to_end.test_command_line import run, run_json


def test_a_database_becomes_a_hub_lets_a_till_in_and_locks_it_out(
    capsys: pytest.CaptureFixture[str], postgres: Postgres, empty_database: str
) -> None:
    code, _out, err = run(capsys, "hub", "status", empty_database)
    assert code == 1 and "hub init" in err
    newest = hub_steps()[-1]
    made = run_json(capsys, "hub", "init", empty_database)
    assert made == {"done": [step.name for step in hub_steps()], "version": newest.number}
    assert run_json(capsys, "hub", "init", empty_database)["done"] == []

    name = f"till_{database_name(empty_database)}"
    code, password, err = run(capsys, "hub", "let-in", empty_database, name, "--store", "Main Street")
    assert code == 0 and "kept nowhere" in err
    with connected(postgres.url(database_name(empty_database), name, password=password.strip())):
        pass
    code, _out, err = run(capsys, "hub", "let-in", empty_database, name, "--store", "Main Street")
    assert code == 1 and "taken" in err

    status = run_json(capsys, "hub", "status", empty_database)
    assert (status["version"], status["newest"], status["stores"]) == (newest.number,) * 2 + (
        ["Main Street"],
    )
    assert [(one["name"], one["role"], one["locked_out"]) for one in status["logins"]] == [
        (name, "till", None)
    ]
    assert {"changes", "tills", "logins"} <= {table["name"] for table in status["tables"]}
    assert status["bytes"] > 0 and status["tills"] == [] and status["last_change"] is None

    assert run_json(capsys, "hub", "lock-out", empty_database, name) == {"sessions": 0, "changes": 0}
    code, out, _err = run(capsys, "hub", "status", empty_database)
    assert code == 0 and f"{name} (till)" in out and "locked out" in out


def test_a_hubs_password_stands_in_no_log_and_in_no_complaint(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, postgres: Postgres, hub: str
) -> None:
    caplog.set_level(logging.DEBUG)
    for place in (f"127.0.0.1:{postgres.port}", "127.0.0.1:1"):
        url = f"postgresql://postgres:a-Secret@{place}/{database_name(hub)}"
        code, out, err = run(capsys, "--verbose", "hub", "status", url)
        assert code == 1 and err
        assert "a-Secret" not in out + err + caplog.text + postgres.log
