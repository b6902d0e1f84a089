"""One question to a shop, from the picture to the answer."""

from pathlib import Path
from typing import Any

from PIL import Image

from core.answer import Answer
from core.search.answering import answer
from core.search.see import see
from core.shop.shop import Shop


def ask(shop: Shop, *pictures: Path | Image.Image, **options: Any) -> Answer:
    """See the pictures of one thing and answer; ``options`` are those of :func:`answer`."""
    return answer(shop, see(shop, pictures), **options)
