"""Pictures of the real window: every page, in both languages, light and dark.

    python tools/screenshots.py [--shop DIR] [--query PICTURE] [--size 1024x700] [--only PAGE] [--out DIR]

Writes ``<page>-<language>-<theme>.png``. Runs without a display too (Qt's offscreen platform). Nothing is
staged: the shop is opened, pictures are searched, a product is opened, and the window is photographed.
"""

import argparse
import functools
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Literal

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
if sys.platform.startswith("linux") and not os.environ.get("DISPLAY") and "QT_QPA_PLATFORM" not in os.environ:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

import numpy as np
from PIL import Image
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QSize, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from core import paths
from core.demo_shop import demo_counter_photos
from core.imaging.rendering.cut_out import cut_out
from core.quantities.quantity import ONE
from core.settings import Settings
from core.shop.opening import open_shop
from desktop_app.engine.engine import PictureSource, QueryPicture
from desktop_app.engine.shop_choice import engine_for
from desktop_app.pages.catalog.advertising.dialog import AdvertisingDialog
from desktop_app.pages.catalog.cut_out.dialog import CutOutDialog
from desktop_app.pages.catalog.labels.dialog import LabelsDialog
from desktop_app.pages.catalog.lists.product_columns import Column
from desktop_app.pages.catalog.moderation.dialog import ModerationDialog
from desktop_app.pages.catalog.page import CatalogPage
from desktop_app.pages.catalog.tracing.dialog import TracingDialog
from desktop_app.pages.help.about_dialog import AboutTab
from desktop_app.pages.importing.first_steps import FirstSteps
from desktop_app.pages.insight.page import InsightPage
from desktop_app.pages.learning.page import LearningPage
from desktop_app.pages.search.several.dialog import SeveralDialog
from desktop_app.pages.settings.page import SettingsPage
from desktop_app.pages.stocktake.page import StocktakePage
from desktop_app.pages.tagging.page import TaggingPage
from desktop_app.window.app import Desktop, build_desktop
from desktop_app.window.frame import WindowFrame, build_frame

LANGUAGES: tuple[Literal["en", "zh_CN"], ...] = ("en", "zh_CN")
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
FIRST_PAGES = {"start", "new-shop", "empty-shop"}
_CHOICE = 24
_SHOWN = 5
PATIENCE_S = 300.0
"""For the first run, which unpacks the demo shop and prepares the model."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """What is searched with. ``known``: things the shop has; none: the demo shop's counter photos."""

    known: tuple[Path, ...]
    unknown: Path
    broken: Path
    table: Path


def film_of(pictures: Sequence[Path], path: Path) -> Path:
    """A film of 640 × 480 that shows each picture for a second."""
    import av

    with av.open(path, "w") as container:
        stream = container.add_stream("mpeg4", rate=8)
        assert isinstance(stream, av.VideoStream)  # noqa: S101
        stream.width, stream.height, stream.pix_fmt, stream.bit_rate = 640, 480, "yuv420p", 4_000_000
        for file in pictures:
            pixels = np.asarray(Image.open(file).convert("RGB").resize((640, 480)))
            for _ in range(8):
                shown = av.VideoFrame.from_ndarray(pixels, format="rgb24")
                container.mux(stream.encode(shown))
        container.mux(stream.encode())
    return path


def take(app: QApplication, looks: Desktop | WindowFrame, shown: QWidget, target: Path) -> None:
    """``shown`` in every language and theme: ``<target>-<language>-<theme>.png``."""
    for language in LANGUAGES:
        looks.languages.choose(language)
        for theme in THEMES:
            looks.themes.choose(theme)
            pause(app, 0.3)
            file = target.with_name(f"{target.name}-{language}-{theme}.png")
            shown.grab().save(str(file))
            print(file)


