"""Ways to get in touch past the shop are seen in what is written; figures of a package are none."""

import unicodedata

import pytest

from core.moderation.writing.contacts import contacts_in


def told(text: str) -> list[str]:
    return [str(seen.text) for seen in contacts_in(unicodedata.normalize("NFKC", text)) if seen.score >= 0.5]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+86 138 1234 5678", "A telephone number: +86 138 1234 5678."),
        ("电话：138-1234-5678", "A telephone number: 138-1234-5678."),
        ("13812345678", "A telephone number: 13812345678."),
        ("13812345O78", "A telephone number: 13812345078."),  # misread
        ("010-62345678", "A telephone number: 010-62345678."),
        ("400-820-8820", "A telephone number: 400-820-8820."),
        ("+46 8 123 45 67", "A telephone number: +46 8 123 45 67."),
        ("Tel: 020-123 45 67", "A telephone number: 020-123 45 67."),
        ("(555) 123-4567", "A telephone number: (555) 123-4567."),
        ("write to joe.shop@example.co.uk", "An e-mail address: joe.shop@example.co.uk."),
        ("www.myshop.com", "A web address: www.myshop.com."),
        ("http://shop.example.cn/a?b=1", "A web address: http://shop.example.cn/a?b=1."),
        ("myshop.taobao.com", "A web address: myshop.taobao.com."),
        ("微信：shopkeeper88", "A chat account: 微信:shopkeeper88."),
        ("徽信号 abc_12345", "A chat account: 徽信号 abc_12345."),  # misread
        ("VX：abc_123456", "A chat account: VX:abc_123456."),
        ("QQ:123456789", "A chat account: QQ:123456789."),
        ("WhatsApp: +44 7911 123456", "A chat account: WhatsApp: +44 7911 123456."),
        ("t.me/shopname", "A chat account: t.me/shopname."),
        ("扫码加我", "It names a chat: 扫码加."),
        ("add us on WeChat", "It names a chat: WeChat."),
    ],
)
def test_what_leads_past_the_shop_is_told(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "7 310865 004703",  # a barcode's number
        "7310865004703",
        "L2251 20:30 23 07 2018",
        "Best before 12.05.2024 10:22",
        "2.07 2019412",
        "1317319194612251",
        "100% 250 g 12:90",
        "BRAVOAPPLEJUICE",
        "ingredienser.Mjolk.se",
        "MADE IN SWEDEN",
        "微信支付",  # a way to pay
        "outline 12345",
        "Order no. 4711",
    ],
)
def test_what_stands_on_any_package_is_not(text: str) -> None:
    assert told(text) == []
