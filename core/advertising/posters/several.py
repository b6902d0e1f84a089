"""A price leaflet: several products in tiles, in rows that fill the page whatever their number."""

import math
from collections.abc import Sequence

from core.advertising.goods import Goods
from core.advertising.place import Place
from core.advertising.posters.pieces import (
    Head,
    draw_head,
    draw_picture,
    draw_plate,
    draw_saving,
    draw_titles,
    lay_out_titles,
)
from core.advertising.posters.templates import Template
from core.paper.drawing import Drawing

MOST = 12
"""Products of a page."""
_SHAPE = 0.82
"""Width to height that a tile looks best in."""
_WIDE = 1.2
"""From this shape on the picture stands beside the words."""


def draw_several(
    drawing: Drawing, goods: Sequence[Goods], page: Place, head: Head, template: Template
) -> list[str]:
    """Fill ``page``, the page without its margins and its foot; numbers of the products with a cut title."""
    unit = min(page.width, page.height / 1.2) / 100
    top = draw_head(drawing, head, page, template.on_ground, 12 * unit) + 4 * unit
    gap = 2.4 * unit
    cut: list[str] = []
    rows = _rows(len(goods), page.width, page.bottom - top)
    high = (page.bottom - top - gap * (len(rows) - 1)) / len(rows)
    left_over = iter(goods)
    for row, count in enumerate(rows):
        wide = (page.width - gap * (count - 1)) / count
        for column in range(count):
            one = next(left_over)
            tile = Place(page.x + column * (wide + gap), top + row * (high + gap), wide, high)
            if _tile(drawing, one, tile, template):
                cut.append(one.product.sku)
    return cut


def _rows(count: int, width: float, height: float) -> list[int]:
    """How many tiles each row has: as even as can be, so that their shape is near the best one."""

    def split(rows: int) -> list[int]:
        return [count // rows + (row < count % rows) for row in range(rows)]

    def strain(rows: int) -> float:
        shapes = [(width / tiles) / (height / rows) for tiles in split(rows)]
        return max(abs(math.log(shape / _SHAPE)) for shape in shapes)

    return split(min(range(1, count + 1), key=strain))


def _tile(drawing: Drawing, goods: Goods, tile: Place, template: Template) -> bool:
    unit = min(tile.width, 1.1 * tile.height) / 100
    pad = 5 * unit
    drawing.box(tile.x, tile.y, tile.width, tile.height, template.tile, 4 * unit)
    inner = tile.inset(pad)
    plate = 25 * unit if goods.facts.price else 0.0
    is_wide = tile.width / tile.height > _WIDE
    if is_wide:
        picture = Place(inner.x, inner.y, 0.42 * inner.width, inner.height)
        left = picture.right + pad
        words = Place(left, inner.y, inner.right - left, inner.height)
    else:
        high = max(0.42 * inner.height, inner.height - plate - (28 if len(goods.titles) == 1 else 38) * unit)
        picture = Place(inner.x, inner.y, inner.width, high)
        top = picture.bottom + 0.6 * pad
        words = Place(inner.x, top, inner.width, inner.bottom - top)
    draw_picture(drawing, goods, picture, template)
    across = 24 * unit
    draw_saving(drawing, goods, tile.right - 0.6 * across, tile.y + 0.6 * across, across, template)
    top = words.y + (across if goods.saving and is_wide else 0.0)
    room = (words.width, words.bottom - plate - 2 * unit - top)
    titles = lay_out_titles(drawing.typefaces, goods, room, template.on_tile, 9 * unit)
    draw_titles(drawing, titles, words.x, top)
    price = Place(words.x, words.bottom - plate, words.width, plate)
    draw_plate(drawing, goods, price, template, template.on_tile)
    return titles.is_cut
