"""Products and their drawn pictures for cards and posters, and what must hold of every page."""

from collections.abc import Sequence

from PIL import Image, ImageDraw

from core.advertising.shown_picture import ShownPicture
from core.catalog.products.products import Product
from core.messages import Sentence
from core.paper.page import Box, Page, Picture, Words
from core.paper.typefaces import Typefaces
from tests.core.paper.labels.priced import priced

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeam"
SALE = priced(
    sku="MUG-2", title="Blue mug", brand="Claypot", barcode="4006381333931", price_minor=1190,
    sale_minor=950, sale_ends="2026-12-24", extra={"title_zh": "蓝色马克杯", "Size": "350 ml"},
)  # fmt: skip
SHELF = [
    SALE,
    priced(id=2, sku="L-2", title=f"{LONG} {LONG}", brand=LONG, location="Z" * 40),
    priced(id=3, sku="N-3", title="No price and no picture", price_minor=None),
    priced(id=4, sku="茶-4", title="绿茶", price_minor=2390, currency="CNY"),
    priced(id=5, sku="H-5", title="A car", price_minor=1_234_567_800, currency="HKD"),
    *(priced(id=number, sku=f"P-{number}", title=f"Tea number {number}") for number in range(6, 20)),
]


def pictures(products: Sequence[Product]) -> dict[int, ShownPicture]:
    """A disc that was cut out of each, a photo of the second; the third has none."""
    cut = Image.new("RGBA", (120, 160), (0, 0, 0, 0))
    ImageDraw.Draw(cut).ellipse((0, 0, 119, 159), fill=(30, 80, 200, 255))
    found = {one.id: ShownPicture(cut) for one in products}
    found[2] = ShownPicture(Image.new("RGB", (200, 90), (90, 120, 60)))
    found[3] = ShownPicture(None, Sentence("The product has no photo."))
    return found


def is_inside(page: Page, typefaces: Typefaces) -> bool:
    """Whether every word, box and picture of the page stands on it."""
    for mark in page.marks:
        if isinstance(mark, Words):
            right = mark.x + typefaces.width(mark.text, is_bold=mark.is_bold) * mark.size
            left, top, bottom = mark.x, mark.baseline - mark.size, mark.baseline + 0.3 * mark.size
        elif isinstance(mark, Box | Picture):
            left, top, right, bottom = mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
        if left < -0.01 or top < -0.01 or right > page.width + 0.01 or bottom > page.height + 0.01:
            return False
    return True


def words_of(page: Page) -> str:
    """All that can be read on it."""
    return " ".join(mark.text for mark in page.marks if isinstance(mark, Words))
