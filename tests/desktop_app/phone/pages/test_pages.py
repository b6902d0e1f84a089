"""What a clerk does with the phone in the apron, in a real browser."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect

from core.catalog.edits.edits import edit_products
from core.catalog.edits.product_change import ProductChange
from core.catalog.log.search_log import confirmed_searches
from core.catalog.photos.photos import photos_of_product
from core.catalog.stock import Reason, booked_stock, current_stock
from core.imaging.query_looks import QUERY_SIDE
from core.ingest.shop_edits import book_stock
from core.quantities.quantity import ONE, whole
from core.shop.shop import Shop
from core.stocktake.booking import throw_away
from core.stocktake.counted import counted_products
from core.stocktake.stocktake import begin, current, under_way
from tests.desktop_app.phone.real_browser import phone_page
from tests.desktop_app.phone.served_shop import ServedShop

Photo = Callable[[int], Path]
TAKEN, CHOSEN = 0, 1
"""The fields for a picture: the camera's, and the one for pictures that are there."""


def take(page: Page, *pictures: Path, way: int = TAKEN) -> None:
    field = page.locator("input[type=file]").nth(way)
    field.wait_for(state="attached")
    page.wait_for_load_state()  # no hand is as quick as this: the page's script must be there
    field.set_input_files(list(pictures))


def standing(page: Page) -> str:
    return page.locator("#standing .event").first.inner_text()


def test_a_picture_is_answered_with_price_stock_and_shelf(page: Page, photo: Photo) -> None:
    take(page, photo(0))
    page.wait_for_url("**/search/*")
    first = page.locator(".card").first
    expect(first).to_contain_text("Apple")
    expect(first).to_contain_text("1.20")
    expect(first).to_contain_text("30 in stock")
    expect(first).to_contain_text("A1")


def test_no_pixel_travels_that_a_search_does_not_look_at(page: Page) -> None:
    assert page.locator("form.camera").get_attribute("data-longest") == str(QUERY_SIDE)


def test_what_is_right_is_noted_and_taken_back(page: Page, photo: Photo, shop: Shop) -> None:
    before = confirmed_searches(shop.catalog)
    take(page, photo(0))
    page.get_by_role("button", name="Right: Apple").click()
    expect(page.locator("h1")).to_have_text("This is Apple")
    assert confirmed_searches(shop.catalog) == before + 1
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".event")).to_have_text("Taken back.")
    assert confirmed_searches(shop.catalog) == before


def test_what_is_wrong_leaves_the_answer(page: Page, photo: Photo) -> None:
    take(page, photo(0))
    page.get_by_role("button", name="Wrong: Apple").click()
    expect(page.locator(".card").first).not_to_contain_text("1.20")


def test_further_pictures_are_of_the_same_thing(page: Page, photo: Photo) -> None:
    take(page, photo(3), photo(3), way=CHOSEN)
    page.wait_for_url("**/search/*")
    take(page, photo(3))
    expect(page.locator(".asked img")).to_have_count(3)


def test_a_picture_appears_at_the_desk_if_it_is_meant_for_it(
    page: Page, photo: Photo, place: ServedShop
) -> None:
    page.get_by_label("Show it at the computer, too").check()
    take(page, photo(0))
    page.wait_for_url("**/search/*")
    assert len(place.at_desk) == 1
    page.goto("/")
    assert page.get_by_label("Show it at the computer, too").is_checked()


def test_the_live_view_finds_what_the_camera_sees(page: Page) -> None:
    page.get_by_role("button", name="Live view").click()
    page.locator("[data-shutter]").click()
    page.wait_for_url("**/search/*")
    expect(page.locator(".card").first).to_contain_text("Oat milk")


def test_words_and_barcodes_find_products(page: Page) -> None:
    page.get_by_label("Or by name, number or barcode").fill("2000000010038")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("This is Oat milk")
    expect(page.get_by_role("heading", name="Instead of it")).to_be_visible()  # it is out of stock


def test_one_is_sold_and_taken_back(page: Page, shop: Shop, products: dict[str, int]) -> None:
    tea = products["绿茶"]
    page.goto(f"/product/{tea}")
    page.get_by_role("button", name="1 sold").click()
    expect(page.locator("#standing .event")).to_contain_text("Sold: 1 of “绿茶”. 2 in stock.")
    expect(page.locator(".facts.large")).to_contain_text("2 in stock")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".facts.large")).to_contain_text("3 in stock")
    assert current_stock(shop.catalog, tea) == whole(3)


def test_a_button_that_is_pressed_twice_books_once(page: Page, shop: Shop, products: dict[str, int]) -> None:
    plums = products["Plums"]
    before = booked_stock(shop.catalog, plums)
    page.goto(f"/product/{plums}")
    page.get_by_role("button", name="1 received").dblclick()
    expect(page.locator("#standing .event")).to_contain_text("Received: 1 kg of “Plums”")
    page.wait_for_timeout(700)  # from now on a press is one more
    page.get_by_role("button", name="1 received").click()
    expect(page.locator(".facts.large")).to_contain_text(f"{before + whole(2)} kg in stock")
    page.goto("/find?text=2000000010021")  # here the whole page is sent
    juice = products["Apple juice"]
    before = booked_stock(shop.catalog, juice)
    page.get_by_role("button", name="1 received").dblclick()
    expect(page.locator(".event")).to_contain_text("Received: 1 of “Apple juice”")
    assert booked_stock(shop.catalog, juice) == before + whole(1)


