"""Time stamps under the log and over reports: kept, looked at again, and proof against a log written anew."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.care.archive import write_archive
from core.care.restore import restore_shop
from core.errors import KnownError
from core.evidence.stamps import log_stamps, report_stamp, take_answer, take_log_answer, write_log_request
from core.evidence.time_stamps import new_request
from core.shop.opening import open_shop
from core.shop.shop import Shop
from core.signed_log.verification import heads_of
from tests.core.copies.test_tracing import make_shop
from tests.core.evidence.authority import Authority, refusal

AUTHORITY = Authority()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with make_shop(tmp_path / "shop") as shop:
        yield shop


def stamped(shop: Shop, folder: Path) -> int | None:
    write_log_request(shop, folder / "log.tsq")
    (folder / "log.tsr").write_bytes(AUTHORITY.answer((folder / "log.tsq").read_bytes()))
    return take_answer(shop.catalog, folder / "log.tsq", folder / "log.tsr")[1]


def test_a_stamp_is_kept_with_the_log_and_in_backups(shop: Shop, tmp_path: Path) -> None:
    assert stamped(shop, tmp_path) == heads_of(shop.catalog)[-1].number
    write_archive(shop.catalog, shop.folder, tmp_path / "backup.zip")
    restore_shop(tmp_path / "restored", tmp_path / "backup.zip")
    with open_shop(tmp_path / "restored") as restored:
        (kept,), problems = log_stamps(restored.catalog)
    assert (kept.number, kept.stamp.stamped, list(problems)) == (6, "2026-11-30T09:30:15.000Z", [])


def test_the_same_answer_is_kept_once(shop: Shop, tmp_path: Path) -> None:
    stamped(shop, tmp_path)
    take_answer(shop.catalog, tmp_path / "log.tsq", tmp_path / "log.tsr")
    assert len(log_stamps(shop.catalog)[0]) == 1


def test_an_answer_is_known_by_what_it_is_over(shop: Shop, tmp_path: Path) -> None:
    write_log_request(shop, tmp_path / "log.tsq")
    request = (tmp_path / "log.tsq").read_bytes()
    (tmp_path / "log.tsr").write_bytes(AUTHORITY.answer(request))
    assert take_log_answer(shop.catalog, tmp_path / "log.tsr").number == 6
    (tmp_path / "other.tsr").write_bytes(AUTHORITY.answer(new_request(bytes(32))))
    with pytest.raises(KnownError, match="something else than this shop's log"):
        take_log_answer(shop.catalog, tmp_path / "other.tsr")
    (tmp_path / "no.tsr").write_bytes(refusal())
    with pytest.raises(KnownError, match="no answer"):
        take_log_answer(shop.catalog, tmp_path / "no.tsr")
    assert [one.number for one in log_stamps(shop.catalog)[0]] == [6]


def test_a_log_that_its_owner_wrote_anew_does_not_fit_its_stamp(shop: Shop, tmp_path: Path) -> None:
    stamped(shop, tmp_path)
    with shop.catalog.transaction() as db:
        db.execute("DROP TRIGGER photo_log_stays")
        db.execute("UPDATE photo_log SET digest = ? WHERE number = 6", ["a" * 64])
    good, (problem,) = log_stamps(shop.catalog)
    assert not good and "line 6 is not the one that was stamped 2026-11-30" in str(problem)


def test_an_answer_over_something_else_is_not_kept(shop: Shop, tmp_path: Path) -> None:
    request = new_request(bytes(32))
    (tmp_path / "other.tsq").write_bytes(request)
    (tmp_path / "other.tsr").write_bytes(AUTHORITY.answer(request))
    assert take_answer(shop.catalog, tmp_path / "other.tsq", tmp_path / "other.tsr")[1] is None
    assert log_stamps(shop.catalog) == ([], [])


def test_a_request_replaces_a_request_and_nothing_else(shop: Shop, tmp_path: Path) -> None:
    write_log_request(shop, tmp_path / "log.tsq")
    write_log_request(shop, tmp_path / "log.tsq")
    (tmp_path / "letter.tsq").write_text("Dear Ann", encoding="utf-8")
    with pytest.raises(KnownError, match="something else"):
        write_log_request(shop, tmp_path / "letter.tsq")


def test_a_shop_without_photos_has_nothing_to_stamp(tmp_path: Path) -> None:
    with (
        open_shop(tmp_path / "empty", create=True) as shop,
        pytest.raises(KnownError, match="not signed yet"),
    ):
        write_log_request(shop, tmp_path / "log.tsq")


def test_a_report_tells_its_stamp_and_whether_it_is_of_another(tmp_path: Path) -> None:
    assert report_stamp(tmp_path) is None
    statement = json.dumps({"said": 1}).encode()
    (tmp_path / "evidence.json").write_bytes(statement)
    request = new_request(hashlib.sha256(statement).digest())
    (tmp_path / "evidence.tsq").write_bytes(request)
    (tmp_path / "evidence.tsr").write_bytes(AUTHORITY.answer(request))
    stamp = report_stamp(tmp_path)
    assert stamp is not None and stamp.stamped.startswith("2026-11-30")
    other = Path(shutil.copytree(tmp_path, tmp_path.with_name("other")))
    (other / "evidence.json").write_bytes(statement + b" ")
    with pytest.raises(KnownError, match="something else"):
        report_stamp(other)


def test_a_strangers_log_gets_no_request(shop: Shop, tmp_path: Path) -> None:
    with shop.catalog.transaction() as db:
        db.execute("DROP TRIGGER photo_log_stays")
        db.execute("UPDATE photo_log SET digest = 'Dear Ann'")
    with pytest.raises(KnownError, match="damaged"):
        write_log_request(shop, tmp_path / "log.tsq")
