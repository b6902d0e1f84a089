"""Start a built program and use it, as on a computer that never saw it: the last step of every build.

    python packaging/smoke_test.py dist/snapshelf-light [--pictures DIR] [--hub URL]

A shop's day in one run: window, import, search, lessons, reports, an upgrade, a backup. Where and by whom
the program is run: installed_program.py. What it answers is held against the program run from source.
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
from pathlib import Path
from typing import Any

from empty_libraries import can_be_emptied
from installed_program import (
    Installed,
    SmokeError,
    expect,
    install,
    make_writable,
    state,
    strays_in,
    with_spoiled_network,
)
from smoke_day import Day, make_copy, make_day, make_film, make_older_shop
from smoke_hub import joins_a_hub
from smoke_phone import answers_a_phone

ROOT = Path(__file__).resolve().parent.parent
TOLERANCE = 1e-3
"""Between scores; the vectors are the same, sums may be taken in another order on another computer."""

DEEP_MINUTES = 0.5


def main() -> int:
    """All steps in turn; 0 when each did what it must."""
    parser = argparse.ArgumentParser(description="Start and use a built program.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pictures", type=Path, help="where to leave a picture of the window")
    parser.add_argument(
        "--hub", metavar="URL", help="an empty PostgreSQL database to join, its owner's, by TCP"
    )
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="snapshelf smoke ") as temporary:
        base = Path(temporary)
        try:
            pictures = arguments.pictures or ROOT / "build" / "smoke"
            use(arguments.folder.resolve(), base, pictures, arguments.hub)
        except SmokeError as error:
            print(f"The built program failed: {error}", file=sys.stderr)
            return 1
        finally:
            make_writable(base)
    return 0


def use(folder: Path, base: Path, pictures: Path, hub: str | None) -> None:
    """Install into ``base``, then work through a shop's day; join ``hub`` if there is one."""
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

    day = make_day(installed)
    search = ("--shop", day.shop, "search", *day.photos)
    answers = installed.json(*search)
    expect_same_answers(answers, from_source(*search, "--json"))
    step(f"finds what the source finds, on {len(day.photos)} photos")
    best = answers[-1]["results"][0]
    look_closer(installed, day, best["sku"])
    # With a picture that the film below does not show again: what is searched for joins the shop's views.
    if answers_a_phone(installed, day.shop, day.photos[-1], best["title"]):
        step("serves phones over TLS, and answers the picture of one")
    else:
        step("was asked by no phone: this computer is in no local network")
    if hub is not None:
        step(f"joins a hub, which holds {joins_a_hub(installed, day.shop, hub) / 1e6:.0f} MB then")

    installed.run("--shop", day.shop, "add-photos", day.more)
    watch_film(installed, day)
    learn(installed, day, deep=not is_light)
    measure(installed, day)
    switch_network(installed, day)

    upgrade_older_shop(installed)
    step("brings an older shop up to date, and keeps a backup of it")

    keep_and_bring_back(installed, day.shop)
    step("exports, backs up, restores and checks")

    meet_a_spoiled_network(installed, base, day, is_light=is_light)
    expect(state(installed.program.parent) == before, "it changed its own folder")
    strays = strays_in(installed.home)
    expect(not strays, f"it left {strays} in the user's home")
    step("leaves its own folder alone, and nothing foreign in the home")


def look_closer(installed: Installed, day: Day, sku: str) -> None:
    """Several products in a picture, copies, what must not be shown, a poster: each its own library."""
    (counted,) = installed.json("--shop", day.shop, "count", day.photos[0])
    expect(bool(counted["products"]), f"nothing was counted on a photo: {counted}")
    copy = make_copy(next(day.shop.glob("photos/*/*")), installed.desk / "copy 拷贝.jpg")
    (traced,) = installed.json("--shop", day.shop, "trace", copy)
    expect(bool(traced["copies"]), f"a copy was not traced: {traced}")
    (looked_at,) = installed.json("--shop", day.shop, "moderate", day.photos[0])
    expect("findings" in looked_at, f"moderation says {looked_at}")
    poster = installed.desk / "海报 poster.pdf"
    installed.run("--shop", day.shop, "poster", sku, "--output", poster)
    expect(poster.read_bytes()[:5] == b"%PDF-", "the poster is no PDF")
    step(f"counts ({len(counted['products'])} pieces), traces, moderates and makes a poster")