def test_an_answer_that_was_lost_on_its_way_is_asked_for_again_and_nothing_is_done_twice(
    page: Page, shop: Shop, products: dict[str, int]
) -> None:
    soap = products["Soap"]
    before = booked_stock(shop.catalog, soap)
    page.goto(f"/product/{soap}")
    page.get_by_label("Another amount").fill("3")

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/book", lose, times=1)
    page.get_by_role("button", name="Received", exact=True).click()
    expect(page.locator("#news")).to_contain_text("The computer cannot be reached.")
    page.get_by_role("button", name="Received", exact=True).click()
    expect(page.locator("#standing .event")).to_contain_text("This was done already, and was not done again.")
    assert booked_stock(shop.catalog, soap) == before + whole(3)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#standing .event")).to_contain_text("Taken back")
    assert booked_stock(shop.catalog, soap) == before


def test_a_typed_number_is_received_and_a_wrong_one_is_refused_in_its_place(
    page: Page, shop: Shop, products: dict[str, int]
) -> None:
    soap = products["Soap"]
    page.goto(f"/product/{soap}")
    page.get_by_label("Another amount").fill("half")
    page.get_by_role("button", name="Received", exact=True).click()
    expect(page.locator("#standing .event")).to_contain_text("“half” is no quantity")
    page.get_by_label("Another amount").fill("4")
    page.get_by_role("button", name="Received", exact=True).click()
    expect(page.locator("#standing .event")).to_contain_text("Received: 4 of “Soap”")
    expect(page.locator("#standing .event")).to_have_count(1)
    assert page.url.endswith(f"/product/{soap}")


def test_photos_are_taken_one_after_another_into_the_catalog(
    page: Page, photo: Photo, shop: Shop, products: dict[str, int]
) -> None:
    plums = products["Plums"]
    before = len(photos_of_product(shop.catalog, plums))
    page.goto(f"/product/{plums}")
    take(page, photo(1))
    expect(page.locator(".photos li")).to_have_count(before + 1)
    take(page, photo(5))
    expect(page.locator(".photos li")).to_have_count(before + 2)
    page.get_by_role("button", name="Live view").click()
    page.locator("[data-shutter]").click()
    expect(page.locator(".photos li")).to_have_count(before + 3)
    expect(page.locator("video")).to_be_visible()  # ready for the next one


def test_what_the_shop_lacks_is_added_and_found(page: Page, tmp_path: Path, shop: Shop) -> None:
    checked = Image.new("RGB", (240, 240), "orange")
    for edge in range(0, 240, 40):
        checked.paste("navy", (edge, 0, edge + 20, 240))
    checked.save(tmp_path / "towel.png")
    take(page, tmp_path / "towel.png")
    page.get_by_role("button", name="Not in this shop").click()
    page.get_by_role("link", name="Add it to the shop").click()
    page.get_by_label("Title").fill("Tea towel")
    page.get_by_label("Price").fill("4.50")
    page.get_by_label("Shelf place").fill("D2")
    page.get_by_role("button", name="Add it to the shop").click()
    expect(page.locator(".event")).to_contain_text("The shop has “Tea towel” now")
    page.goto("/")
    take(page, tmp_path / "towel.png")
    expect(page.locator(".card").first).to_contain_text("Tea towel")


def test_what_was_typed_for_a_new_product_stays_where_it_cannot_be_made(page: Page) -> None:
    page.goto("/new")
    page.get_by_label("Title").fill("Second apple")
    page.get_by_label("Shelf place").fill("D3")
    page.get_by_label("SKU").fill("Sign 0")
    page.get_by_role("button", name="Add it to the shop").click()
    expect(page.get_by_role("alert")).to_contain_text("The SKU Sign 0 is that of “Apple” already")
    assert page.get_by_label("Title").input_value() == "Second apple"
    assert page.get_by_label("Shelf place").input_value() == "D3"


def test_a_step_that_the_desk_built_on_is_left_with_a_way_back(
    page: Page, shop: Shop, products: dict[str, int]
) -> None:
    page.goto(f"/product/{products['Soap']}")
    page.get_by_role("button", name="1 received").click()
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_visible()
    book_stock(shop, products["Soap"], ONE, Reason.DELIVERY, who="the desk")
    undo.click()
    expect(page.get_by_role("alert")).to_contain_text("Something else was done")
    page.get_by_role("link", name="Back").click()
    expect(page.locator("h1")).to_have_text("Soap")


