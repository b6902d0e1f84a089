"""Offline is a promise: a day's work without any network interface, watched call by call.

All that the program does for a shop is run in a network namespace that has no interface at all, under a
trace of its system calls: no socket but local ones, no name looked up, no file written outside of the shop,
the program's own folders and the temporary folder.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from core.catalog.photos.unlabelled import unlabelled_counts
from core.embedding.networks.efficientnet_lite import LITE0
from core.shop.opening import open_shop
from tests.core.imaging.films.filmed import film, walk
from tests.core.ingest.unlabelled.views import view as shelf_view
from tests.end_to_end.system_call_trace import Trace, can_trace, read_trace, traced

ROOT = Path(__file__).resolve().parents[2]
DRIVER = Path(__file__).with_name("scenario_driver.py")
NO_FILES = (Path("/dev"), Path("/proc"))
"""Devices such as /dev/null, semaphores in /dev/shm, and what the kernel shows of processes."""

ONE_AFTER_ANOTHER = """
import json, sys
from desktop_app.__main__ import main
for arguments in json.loads(sys.argv[2]):
    assert main(["--shop", sys.argv[1], *arguments]) == 0, arguments
"""
"""Commands in one process: what is watched is what they do, not twenty more starts of Python."""

needs_trace = pytest.mark.skipif(
    sys.platform != "linux" or not can_trace(),
    reason="needs strace and the right to make a network namespace",
)

Watched = Callable[..., Trace]


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pictures of three products, and room for a shop, a home and temporary files."""
    folder = tmp_path_factory.mktemp("offline")
    for name in ("pictures", "home", "temporary", "给顾客"):
        (folder / name).mkdir()
    colours = ("red", "green", "blue")
    rows = ["photo,sku"]
    for number, colour in enumerate(colours):
        for view in range(2):
            image = Image.new("RGB", (200, 200), "white")
            ImageDraw.Draw(image).regular_polygon((100, 100, 70), 3 + number, view * 20, fill=colour)
            image.save(folder / "pictures" / (f"{colour}.png" if view == 0 else f"{colour}_2.png"))
        rows.append(f"pictures/{colour}_2.png,{colour}")
    receipts = [f"{number},2026-03-05,{colour}" for number, colour in enumerate(colours)]
    (folder / "receipts.csv").write_text("\n".join(["receipt,date,sku", *receipts]), encoding="utf-8")
    (folder / "photos.csv").write_text("\n".join(rows), encoding="utf-8")
    film(folder / "counter.mp4", walk([shelf_view(0)]))
    return folder


@pytest.fixture
def watched(day: Path, tmp_path: Path) -> Watched:
    """Runs a command under the trace and says what it did."""

    def run(*command: str | Path, code: int = 0, loopback: bool = False) -> Trace:
        # A user whose home is new: a library's hidden store would show in it.
        environment = {
            "HOME": str(day / "home"),
            "TMPDIR": str(day / "temporary"),
            "PATH": os.environ["PATH"],
            "PYTHONDONTWRITEBYTECODE": "1",
            "QT_QPA_PLATFORM": "offscreen",
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
        }
        log = tmp_path / "trace.txt"
        ended, trace = traced([sys.executable, *command], environment, log, day, loopback=loopback)
        assert ended.returncode == code, ended.stderr
        return trace

    return run


def is_quiet(trace: Trace, day: Path) -> None:
    """Nothing reached out, and nothing was written where it should not be."""
    assert trace.calls > 100
    assert trace.sockets == []
    assert trace.looked_up == []
    own = (day / "shop", day / "temporary", day / "给顾客", *programs_own_folders(day / "home"))
    elsewhere = {
        path for path in trace.written if not any(path.is_relative_to(place) for place in (*own, *NO_FILES))
    }
    assert {path for path in elsewhere if not any(place.is_relative_to(path) for place in own)} == set()


def programs_own_folders(home: Path) -> tuple[Path, ...]:
    """Where the program may keep settings, logs and what it can make again."""
    return (
        home / ".config" / "Snapshelf",
        home / ".local" / "share" / "Snapshelf",
        home / ".local" / "state" / "Snapshelf",
        home / ".cache" / "Snapshelf",
    )


@needs_trace
@pytest.mark.timeout(1200)  # every system call of a deep lesson is watched
def test_a_shop_is_imported_searched_taught_measured_and_exported_without_a_network(
    day: Path, watched: Watched
) -> None:
    picture = day / "pictures" / "red_2.png"
    commands = (
        ("import", day / "pictures"),
        ("add-photos", day / "photos.csv"),
        ("search", picture, "--json"),
        ("count", picture, day / "counter.mp4", "--json"),
        ("find", "red"),
        ("learn", "--quick"),
        ("evaluate", day / "photos.csv", "--json"),
        ("models", "list"),
        ("export", day / "给顾客" / "products.csv"),
        ("trace", picture, "--report", day / "给顾客" / "report"),
        ("insight", "--report", day / "给顾客" / "insight"),
        ("evidence", "log"),
        ("evidence", "request", day / "给顾客" / "log.tsq"),
        ("backup", day / "给顾客" / "backup.zip"),
        ("never-sell", "--photo", picture, "--word", "rum"),
        ("sales", day / "receipts.csv"),
        ("recommend", "red", "--json"),
        ("customers", "keep", "on"),
        ("moderate", "--json"),
        ("moderate", picture),
        ("blur-faces",),
        ("check",),
        ("models", "use", LITE0.name),  # learns faster; all above is done with the default network
        ("learn", "--deep", "--minutes", "0.02"),
    )
    for process in (commands[:2], commands[2:]):
        is_quiet(watched("-c", ONE_AFTER_ANOTHER, day / "shop", json.dumps(process, default=str)), day)
    assert (day / "给顾客" / "backup.zip").is_file()


