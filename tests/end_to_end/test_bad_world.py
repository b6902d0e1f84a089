"""Full disks, read-only folders, damaged files, two programs: one clear sentence each, nothing half-written.

Through the real command line wherever a person would meet it.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from core.catalog.backup import daily_backup
from core.catalog.products import counts
from core.catalog.shop_archive import write_archive
from core.index.manifest import MANIFEST
from core.shop_check import check_shop
from core.shop_opening import CATALOG_FILE, open_shop
from desktop_app.__main__ import main

REPOSITORY = Path(__file__).resolve().parents[2]
PRIVATE_MOUNTS = ["unshare", "--mount", "--propagation", "private"]
SHAPES = {
    "red ball": ("ellipse", "red"),
    "green box": ("rectangle", "green"),
    "blue pie": ("pieslice", "blue"),
}


def draw(folder: Path) -> None:
    """Three pictures."""
    folder.mkdir()
    for name, (shape, colour) in SHAPES.items():
        image = Image.new("RGB", (240, 240), "white")
        angles = (30, 300) if shape == "pieslice" else ()
        getattr(ImageDraw.Draw(image), shape)((40, 40, 200, 200), *angles, fill=colour, outline="black")
        image.save(folder / f"{name}.png")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with pictures, and the shop that they were imported into."""
    folder = tmp_path_factory.mktemp("original")
    draw(folder / "pictures")
    assert main(["--shop", str(folder / "shop"), "import", str(folder / "pictures")]) == 0
    with open_shop(folder / "shop", device="cpu") as shop:
        assert shop.index().generation_number == 1
    return folder


@pytest.fixture
def shop(original: Path, tmp_path: Path) -> Path:
    """A copy of that shop's folder."""
    return Path(shutil.copytree(original / "shop", tmp_path / "shop"))


