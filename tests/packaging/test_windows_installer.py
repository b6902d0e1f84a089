"""The installer for Windows, compiled and used under Wine with a program of two stand-ins."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.packaging.windows_machine import (
    WindowsMachine,
    compile_installer,
    new_machine,
    what_is_missing,
    windows_path,
)

pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(900),
    pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing() or "all is there"),
]

SILENT = ("/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART")
APP_PATHS = r"Software\Microsoft\Windows\CurrentVersion\App Paths"
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\{6E9C1C0E-6F0C-4F0B-9E0C-5D7E0D8C9A41}_is1"
POLICY = '{"settings": {"language": "zh_CN"}}'


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    """A computer, an older and a newer installer, and a policy file."""
    folder = tmp_path_factory.mktemp("windows")
    machine = new_machine(folder / "prefix")
    older = compile_installer(machine, folder, "0.9.0", ("both.txt", "old 旧.txt"))
    # Wine 8 does not know where one user's programs go by default; Windows: %LOCALAPPDATA%\Programs.
    home = r"/DHome={localappdata}\Programs\Snapshelf"
    newer = compile_installer(machine, folder, "1.0.0", ("both.txt", "new 新.txt"), home)
    policy = folder / "my 策略.json"
    policy.write_text(POLICY, encoding="utf-8")
    yield SimpleNamespace(machine=machine, older=older, newer=newer, policy=policy)
    machine.stop_all()


def what_users_have(machine: WindowsMachine) -> dict[Path, str]:
    """A shop, settings and a demo shop, where users have them; path to content."""
    user = next(path for path in (machine.drive / "users").iterdir() if path.name != "Public")
    made = {
        machine.drive / "我的 shops" / "high street" / "catalog.db": "a shop",
        user / "AppData" / "Local" / "Snapshelf" / "settings.json": "{}",
        user / "AppData" / "Local" / "Snapshelf" / "demo" / "Demo shop" / "catalog.db": "the demo shop",
    }
    for path, content in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return made


def test_for_all_users_it_installs_upgrades_and_is_removed_and_shops_settings_and_policy_stay(
    world: SimpleNamespace,
) -> None:
    machine: WindowsMachine = world.machine
    program = machine.drive / "Program Files" / "Snapshelf"
    menu = machine.drive / "ProgramData/Microsoft/Windows/Start Menu/Programs/Snapshelf/Snapshelf.lnk"
    policy = machine.drive / "ProgramData" / "Snapshelf" / "policy.json"
    icon = machine.drive / "users" / "Public" / "Desktop" / "Snapshelf.lnk"
    kept = what_users_have(machine)

    words = (*SILENT, "/ALLUSERS", "/TASKS=desktopicon", f"/POLICY={windows_path(world.policy)}")
    assert machine.run(world.older, *words).returncode == 0
    assert {path.name for path in (program / "_internal").iterdir()} == {"both.txt", "old 旧.txt"}
    assert menu.is_file() and icon.is_file()
    assert policy.read_text(encoding="utf-8") == POLICY
    started = machine.run(program / "snapshelf-cli.exe", "find", "oat biscuits")
    assert started.stdout == "started with find oat biscuits"
    for name in ("snapshelf.exe", "snapshelf-cli.exe"):
        told = machine.registry(rf"HKLM\{APP_PATHS}\{name}")
        assert rf"C:\Program Files\Snapshelf\{name}" in told
    assert "0.9.0" in machine.registry(rf"HKLM\{UNINSTALL}")

    assert machine.run(world.newer, *SILENT, "/ALLUSERS").returncode == 0
    assert {path.name for path in (program / "_internal").iterdir()} == {"both.txt", "new 新.txt"}
    assert (program / "_internal" / "both.txt").read_text() == "of 1.0.0"
    assert "1.0.0" in machine.registry(rf"HKLM\{UNINSTALL}")

    assert machine.run(program / "unins000.exe", *SILENT).returncode == 0
    machine.wait_for_all()
    assert not program.exists() and not menu.exists() and not icon.exists()
    assert not machine.registry(rf"HKLM\{UNINSTALL}")
    assert not machine.registry(rf"HKLM\{APP_PATHS}\snapshelf-cli.exe")
    assert policy.read_text(encoding="utf-8") == POLICY
    assert {path: path.read_text(encoding="utf-8") for path in kept} == kept


def test_for_one_user_it_installs_anywhere_and_is_not_removed_while_it_runs(world: SimpleNamespace) -> None:
    machine: WindowsMachine = world.machine
    program = machine.drive / "程序 files" / "Snap shelf 店铺"
    kept = what_users_have(machine)
    words = (*SILENT, "/CURRENTUSER", r"/DIR=C:\程序 files\Snap shelf 店铺")
    assert machine.run(world.newer, *words).returncode == 0
    assert "1.0.0" in machine.registry(rf"HKCU\{UNINSTALL}")
    assert not machine.registry(rf"HKLM\{UNINSTALL}")
    before = {path.name for path in program.rglob("*")}
    assert {"snapshelf.exe", "snapshelf-cli.exe", "new 新.txt"} <= before

    running = machine.start(program / "snapshelf-cli.exe", "wait")
    assert running.stdout is not None
    with running.stdout:
        assert running.stdout.read(7) == "started"
        assert machine.run(program / "unins000.exe", *SILENT).returncode != 0
        assert {path.name for path in program.rglob("*")} == before
        machine.stop_all()
        running.wait(timeout=60)

    assert machine.run(program / "unins000.exe", *SILENT).returncode == 0
    machine.wait_for_all()
    assert not program.exists()
    assert not machine.registry(rf"HKCU\{UNINSTALL}")
    assert {path: path.read_text(encoding="utf-8") for path in kept} == kept


@pytest.mark.parametrize("words", [["/CURRENTUSER", "/POLICY={policy}"], ["/ALLUSERS", r"/POLICY=C:\none"]])
def test_a_policy_that_cannot_be_laid_down_stops_the_installation_before_it_begins(
    world: SimpleNamespace, words: list[str]
) -> None:
    machine: WindowsMachine = world.machine
    place = machine.drive / "refused"
    filled = [word.replace("{policy}", windows_path(world.policy)) for word in words]
    ended = machine.run(world.newer, *SILENT, *filled, r"/DIR=C:\refused")
    assert ended.returncode == 1
    assert not place.exists()
