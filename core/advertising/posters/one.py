"""A poster of one product: large enough to be understood from the other side of the street."""

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

_SQUARE = 1.15
"""Height to width below which picture and words stand side by side."""


def draw_one(drawing: Drawing, goods: Goods, page: Place, head: Head, template: Template) -> bool:
    """Fill ``page``, the page without its margins and its foot; whether a title had to be shortened."""
    if page.height < _SQUARE * page.width:
        return _side_by_side(drawing, goods, page, head, template)
    unit = min(page.width, page.height / 1.35) / 100
    top = draw_head(drawing, head, page, template.on_ground, 15 * unit) + 5 * unit
    plate = 30 * unit if goods.facts.price else 0.0
    words = (page.width, 24 * unit)
    titles = lay_out_titles(drawing.typefaces, goods, words, template.on_ground, 9 * unit)
    below = page.bottom - plate - titles.height - 5 * unit
    _panel(drawing, goods, Place(page.x, top, page.width, below - 3.5 * unit - top), template, unit)
    draw_titles(drawing, titles, page.x, below)
    price = Place(page.x, page.bottom - plate, page.width, plate)
    draw_plate(drawing, goods, price, template, template.on_ground)
    return titles.is_cut


def _side_by_side(drawing: Drawing, goods: Goods, page: Place, head: Head, template: Template) -> bool:
    unit = page.height / 100
    panel = Place(page.x + 0.54 * page.width, page.y, 0.46 * page.width, page.height)
    _panel(drawing, goods, panel, template, unit)
    words = Place(page.x, page.y, 0.5 * page.width, page.height)
    top = draw_head(drawing, head, words, template.on_ground, 11 * unit) + 4 * unit
    plate = 24 * unit if goods.facts.price else 0.0
    foot = words.bottom - plate - 4 * unit
    titles = lay_out_titles(drawing.typefaces, goods, (words.width, foot - top), template.on_ground, 8 * unit)
    draw_titles(drawing, titles, words.x, foot - titles.height)
    price = Place(words.x, words.bottom - plate, words.width, plate)
    draw_plate(drawing, goods, price, template, template.on_ground)
    return titles.is_cut


def _panel(drawing: Drawing, goods: Goods, panel: Place, template: Template, unit: float) -> None:
    drawing.box(panel.x, panel.y, panel.width, panel.height, template.tile, 4 * unit)
    draw_picture(drawing, goods, panel.inset(6 * unit), template)
    across = 26 * unit
    draw_saving(drawing, goods, panel.right - 0.42 * across, panel.y + 0.42 * across, across, template)
