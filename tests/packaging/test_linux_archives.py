"""What is handed out on Linux, made here of a program of two files that says where it is."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from built_program import Built
from finish_program import settle_times_and_modes
from linux_archives import make_archives

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not all(map(shutil.which, ("dpkg-deb", "xz", "tar", "objdump"))),
    reason="needs Linux with dpkg-deb, xz, tar and objdump",
)
MADE_AT = 1_700_000_000


def small_program(folder: Path) -> Built:
    """A folder like a built program's."""
    program = folder / "snapshelf-light"
    licences = program / "_internal" / "resources" / "licences"
    licences.mkdir(parents=True)
    (licences / "THIRD_PARTY.md").write_text("# Parts\n")
    (program / "_internal" / "link").symlink_to("resources")
    (program / "snapshelf").write_text('#!/bin/sh\necho "started with $*"\n')
    settle_times_and_modes(program, MADE_AT)
    return Built("light", program, "1.2.3", MADE_AT)


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Suffix to file."""
    folder = tmp_path_factory.mktemp("handed out")
    return {path.suffix: path for path in make_archives(small_program(folder), folder)}


def test_the_same_program_gives_the_same_bytes(handed_out: dict[str, Path], tmp_path: Path) -> None:
    again = {path.suffix: path for path in make_archives(small_program(tmp_path), tmp_path)}
    for suffix in (".xz", ".run", ".deb"):
        assert again[suffix].read_bytes() == handed_out[suffix].read_bytes()


def test_the_checksums_fit(handed_out: dict[str, Path]) -> None:
    sums = (handed_out[".deb"].parent / "SHA256SUMS").read_text()
    for path in handed_out.values():
        assert f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" in sums


def test_the_single_file_unpacks_itself_once_and_passes_the_arguments_on(
    handed_out: dict[str, Path], tmp_path: Path
) -> None:
    environment = {"HOME": str(tmp_path / "José 王小明"), "PATH": "/usr/bin:/bin"}
    command: list[str | Path] = [handed_out[".run"], "search", "a b.jpg"]
    first = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    again = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert (first.stdout, again.stdout) == ("started with search a b.jpg\n",) * 2
    assert "Unpacking" in first.stderr
    assert again.stderr == ""


def test_the_single_file_removes_its_older_versions_and_leaves_other_folders_alone(
    handed_out: dict[str, Path], tmp_path: Path
) -> None:
    cache = tmp_path / ".cache" / "Snapshelf" / "program"
    for name in ("1.0.0-light-abc", "1.0.0-full-abc"):
        (cache / name).mkdir(parents=True)
    environment = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    subprocess.run([handed_out[".run"]], env=environment, capture_output=True, check=True)
    left = {path.name.rpartition("-")[0] for path in cache.iterdir()}
    assert left == {"1.2.3-light", "1.0.0-full"}


def test_the_single_file_unpacks_where_it_is_told(handed_out: dict[str, Path], tmp_path: Path) -> None:
    target = tmp_path / "opt" / "snap shelf"
    subprocess.run([handed_out[".run"], "--unpack-to", target], check=True, env={"PATH": "/usr/bin:/bin"})
    assert (target / "snapshelf").stat().st_mode & 0o777 == 0o755
    assert (target / "_internal" / "link").is_symlink()


def test_the_single_file_says_what_it_lacks_to_unpack_itself(
    handed_out: dict[str, Path], tmp_path: Path
) -> None:
    for tool in ("sh", "tail", "tar"):
        (tmp_path / tool).symlink_to(str(shutil.which(tool)))
    command = [str(tmp_path / "sh"), str(handed_out[".run"])]
    ended = subprocess.run(
        command,
        env={"HOME": str(tmp_path), "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert "unpacks itself with xz, which is not here" in ended.stderr
    assert not (tmp_path / ".cache").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="installing takes root")
def test_the_package_installs_starts_and_is_removed_and_shops_stay(
    handed_out: dict[str, Path], tmp_path: Path
) -> None:
    root = tmp_path / "root"
    admin = root / "var" / "lib" / "dpkg"
    for folder in (admin / "updates", admin / "info", admin / "triggers", root / "home" / "shop"):
        folder.mkdir(parents=True)
    (admin / "status").touch()
    (admin / "available").touch()
    (root / "home" / "shop" / "catalog.db").write_text("a shop")
    (root / "etc" / "snapshelf").mkdir(parents=True)
    (root / "etc" / "snapshelf" / "policy.json").write_text("{}")
    dpkg = ["dpkg", f"--root={root}", "--force-depends", "--force-script-chrootless", "--log=/dev/null"]
    environment = os.environ | {"DPKG_FRONTEND_LOCKED": "1"}
    subprocess.run([*dpkg, "--install", handed_out[".deb"]], check=True, capture_output=True, env=environment)
    command = root / "usr" / "bin" / "snapshelf"
    assert (command.parent / command.readlink()).resolve() == (root / "usr/lib/snapshelf/snapshelf").resolve()
    started = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    assert started.stdout == "started with --version\n"
    for name in ("applications/snapshelf.desktop", "icons/hicolor/scalable/apps/snapshelf.svg"):
        assert (root / "usr" / "share" / name).is_file()
    subprocess.run([*dpkg, "--purge", "snapshelf-light"], check=True, capture_output=True, env=environment)
    assert not command.exists() and not (root / "usr/lib/snapshelf").exists()
    assert (root / "home" / "shop" / "catalog.db").read_text() == "a shop"
    assert (root / "etc" / "snapshelf" / "policy.json").exists()
