"""The posters' templates: what each says at its top, and its colours.

Every colour of letters stands out from its ground by 4.5 : 1 at least (WCAG 2.2, AA); a test computes it.
"""

from dataclasses import dataclass

from core.advertising.words import Said
from core.errors import KnownError
from core.messages import message
from core.paper.page import Ink, ink


@dataclass(frozen=True, slots=True)
class Template:
    """One look.

    Attributes:
        label: what it is called in a list.
        headline: at the top, unless another one is wished.
        ground, on_ground: of the page, and of letters on it.
        tile, on_tile: of what products stand on, and of letters there.
        plate, on_plate: of what a price stands on, and of the price.
    """

    name: str
    label: str
    headline: Said
    ground: Ink
    on_ground: Ink
    tile: Ink
    on_tile: Ink
    plate: Ink
    on_plate: Ink


def _template(name: str, label: str, headline: Said, *colours: str) -> Template:
    return Template(name, label, headline, *map(ink, colours))


TEMPLATES = (
    _template(
        "offer", message("core", "Offer"), Said("Special offer", "特别优惠"),
        "#c0202b", "#ffffff", "#fff6ea", "#2a1512", "#ffd447", "#2a1512",
    ),
    _template(
        "new", message("core", "New"), Said("New here", "新品上架"),
        "#0e4a5a", "#ffffff", "#eaf5f3", "#0d2b33", "#ffd98a", "#0d2b33",
    ),
    _template(
        "back", message("core", "Back in stock"), Said("Back in stock", "到货了"),
        "#2c6146", "#ffffff", "#f1f6ea", "#16301f", "#e8f2a8", "#16301f",
    ),
    _template(
        "together", message("core", "Goes well together"), Said("Goes well together", "搭配推荐"),
        "#553069", "#ffffff", "#f8f1fb", "#2a1636", "#ffcf7a", "#2a1636",
    ),
    _template(
        "price", message("core", "Prices, plain and with little ink"), Said("Our prices", "价目表"),
        "#ffffff", "#171717", "#f4f4f2", "#171717", "#171717", "#ffffff",
    ),
)  # fmt: skip


def template_named(name: str) -> Template:
    """The template with this name.

    Raises:
        KnownError: there is none.
    """
    for template in TEMPLATES:
        if template.name == name:
            return template
    raise KnownError(
        message("core", "There is no poster “{name}”. There are: {names}."),
        name=name[:40],
        names=", ".join(template.name for template in TEMPLATES),
    )
