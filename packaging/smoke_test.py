"""Start a built program and use it, as on a computer that never saw it: the last step of every build.

    python packaging/smoke_test.py dist/snapshelf-light [--pictures DIR]

The program runs from a read-only copy whose path has spaces and Chinese characters, with an empty
environment, for a user whose home does not exist yet and is not written in ASCII. As root it is run by
another user, whom permissions bind. What it answers is held against the program run from source.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NOBODY = 65534
PATIENCE_S = 1200
TOLERANCE = 1e-3
"""Between scores; the vectors are the same, sums may be taken in another order on another computer."""


class SmokeError(Exception):
    """The built program does not do what it must."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A copy of the program on the imagined computer."""

    program: Path
    home: Path
    desk: Path

    def run(self, *arguments: object, code: int = 0, program: Path | None = None, **variables: str) -> str:
        """Run one command with nothing in its environment but a home; returns what it printed on stdout.

        Raises:
            SmokeError: it ended with another code, or broke down.
        """
        command = [str(program or self.program), *(str(argument) for argument in arguments)]
        ended = subprocess.run(
            command,
            env={**home_alone(self.home), **variables},
            cwd=self.desk,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE_S,
            check=False,
            **as_somebody(),
        )
        told = f"{' '.join(command[1:])}: exit code {ended.returncode}\n{ended.stdout}\n{ended.stderr}"
        if ended.returncode != code or "Traceback" in ended.stderr:
            raise SmokeError(told)
        return str(ended.stdout if code == 0 else ended.stderr).strip()

    def json(self, *arguments: object) -> Any:
        """What a command prints with ``--json``."""
        return json.loads(self.run(*arguments, "--json"))


def home_alone(home: Path) -> dict[str, str]:
    """An environment with nothing but a home; Windows asks itself where that is, and needs its own folder."""
    if os.name != "nt":
        return {"HOME": str(home)}
    return {"SYSTEMROOT": os.environ["SYSTEMROOT"], "SNAPSHELF_HOME": str(home / "Snapshelf")}


def as_somebody() -> dict[str, Any]:
    """Who runs the program: as root somebody else, since permissions do not bind root."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if is_root else {}


def main() -> int:
    """All steps in turn; 0 when each did what it must."""
    parser = argparse.ArgumentParser(description="Start and use a built program.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pictures", type=Path, help="where to leave a picture of the window")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="snapshelf smoke ") as temporary:
        base = Path(temporary)
        try:
            use(arguments.folder.resolve(), base, arguments.pictures or ROOT / "build" / "smoke")
        except SmokeError as error:
            print(f"The built program failed: {error}", file=sys.stderr)
            return 1
        finally:
            make_writable(base)
    return 0


def use(folder: Path, base: Path, pictures: Path) -> None:
    """Install into ``base``, then work through a shop's day."""
    is_light = folder.name.endswith("light")
    installed = install(folder, base)
    before = state(installed.program.parent)
    version = installed.run("--version")
    expect(version.endswith(source_version()), f"its version is {version!r}")
    step(f"starts and says {version}")

    picture = installed.desk / "窗口.png"
    installed.run("demo", "--picture", picture)
    expect(picture.stat().st_size > 30_000, "the window's picture is empty")
    pictures.mkdir(parents=True, exist_ok=True)
    shutil.copy(picture, pictures / f"{folder.name}.png")
    step(f"shows its window on the demo shop (picture: {pictures / folder.name}.png)")

    shop, photos = make_shop(installed)
    answers = installed.json("--shop", shop, "search", *photos)
    expect_same_answers(answers, from_source("--shop", shop, "search", *photos, "--json"))
    step(f"finds what the source finds, on {len(photos)} photos")

    lesson = installed.json("--shop", shop, "learn", "--quick")
    expect(lesson["kind"] == "quick", f"the lesson was {lesson}")
    step(f"learns a quick lesson in {lesson['seconds']:.0f} s (kept: {lesson['promoted']})")

    upgrade_older_shop(installed)
    step("brings an older shop up to date, and keeps a backup of it")

    keep_and_bring_back(installed, shop)
    step("exports, backs up, restores and checks")

    if is_light:
        told = installed.run("--shop", shop, "learn", "--deep", code=1)
        expect("full" in told, f"a deep lesson was refused with {told!r}")
        step("says what the full program adds")
    spoiled = with_spoiled_network(installed, base)
    told = installed.run("--shop", shop, "search", photos[0], program=spoiled, code=1 if is_light else 0)
    expect(not is_light or "Install the program again" in told, f"a spoiled network is told as {told!r}")
    step("tells of a spoiled network" if is_light else "makes a spoiled network anew with torch, in a child")

    expect(state(installed.program.parent) == before, "it changed its own folder")
    strays = strays_in(installed.home)
    expect(not strays, f"it left {strays} in the user's home")
    step("leaves its own folder alone, and nothing foreign in the home")