@needs_trace
def test_a_walk_with_a_film_in_it_is_taken_without_a_network(day: Path, watched: Watched) -> None:
    program = ("-m", "desktop_app", "--shop", day / "shop")
    watched(*program, "import", day / "pictures")
    shelf = day / "给顾客" / "shelf"
    shelf.mkdir(parents=True)
    shelf_view(0).save(shelf / "0.png")
    film(shelf / "walk.mp4", walk([shelf_view(1), shelf_view(2)]))
    (shelf / "list.mp4").write_text(
        "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nhttp://192.0.2.1/film.ts\n"
    )
    is_quiet(watched(*program, "add-photos", "--unlabelled", shelf), day)
    with open_shop(day / "shop", write=False) as shop:
        counts = unlabelled_counts(shop.catalog)
    assert (counts.pictures, counts.frames) == (1, 2)


@needs_trace
def test_the_window_answers_without_a_network(day: Path, watched: Watched) -> None:
    program = ("-m", "desktop_app", "--shop", day / "shop")
    watched(*program, "import", day / "pictures")
    seen, scenario = day / "给顾客" / "seen.json", "tests.end_to_end.query_scenarios:search_with_each"
    picture = day / "pictures" / "green.png"
    is_quiet(watched(DRIVER, scenario, seen, "--shop", day / "shop", "--", picture), day)
    assert seen.with_suffix(".png").is_file()


@needs_trace
def test_with_phones_switched_on_one_named_socket_listens_and_nothing_reaches_out(
    day: Path, watched: Watched
) -> None:
    watched("-m", "desktop_app", "--shop", day / "shop", "import", day / "pictures")
    seen, scenario = day / "给顾客" / "phones.json", "tests.end_to_end.phone_scenarios:switch_on"
    trace = watched(DRIVER, scenario, seen, "--shop", day / "shop", loopback=True)
    told = json.loads(seen.read_text(encoding="utf-8"))
    assert told["problem"] is None
    assert told["seen"]["before"] == ["desktop_app.phone", "desktop_app.phone.switch"]
    assert told["seen"]["servers"] == []  # the window's process never loads what speaks to phones
    port = int(told["seen"]["addresses"][0].rsplit(":", 1)[1])
    calls = [call.split(" ", 1)[1].strip() for call in trace.sockets]
    (made, bound) = [call for call in calls if not call.endswith("EADDRINUSE (Address already in use)")]
    assert made.startswith("socket(AF_INET, SOCK_STREAM")
    assert bound.startswith("bind(")
    assert f'sin_port=htons({port}), sin_addr=inet_addr("127.0.0.1")' in bound
    assert trace.looked_up == []


@needs_trace
def test_the_trace_sees_a_program_that_reaches_out(day: Path, watched: Watched) -> None:
    reach = (
        "import socket, pathlib\n"
        "pathlib.Path.home().joinpath('telemetry').write_text('id')\n"
        "try:\n    socket.getaddrinfo('example.org', 80)\nexcept OSError:\n    pass\n"
        "try:\n    socket.create_connection(('192.0.2.1', 80), 1)\nexcept OSError:\n    pass\n"
    )
    trace = watched("-c", reach)
    assert any("AF_INET" in call for call in trace.sockets)
    assert trace.looked_up
    assert day / "home" / "telemetry" in trace.written
    with pytest.raises(AssertionError):
        is_quiet(trace, day)


def test_a_trace_is_read_across_threads_and_alphabets(tmp_path: Path) -> None:
    trace = read_trace(
        [
            '12 openat(AT_FDCWD</desk>, "shop/\\350\\214\\266.txt", O_WRONLY|O_CREAT <unfinished ...>',
            "13 socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP) = 4",
            "12 <... openat resumed>, 0666) = 5</desk/shop>",
            '12 rename("a", "b") = 0',
            '12 openat(AT_FDCWD</desk>, "missing", O_RDWR) = -1 ENOENT (No such file or directory)',
            "13 socket(AF_UNIX, SOCK_STREAM, 0) = 6",
        ],
        tmp_path,
    )
    assert trace.written == {Path("/desk/shop/茶.txt"), tmp_path / "a", tmp_path / "b"}
    assert len(trace.sockets) == 1
