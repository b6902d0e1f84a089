"""The spec, the installers' scripts and the workflow name the same programs, files and flavours."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bundle_choice import FLAVOURS
from windows_version import version_file

ROOT = Path(__file__).resolve().parents[2]
SPEC = (ROOT / "packaging" / "snapshelf.spec").read_text(encoding="utf-8")
INSTALLER = (ROOT / "packaging" / "windows" / "snapshelf.iss").read_text(encoding="utf-8-sig")
WORKFLOW = ROOT / ".github" / "workflows" / "package.yml"


def version() -> str:
    """The version, from the one place where it is written."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def workflow() -> Any:
    """The workflow that builds the packages."""
    return pytest.importorskip("yaml").safe_load(WORKFLOW.read_text(encoding="utf-8"))


def commands() -> str:
    """All that the workflow runs."""
    return "\n".join(step.get("run", "") for step in workflow()["jobs"]["package"]["steps"])


def test_the_installer_names_the_programs_that_the_spec_makes() -> None:
    named = set(re.findall(r"\{app\}\\(snapshelf[\w-]*)\.exe", INSTALLER))
    named |= set(re.findall(r"IsRunning\('(\S+)\.exe'\)", INSTALLER))
    made = set(re.findall(r'\("(snapshelf[\w-]*)", (?:False|True)\)', SPEC))
    assert named == made == {"snapshelf", "snapshelf-cli"}


def test_the_installer_takes_the_folder_that_the_spec_makes() -> None:
    assert r"..\..\dist\snapshelf-{#Flavour}\*" in INSTALLER
    assert 'name=f"snapshelf-{flavour}"' in SPEC


def test_the_files_that_the_installer_is_made_of_are_there() -> None:
    folder = ROOT / "packaging" / "windows"
    for name in re.findall(r"^(?:LicenseFile|SetupIconFile)=(.+)$", INSTALLER, re.MULTILINE):
        assert (folder / name.replace("\\", "/")).is_file(), name


def test_the_version_is_one_that_windows_takes() -> None:
    assert re.fullmatch(r"\d+(\.\d+){1,3}", version())


def test_the_workflow_builds_both_flavours_on_three_systems() -> None:
    matrix = workflow()["jobs"]["package"]["strategy"]["matrix"]
    assert set(matrix["flavour"]) == set(FLAVOURS)
    assert {entry["system"] for entry in matrix["include"]} == set(matrix["system"])
    used = {step["if"].split("'")[1] for step in workflow()["jobs"]["package"]["steps"] if "if" in step}
    assert used <= set(matrix["system"])


def test_the_workflow_runs_scripts_that_are_there() -> None:
    named = {path.replace("\\", "/") for path in re.findall(r"(?:packaging|tools)[\\/][\w\\/.]+", commands())}
    assert {"tools/set_up.py", "packaging/build_package.py", "packaging/windows/snapshelf.iss"} <= named
    for path in named:
        assert (ROOT / path).is_file(), path


def test_the_workflow_finds_the_installer_under_the_name_that_it_gets() -> None:
    name = re.search(r"^OutputBaseFilename=(.+)$", INSTALLER, re.MULTILINE)
    assert name is not None
    found = name[1].replace("{#Flavour}", "${{ matrix.flavour }}").replace("{#Version}", "$env:VERSION")
    assert f"dist\\{found}.exe" in commands()


@pytest.mark.skipif(not shutil.which("sh"), reason="there is no shell")
@pytest.mark.parametrize("script", sorted(ROOT.glob("packaging/*/*.sh")), ids=lambda path: path.name)
def test_a_shell_script_can_be_parsed(script: Path) -> None:
    # What follows the script in the file that unpacks itself is no part of it here.
    ended = subprocess.run(["sh", "-n", script], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


def test_windows_is_told_the_version_of_each_program() -> None:
    def noted(kind: str) -> Any:
        return lambda *given, **named: SimpleNamespace(kind=kind, given=given, **named)

    kinds = ("FixedFileInfo", "StringFileInfo", "StringStruct", "StringTable", "VarFileInfo", "VarStruct")
    names = {kind: noted(kind) for kind in (*kinds, "VSVersionInfo")}
    told = eval(version_file("1.20.3", "snapshelf-cli.exe"), names)  # noqa: S307  (as PyInstaller does)
    assert told.ffi.filevers == told.ffi.prodvers == (1, 20, 3, 0)
    (table,) = told.kids[0].given[0]
    strings = dict(entry.given for entry in table.given[1])
    assert strings["FileVersion"] == "1.20.3"
    assert strings["OriginalFilename"] == "snapshelf-cli.exe"
