"""In which sizes and on which ground places want their product photos.

What the places themselves ask for was taken from the pages named with each, as they were known in 2026; they
change, and the merchant's own account says what holds. What two of them agree on (pure white ground, nothing
but the product, no text and no border) holds for every format here.
"""

from dataclasses import dataclass

from core.errors import KnownError
from core.messages import message


@dataclass(frozen=True, slots=True)
class PhotoFormat:
    """One format.

    Attributes:
        name: on the command line and in files' names.
        label: what a person reads, a name that needs no translation but for the first three.
        width, height: of the picture, in pixels.
        fill: the share of the picture's width or height that the product takes, whichever it reaches first.
        transparent: the ground is transparent (PNG) and not white (JPEG).
        source: where the place says so; "" for what nobody asks for in particular.
    """

    name: str
    label: str
    width: int
    height: int
    fill: float = 0.85
    transparent: bool = False
    source: str = ""

    @property
    def ending(self) -> str:
        """Of its files."""
        return ".png" if self.transparent else ".jpg"


FORMATS = (
    PhotoFormat("square", message("core", "Square on white"), 1600, 1600),
    PhotoFormat("portrait", message("core", "4:5 on white"), 1080, 1350),
    PhotoFormat("transparent", message("core", "Transparent, for any ground"), 1600, 1600, 0.98, True),
    PhotoFormat(
        "amazon", "Amazon", 2000, 2000, 0.88, source="Amazon Seller Central, Product image requirements"
    ),
    PhotoFormat("ebay", "eBay", 1600, 1600, source="eBay, Picture policy"),
    PhotoFormat("google", "Google", 1500, 1500, source="Google Merchant Center Help, Image link"),
    PhotoFormat("shopify", "Shopify", 2048, 2048, source="Shopify Help Center, Product media types"),
    PhotoFormat("taobao", "淘宝 Taobao", 800, 800, source="Taobao's help for sellers, 商品主图"),
)
"""The first is what is proposed."""


def format_named(name: str) -> PhotoFormat:
    """The format of that name.

    Raises:
        KnownError: there is none.
    """
    found = next((one for one in FORMATS if one.name == name), None)
    if found is None:
        raise KnownError(
            message("core", "There is no photo format “{name}”. There are: {names}."),
            name=name,
            names=", ".join(one.name for one in FORMATS),
        )
    return found