def install(folder: Path, base: Path) -> Installed:
    """Copy the program to where it was not built, read-only; prepare a desk and no home."""
    base.chmod(0o755)
    place = base / "程序 files" / "Snap shelf 店铺"
    place.parent.mkdir()
    shutil.copytree(folder, place, symlinks=True)
    make_read_only(place)
    people = base / "用户"
    desk = base / "给顾客 desk"
    for path in (people, desk):
        path.mkdir()
        hand_over(path)
    program = place / ("snapshelf-cli.exe" if os.name == "nt" else "snapshelf")
    return Installed(program, people / "José 王小明", desk)


def make_read_only(folder: Path) -> None:
    """Nobody may write in ``folder`` any more."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222)


def make_writable(folder: Path) -> None:
    """So that a temporary folder can be removed, by whom it was made."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)


def hand_over(folder: Path) -> None:
    """Make ``folder`` and what is in it belong to whoever runs the program."""
    if as_somebody():
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)


def make_shop(installed: Installed) -> tuple[Path, list[Path]]:
    """A shop in the user's hands and photos to search with: real ones where the data set is present."""
    grocery = Path(os.environ.get("SNAPSHELF_GROCERY", ROOT.parent / "shared" / "data" / "grocery"))
    shop = installed.desk / "我的 shop"
    if (grocery / "catalog.csv").exists():
        report = installed.json("--shop", shop, "import", grocery / "catalog.csv")
        expect(report["products"] == 81 and not report["skipped"], f"the import reported {report}")
        lines = (grocery / "shop_photos.csv").read_text(encoding="utf-8").splitlines()
        column = lines[0].split(",").index("photo")
        return shop, [grocery / line.split(",")[column] for line in lines[1::500]]
    demo = next(installed.home.rglob("Demo shop"))
    shutil.copytree(demo, shop)
    hand_over(shop)
    return shop, sorted((shop / "photos").rglob("*.jpg"))[:4]


_SOURCE = """
import sys
for name in sys.argv.pop(1).split(","):
    sys.modules[name] = None  # what does not ship must not help the source either
from desktop_app.__main__ import main
sys.exit(main())
"""


def from_source(*arguments: object) -> Any:
    """What the program says when it is run from source, with nothing at hand that does not ship."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"SNAPSHELF_HOME": home, "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-c", _SOURCE, "skimage,sklearn", *map(str, arguments)]
        told = subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True)
    return json.loads(told.stdout.decode())


def expect_same_answers(ours: Any, theirs: Any) -> None:
    """Refuse answers that differ in a product or, beyond rounding, in a score."""
    for one, other in zip(ours, theirs, strict=True):
        expect(one["verdict"] == other["verdict"], f"verdicts differ: {one} {other}")
        for found, wanted in zip(one["results"], other["results"], strict=True):
            expect(found["sku"] == wanted["sku"], f"products differ: {one} {other}")
            expect(abs(found["score"] - wanted["score"]) < TOLERANCE, f"scores differ: {one} {other}")


_OLDER_SHOP = """
import sys
from pathlib import Path
import sqlite_utils
from core.catalog.clock import utc_now
from core.catalog.schema.upgrade import STEPS, _migrations
from core.catalog.search_words import sku_key
folder = Path(sys.argv[1])
folder.mkdir()
db = sqlite_utils.Database(folder / "catalog.db")
_migrations(STEPS[:1]).apply(db)
db.execute("INSERT INTO products (sku, sku_key, title, created, updated) VALUES (?, ?, ?, ?, ?)",
           ["A1", sku_key("A1"), "Oat biscuits", utc_now(), utc_now()])
