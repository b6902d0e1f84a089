"""A product as cards and posters speak of it: its names, what it costs, its size, its picture."""

from dataclasses import dataclass
from datetime import date

from core.advertising.shown_picture import ShownPicture
from core.advertising.words import Language, title_of
from core.catalog.products.products import Product
from core.catalog.products.size import size_of
from core.paper.labels.facts import LabelFacts, Part, facts_of
from core.quantities.sale_price import price_on

_PARTS = frozenset({Part.PRICE, Part.SKU, Part.SHELF})


@dataclass(frozen=True, slots=True)
class Goods:
    """One product.

    Attributes:
        titles: one a language that is wanted, where the shop has it.
        facts: its prices as a label writes them.
        saving: ``−20 %`` while a sale is on; "" without one, or for less than one per cent.
        size: as the merchant wrote it; "" if nowhere.
    """

    product: Product
    titles: tuple[str, ...]
    facts: LabelFacts
    saving: str
    size: str
    picture: ShownPicture


def goods_of(product: Product, day: date, language: Language, picture: ShownPicture) -> Goods:
    """What is said of ``product`` on ``day``."""
    facts = facts_of(product, day, _PARTS, None, chinese=language is Language.CHINESE)
    titles = title_of(product).lines(language)
    return Goods(product, titles, facts, _saving(product, day), size_of(product.extra), picture)


def texts_of(goods: Goods) -> tuple[str, ...]:
    """All words of the merchant's own that stand on it."""
    return (*goods.titles, goods.size)


def _saving(product: Product, day: date) -> str:
    regular, now = product.price_minor, price_on(day, product.price_minor, product.sale)
    if not regular or now is None or now >= regular:
        return ""
    percent = int(100 * (regular - now) / regular)  # never more than is saved
    return f"−{percent} %" if percent else ""
