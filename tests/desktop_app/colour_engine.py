"""A search engine for tests: real pictures, real files, real answers, but it only sees the mean colour."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, current_thread

import numpy as np
from PIL import Image

from core.answer import Answer, Asked, AskedText, Result, Seen, SeenPicture, Timings, Verdict
from core.catalog.lists.filters import Filter
from core.catalog.products.products import Product
from core.errors import Cancelled, KnownError
from core.feedback import Feedback
from core.imaging.decode import decode_bytes, decode_file
from core.messages import message
from core.progress import ReportProgress, report
from core.quantities.quantity import whole
from desktop_app.engine.decoded_pictures import DecodedPictures
from desktop_app.engine.engine import (
    HearFirst,
    IsWanted,
    PictureSource,
    ProductDetails,
    QueryPicture,
    ShopFacts,
)
from desktop_app.engine.qt_pictures import to_pillow

PRODUCTS = {1: ("Red Soap", "red", 3), 2: ("Green Tea", "green", 0), 3: ("Blue Mug", "blue", 12)}
OPENING = message("core", "Opening the shop")


class ColourEngine:
    """Keeps its photos in ``folder``. ``may_go_on`` holds every search back while it is cleared,
    ``may_settle`` every closer look."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.may_go_on = Event()
        self.may_go_on.set()
        self.may_settle = Event()
        self.may_settle.set()
        self.closer: Callable[[Answer], Answer] | None = None
        """What a closer look makes of an answer; None where none is taken."""
        self.may_open = Event()
        self.may_open.set()
        self.texts: list[str] = []
        self.decoded: list[PictureSource] = []
        self._decoded = DecodedPictures(self._decode)
        self.answers: list[tuple[Asked, Filter | None, Feedback]] = []
        self.looks = 0
        self.fingerprint = "colour"
        self.searched: list[tuple[int, int, int]] = []
        self.threads: set[str] = set()
        self.opening_fails = False
        self.has_a_bug = False
        self.is_closed = False
        self.to_prepare = 0
        self.prepared: list[int] = []
        """How many searches there had been, for each piece of work that nobody asked for."""

    def open(self, listener: ReportProgress) -> ShopFacts:
        report(listener, OPENING, 1, 2)
        while not self.may_open.wait(0.02):
            report(listener, OPENING, 1, 2)
        if self.opening_fails:
            raise KnownError(
                message("core", "There is no catalog at {catalog}: choose a shop's folder."), catalog="shop"
            )
        self._folder.mkdir(exist_ok=True)
        for title, colour, _stock in PRODUCTS.values():
            Image.new("RGB", (80, 60), colour).save(self._photo(title))
        sample = self._photo("Blue Mug")
        return ShopFacts("Colours", len(PRODUCTS), len(PRODUCTS), "mean colour", "CPU", (sample,))

    def decode(self, source: PictureSource) -> Image.Image:
        return self._decoded.whole(source)

    def cut(self, picture: QueryPicture) -> Image.Image:
        return self._decoded.cut(picture)

    def see(self, image: Image.Image) -> SeenPicture:
        self.looks += 1
        mean = np.asarray(image, dtype=np.float32).mean(axis=(0, 1))
        return SeenPicture(mean, self.fingerprint)

    def holds(self, seen: SeenPicture) -> bool:
        return seen.fingerprint == self.fingerprint

    def answer(
        self,
        asked: Asked,
        filter_: Filter | None,
        feedback: Feedback,
        first: HearFirst | None,
        wanted: IsWanted,
    ) -> Answer:
        found = self._answer(asked, filter_, feedback)
        if self.closer is None or not isinstance(asked, Seen):
            return found
        if first is not None:
            first(found)
        if not wanted():
            raise Cancelled
        assert self.may_settle.wait(30)
        return self.closer(found)

    def _answer(self, asked: Asked, filter_: Filter | None, feedback: Feedback) -> Answer:
        self.threads.add(current_thread().name)
        self.answers.append((asked, filter_, feedback))
        if isinstance(asked, AskedText):
            return self._by_text(asked, filter_)
        assert isinstance(asked, Seen)
        mean = np.mean([picture.vector for picture in asked.pictures], axis=0)
        self.searched.append(tuple(int(value) for value in mean))  # type: ignore[arg-type]
        assert self.may_go_on.wait(30)
        if self.has_a_bug:
            raise ZeroDivisionError("a bug")
        distances = {
            key: float(np.abs(mean - Image.new("RGB", (1, 1), colour).getpixel((0, 0))).sum())
            for key, (_, colour, _) in PRODUCTS.items()
            if _passes(key, filter_)
        }
        order = sorted(distances, key=lambda key: distances[key])
        sure = max(0.0, 1 - distances[order[0]] / 100) if order else 0.0
        verdict = Verdict.MATCH if sure > 0.8 else Verdict.UNSURE if sure > 0.3 else Verdict.UNKNOWN
        results = tuple(self._result(key, sure if key == order[0] else 0.01) for key in order)
        decode = sum(picture.decode_ms for picture in asked.pictures)
        return Answer(verdict, results, Timings(decode, 1, 1, decode + 2), asked=asked)

    def _by_text(self, asked: AskedText, filter_: Filter | None) -> Answer:
        text = asked.text.casefold()
        self.texts.append(asked.text)
        assert self.may_go_on.wait(30)
        found = [key for key, (title, _, _) in PRODUCTS.items() if text in title.casefold()]
        number = [key for key in PRODUCTS if text == f"c{key}"]
        results = tuple(self._result(key, 1.0) for key in number or found if _passes(key, filter_))
        verdict = Verdict.MATCH if number else Verdict.UNSURE
        return Answer(verdict, results, Timings(0, 0, 1, 1), asked=asked)

    def prepare_next(self) -> bool:
        self.threads.add(current_thread().name)
        self.prepared.append(len(self.searched))
        return len(self.prepared) < self.to_prepare

    def product(self, product_id: int) -> ProductDetails:
        title, _, stock = PRODUCTS[product_id]
        photo = self._photo(title)
        product = Product(
            id=product_id,
            sku=f"C{product_id}",
            title=title,
            description=f"{title} <b>and nothing else</b>",
            category="Colours",
            brand="Hue",
            barcode="2000000010007",
            price_minor=1250,
            currency="EUR",
            stock=whole(stock),
            unit=None,
            location="A1-02",
            tags=("plain", "new"),
            archived=False,
            created="2026-01-01T00:00:00+00:00",
            updated="2026-01-01T00:00:00+00:00",
            extra={"Supplier": "Paint & Co"},
        )
        return ProductDetails(product, (photo, photo))

    def close(self) -> None:
        self.is_closed = True

    def _decode(self, source: PictureSource, max_side: int) -> Image.Image:
        self.decoded.append(source)
        return _decode(source, max_side)

    def _photo(self, title: str) -> Path:
        return self._folder / f"{title}.png"

    def _result(self, key: int, sure: float) -> Result:
        title, _, stock = PRODUCTS[key]
        photo = str(self._photo(title))
        return Result(
            key, f"C{key}", title, "Colours", 1250, "EUR", whole(stock), "A1-02", sure, sure, photo, photo
        )


def _passes(key: int, filter_: Filter | None) -> bool:
    return filter_ is None or not filter_.in_stock or PRODUCTS[key][2] > 0


def _decode(source: PictureSource, max_side: int) -> Image.Image:
    if source.path is not None:
        return decode_file(source.path, max_side=max_side)
    if source.data is not None:
        return decode_bytes(source.data, name=source.name, max_side=max_side)
    assert source.pixels is not None
    return to_pillow(source.pixels, max_side=max_side)