db.conn.commit()
db.close()
print(STEPS[-1].version)
"""


def upgrade_older_shop(installed: Installed) -> None:
    """Open a shop of the first version: it must come out as one of the newest, with its product."""
    shop = installed.desk / "old 旧店"
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    made = subprocess.run(
        [sys.executable, "-c", _OLDER_SHOP, shop], env=environment, check=True, capture_output=True, text=True
    )
    hand_over(shop)
    table = installed.desk / "more.csv"
    table.write_text("sku,title\nB2,Rye crackers\n", encoding="utf-8")
    installed.run("--shop", shop, "import", table)
    found = installed.json("--shop", shop, "find", "biscuits")
    expect(bool(found) and "A1" in json.dumps(found), f"the older shop's product is gone: {found}")
    # Closed at once, as Windows removes no file that is open.
    with closing(sqlite3.connect(f"{(shop / 'catalog.db').as_uri()}?mode=ro", uri=True)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    expect(version == int(made.stdout), f"the older shop is at {version}, the newest is {made.stdout}")
    expect(any("before-0002" in path.name for path in shop.rglob("*")), "no backup before the upgrade")


def keep_and_bring_back(installed: Installed, shop: Path) -> None:
    """Export, back up, restore elsewhere, check."""
    installed.run("--shop", shop, "export", installed.desk / "目录.xlsx")
    backup = installed.desk / "备份 backup.zip"
    installed.run("--shop", shop, "backup", backup)
    again = installed.desk / "again 还原"
    installed.run("--shop", again, "restore", backup)
    report = installed.json("--shop", again, "check")
    expect(report["ok"], f"the restored shop has problems: {report}")


def with_spoiled_network(installed: Installed, base: Path) -> Path:
    """The program in another copy (of links), in which the networks for the processor are damaged."""
    place, whole = base / "spoiled", installed.program.parent
    but_networks = shutil.ignore_patterns("*.onnx")
    shutil.copytree(whole, place, symlinks=True, copy_function=os.link, ignore=but_networks)
    make_writable(place)
    for network in whole.rglob("*.onnx"):
        (place / network.relative_to(whole)).write_bytes(b"not a network")
    return place / installed.program.name


def state(folder: Path) -> list[tuple[str, int, int]]:
    """Names, sizes and times of all in ``folder``."""
    return sorted(
        (str(path.relative_to(folder)), path.lstat().st_size, path.lstat().st_mtime_ns)
        for path in folder.rglob("*")
    )


def strays_in(home: Path) -> list[str]:
    """What lies in ``home`` outside of the program's own folders and the caches of the system's libraries."""
    own = ("Snapshelf", "fontconfig", "mesa_shader_cache")
    return sorted(
        str(path.relative_to(home))
        for path in home.rglob("*")
        if path.is_file() and not any(part in own for part in path.relative_to(home).parts)
    )


def source_version() -> str:
    """The version in pyproject.toml."""
    import tomllib

    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def expect(is_so: bool, otherwise: str) -> None:
    """Refuse the program with a sentence."""
    if not is_so:
        raise SmokeError(otherwise)


_started = time.monotonic()


def step(sentence: str) -> None:
    """Tell what was seen."""
    print(f"  {time.monotonic() - _started:6.1f} s  it {sentence}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
