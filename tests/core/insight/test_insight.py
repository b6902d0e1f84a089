"""All figures together: as plain data for programs, and as a report for people."""

import csv
import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from core.catalog.currencies.shown import shown_amount
from core.catalog.log.search_log import log_search
from core.errors import Cancelled, KnownError
from core.insight.as_plain_data import as_plain_data, names_of
from core.insight.insight import Insight, insight
from core.insight.order_list import order
from core.insight.period import Period
from core.insight.report import write_insight_report
from core.insight.tables import tables_of
from core.insight.telling import headline
from core.measuring.report.words import Words
from core.progress import Progress
from core.quantities.quantity import whole
from core.shop.shop import Shop
from tests.core.insight.conftest import PERIOD, BusyShop, Line, add_product, sell


@pytest.fixture(scope="module")
def found(busy: BusyShop) -> Insight:
    return insight(busy.shop, PERIOD)


def test_plain_data_is_json_and_says_what_was_sold(busy: BusyShop, found: Insight) -> None:
    told = json.loads(json.dumps(as_plain_data(found, names_of(busy.shop.catalog))))
    lines = [line for line in busy.lines if PERIOD.since <= line.day <= PERIOD.until]
    assert (told["since"], told["until"]) == (PERIOD.since.isoformat(), PERIOD.until.isoformat())
    assert told["sales"]["now"]["money"] == {"EUR": sum(line.cents for line in lines) / 100}
    assert sum(told["sales"]["by_day"].values()) == pytest.approx(told["sales"]["now"]["money"]["EUR"])
    best = Counter[int]()
    for line in lines:
        best[line.product] += line.cents
    key, cents = best.most_common(1)[0]
    first = told["sales"]["products"][0]
    assert first["sku"] == f"P{busy.keys.index(key)}" and first["money"] == {"EUR": cents / 100}


def test_the_weekday_on_which_three_times_as_much_is_sold_stands_out(found: Insight) -> None:
    weekdays = [mean or 0 for mean in found.glance.weekdays]
    assert weekdays.index(max(weekdays)) == 5
    assert weekdays[5] > 2 * (sum(weekdays) - weekdays[5]) / 6


def test_a_shop_without_anything_has_figures_of_nothing(shop: Shop, tmp_path: Path) -> None:
    add_product(shop, "P")
    nothing = insight(shop, PERIOD)
    assert (nothing.glance.searches.all, nothing.glance.now.lines, nothing.stock, nothing.orders) == (
        0,
        0,
        (),
        (),
    )
    page = write_insight_report(nothing, names_of(shop.catalog), tmp_path / "report", shop="Shop")
    assert "There are no receipts" in page.read_text("utf-8")


def test_a_shop_without_receipts_is_told_of_its_stock_and_its_searches(shop: Shop) -> None:
    words = Words(str)
    keys = [
        add_product(shop, sku, stock=whole(pieces), price_minor=250, currency="EUR")
        for sku, pieces in (("OUT", 0), ("WANTED", 0), ("THERE", 4))
    ]
    log_search(shop.catalog, origin="file", verdict="match", top_product_id=keys[1])
    order(shop, keys[0], 3)
    today = Period(date.today(), date.today())
    found = insight(shop, today)
    told = {fact.name: fact.now for fact in headline(found, words)}
    assert (told["Searches"], told["Out of stock"]) == ("1", "2")
    assert told["Stock, at its price"] == shown_amount(1000, "EUR")
    lists = {table.name: table for table in tables_of(found, names_of(shop.catalog), words)}
    assert [row[0] for row in lists["out-of-stock"].rows] == ["WANTED", "OUT"]
    plain = as_plain_data(found, names_of(shop.catalog))
    assert plain["order_list"] == [{"sku": "OUT", "title": "Thing OUT", "quantity": 3.0}]
    assert lists["order-list"].rows[0][:3] == ("OUT", "Thing OUT", "3")
    assert "unsold" not in lists  # nobody knows what sold
    assert found.glance.searches_by_day == {today.since: 1}


def test_the_report_is_a_page_a_paper_and_tables(busy: BusyShop, found: Insight, tmp_path: Path) -> None:
    folder = tmp_path / "report"
    page = write_insight_report(found, names_of(busy.shop.catalog), folder, shop="Tea & <Co>")
    content = page.read_text("utf-8")
    assert "Tea &amp; &lt;Co&gt;" in content and "<svg" in content and "src=" not in content
    with PdfDocument(folder / "insight.pdf") as paper:
        text = "".join(sheet.get_textpage().get_text_bounded() for sheet in paper)
    assert "What to order" in text and "Thing P10" in text
    with (folder / "sold.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["SKU", "Product", "Quantity", "Takings", "Receipts"]
    assert len(rows) == 1 + len(found.products)


def test_no_spreadsheet_runs_what_a_product_is_called(shop: Shop, tmp_path: Path) -> None:
    key = add_product(shop, "P", title="=1+1")
    sell(shop, [Line(PERIOD.until, 1, key, -2, 300)])
    found = insight(shop, PERIOD)
    write_insight_report(found, names_of(shop.catalog), tmp_path / "report", shop="Shop")
    sold = (tmp_path / "report" / "sold.csv").read_text("utf-8-sig").splitlines()[1]
    assert sold.startswith("P,'=1+1,-2,")


def test_a_file_that_is_no_report_is_not_overwritten(busy: BusyShop, found: Insight, tmp_path: Path) -> None:
    (tmp_path / "insight.html").write_text("my notes")
    with pytest.raises(KnownError):
        write_insight_report(found, names_of(busy.shop.catalog), tmp_path, shop="Shop")
    assert [file.name for file in tmp_path.iterdir()] == ["insight.html"]


def test_it_stops_where_it_is_asked_to(busy: BusyShop) -> None:
    def stop(_progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        insight(busy.shop, PERIOD, stop)


def test_a_period_of_one_day_and_one_of_a_year_work(busy: BusyShop) -> None:
    day = insight(busy.shop, Period(PERIOD.until, PERIOD.until, PERIOD.zone))
    assert list(day.glance.by_day) == [PERIOD.until]
    year = insight(busy.shop, Period(PERIOD.until.replace(year=2025), PERIOD.until, PERIOD.zone))
    assert year.glance.now.lines == sum(line.pieces > 0 for line in busy.lines)
