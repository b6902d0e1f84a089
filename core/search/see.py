"""Seeing a query: everything that is taken from a picture, once; answering touches no picture.

What was seen is plain data (:class:`core.answer.Seen`) that a client keeps: it is answered again under
another filter or after a word of the clerk's, and a picture that is added to a query or taken from it leaves
what was seen of the others as it is.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.answer import Seen, SeenPicture
from core.imaging.barcode_reading import read_barcodes
from core.imaging.decode import decode_file
from core.imaging.preprocess import to_tensor
from core.imaging.query_looks import QUERY_SIDE, catalog_look, closer_look, query_looks
from core.search.witnesses.label import QueryLabel
from core.search.witnesses.print import QueryPrint
from core.search.witnesses.text_image import QueryLook
from core.shop.network import ShopNetwork
from core.shop.shop import Shop

_T = TypeVar("_T")


def see(shop: Shop, pictures: Sequence[Image.Image | Path], *, as_in_catalog: bool = False) -> Seen:
    """What there is to see on ``pictures`` of one thing: their vectors and their barcodes.

    The print is looked for and the label read later, if a witness asks for it.

    Args:
        pictures: at least one, upright RGB; a file is decoded.
        as_in_catalog: they are cut along the thing's sides; it is looked at as catalog photos show one, too.

    Raises:
        KnownError: a file is no picture that can be opened, or the model's files are missing or damaged.
    """
    with shop.right_of_way.searching():
        network = shop.network  # taken once: a lesson may be put in use while this is on its way
        embed = _embed_cut if as_in_catalog else embed_picture
        return Seen(tuple(_look(shop, network, picture, embed) for picture in pictures))


def glance(shop: Shop, image: Image.Image) -> SeenPicture:
    """What there is to see on ``image`` (upright RGB) at the first look: half of what the network takes.

    Raises:
        KnownError: the model's files are missing or damaged.
    """
    with shop.right_of_way.searching():
        return _look(shop, shop.network, image, _first_look)


def look_closer(shop: Shop, glanced: SeenPicture, image: Image.Image) -> SeenPicture:
    """What :func:`glance` saw on ``image``, and the second look: now it is as :func:`see` sees it at once.

    Under another network than the first look's it stays as it is: it cannot be answered any more.

    Raises:
        KnownError: the model's files are missing or damaged.
    """
    with shop.right_of_way.searching():
        network = shop.network
        if network.spec.fingerprint != glanced.fingerprint:
            return glanced
        look = closer_look(image, network.spec.preprocessing)
        closer, ms = _timed(lambda: network.embed(look[None], urgent=True)[0])
        both: NDArray[np.float32] = np.stack([glanced.vector, closer]).mean(axis=0)
        return replace(glanced, vector=both, embed_ms=glanced.embed_ms + ms)


def _first_look(network: ShopNetwork, image: Image.Image) -> NDArray[np.float32]:
    vector: NDArray[np.float32] = network.embed(
        to_tensor(image, network.spec.preprocessing)[None], urgent=True
    )[0]
    return vector


def _look(
    shop: Shop,
    network: ShopNetwork,
    picture: Image.Image | Path,
    embed: Callable[[ShopNetwork, Image.Image], NDArray[np.float32]],
) -> SeenPicture:
    image, decode_ms = _timed(
        lambda: decode_file(picture, max_side=QUERY_SIDE) if isinstance(picture, Path) else picture
    )
    codes, barcode_ms = _timed(lambda: tuple((read.code, read.is_sure) for read in read_barcodes(image)))
    vector, embed_ms = _timed(lambda: embed(network, image))
    print_, label = QueryPrint(image), QueryLabel(image, shop.label_reader)
    fingerprint = network.spec.fingerprint
    look = _second(shop, image)
    return SeenPicture(vector, fingerprint, codes, print_, decode_ms, barcode_ms, embed_ms, label, look)


def _second(shop: Shop, image: Image.Image) -> QueryLook | None:
    """What the shop's text–picture network would see; None where it has none."""
    stored = shop.text_image.stored
    if stored is None:
        return None
    tower = shop.text_image.pictures(stored)
    return QueryLook(stored.spec.fingerprint, lambda: embed_picture(tower, image))


def embed_picture(network: ShopNetwork, image: Image.Image) -> NDArray[np.float32]:
    """The raw vector of a query, shape (dim,): the mean of its two looks."""
    looks = query_looks(image, network.spec.preprocessing)
    vector: NDArray[np.float32] = network.embed(looks, urgent=True).mean(axis=0)
    return vector


def _embed_cut(network: ShopNetwork, image: Image.Image) -> NDArray[np.float32]:
    """The raw vector of what was cut along its sides, shape (dim,): the mean of three looks."""
    recipe = network.spec.preprocessing
    looks = np.concatenate([query_looks(image, recipe), catalog_look(image, recipe)[None]])
    vector: NDArray[np.float32] = network.embed(looks, urgent=True).mean(axis=0)
    return vector


def _timed(step: Callable[[], _T]) -> tuple[_T, float]:
    """What ``step`` returned, and the milliseconds that it took."""
    start = time.perf_counter()
    value = step()
    return value, (time.perf_counter() - start) * 1000
