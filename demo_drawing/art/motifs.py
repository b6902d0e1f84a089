"""All drawn motifs by name, each in its own colours; a label asks for ``motif("orange", 200)``."""

from collections.abc import Callable
from functools import lru_cache

from PIL import Image

from demo_drawing.art import motifs_fruit as fruit
from demo_drawing.art import motifs_nature as nature
from demo_drawing.art import motifs_pantry as pantry
from demo_drawing.art.colours import Colour, rgb
from demo_drawing.art.sketch import Sketch

MOTIFS: dict[str, tuple[Callable[[Sketch, Colour, Colour], None], str, str]] = {
    "orange": (fruit.citrus, "#f7931e", "#ffa733"),
    "lemon": (fruit.citrus, "#f7d31e", "#ffe873"),
    "lime": (fruit.citrus, "#6fb52f", "#b4dc6a"),
    "grapefruit": (fruit.citrus, "#f58a5c", "#f0636b"),
    "mandarin": (fruit.citrus, "#f26a1b", "#ff8f33"),
    "apple": (fruit.apple, "#d9342b", "#b71f2b"),
    "green apple": (fruit.apple, "#8cc63f", "#6da52f"),
    "pear": (fruit.pear, "#c3cf4a", "#a8b436"),
    "pineapple": (fruit.pineapple, "#f2b632", "#c07a1c"),
    "mango": (fruit.mango, "#f9a52b", "#e4572e"),
    "cherry": (fruit.cherries, "#c8203a", "#8d1230"),
    "strawberry": (fruit.strawberry, "#e0293b", "#ffd76e"),
    "raspberry": (fruit.raspberries, "#d8315f", "#a51c46"),
    "blackberry": (fruit.raspberries, "#4a2f5e", "#2b1a3d"),
    "blueberry": (fruit.blueberries, "#4c63b6", "#2e3f86"),
    "grape": (fruit.grapes, "#6d3a8c", "#4a2366"),
    "white grape": (fruit.grapes, "#b5cf5a", "#8aa63a"),
    "peach": (fruit.peach, "#f9b26a", "#f07f5a"),
    "apricot": (fruit.peach, "#f6a33c", "#ea7f2c"),
    "plum": (fruit.peach, "#7a3b74", "#562555"),
    "fig": (fruit.fig, "#5b3a66", "#c8445a"),
    "cranberry": (fruit.currants, "#c3173c", "#8c0f2c"),
    "blackcurrant": (fruit.currants, "#3a2250", "#22122f"),
    "coconut": (fruit.coconut, "#6b4226", "#fdfaf2"),
    "tomato": (pantry.tomato, "#e23a2a", "#b7251d"),
    "corn": (pantry.sweetcorn, "#fbcb3c", "#dd9e1e"),
    "red beans": (pantry.beans, "#9c2b33", "#6d1a25"),
    "white beans": (pantry.beans, "#f0e3c4", "#cdb98d"),
    "peas": (pantry.round_peas, "#86c23f", "#4f8f2f"),
    "chickpeas": (pantry.round_peas, "#ecc98a", "#b98f4a"),
    "lentils": (pantry.beans, "#b8863b", "#86591f"),
    "tuna": (pantry.fish, "#4f83b5", "#d6e4ee"),
    "sardine": (pantry.fish, "#71909c", "#eef2f2"),
    "chili": (pantry.chili, "#e0342a", "#a81e1e"),
    "cheese": (pantry.cheese, "#f7bd3a", "#cf8a1d"),
    "onion": (pantry.onion, "#d8a354", "#b27b33"),
    "crisps": (pantry.potato_crisps, "#f6c65b", "#d9982f"),
    "wheat": (pantry.wheat, "#e6b34a", "#b98428"),
    "oats": (pantry.wheat, "#dfc48a", "#b0935a"),
    "hazelnut": (pantry.nuts, "#a9672f", "#dcb27a"),
    "almond": (pantry.almonds, "#b97a44", "#8f5728"),
    "cocoa": (pantry.cocoa, "#c4682c", "#5b3020"),
    "coffee": (pantry.coffee_beans, "#5a3825", "#2f1b12"),
    "honey": (pantry.honey, "#eaa31d", "#d98410"),
    "caramel": (pantry.caramel, "#c77d2e", "#ffffff"),
    "milk": (pantry.glass_of_milk, "#fffdf6", "#d5e6f2"),
    "splash": (pantry.splash, "#58b4e5", "#2f86c4"),
    "cup": (pantry.cup, "#ffffff", "#8a4f24"),
    "mint": (nature.sprig, "#4fb073", "#2b7f50"),
    "sage": (nature.sprig, "#8fae8b", "#62835f"),
    "tea leaf": (nature.sprig, "#6a9f3b", "#466f27"),
    "rooibos": (nature.sprig, "#c4552d", "#8c3a1e"),
    "chamomile": (nature.daisy, "#ffffff", "#f3b62b"),
    "jasmine": (nature.blossom, "#fffdf5", "#f2c744"),
    "vanilla": (nature.blossom, "#fbe9a9", "#c98b2b"),
    "hibiscus": (nature.blossom, "#e2467c", "#f7d34a"),
    "elderflower": (nature.blossom, "#f8f7dc", "#b8c95a"),
    "rose": (nature.rose, "#e76a8d", "#c23f68"),
    "lavender": (nature.lavender, "#8a6fc0", "#6c8a5c"),
    "olive": (nature.olive, "#7c8f3a", "#9db07a"),
    "star": (nature.star, "#f9c846", "#e09b1e"),
    "heart": (nature.heart, "#e4445b", "#b92a45"),
    "sun": (nature.sun, "#fbc02d", "#f79a1e"),
    "moon": (nature.moon, "#f7e6a6", "#fff6d6"),
    "mountain": (nature.mountain, "#5a7f9c", "#ffffff"),
    "wave": (nature.wave, "#4aa3d0", "#e9f7fc"),
    "cat": (nature.cat, "#6f7385", "#f2a3a7"),
    "whale": (nature.whale, "#4a8fc0", "#dff0f8"),
    "fox": (nature.fox, "#e8762c", "#fff4e6"),
    "boat": (nature.sailing_boat, "#fdf6e6", "#d9483b"),
    "rocket": (nature.rocket, "#f4f4f6", "#e2483d"),
    "cactus": (nature.cactus, "#4f9d69", "#f06a9b"),
    "dinosaur": (nature.dinosaur, "#6dbb6a", "#f29b38"),
}


@lru_cache(maxsize=512)
def motif(name: str, size: int) -> Image.Image:
    """The motif as RGBA, size × size. Shared between callers: copy it before you draw on it.

    Raises:
        KeyError: there is no motif of that name.
    """
    draw, first, second = MOTIFS[name]
    pen = Sketch(size)
    draw(pen, rgb(first), rgb(second))
    return pen.picture()


@lru_cache(maxsize=1024)
def _turned(name: str, size: int, angle: float) -> Image.Image:
    return motif(name, size).rotate(angle, Image.Resampling.BICUBIC, expand=True)


def put_motif(image: Image.Image, name: str, x: float, y: float, size: float, angle: float = 0.0) -> None:
    """Draw the motif into ``image`` (RGB or RGBA), centred on (x, y)."""
    side = max(round(size), 4)
    stamp = _turned(name, side, angle) if angle else motif(name, side)
    image.paste(stamp, (round(x - stamp.width / 2), round(y - stamp.height / 2)), stamp)
