"""A restore is one switch: killed or failing at any step, the shop is as it was, or restored."""

import errno
import hashlib
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from core.care.archive import write_archive
from core.care.restore import restore_shop
from core.catalog.database.catalog import Catalog
from core.catalog.photos.photos import PhotoFile, add_photo
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.errors import KnownError
from core.shop.opening import open_shop

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL and fork are not things of Windows")

STEPS = frozenset(
    {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.scandir", "os.listdir", "sqlite3.connect"}
)
State = tuple[list[str], dict[str, bytes]]


def add(catalog: Catalog, sku: str, photo: str = "") -> None:
    product = upsert_product(catalog, ProductDraft(sku)).product_id
    if photo:
        add_photo(catalog, product, PhotoFile(photo, 1, 1))


def lesson(folder: Path, version: str) -> None:
    place = folder / "models" / version
    place.mkdir(parents=True)
    (place / "projection.npz").write_bytes(version.encode())
    (folder / "models" / "active.json").write_text(f'{{"version": "{version}", "backbone": null}}')


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return shop_and_backup(tmp_path)


def shop_and_backup(place: Path) -> Path:
    """A shop whose catalog and lesson differ from those of ``backup.zip`` beside it; its log is not empty."""
    folder = place / "shop"
    folder.mkdir()
    photo = hashlib.sha256(b"photo").hexdigest()
    with Catalog(folder / "catalog.db") as catalog:
        add(catalog, "A", photo)
        file = folder / "photos" / photo[:2] / f"{photo}.jpg"
        file.parent.mkdir(parents=True)
        file.write_bytes(b"photo")
        lesson(folder, "0001-quick")
        write_archive(catalog, folder, place / "backup.zip")
        add(catalog, "B")
        file.unlink()
        shutil.rmtree(folder / "models" / "0001-quick")
        lesson(folder, "0002-quick")
        log = (folder / "catalog.db-wal").read_bytes()
        database = (folder / "catalog.db").read_bytes()
    (folder / "catalog.db").write_bytes(database)
    (folder / "catalog.db-wal").write_bytes(log)  # as a process that was killed leaves it
    return folder


def state(folder: Path) -> State:
    """What whoever opens the shop sees: the products, and the files of lessons."""
    with open_shop(folder, write=False, device="cpu") as opened:
        skus = [
            row[0] for row in opened.catalog.db.execute("SELECT sku FROM products ORDER BY sku").fetchall()
        ]
    models = folder / "models"
    files = {p.relative_to(models).as_posix(): p.read_bytes() for p in models.rglob("*") if p.is_file()}
    return skus, files


def in_child(act: Callable[[], object], at: int, end: Callable[[], object], *, once: bool = False) -> int:
    """Run ``act`` in a child that meets ``end`` before the step ``at``, and before all after it but with
    ``once``; returns its status: 256 for a known error, 0 where it came to its end.
    """
    child = os.fork()
    if child == 0:
        steps = 0

        def step(event: str, _arguments: object) -> None:
            nonlocal steps
            if event in STEPS:
                steps += 1
                if steps == at or (steps > at and not once):
                    end()

        status = 2
        try:
            sys.addaudithook(step)
            act()
            status = 0
        except KnownError:
            status = 1
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    return os.waitpid(child, 0)[1]


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def restored_whole(shop: Path, tmp_path: Path) -> State:
    restore_shop(Path(shutil.copytree(shop, tmp_path / "restored")), tmp_path / "backup.zip")
    return state(tmp_path / "restored")


@pytest.mark.parametrize(
    ("end", "once", "every"),
    [
        (kill, True, 3),
        (fail, True, 3),
        pytest.param(kill, True, 1, marks=pytest.mark.long),
        pytest.param(fail, False, 1, marks=pytest.mark.long),
        pytest.param(fail, True, 1, marks=pytest.mark.long),
    ],
    ids=[
        "killed at each third step", "disk full at each third step",
        "killed", "disk full from then on", "disk full once",
    ],
)  # fmt: skip
def test_a_restore_that_ends_at_any_step_leaves_one_whole_shop(
    shop: Path, tmp_path: Path, end: Callable[[], object], once: bool, every: int
) -> None:
    before = state(Path(shutil.copytree(shop, tmp_path / "before")))
    after = restored_whole(shop, tmp_path)
    assert before != after
    seen = []
    for at in range(1, 1000, every):
        folder = tmp_path / f"at-{at}"
        shutil.copytree(shop, folder)
        status = in_child(lambda: restore_shop(folder, tmp_path / "backup.zip"), at, end, once=once)  # noqa: B023
        assert os.WIFSIGNALED(status) or status <= 256, at
        now = state(folder)
        assert now in (before, after), at
        assert not once or end is kill or (now == after) == (status == 0), at  # what was said is what is
        with open_shop(folder, device="cpu") as opened:
            assert opened.writable
        assert state(folder) == now
        assert not [path.name for path in folder.iterdir() if path.name.startswith((".restore", "restoring"))]
        if now == after:
            assert state_put_aside(folder) == before
        else:
            assert not (folder / "replaced").exists()
        seen.append(now == after)
        shutil.rmtree(folder)
        if status == 0 and (end is kill or not once or at > 110):
            break
    else:
        pytest.fail("it never came to its end")
    assert seen[0] is False
    assert seen[-1] is True
    assert end is not kill or sorted(seen) == seen  # once it has switched, it stays switched


def state_put_aside(folder: Path) -> State:
    """What the restore kept of the shop before."""
    aside = Path(shutil.copytree(folder / "replaced", folder / "aside"))
    found = state(aside)
    shutil.rmtree(aside)
    return found


@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.long)])
def test_whoever_finishes_a_restore_may_be_killed_too(
    under_way: Path, shop: Path, tmp_path: Path, every: int
) -> None:
    after = restored_whole(shop, tmp_path)
    for at in range(1, 1000, every):
        folder = Path(shutil.copytree(under_way, tmp_path / f"at-{at}"))
        status = in_child(lambda: open_shop(folder, device="cpu").close(), at, kill)  # noqa: B023
        assert state(folder) == after
        shutil.rmtree(folder)
        if status == 0:
            return


