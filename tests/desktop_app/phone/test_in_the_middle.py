"""What a phone asks while something happens at the counter: other phones, a put-out, a window that closes."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.catalog.stock import current_stock
from core.quantities.quantity import Quantity, whole
from core.shop.opening import open_shop
from core.shop.shop import Shop
from desktop_app.engine.jobs import Lane
from desktop_app.engine.shop_engine import ShopEngine
from tests.desktop_app.phone.counter import Counter, counter_on
from tests.desktop_app.phone.served import Answer, Browser
from tests.desktop_app.real_shop import PATIENCE_MS
from tests.painted_shop import make_priced_shop

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_priced_shop(tmp_path / "shop")


@pytest.fixture
def counter(folder: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Counter]:
    with counter_on(folder, qapp, qtbot) as opened:
        opened.switch_on()
        yield opened


@contextmanager
def desk_at_work(counter: Counter) -> Iterator[None]:
    """The desk changes the shop meanwhile, and takes its time."""
    begun, may_end = Event(), Event()

    def work(_report: object) -> None:
        begun.set()
        assert may_end.wait(PATIENCE_MS / 1000)

    counter.desktop.jobs.run(work, success=lambda _: None, lane=Lane.WRITING)
    counter.qtbot.waitUntil(begun.is_set, timeout=PATIENCE_MS)
    try:
        yield
    finally:
        may_end.set()


def asked(counter: Counter, phone: Browser, product: int) -> Future[Answer]:
    """A phone's sale, as soon as it waits for its turn in the lane."""
    form = counter.meanwhile(lambda: phone.shown(f"/product/{product}"))
    before = len(counter.desktop.jobs._under_way)
    selling = counter.pool.submit(lambda: phone.write(f"/product/{product}/book", **form, kind="sold"))
    counter.qtbot.waitUntil(lambda: len(counter.desktop.jobs._under_way) > before, timeout=PATIENCE_MS)
    return selling


def plums(counter: Counter) -> int:
    return int(
        shop_of(counter).catalog.db.execute("SELECT id FROM products WHERE title = 'Plums'").fetchone()[0]
    )


def shop_of(counter: Counter) -> Shop:
    engine = counter.desktop.search_page.desk.engine
    assert isinstance(engine, ShopEngine)
    return engine.shop


def stock(shop: Shop, product: int) -> Quantity:
    found = current_stock(shop.catalog, product)
    assert found is not None
    return found


def test_several_pictures_of_one_thing_are_one_search_at_the_desk(counter: Counter, folder: Path) -> None:
    phone = counter.let_in("Ann's phone")
    pictures = [path.read_bytes() for path in sorted(folder.with_name("shop pictures").glob("2-*.png"))[:2]]
    assert len(pictures) == 2
    sent = counter.meanwhile(lambda: phone.upload("/search", *pictures, **phone.shown("/"), at_desk="yes"))
    assert sent.status == 303
    desk = counter.desktop.search_page.desk
    counter.qtbot.waitUntil(
        lambda: desk.at_hand is not None and desk.at_hand is desk.together and desk.at_hand.is_done,
        timeout=PATIENCE_MS,
    )
    assert desk.at_hand is not None
    assert [len(desk.at_hand.query.pictures), desk.film.rowCount()] == [2, 2]
    assert {one.source.name for one in desk.at_hand.query.pictures} == {"Ann's phone"}


def test_two_phones_that_book_one_product_at_once_book_both(counter: Counter) -> None:
    ann, bob = counter.let_in("Ann's phone"), counter.let_in("Bob's phone")
    shop, product = shop_of(counter), plums(counter)
    before = stock(shop, product)
    path = f"/product/{product}"
    forms = [counter.meanwhile(lambda one=one: one.shown(path)) for one in (ann, bob)]  # type: ignore[misc]
    with ThreadPoolExecutor(2) as phones:
        selling = [
            phones.submit(phone.write, f"{path}/book", **form, kind="sold", amount="0.5", back=path)
            for phone, form in zip((ann, bob), forms, strict=True)
        ]
        counter.qtbot.waitUntil(lambda: all(one.done() for one in selling), timeout=PATIENCE_MS)
    assert [one.result().status for one in selling] == [303, 303]
    assert stock(shop, product) == before - whole(1)
    pages = [counter.meanwhile(lambda one=one: one.get(path)).body.decode() for one in (ann, bob)]  # type: ignore[misc]
    assert all("Sold: 0.5\u00a0kg" in page for page in pages)  # each is told of its own


def test_a_phone_that_is_put_out_while_it_waits_changes_nothing(counter: Counter) -> None:
    phone = counter.let_in("Ann's phone")
    shop, product = shop_of(counter), plums(counter)
    before = stock(shop, product)
    with desk_at_work(counter):
        selling = asked(counter, phone, product)
        counter.service.put_out(counter.service.phones[0].id)
    counter.qtbot.waitUntil(selling.done, timeout=PATIENCE_MS)
    assert (selling.result().status, b"was put out" in selling.result().body) == (422, True)
    assert stock(shop, product) == before


def test_a_window_that_closes_lets_the_phone_go_and_what_had_not_begun_is_not_done(
    folder: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with counter_on(folder, qapp, qtbot) as counter:
        counter.switch_on()
        phone = counter.let_in("Ann's phone")
        product = plums(counter)
        before = stock(shop_of(counter), product)
        with desk_at_work(counter):
            selling = asked(counter, phone, product)
            assert counter.desktop.phones is not None
            counter.desktop.phones.close()
            counter.desktop.jobs.end()  # as the window closes, but for the waiting
            counter.qtbot.waitUntil(selling.done, timeout=PATIENCE_MS)
            with pytest.raises(OSError):
                selling.result()
    with open_shop(folder, device="cpu") as shop:
        assert stock(shop, product) == before