@pytest.fixture
def ball(original: Path) -> Path:
    """The red ball's picture."""
    return original / "pictures" / "red ball.png"


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Exit code, stdout and stderr of one command."""

    def call(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def refused(result: tuple[int, str, str], *says: str) -> None:
    """Exit code 1, nothing on stdout, and one sentence that says all that."""
    code, out, err = result
    assert (code, out) == (1, ""), err
    assert err.count("\n") == 1, err
    assert all(part in err for part in says), err


def found(run: Run, shop: Path, picture: Path) -> list[str]:
    """The SKUs that a search finds, best first."""
    code, out, err = run("--shop", shop, "search", picture, "--json")
    assert code == 0, err
    return [result["sku"] for result in json.loads(out)[0]["results"]]


def is_sound(shop: Path, products: int = 3) -> None:
    with open_shop(shop, device="cpu") as opened:
        assert check_shop(opened).sentences == []
        assert counts(opened.catalog).products == products


def backup_of(shop: Path) -> Path:
    """A daily backup, as the window makes it."""
    with open_shop(shop, device="cpu") as opened:
        backup = daily_backup(opened.catalog)
    assert backup is not None
    return backup


# Damaged files


def damage_pages(path: Path) -> bytes:
    """Overwrite parts of pages throughout a catalog, but not its first page; returns what it is now."""
    data = bytearray(path.read_bytes())
    for start in range(8192, len(data), 2 * 8192):
        data[start : start + 600] = b"\xee" * 600
    path.write_bytes(data)
    return bytes(data)


def test_a_damaged_catalog_is_found_and_its_newest_good_backup_restored(
    shop: Path, run: Run, ball: Path
) -> None:
    backup = backup_of(shop)
    later = backup.with_name(backup.name.replace("daily", "older"))
    later.write_bytes(b"SQLite format 3\0" + b"\0" * 100)  # one that was damaged too is not offered
    damaged = damage_pages(shop / CATALOG_FILE)
    code, out, err = run("--shop", shop, "check", "--json")
    assert code == 1
    assert any(backup.name in problem for problem in json.loads(out)["problems"]), err
    assert (shop / CATALOG_FILE).read_bytes() == damaged
    code, _, err = run("--shop", shop, "restore", backup)
    assert code == 0, err
    assert found(run, shop, ball)[0] == "red ball"
    is_sound(shop)


def test_what_is_no_catalog_is_not_touched(shop: Path, run: Run, ball: Path) -> None:
    (shop / CATALOG_FILE).write_bytes(b"Dear customer, " * 1000)
    refused(run("--shop", shop, "search", ball), "catalog.db")
    assert (shop / CATALOG_FILE).read_bytes() == b"Dear customer, " * 1000


def test_a_catalog_that_vanished_is_not_replaced_by_an_empty_one(
    shop: Path, run: Run, original: Path
) -> None:
    backup = backup_of(shop)
    (shop / CATALOG_FILE).unlink()
    code, _, err = run("--shop", shop, "import", original / "pictures")
    assert code == 1 and err.count("\n") == 1, err
    assert not (shop / CATALOG_FILE).exists()
    assert run("--shop", shop, "restore", backup)[0] == 0
    is_sound(shop)


@pytest.mark.parametrize("ending", ["rows", "ids"])
@pytest.mark.parametrize("how", ["flip", "truncate", "delete"])
def test_a_damaged_index_costs_nothing(shop: Path, run: Run, ball: Path, ending: str, how: str) -> None:
    path = next((shop / "index").rglob(f"*.{ending}"))
    data = bytearray(path.read_bytes())
    if how == "flip":
        data[len(data) // 2] ^= 0xFF
        path.write_bytes(data)
    elif how == "truncate":
        path.write_bytes(data[: len(data) // 2])
    else:
        path.unlink()
    assert found(run, shop, ball)[0] == "red ball"
    is_sound(shop)


@pytest.mark.parametrize("how", ["truncate", "delete", "garbage", "no folder"])
def test_a_damaged_manifest_costs_nothing(shop: Path, run: Run, ball: Path, how: str) -> None:
    manifest = next((shop / "index").rglob(MANIFEST))
    match how:
        case "truncate":
            manifest.write_bytes(manifest.read_bytes()[:70])
        case "delete":
            manifest.unlink()
        case "garbage":
            manifest.write_bytes(os.urandom(500))
        case "no folder":
            shutil.rmtree(shop / "index")
    assert found(run, shop, ball)[0] == "red ball"
    is_sound(shop)


def test_a_damaged_photo_is_named_and_a_repair_goes_on_without_it(
    shop: Path, run: Run, original: Path
) -> None:
    photo = next((shop / "photos").rglob("*.jpg"))
    photo.write_bytes(photo.read_bytes()[:-100])
    code, _, err = run("--shop", shop, "check")
    assert code == 1 and photo.name in err
    assert run("--shop", shop, "check", "--repair")[0] == 0
    assert run("--shop", shop, "import", original / "pictures")[0] == 0
    is_sound(shop)
    assert hashlib.sha256(photo.read_bytes()).hexdigest() == photo.stem


# Versions and archives


def test_a_shop_of_a_newer_program_is_refused_and_left_as_it_is(
    shop: Path, run: Run, ball: Path, original: Path
) -> None:
    connection = sqlite3.connect(shop / CATALOG_FILE)
    connection.execute("PRAGMA user_version = 2001")
    connection.close()
    before = (shop / CATALOG_FILE).read_bytes()
    for command in (["search", ball], ["import", original / "pictures"], ["backup", shop.parent / "b.zip"]):
        refused(run("--shop", shop, *command), "newer version", "update")
    assert (shop / CATALOG_FILE).read_bytes() == before
    assert not (shop.parent / "b.zip").exists()


@pytest.mark.parametrize("name", ["../escaped.txt", "/escaped.txt", "photos/../../escaped.txt", "shop.lock"])
def test_an_archive_whose_members_climb_out_is_refused(shop: Path, run: Run, name: str) -> None:
    archive, bad = shop.parent / "good.zip", shop.parent / "bad.zip"
    with open_shop(shop, device="cpu") as opened:
        write_archive(opened.catalog, opened.folder, archive)
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(bad, "w") as target:
        for member in source.namelist():
            data = source.read(member)
            if member == "snapshelf.json":
                listed = json.loads(data)
                listed["files"][name] = hashlib.sha256(b"escaped").hexdigest()
                data = json.dumps(listed).encode()
            target.writestr(member, data)
        target.writestr(name, b"escaped")
    before = sorted(path for path in shop.parent.rglob("*"))
    refused(run("--shop", shop, "restore", bad), "bad.zip")
    assert sorted(path for path in shop.parent.rglob("*")) == before
    is_sound(shop)


@pytest.mark.parametrize("how", ["truncate", "flip", "text"])
def test_a_damaged_archive_is_refused_before_anything_is_replaced(shop: Path, run: Run, how: str) -> None:
    archive = shop.parent / "backup.zip"
    assert run("--shop", shop, "backup", archive)[0] == 0
    data = bytearray(archive.read_bytes())
    if how == "flip":
        data[len(data) // 2] ^= 0xFF
    if how == "truncate":
        del data[len(data) // 2 :]
    archive.write_bytes(b"Dear customer" if how == "text" else data)
    refused(run("--shop", shop, "restore", archive), "backup.zip")
    is_sound(shop)


# Two programs


def test_a_second_program_reads_and_is_told_who_writes(
    shop: Path, run: Run, ball: Path, original: Path
) -> None:
    with open_shop(shop, device="cpu") as holder:
        assert holder.writable
        refused(run("--shop", shop, "import", original / "pictures"), f"process {os.getpid()}")
        refused(run("--shop", shop, "check", "--repair"), f"process {os.getpid()}")
        refused(run("--shop", shop, "restore", backup_of_open(holder.folder)), f"process {os.getpid()}")
        assert found(run, shop, ball)[0] == "red ball"
        code, out, _ = run("--shop", shop, "find", "ball", "--json")
        assert code == 0 and json.loads(out)[0]["sku"] == "red ball"
        assert run("--shop", shop, "check")[0] == 0
        assert run("--shop", shop, "export", shop.parent / "out.csv")[0] == 0
        assert run("--shop", shop, "backup", shop.parent / "backup.zip")[0] == 0
    assert run("--shop", shop, "import", original / "pictures")[0] == 0


def backup_of_open(shop: Path) -> Path:
    """A copy of the catalog of a shop that somebody has open."""
    target = shop.parent / "copy.db"
    source, copy = sqlite3.connect(shop / CATALOG_FILE), sqlite3.connect(target)
    source.backup(copy)
    source.close()
    copy.close()
    return target


# Read-only folders and full disks


def needs_root() -> None:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting takes root on Linux")


def in_mount_namespace(script: str, *arguments: object) -> None:
    """Run Python code in a child that may mount what nobody else sees."""
    done = subprocess.run(
        [*PRIVATE_MOUNTS, sys.executable, "-c", script, *map(str, arguments)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    if "unshare:" in done.stderr:
        pytest.skip(f"no mount namespace here: {done.stderr.strip()}")
    assert done.returncode == 0, done.stdout + done.stderr


PRELUDE = """
import contextlib, io, json, os, subprocess, sys
from pathlib import Path
from desktop_app.__main__ import main