@pytest.fixture(scope="module")
def under_way(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop whose restore was killed right after its switch; not to be changed."""
    place = tmp_path_factory.mktemp("under way")
    shop = shop_and_backup(place)
    for at in range(1, 1000):
        folder = Path(shutil.copytree(shop, place / "begun"))
        in_child(lambda: restore_shop(folder, place / "backup.zip"), at, kill)  # noqa: B023
        if (folder / "restoring").exists():
            return folder
        shutil.rmtree(folder)
    raise AssertionError("it was never begun")


def test_what_a_restore_put_aside_can_be_brought_back_with_its_lessons(shop: Path, tmp_path: Path) -> None:
    before = state(shop)
    aside = restore_shop(shop, tmp_path / "backup.zip")
    assert aside is not None
    after = state(shop)
    again = restore_shop(shop, aside)
    assert state(shop) == before
    assert again is not None
    restore_shop(shop, again)
    assert state(shop) == after


def test_a_reader_that_has_the_shop_open_sees_one_shop_to_the_end(shop: Path, tmp_path: Path) -> None:
    with open_shop(shop, write=False, device="cpu") as reader:
        query = "SELECT count(*) FROM products"
        assert reader.catalog.db.execute(query).fetchone() == (2,)
        restore_shop(shop, tmp_path / "backup.zip")
        assert reader.catalog.db.execute(query).fetchone() == (2,)
        assert not reader.catalog.is_in_place()
    assert state(shop)[0] == ["A"]


def test_a_shop_half_restored_on_a_medium_that_cannot_be_written_says_so(
    under_way: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(shutil.copytree(under_way, tmp_path / "begun"))
    monkeypatch.setattr("core.shop.one_switch._PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr("core.shop.one_switch.writers_lock", lambda _folder: (None, None))
    with pytest.raises(KnownError, match="being restored"):
        open_shop(folder, write=False, device="cpu")