def watch_film(installed: Installed, day: Day) -> None:
    """A walk through the shop, filmed: read by FFmpeg in a child process."""
    film = make_film(installed.desk / "走拍 walk.mp4", day.photos[:2])
    report = installed.json("--shop", day.shop, "add-photos", "--unlabelled", film)
    if not can_be_emptied():
        expect(len(report["skipped"]) == 1, f"a film that cannot be read here is told as {report}")
        return
    expect(report["added"] >= 2 and not report["skipped"], f"the walk reported {report}")
    step("watches a film")


def learn(installed: Installed, day: Day, *, deep: bool) -> None:
    """A quick lesson, and a deep one: it trains in a child process, which is another way to be started."""
    lesson = installed.json("--shop", day.shop, "learn", "--quick")
    expect(lesson["kind"] == "quick", f"the lesson was {lesson}")
    step(f"learns a quick lesson in {lesson['seconds']:.0f} s (kept: {lesson['promoted']})")
    if deep:
        lesson = installed.json("--shop", day.shop, "learn", "--deep", "--minutes", DEEP_MINUTES)
        expect(lesson["kind"] == "deep", f"the lesson was {lesson}")
        step(f"learns a deep lesson in {lesson['seconds']:.0f} s (kept: {lesson['promoted']})")
    else:
        told = installed.run("--shop", day.shop, "learn", "--deep", code=1)
        expect("full" in told, f"a deep lesson was refused with {told!r}")
        step("says what the full program adds")


def measure(installed: Installed, day: Day) -> None:
    """An evaluation with its report, which is drawn by parts of the program that nothing else uses."""
    folder = installed.desk / "报告 report"
    figures = installed.json("--shop", day.shop, "evaluate", day.known, "--report", folder)
    expect(figures["top1"] is not None, f"the evaluation says {figures}")
    expect("<svg" in (folder / "report.html").read_text(encoding="utf-8"), "the report has no plots")
    step(f"measures itself on {figures['photos']} photos (first is right: {figures['top1']:.2f}) and reports")


def switch_network(installed: Installed, day: Day) -> None:
    """The other network that comes with the program, and back; the full one exports it first."""
    for network in ("efficientnet-lite0", "efficientnet-lite2"):
        installed.run("--shop", day.shop, "models", "use", network)
        answers = installed.json("--shop", day.shop, "search", day.photos[0])
        expect(bool(answers[0]["results"]), f"nothing is found with {network}: {answers}")
    step("searches by its other network, and goes back")


def meet_a_spoiled_network(installed: Installed, base: Path, day: Day, *, is_light: bool) -> None:
    """In another copy (of links) the network for the processor is damaged: say so, or make it anew."""
    spoiled = with_spoiled_network(installed, base)
    search = ("--shop", day.shop, "search", day.photos[0])
    told = installed.run(*search, program=spoiled, code=1 if is_light else 0)
    expect(not is_light or "Install the program again" in told, f"a spoiled network is told as {told!r}")
    step("tells of a spoiled network" if is_light else "makes a spoiled network anew with torch, in a child")


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


def upgrade_older_shop(installed: Installed) -> None:
    """Open a shop of the first version: it must come out as one of the newest, with its product."""
    shop, newest = make_older_shop(installed)
    table = installed.desk / "more.csv"
    table.write_text("sku,title\nB2,Rye crackers\n", encoding="utf-8")
    installed.run("--shop", shop, "import", table)
    found = installed.json("--shop", shop, "find", "biscuits")
    expect(bool(found) and "A1" in json.dumps(found), f"the older shop's product is gone: {found}")
    # Closed at once, as Windows removes no file that is open.
    with closing(sqlite3.connect(f"{(shop / 'catalog.db').as_uri()}?mode=ro", uri=True)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    expect(version == newest, f"the older shop is at {version}, the newest is {newest}")
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


def source_version() -> str:
    """The version in pyproject.toml."""
    import tomllib

    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


_started = time.monotonic()


def step(sentence: str) -> None:
    """Tell what was seen."""
    print(f"  {time.monotonic() - _started:6.1f} s  it {sentence}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
