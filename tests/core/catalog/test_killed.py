"""Killed, not asked: a child that changes the catalog is killed at random moments; nothing it was told was
done is lost, and nothing is half done."""

import random
import shutil
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from core.care.restore import restore_shop
from core.catalog.checking.check import check
from core.catalog.database.catalog import Catalog
from core.catalog.photos.photos import photos_of_products
from core.catalog.products.products import product_by_sku
from core.quantities.quantity import whole
from core.signed_log.verification import check_log

# Each line on its standard output says that something was done: it must be found again.
_WORK = """
    import random, sys
    from datetime import UTC, datetime, timedelta
    from pathlib import Path
    import numpy as np
    from core.care.backup import daily_backup
    from core.catalog.database.catalog import Catalog
    from core.catalog.tables.entries import apply_row
    from core.catalog.photos.photos import PhotoFile, PhotoKind
    from core.catalog.products.products import product_by_sku
    from core.catalog.products.upsert import ProductDraft
    from core.care.archive import write_archive
    from core.catalog.stock import Reason, move_stock
    from core.quantities.quantity import whole
    from core.catalog.tags.tags import add_tag, undo_tag_operation
    from core.catalog.photos.vectors import store_vectors
    from core.signed_log.signing import LogSigner

    shop, seed = Path(sys.argv[1]), int(sys.argv[2])
    choose = random.Random(seed)
    catalog = Catalog(shop / "catalog.db")
    catalog.before_commit = LogSigner(catalog, shop).sign_what_is_new
    for step in range(10_000):
        sku = f"{seed}-{step}"
        files = [(PhotoFile(choose.randbytes(32).hex(), 1, 1), PhotoKind.CATALOG) for _ in range(2)]
        row = apply_row(catalog, ProductDraft(sku, title="a thing", stock=whole(5), tags=("new",)), files)
        print("product", sku, flush=True)
        store_vectors(catalog, "model", row.new_photo_ids, np.ones((2, 64)))
        move_stock(catalog, row.product_id, whole(-2), who="Kim", reason=Reason.SALE)
        print("sold", sku, flush=True)
        operation = add_tag(catalog, [row.product_id], "bulk", who="Kim")
        if step % 2:
            undo_tag_operation(catalog, operation.id)
        print("untagged" if step % 2 else "tagged", sku, flush=True)
        if step % 7 == 3:
            backup = daily_backup(catalog, datetime.now(UTC) + timedelta(days=seed * 1000 + step))
            print("backup", backup.name, flush=True)
        if step % 7 == 5:
            write_archive(catalog, shop, shop.parent / "archive.zip")
            print("archive", sku, flush=True)
"""


def _kill_and_look(shop: Path, seed: int, delay: float) -> int:
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(_WORK), str(shop), str(seed)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[3],
    )
    assert child.stdout is not None
    lines = [child.stdout.readline()]  # it has begun: what matters happens from here on
    time.sleep(delay)
    assert child.poll() is None, child.communicate()[1]
    child.kill()
    rest, _ = child.communicate()
    lines += rest.splitlines()
    acknowledged = [line.split() for line in lines if line.endswith("\n") or line.strip()]
    with Catalog(shop / "catalog.db") as catalog:
        assert check(catalog) == []
        log = check_log(catalog, shop)
        assert (log.problems, log.unsigned, log.without_line) == ((), 0, 0)
        for what, name in (parts for parts in acknowledged if len(parts) == 2):
            _look(catalog, shop, what, name)
        ids = [row[0] for row in catalog.db.execute("SELECT id FROM products").fetchall()]
        assert {len(photos) for photos in photos_of_products(catalog, ids).values()} == {2}
    return len(acknowledged)


def _look(catalog: Catalog, shop: Path, what: str, name: str) -> None:
    product = product_by_sku(catalog, name)
    match what:
        case "product":
            assert product is not None
            assert "new" in product.tags
        case "sold":
            assert product is not None
            assert product.stock == whole(3)
        case "tagged":
            assert product is not None
            assert "bulk" in product.tags
        case "untagged":
            assert product is not None
            assert "bulk" not in product.tags
        case "archive":
            elsewhere = shop / "restored"
            restore_shop(elsewhere, shop.parent / "archive.zip")
            with Catalog(elsewhere / "catalog.db") as restored:
                assert product_by_sku(restored, name) is not None
            shutil.rmtree(elsewhere)


def _run(tmp_path: Path, kills: int) -> None:
    choose = random.Random(20261123)
    done = 0
    for seed in range(kills):
        if seed % 20 == 0:  # a fresh shop now and then: its making is killed, too
            shop = tmp_path / f"shop{seed}"
            shop.mkdir()
        done += _kill_and_look(shop, seed, choose.uniform(0, 0.25))
    assert done > kills


def test_killed_at_a_few_random_moments_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    _run(tmp_path, 15)


@pytest.mark.long
def test_killed_at_two_hundred_random_moments_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    _run(tmp_path, 200)


def test_killed_while_a_catalog_is_made_the_next_start_makes_it(tmp_path: Path) -> None:
    script = "import sys; from pathlib import Path; print(flush=True);"
    script += "from core.catalog.database.catalog import Catalog;"
    script += "Catalog(Path(sys.argv[1])); print('made', flush=True)"
    choose = random.Random(7)
    for attempt in range(8):
        path = tmp_path / f"{attempt}.db"
        child = subprocess.Popen(
            [sys.executable, "-c", script, str(path)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).resolve().parents[3],
        )
        while not path.exists() and child.poll() is None:
            time.sleep(0.001)
        time.sleep(choose.uniform(0, 0.03))
        child.kill()
        child.communicate()
        with Catalog(path) as catalog:
            assert check(catalog) == []