def run(*arguments):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([str(argument) for argument in arguments])
    return code, out.getvalue(), err.getvalue()

def refused(result, *says):
    code, out, err = result
    assert (code, out) == (1, ""), result
    assert err.count("\\n") == 1 and all(part in err for part in says), err

def mount(*arguments):
    subprocess.run(["mount", *map(str, arguments)], check=True)
"""

READ_ONLY = (
    PRELUDE
    + """
shop, pictures = map(Path, sys.argv[1:])
mount("--bind", shop, shop)
mount("-o", "remount,ro,bind", shop)
refused(run("--shop", shop, "import", pictures), str(shop), "cannot be written")
refused(run("--shop", shop, "check", "--repair"), "cannot be written")
code, out, err = run("--shop", shop, "search", pictures / "red ball.png", "--json")
assert code == 0 and json.loads(out)[0]["results"][0]["sku"] == "red ball", err
code, out, err = run("--shop", shop, "find", "ball", "--json")
assert code == 0 and len(json.loads(out)) == 1, err
code, out, err = run("--shop", shop, "check")
assert code == 0, (out, err)
code, out, err = run("--shop", shop, "backup", shop.parent / "backup.zip")
assert code == 0, (out, err)
refused(run("--shop", shop, "export", shop / "out.csv"), "out.csv")
refused(run("--shop", shop, "backup", shop / "backup.zip"), "backup.zip")
"""
)


def test_a_read_only_shop_can_be_searched_and_says_why_it_cannot_be_changed(
    shop: Path, original: Path
) -> None:
    needs_root()
    in_mount_namespace(READ_ONLY, shop, original / "pictures")
    is_sound(shop)


@pytest.fixture
def write_protected(shop: Path) -> Iterator[Path]:
    """The shop without write permission, given back afterwards."""
    folders = [shop, *(path for path in shop.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        if os.access(shop, os.W_OK):
            pytest.skip("permissions do not bind this user")
        yield shop
    finally:
        for folder in folders:
            folder.chmod(0o755)


def test_a_shop_without_write_permission_can_be_searched(
    write_protected: Path, run: Run, ball: Path, original: Path
) -> None:
    refused(run("--shop", write_protected, "import", original / "pictures"), "cannot be written")
    assert found(run, write_protected, ball)[0] == "red ball"


FULL = (
    PRELUDE
    + """
