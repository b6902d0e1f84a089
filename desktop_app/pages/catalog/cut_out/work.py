"""What the cut-outs' dialog does off the GUI thread: cut one product out for the eye, write all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from core.catalog.products.products import products_by_ids
from core.messages import Sentence
from core.platforms.export import Exported, best_cut, export_cut_outs
from core.platforms.formats import PhotoFormat
from core.progress import ReportProgress
from core.shop.shop import Shop
from desktop_app.engine.jobs import Job
from desktop_app.engine.qt_pictures import to_qimage
from desktop_app.engine.shop_jobs import ShopJobs

_SIDE = 900
_GROUND = (214, 214, 214)


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """One product before and after; null pictures where there are none."""

    title: str
    before: QImage
    after: QImage
    doubts: tuple[Sentence, ...]
    notes: tuple[Sentence, ...]


class CutOutWork(QObject):
    """One preview at a time, of the newest wish; one export at a time."""

    shown = Signal(object)
    """A :class:`Preview`."""
    progressed = Signal(object)
    """Progress of the export."""
    written = Signal(object)
    """What became of each product, list[Exported]."""
    stopped = Signal()
    """The export was cancelled."""
    failed = Signal(object)
    """Sentence: why nothing can be shown or written."""

    def __init__(self, jobs: ShopJobs, product_ids: Sequence[int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._ids = tuple(product_ids)
        self._showing: Job | None = None
        self._writing: Job | None = None

    @property
    def is_writing(self) -> bool:
        """Whether files are being written."""
        return self._writing is not None

    def show(self, place: int, wanted: PhotoFormat) -> None:
        """Cut the product at ``place`` out; an earlier wish is of no use any more."""
        if self._showing is not None:
            self._showing.cancel()
        product_id = self._ids[place]
        self._showing = self._jobs.run(
            lambda shop, _report: _preview(shop, product_id, wanted),
            success=self.shown.emit,
            failure=self.failed.emit,
        )

    def write(self, wanted: PhotoFormat, folder: Path, *, doubtful: bool) -> None:
        """Write the cut-outs of all products into ``folder``."""
        ids = self._ids

        def on_written(done: list[Exported]) -> None:
            self._writing = None
            self.written.emit(done)

        def on_failed(why: Sentence) -> None:
            self._writing = None
            self.failed.emit(why)

        def write(shop: Shop, report: ReportProgress) -> list[Exported]:
            products = products_by_ids(shop.catalog, ids)
            return export_cut_outs(shop, products, wanted, folder, doubtful=doubtful, progress=report)

        def on_stopped() -> None:
            self._writing = None
            self.stopped.emit()

        self._writing = self._jobs.run(
            write,
            success=on_written,
            failure=on_failed,
            progress=self.progressed.emit,
            stopped=on_stopped,
        )

    def stop_writing(self) -> None:
        """End the export; what is written stays."""
        if self._writing is not None:
            self._writing.stop()

    def end(self) -> None:
        """Nothing more of it; what is written is written."""
        for job in (self._showing, self._writing):
            if job is not None:
                job.cancel()


def _preview(shop: Shop, product_id: int, wanted: PhotoFormat) -> Preview:
    (product,) = products_by_ids(shop.catalog, [product_id])
    best, problem = best_cut(shop, product_id, wanted)
    if best is None:
        return Preview(product.title, QImage(), QImage(), (problem,), ())
    picture = best.cut.picture
    after = QImage() if picture is None else to_qimage(_opaque(picture), max_side=_SIDE)
    before = to_qimage(best.image, max_side=_SIDE)
    return Preview(product.title, before, after, best.cut.doubts, best.cut.notes)


def _opaque(picture: Image.Image) -> Image.Image:
    """What is transparent on grey, so that it is not taken for white."""
    if picture.mode != "RGBA":
        return picture
    ground = Image.new("RGB", picture.size, _GROUND)
    ground.paste(picture, (0, 0), picture)
    return ground
