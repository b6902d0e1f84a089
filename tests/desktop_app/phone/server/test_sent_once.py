"""A button that is pressed twice was meant once."""

from concurrent.futures import ThreadPoolExecutor

from desktop_app.phone.server.key import new_key
from desktop_app.phone.wire import Message
from tests.desktop_app.phone.served import Browser, Served, answer


def book(phone: Browser, once: str, kind: str = "sold") -> tuple[int, str]:
    heard = phone.write("/product/7/book", once=once, kind=kind, back="/product/7")
    return heard.status, heard.headers.get("location", "")


def booked(served: Served) -> int:
    return sum(said.name == "book" for said in served.asked)


def test_two_presses_of_one_button_are_one(phone: Browser, served: Served) -> None:
    served.answers["book"] = answer({})
    before = booked(served)
    with ThreadPoolExecutor(2) as fingers:
        heard = list(fingers.map(lambda _press: book(phone, "a"), range(2)))
    assert heard == [(303, "/product/7")] * 2
    assert booked(served) == before + 1


def test_another_button_another_page_and_another_phone_are_heard(phone: Browser, served: Served) -> None:
    served.answers["book"] = answer({})
    other = new_key()
    served.let_in(phone=phone.key, other=other)
    before = booked(served)
    assert [book(phone, "b")[0], book(phone, "b", kind="received")[0], book(phone, "c")[0]] == [303] * 3
    assert book(served.browser(other), "b")[0] == 303
    assert booked(served) == before + 4


def test_what_came_to_nothing_can_be_tried_again(phone: Browser, served: Served) -> None:
    served.answers["book"] = lambda _said: Message("failed", {"text": "no", "values": {}})
    assert book(phone, "d")[0] == 422
    served.answers["book"] = answer({})
    before = booked(served)
    assert book(phone, "d")[0] == 303
    assert booked(served) == before + 1


def test_a_form_without_an_id_is_heard_each_time(phone: Browser, served: Served) -> None:
    served.answers["book"] = answer({})
    before = booked(served)
    assert [book(phone, ""), book(phone, "")] == [(303, "/product/7")] * 2
    assert booked(served) == before + 2
