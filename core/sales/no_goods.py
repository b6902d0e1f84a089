"""Lines of a receipt that are no goods: gift cards, tips, delivery and rounding.

They are told by what the till's export says of them (core/sales/tills.py), else by a title that says nothing
else, in eleven languages. Whether the shop has a product of that name is not known here: where it has, the
line is goods.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from core.catalog.tables.column_names import column_key


class NoGoods(StrEnum):
    """What such a line is."""

    GIFT_CARD = "gift card"
    TIP = "tip"
    DELIVERY = "delivery"
    ROUNDING = "rounding"


_TITLES: Mapping[NoGoods, str] = {
    NoGoods.GIFT_CARD: (
        "gift card|gift cards|e gift card|egift card|digital gift card|gift card activation|gift card reload|"
        "gift voucher|gift certificate|top up ewallet|"
        "geschenkkarte|geschenkgutschein|wertgutschein|gutschein|tarjeta regalo|tarjeta de regalo|"
        "vale regalo|cheque regalo|carte cadeau|chèque cadeau|bon cadeau|carta regalo|"
        "buono regalo|cadeaubon|cadeaukaart|karta podarunkowa|bon podarunkowy|"
        "cartão presente|vale presente|подарочная карта|подарочный сертификат|"
        "ギフトカード|ギフト券|商品券|礼品卡|礼券|购物卡"
    ),
    NoGoods.TIP: (
        "tip|tips|gratuity|trinkgeld|propina|propinas|pourboire|pourboires|mancia|mance|fooi|napiwek|napiwki|"
        "gorjeta|gorjetas|чаевые|チップ|小费"
    ),
    NoGoods.DELIVERY: (
        "delivery|home delivery|local delivery|standard delivery|express delivery|delivery fee|"
        "delivery charge|delivery charges|shipping|standard shipping|express shipping|free shipping|"
        "shipping fee|shipping cost|shipping costs|shipping & handling|shipping and handling|"
        "postage|postage & packing|postage and packing|"
        "lieferung|lieferkosten|liefergebühr|versand|standardversand|versandkosten|"
        "envío|gastos de envío|coste de envío|entrega|entrega a domicilio|livraison|frais de livraison|"
        "frais de port|spedizione|spese di spedizione|consegna|consegna a domicilio|verzending|verzendkosten|"
        "bezorging|bezorgkosten|dostawa|koszt dostawy|wysyłka|koszt wysyłki|envio|frete|taxa de entrega|"
        "portes de envio|доставка|стоимость доставки|送料|配送料|配達料|运费|配送费|邮费|快递费|外卖费|送货费"
    ),
    NoGoods.ROUNDING: (
        "rounding|cash rounding|rounding difference|rundung|rundungsdifferenz|redondeo|arrondi|"
        "arrotondamento|afronding|zaokrąglenie|arredondamento|округление|端数|端数調整|抹零|舍入|四舍五入"
    ),
}
_BY_TITLE = {title: kind for kind, titles in _TITLES.items() for title in titles.split("|")}
_AMOUNT = re.compile(r"[\s,:·–—/(]*[^\w\s]?\s?\d[\d.,]*\s?(?:[^\w\s]|[^\W\d_]{1,3})?\s?\)?$")
"""What a gift card is worth, behind its name: ``Gift Card - $25.00``."""


def no_goods(said: str, title: str) -> NoGoods | None:
    """What a line is if it is no goods.

    Args:
        said: what the till's column of kinds has; "" without one.
    """
    kind = _BY_TITLE.get(column_key(said)) or _BY_TITLE.get(column_key(title))
    if kind is None and _BY_TITLE.get(column_key(_AMOUNT.sub("", title))) is NoGoods.GIFT_CARD:
        return NoGoods.GIFT_CARD
    return kind