def test_a_count_is_begun_entered_and_corrected(page: Page, shop: Shop) -> None:
    page.goto("/count")
    page.get_by_role("button", name="Begin to count").click()
    page.get_by_label("Or by name, number or barcode").fill("apple")
    page.keyboard.press("Enter")
    expect(page.locator("#standing .event")).to_contain_text("Which one is it?")
    page.locator("#standing .card button").first.click()
    expect(page.locator("output")).to_have_text("1")
    page.get_by_role("button", name="One more").dblclick()  # each press counts
    expect(page.locator("output")).to_have_text("3")
    page.get_by_label("How many instead of the last count").fill("12")
    page.keyboard.press("Enter")
    expect(page.locator("output")).to_have_text("14")
    page.get_by_role("button", name="Undo the last count").click()
    expect(page.locator("#standing .event")).to_have_text("The last count is undone.")
    assert counted_products(shop, current(shop))[0].counted == whole(2)
    throw_away(shop, current(shop))
    page.get_by_label("Or by name, number or barcode").fill("soap")
    page.keyboard.press("Enter")
    expect(page.locator("#standing .event")).to_contain_text("This count has ended")


def test_what_was_put_aside_is_decided_and_the_count_is_booked_zeroed_and_thrown_away(
    page: Page, photo: Photo, shop: Shop, products: dict[str, int]
) -> None:
    juice = products["Apple juice"]
    before = current_stock(shop.catalog, juice)
    begin(shop, category="Drinks", who="the desk")
    page.goto("/count")
    for number in (0, 1):  # what is no drink, and what is not beyond doubt
        take(page, photo(number))
        expect(page.get_by_role("link", name="put aside: 1")).to_be_visible()
        if number == 0:
            page.get_by_role("link", name="put aside: 1").click()
            page.get_by_role("button", name="Not in this shop").click()
            page.get_by_role("button", name="Undo").click()
            page.get_by_role("button", name="Not in this shop").click()
            expect(page.get_by_text("Nothing waits for a decision.")).to_be_visible()
            page.get_by_role("link", name="Back to the count").click()
    page.locator("#standing .card button", has_text="Apple juice").click()
    expect(page.locator("#standing .event")).to_have_text("Counted: Apple juice")
    page.get_by_role("link", name="Compare with the books").click()
    expect(page.locator(".differing li")).to_have_text(
        re.compile(f"Apple juice.*books {before}, counted 1", re.S)
    )
    page.get_by_role("button", name="Book them and end the count").click()
    expect(page.locator(".event")).to_contain_text("Booked, products: 1.")
    assert current_stock(shop.catalog, juice) == whole(1)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("h1")).to_have_text("Count the stock")
    assert current_stock(shop.catalog, juice) == before
    page.get_by_role("link", name="Compare with the books").click()
    page.get_by_role("link", name="See what was not counted").click()
    expect(page.locator(".counted li")).to_have_text([re.compile("绿茶.*3", re.S)])
    page.get_by_role("button", name="Set all to zero").click()
    expect(page.locator(".event")).to_have_text("Set to zero, products: 1. Nothing is booked yet.")
    expect(page.locator(".differing li")).to_have_count(2)
    page.get_by_role("button", name="Take back what was set to zero: 1").click()
    expect(page.locator(".differing li")).to_have_count(1)
    page.get_by_role("link", name="Throw away").click()
    expect(page.locator("h1")).to_have_text("Throw this count away?")
    page.get_by_role("button", name="Throw away").click()
    expect(page.locator(".event")).to_contain_text("The count was thrown away; nothing was booked.")
    assert (under_way(shop), current_stock(shop.catalog, juice)) == (None, before)


def test_a_merchants_words_are_shown_and_never_run(page: Page, shop: Shop, products: dict[str, int]) -> None:
    title = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
    edit_products(shop.catalog, {products["Apple juice"]: ProductChange(title=title)}, who="a merchant")
    page.goto(f"/product/{products['Apple juice']}")
    expect(page.locator("h1")).to_have_text(title)
    page.get_by_role("button", name="1 sold").click()
    expect(page.locator("#standing .event")).to_contain_text(title)
    edit_products(shop.catalog, {products["Apple juice"]: ProductChange(title="Apple juice")}, who="we")


def test_a_phone_speaks_its_own_language_until_another_is_chosen(browser: Browser, place: ServedShop) -> None:
    with phone_page(browser, place.address, place.key, locale="zh-CN") as page:
        page.goto("/")
        assert page.locator("html").get_attribute("lang") == "zh-Hans"
        expect(page.get_by_role("link", name="盘点")).to_be_visible()
        page.get_by_role("button", name="English").click()
        expect(page.get_by_role("link", name="Count")).to_be_visible()
        page.goto("/count")
        assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("path", ["/search/999999", "/product/999999"])
def test_what_is_gone_says_so_with_a_way_back(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("link", name="Back").click()
    expect(page.locator("h1")).to_have_text("What is it?")


def test_a_stranger_sees_nothing_of_the_shop(browser: Browser, place: ServedShop) -> None:
    with phone_page(browser, place.address) as page:
        answer = page.goto("/count")
        assert answer is not None and answer.status == 401
        expect(page.locator("h1")).to_have_text("This phone is not let in")