import shutil
from core.shop_opening import open_shop
from core.shop_check import check_shop
from core.catalog.products import counts

original, disk = map(Path, sys.argv[1:])
mount("-t", "tmpfs", "-o", "size=3m", "tmpfs", disk)
shop = Path(shutil.copytree(original / "shop", disk / "shop"))
many = original / "many"

def fill(leave):
    free = shutil.disk_usage(disk).free
    (disk / "filling").write_bytes(b"x" * max(0, free - leave))

def sound(products=None):
    (disk / "filling").unlink(missing_ok=True)
    with open_shop(shop, device="cpu") as opened:
        from core.ingest.photo_pipeline import embed_missing
        embed_missing(opened)
        assert check_shop(opened).sentences == [], check_shop(opened).sentences
        assert products is None or counts(opened.catalog).products == products

for leave in (0, 30_000, 150_000, 400_000):
    fill(leave)
    code, out, err = run("--shop", shop, "import", many)
    assert (code, out) == (1, "") or code == 0, (leave, code, out, err)
    assert "Traceback" not in err
    if code == 1:
        assert err.count("\\n") == 1, err
    sound()

before = sorted(path.name for path in disk.iterdir())
fill(20_000)
refused(run("--shop", shop, "backup", disk / "backup.zip"), "backup.zip")
(disk / "filling").unlink()
assert sorted(path.name for path in disk.iterdir()) == before
fill(0)
code, out, err = run("--shop", shop, "search", original / "pictures" / "red ball.png", "--json")
assert code == 0 and json.loads(out)[0]["results"][0]["sku"] == "red ball", err
sound()
"""
)


def test_a_full_disk_is_told_in_one_sentence_and_leaves_the_shop_whole(
    original: Path, tmp_path: Path
) -> None:
    needs_root()
    many = original / "many"
    if not many.exists():
        many.mkdir()
        for number in range(24):
            noise = Image.effect_noise((220, 220), 60 + number)
            Image.merge("RGB", (noise, noise.rotate(90), noise.rotate(180))).save(many / f"{number}.png")
    disk = tmp_path / "disk"
    disk.mkdir()
    in_mount_namespace(FULL, original, disk)


LIMITED = (
    PRELUDE
    + """
import resource, signal
from core.shop_opening import open_shop
from core.shop_check import check_shop

shop, pictures, target = map(Path, sys.argv[1:])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
_soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, hard))
for arguments in (["import", pictures], ["backup", target / "b.zip"], ["export", target / "e.xlsx"]):
    code, out, err = run("--shop", shop, *arguments)
    assert (code, out) == (1, "") and err.count("\\n") == 1, (arguments, code, out, err)
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
assert list(target.iterdir()) == [], list(target.iterdir())
"""
)


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such limit")
def test_a_disk_that_takes_no_more_is_told_in_one_sentence(shop: Path, tmp_path: Path) -> None:
    """The same without root: no file may grow beyond three kilobytes."""
    draw(tmp_path / "pictures")
    for path in (tmp_path / "pictures").iterdir():
        with Image.open(path) as image:
            image.rotate(45).save(path)
    (tmp_path / "target").mkdir()
    arguments = [str(shop), str(tmp_path / "pictures"), str(tmp_path / "target")]
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, *arguments],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    is_sound(shop)
