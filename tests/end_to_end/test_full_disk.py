"""Read-only folders and full disks: one clear sentence each, and the shop stays whole.

Through the real command line wherever a person would meet it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.end_to_end.answers import Run, found, is_sound, refused

REPOSITORY = Path(__file__).resolve().parents[2]
PRIVATE_MOUNTS = ["unshare", "--mount", "--propagation", "private"]


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
from core.shop.opening import open_shop
from core.care.check import check_shop
from core.catalog.products.products import counts

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
for attempt in range(3):  # nothing can be written, not even who writes: it is the disk every time
    code, out, err = run("--shop", shop, "import", many)
    assert code == 1 and "full" in err and err.count("\\n") == 1, (attempt, code, err)
code, out, err = run("--shop", shop, "search", original / "pictures" / "red ball.png", "--json")
assert code == 0 and json.loads(out)[0]["results"][0]["sku"] == "red ball", err
sound()
for leave in (0, 8_192, 16_384, 32_768):  # there is not even room for the files beside a new catalog
    fill(leave)
    for attempt in range(2):
        code, out, err = run("--shop", disk / "new", "import", many)
        assert code == 1 and "full" in err and err.count("\\n") == 1, (leave, attempt, code, err)
    shutil.rmtree(disk / "new", ignore_errors=True)
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
from core.shop.opening import open_shop
from core.care.check import check_shop

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
def test_a_disk_that_takes_no_more_is_told_in_one_sentence(
    shop: Path, original: Path, tmp_path: Path
) -> None:
    """The same without root: no file may grow beyond three kilobytes."""
    shutil.copytree(original / "pictures", tmp_path / "pictures")
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