def pause(app: QApplication, seconds: float) -> None:
    """Let the window work."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)


class Photographer:
    """Drives one window and writes what it looks like.

    Attributes:
        shown: the window or dialog that is in front now.
        calm: what pauses are multiplied by; 1 lets everything arrive that comes by and by, thumbnails too.
    """

    def __init__(
        self, app: QApplication, desktop: Desktop, pictures: Pictures, out: Path, only: Sequence[str]
    ) -> None:
        self._app = app
        self._desktop = desktop
        self._pictures = pictures
        self._out = out
        self._only = only
        self.shown: QWidget = desktop.window
        self.calm = 1.0

    def take_all(self) -> None:
        """Every page in every language and theme."""
        desktop = self._desktop
        for page in self.states():
            if not self._only or page in self._only:
                take(self._app, desktop, self.shown, self._out / page)

    def states(self) -> Iterator[str]:
        """Bring the window into every state that there is a picture of; the name of each while it stands."""
        desktop = self._desktop
        opened: list[object] = []
        desktop.engine_thread.signals.opened.connect(opened.append)
        desktop.engine_thread.signals.not_opened.connect(lambda why: sys.exit(str(why)))
        desktop.window.show()
        self._wait(lambda: bool(opened))
        if not self._pictures.known:
            self._pictures = replace(self._pictures, known=demo_counter_photos(_CHOICE))
        self._put_the_surest_first()
        self.pause(0.5)
        for page, show in self._pages():
            show()
            self.pause(0.4)
            yield page

    def _pages(self) -> Iterator[tuple[str, Callable[[], None]]]:
        page = self._desktop.search_page
        yield "empty", page.start_again
        yield "search", lambda: self._search(self._pictures.known[:1])
        yield from self._answer_states()
        yield from self._pieces()
        yield "several", lambda: self._search(self._pictures.known)
        yield "product", self._open_first_product
        yield "unknown", lambda: self._search((self._pictures.unknown,))
        yield "error", lambda: self._search((self._pictures.broken,))
        yield "film", self._watch_film
        page.start_again()
        yield from self._catalog_pages()
        yield from self._tagging_pages()
        yield from self._stocktake_pages()
        yield from self._learning_pages()
        yield from self._insight_page()
        yield from self._settings_pages()
        yield "import", self._open_import

    def _answer_states(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """What one does with an answer: filter it, look at it as a grid, compare, refuse and confirm."""
        view = self._desktop.search_page.answer_view
        acts = view.actions_of_results

        def narrow() -> None:
            view.bar.in_stock.click()
            self._wait(view.bar.narrowed.isVisible)

        def as_grid() -> None:
            view.bar.clear()
            view.bar.shape_button.click()

        def compare() -> None:
            view.bar.shape_button.click()
            acts.compare.trigger()
            self._wait(lambda: view.compare_view.is_ready)

        def say(row: int, act: Callable[[], None]) -> None:
            view.go_back()
            view.list.select(row)
            act()
            self.pause(1.0)

        def refuse() -> None:
            acts.undo.trigger()
            self.pause(1.0)
            say(1, acts.wrong.trigger)

        yield "search-filtered", narrow
        yield "search-grid", as_grid
        yield "compare", compare
        yield "search-right", lambda: say(0, acts.right.trigger)
        yield "search-wrong", refuse

    def _pieces(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """A picture of several products: offered to be taken apart, and taken apart."""
        page = self._desktop.search_page

        def open_pieces() -> None:
            page.search_actions.several.trigger()
            dialog = page.findChild(SeveralDialog)
            assert isinstance(dialog, SeveralDialog)  # noqa: S101
            self.shown = dialog
            self._wait(lambda: dialog.is_seen)

        def search() -> None:
            self._search((self._laid_out(),))
            self._wait(lambda: page.several.pieces > 1)

        yield "search-pieces", search
        yield "pieces", open_pieces
        dialog, self.shown = self.shown, self._desktop.window
        if isinstance(dialog, SeveralDialog):
            dialog.reject()

    def _laid_out(self) -> Path:
        """Some products on a board, one of them twice, and what the shop does not have."""
        page = self._desktop.search_page
        found = [page.queries.at(row) for row in range(page.queries.rowCount())]
        answers = [search.answer for search in found if search is not None and search.answer is not None]
        photos = [Path(one.photo) for answer in answers for one in answer.results[:3] if one.photo]
        board = Image.new("RGB", (1200, 900), (196, 186, 172))
        for place, file in enumerate([*photos[:2], photos[1], self._pictures.unknown, *photos[2:4]]):
            thing = cut_out(Image.open(file).convert("RGB"))
            thing.thumbnail((300, 330))
            board.paste(thing, (60 + place % 3 * 385, 70 + place // 3 * 420), thing)
        path = self._pictures.unknown.with_name("board.jpg")
        board.save(path)
        return path

    def _catalog_pages(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """The catalog as a table, as a grid with a product beside it, with many chosen, and a new product."""
        page = self._desktop.window.show_page("catalog")
        assert isinstance(page, CatalogPage)  # noqa: S101
        shot = QImage(str(self._pictures.known[0]))

        def show(act: Callable[[], object], is_there: Callable[[], bool]) -> None:
            self._desktop.window.show_page("catalog")
            self._wait(lambda: page.model.rowCount() > 0)
            act()
            self._wait(is_there)

        def choose_many() -> None:
            page.acts.table.trigger()
            page.lists.table.selectAll()
            page.bulk.price.line.setText("-10")

        def choose_one() -> None:
            page.acts.grid.trigger()
            page.lists.select_product(page.model.id_at(1) or 0)

        yield "catalog", lambda: show(page.acts.table.trigger, lambda: page.model.product_at(0) is not None)
        yield "catalog-grid", lambda: show(choose_one, page.detail.isVisible)
        yield "catalog-many", lambda: show(choose_many, page.bulk.apply_button.isEnabled)
        yield from self._labels(page)
        yield from self._advertising(page)
        yield from self._moderation(page)
        yield from self._tracing(page)
        yield from self._cut_outs(page)
        yield (
            "catalog-new",
            lambda: show(lambda: page.new.take_shot(shot), page.new.view.save_button.isEnabled),
        )
        page.new.leave()
        page.lists.view.clearSelection()
        self._desktop.window.show_page("search")

    def _labels(self, page: CatalogPage) -> Iterator[tuple[str, Callable[[], None]]]:
        """The labels of all products, on sheets."""

        def show() -> None:
            page.acts.labels.trigger()
            dialog = page.findChild(LabelsDialog)
            assert isinstance(dialog, LabelsDialog)  # noqa: S101
            dialog.form.sheet.setCurrentIndex(0)
            self._wait(lambda: dialog.preview.is_shown)
            self.shown = dialog

        yield "catalog-labels", show
        window, dialog = self._desktop.window, self.shown
        self.shown = window
        if isinstance(dialog, LabelsDialog):
            dialog.reject()

    def _advertising(self, page: CatalogPage) -> Iterator[tuple[str, Callable[[], None]]]:
        """A comparison of the products that are selected, then a leaflet of them."""

        def show(kind: int) -> None:
            model, how = page.lists.view.model(), QItemSelectionModel.SelectionFlag
            few = QItemSelection(model.index(0, 0), model.index(_SHOWN - 1, 0))
            page.lists.view.selectionModel().select(few, how.ClearAndSelect | how.Rows)
            page.acts.advertise.trigger()
            dialog = page.findChildren(AdvertisingDialog)[-1]
            dialog.form.kind.setCurrentIndex(kind)
            self._wait(lambda: dialog.preview.is_shown)
            self.shown = dialog

        window = self._desktop.window
        for name, kind in (("catalog-cards", 0), ("catalog-poster", 1)):
            yield name, functools.partial(show, kind)
            if isinstance(self.shown, AdvertisingDialog):
                self.shown.reject()
            self.shown = window
        page.lists.select_product(page.model.id_at(1) or 0)

    def _moderation(self, page: CatalogPage) -> Iterator[tuple[str, Callable[[], None]]]:
        """What must not be shown, leaf by leaf; with a picture and a word on the lists for that while."""
        page.acts.moderation.trigger()
        dialog = page.findChild(ModerationDialog)
        assert isinstance(dialog, ModerationDialog)  # noqa: S101
        self._wait(dialog.words.isEnabled)
        shot = self._pictures.known[0]
        dialog.never_sold.take_pictures([QueryPicture(PictureSource(shot.name, path=shot))])
        self._wait(lambda: dialog.never_sold.list.count() > 0 and dialog.words.isEnabled())
        dialog.words.line.setText(page.model.text_at(0, Column.TITLE))
        dialog.words.add_button.click()
        self._wait(lambda: dialog.photos.model.rowCount() > 0 and dialog.words.isEnabled())
        self.shown = dialog
        for place, name in enumerate(("photos", "goods", "words", "told")):
            yield f"moderation-{name}", lambda place=place: dialog.tabs.setCurrentIndex(place)  # type: ignore[misc]
        self.shown = self._desktop.window
        for _change in range(2):
            dialog.undo_button.click()
            self._wait(dialog.words.isEnabled)
        dialog.reject()

    def _tracing(self, page: CatalogPage) -> Iterator[tuple[str, Callable[[], None]]]:
        """Where the shop's photos are used: before anything was given, and with what was found."""
        window = self._desktop.window
        with tempfile.TemporaryDirectory() as folder:

            def ask() -> None:
                page.acts.trace.trigger()
                dialog = page.findChild(TracingDialog)
                assert isinstance(dialog, TracingDialog)  # noqa: S101
                self.shown = dialog

            def find() -> None:
                dialog = self.shown
                assert isinstance(dialog, TracingDialog)  # noqa: S101
                photos = sorted((page._services.engine.folder / "photos").rglob("*.*"))
                _use(photos[:: max(1, len(photos) // _SHOWN)][:_SHOWN], self._pictures, Path(folder))
                dialog.take([Path(folder)])
                self._wait(lambda: not dialog.is_busy)
                self.pause(1.0)

            yield "catalog-trace-empty", ask
            yield "catalog-trace", find
        dialog = self.shown
        self.shown = window
        if isinstance(dialog, TracingDialog):
            dialog.reject()

    def _cut_outs(self, page: CatalogPage) -> Iterator[tuple[str, Callable[[], None]]]:
        """A product before and after."""

        def show() -> None:
            page.acts.cut_out.trigger()
            dialog = page.findChild(CutOutDialog)
            assert isinstance(dialog, CutOutDialog)  # noqa: S101
            self._wait(lambda: dialog.preview is not None)
            self.shown = dialog

        yield "catalog-cut-out", show
        window, dialog = self._desktop.window, self.shown
        self.shown = window
        if isinstance(dialog, CutOutDialog):
            dialog.reject()

    def _insight_page(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """What the shop's records say; of the demo shop that is little, a shop with receipts has more."""
        page = self._desktop.window.show_page("insight")
        assert isinstance(page, InsightPage)  # noqa: S101
        yield "insight", lambda: self._wait(lambda: page.told is not None)
        self._desktop.window.show_page("search")

    def _tagging_pages(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """A group of alike products and the tags proposed for it; none is given."""
        page = self._desktop.window.show_page("tagging")
        assert isinstance(page, TaggingPage)  # noqa: S101

        def show() -> None:
            self._desktop.window.show_page("tagging")
            self._wait(lambda: page.step is not None)
            page.toggle_current()

        yield "tagging", show
        self._desktop.window.show_page("search")

    def _stocktake_pages(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Before a count, counting, deciding what was put aside, and the differences; then thrown away."""
        page = self._desktop.window.show_page("stocktake")
        assert isinstance(page, StocktakePage)  # noqa: S101

        def settle(act: Callable[[], object]) -> Callable[[], None]:
            def run() -> None:
                self._desktop.window.show_page("stocktake")
                act()
                self._wait(lambda: page.standing is not None and not page.is_busy())
                self.pause(0.6)

            return run

        def count() -> None:
            page.entering.begin("", "")
            mime = QMimeData()
            mime.setUrls([QUrl.fromLocalFile(str(file)) for file in self._pictures.known])
            page.entering.take_pictures(mime)
            self._wait(lambda: not page.is_busy())
            answer = self._desktop.search_page.queries.at(0)
            found = answer.answer.results if answer is not None and answer.answer is not None else ()
            for place, result in enumerate(found[:4]):
                stock = result.stock or ONE
                page.entering.count(result.product_id, stock - ONE if place % 2 and stock > ONE else stock)

        yield "stocktake", settle(lambda: None)
        yield "stocktake-count", settle(count)
        assert page.standing is not None and page.standing.tally is not None  # noqa: S101
        if page.standing.tally.doubts:
            yield "stocktake-doubts", settle(page.show_doubts)
            settle(lambda: None)()
        yield "stocktake-review", settle(page.finish)
        settle(page.throw_away)()

        def see_past() -> None:
            page.start_view.past_button.click()
            self._wait(lambda: page.past_view.found is not None)

        yield "stocktake-past", settle(see_past)
        self._desktop.window.show_page("search")

    def _learning_pages(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """The lessons, a quick lesson on its way (then cancelled), and what the newest lesson changed."""
        page = self._desktop.window.show_page("learning")
        assert isinstance(page, LearningPage)  # noqa: S101
        teaching, view = page.teaching, page.teaching.lesson_view
        self._wait(lambda: teaching.lessons.rowCount() > 0)
        yield "learning", lambda: self.pause(0.5)
        page.photos_button.setChecked(True)
        yield "learning-photos", lambda: self.pause(0.5)
        page.teaching_button.setChecked(True)
        yield "learning-lesson", teaching.runner.start_quick
        teaching.cancel()
        self._wait(lambda: not teaching.runner.is_running)
        teaching.list.setCurrentIndex(teaching.lessons.index(0))
        self.pause(0.5)
        if view.compare_button.isVisible():
            teaching.compare_chosen()
            self._wait(lambda: view.changes.rowCount() > 0 or not view.is_comparing)
            yield "learning-compare", lambda: self.pause(1.0)
            view.close_comparison()

    def _settings_pages(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """The settings from top to bottom, the sheet of keys, the first steps, and what About tells."""
        window = self._desktop.window
        page, helps = window.show_page("settings"), window.help_actions
        assert isinstance(page, SettingsPage) and helps is not None  # noqa: S101
        bar = page.area.verticalScrollBar()
        yield "settings", lambda: bar.setValue(0)
        yield "settings-privacy", lambda: bar.setValue(bar.maximum())
        yield "keys", helps.keys.trigger
        helps.keys.trigger()
        window.show_page("search")
        yield "first-steps", helps.first_steps.trigger
        (steps,) = window.findChildren(FirstSteps)
        steps.finish()
        dialog = helps.open_about(AboutTab.VERSIONS)
        self._wait(lambda: bool(dialog.report.toPlainText()) and dialog.licences.rowCount() > 0)
        self.shown = dialog
        for tab in AboutTab:
            yield f"about-{tab.name.lower()}", lambda tab=tab: dialog.show_tab(tab)  # type: ignore[misc]
        self.shown = window
        dialog.close()

    def _search(self, files: tuple[Path, ...]) -> None:
        page = self._desktop.search_page
        page.search([PictureSource(file.name, path=file) for file in files])
        self._wait(lambda: all(self._is_done(row) for row in range(len(files))))

    def _watch_film(self) -> None:
        """A film of three of the pictures, a second each."""
        page = self._desktop.search_page
        with tempfile.TemporaryDirectory() as folder:
            path = film_of(self._pictures.known[:3], Path(folder) / "counter.mp4")
            page.search([PictureSource(path.name, path=path)])
            view = page.film_view
            assert view is not None  # noqa: S101
            self._wait(lambda: not view.watching.is_running)

    def _put_the_surest_first(self) -> None:
        """So that the first picture of a search shows what a search looks like when all goes well."""
        self._search(self._pictures.known)
        sure: dict[Path, float] = {}
        for row, file in enumerate(self._pictures.known):
            asked = self._desktop.search_page.queries.at(row)
            results = asked.answer.results if asked is not None and asked.answer is not None else ()
            sure[file] = results[0].confidence if results else 0.0
        surest_first = tuple(sorted(sure, key=lambda file: -sure[file]))[:_SHOWN]
        self._pictures = replace(self._pictures, known=surest_first)

    def _is_done(self, row: int) -> bool:
        asked = self._desktop.search_page.queries.at(row)
        return asked is not None and asked.is_done

    def _open_first_product(self) -> None:
        page = self._desktop.search_page
        answer = page.queries.at(0)
        assert answer is not None and answer.answer is not None  # noqa: S101
        page.show_product(answer.answer.results[0].product_id)
        self._wait(lambda: page.product_view.isVisible() and not page.product_view.photo.image.isNull())

    def _open_import(self) -> None:
        """The import of a table whose columns nobody has seen before."""
        imports = self._desktop.window.import_actions
        assert imports is not None  # noqa: S101
        dialog = imports.open_dialog(self._pictures.table)
        self.shown = dialog
        self._wait(dialog.is_ready)

    def _wait(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not condition():
            if time.monotonic() > end:
                sys.exit("The window did not get there in time.")
            self.pause(0.02)

    def pause(self, seconds: float) -> None:
        """Let the window work for a while."""
        pause(self._app, seconds * self.calm)


def take_first_pages(app: QApplication, settings: Settings, folder: Path, size: QSize, out: Path) -> None:
    """What a new user sees: the start, a new shop's dialog, and the shop while it is empty."""
    frame = build_frame(app, settings, folder / "settings.json")
    frame.show_start()
    frame.window.resize(size)
    frame.window.show()
    take(app, frame, frame.window, out / "start")
    dialog = frame.shops.ask_for_new()
    take(app, frame, dialog, out / "new-shop")
    dialog.reject()
    frame.close()
    frame.window.deleteLater()
    frame.languages.end()
    open_shop(folder / "My shop", create=True).close()
    desktop = build_desktop(app, engine_for(folder / "My shop", settings), settings, folder / "settings.json")
    opened: list[object] = []
    desktop.engine_thread.signals.opened.connect(opened.append)
    desktop.window.resize(size)
    desktop.window.show()
    while not opened:
        pause(app, 0.02)
    take(app, desktop, desktop.window, out / "empty-shop")
    desktop.close()
    desktop.dispose()


def _use(photos: Sequence[Path], pictures: Pictures, folder: Path) -> None:
    """Pictures as others make them of the shop's photos; and some that are none of them."""
    for number, path in enumerate(photos):
        photo = Image.open(path).convert("RGB")
        scene = Image.new("RGB", (1200, 800), ("#f3e9d8", "#dfe8f0", "#f0dfe6")[number % 3])
        side = min(photo.size)
        part = photo.crop((0, 0, side, side)).resize((520, 520))
        part = part.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if number % 2 else part.rotate(8, expand=True)
        scene.paste(part, (90 + 70 * number, 60 + 20 * number))
        scene.save(folder / f"offer-{number + 1}.jpg", quality=70)
    for path in (pictures.unknown, pictures.broken):
        shutil.copy(path, folder)


def _made_pictures(folder: Path) -> tuple[Path, Path]:
    """A cloudy sky, which no shop sells, and a file that only pretends to be a picture."""
    unknown, broken = folder / "sky.png", folder / "broken.jpg"
    random = Random(1)  # noqa: S311  (clouds, not secrets)
    clouds = Image.new("RGB", (20, 15))
    for place in ((x, y) for x in range(20) for y in range(15)):
        white = random.random()
        clouds.putpixel(place, (round(80 + 153 * white), round(110 + 127 * white), 235))
    clouds.resize((640, 480), Image.Resampling.BICUBIC).save(unknown)
    broken.write_text("not a picture", encoding="utf-8")
    return unknown, broken


def _made_table(folder: Path) -> Path:
    """A table as a wholesaler might send it; one row lacks its number."""
    path = folder / "wholesaler-2026-11.csv"
    goods = ("Oolong tea 100 g", "Jasmine tea 100 g", "乌龙茶 250 克", "Rice crackers", "Sesame oil 0.5 l")
    rows = [
        f"{'' if number == 3 else f'W-{number:03}'};{name};{4 + number}.90;{number * 7 % 40};Shelf {number}"
        for number, name in enumerate(goods, 1)
    ]
    path.write_text("\n".join(["Code;Product;Unit price;Qty;Place", *rows]), encoding="utf-8")
    return path


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description="Pictures of the real window.")
    parser.add_argument("--shop", type=Path, help="the shop to show (default: the demo shop)")
    parser.add_argument(
        "--query", type=Path, action="append", help="a picture to search with; may be repeated"
    )
    parser.add_argument("--unknown", type=Path, help="a picture of something that the shop does not have")
    parser.add_argument("--size", default="", help="of the window, as in 1024x700")
    parser.add_argument("--only", action="append", default=[], help="a page; may be repeated")
    parser.add_argument("--out", type=Path, default=Path("build") / "screenshots")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    settings = Settings(language="en", theme="light")
    engine = engine_for(arguments.shop or paths.demo_shop(), settings)
    with tempfile.TemporaryDirectory() as folder:
        # Choosing languages and themes here must not change the user's settings.
        desktop = build_desktop(app, engine, settings, Path(folder) / "settings.json")
        unknown, broken = _made_pictures(Path(folder))
        pictures = Pictures(
            tuple(arguments.query or ()), arguments.unknown or unknown, broken, _made_table(Path(folder))
        )
        if arguments.size:
            desktop.window.resize(*map(int, arguments.size.split("x")))
        size = desktop.window.size()
        if not arguments.only or set(arguments.only) - FIRST_PAGES:
            Photographer(app, desktop, pictures, arguments.out, arguments.only).take_all()
        desktop.close()
        desktop.dispose()
        if not arguments.only or set(arguments.only) & FIRST_PAGES:
            take_first_pages(app, settings, Path(folder), size, arguments.out)


if __name__ == "__main__":
    main()
