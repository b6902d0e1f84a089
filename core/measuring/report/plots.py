"""Plots as SVG that takes its colours from the page around it, light or dark.

matplotlib draws with stand-in colours, which are replaced by the page's CSS variables.
Nothing is shown on a screen, and no state of matplotlib's is changed beyond this module's drawing.
"""

import io
import os
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core import paths
from core.errors import KnownError
from core.messages import message

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK, MUTED, LINE, ACCENT, SURFACE, GOOD, BAD = (
    "#010101",
    "#020202",
    "#030303",
    "#040404",
    "#050505",
    "#060606",
    "#070707",
)
_VARIABLES = {
    INK: "--ink",
    MUTED: "--muted",
    LINE: "--line",
    ACCENT: "--accent",
    SURFACE: "--surface",
    GOOD: "--good",
    BAD: "--bad",
}
_STYLE: Any = {  # a Literal of every name there is would be its exact type
    "svg.fonttype": "path",  # letters as shapes: a reader need not have the fonts, Chinese included
    "svg.hashsalt": "snapshelf",  # the same figures give the same file
    "font.family": ["Inter", "Noto Sans CJK SC", "DejaVu Sans"],
    "font.size": 9.5,
    "text.parse_math": False,  # a product may be called «2 for $5, 3 for $7»
    "text.color": INK,
    "axes.edgecolor": LINE,
    "axes.labelcolor": MUTED,
    "axes.facecolor": "none",
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "grid.color": LINE,
    "grid.linewidth": 0.6,
    "xtick.color": LINE,
    "ytick.color": LINE,
    "xtick.labelcolor": MUTED,
    "ytick.labelcolor": MUTED,
    "figure.facecolor": "none",
    "lines.linewidth": 2.0,
}


def draw(paint: "Callable[[Axes], None]", *, title: str, size: tuple[float, float] = (5.2, 3.6)) -> str:
    """An ``<svg>`` element painted by ``paint``.

    Args:
        title: what a screen reader says of it; plain text.
        size: width and height in inches of 72 points.

    Raises:
        KnownError: matplotlib is not installed.
    """
    with _drawing() as figure_class:
        figure = figure_class(figsize=size, layout="constrained")
        paint(figure.add_subplot())
        buffer = io.StringIO()
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    return _for_page(buffer.getvalue(), title)


def line(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    *,
    axes: tuple[str, str],
    steps: bool = False,
    diagonal: bool = False,
    bottom: float = 0.0,
) -> "Callable[[Axes], None]":
    """A curve of shares; ``axes`` names both, ``diagonal`` adds what chance or perfection would be."""

    def paint(into: "Axes") -> None:
        if diagonal:
            into.plot([0, 1], [0, 1], color=LINE, linewidth=1.2, linestyle=(0, (4, 3)))
        into.fill_between(x, y, bottom, color=ACCENT, alpha=0.10, step="post" if steps else None, linewidth=0)
        into.plot(x, y, color=ACCENT, drawstyle="steps-post" if steps else "default")
        into.set(xlabel=axes[0], ylabel=axes[1], ylim=(bottom, 1.005))
        into.yaxis.set_major_formatter(_percent)
        if len(x) and float(np.max(x)) <= 1:
            into.set_xlim(0, 1.005)
            into.xaxis.set_major_formatter(_percent)
        else:
            into.margins(x=0.01)
            into.set_xticks([1, *range(5, int(np.max(x)) + 1, 5)])

    return paint


def calibration(
    confidence: NDArray[np.float64],
    right: NDArray[np.float64],
    count: NDArray[np.int64],
    *,
    axes: tuple[str, str],
) -> "Callable[[Axes], None]":
    """Bins of confidence as dots, larger where there are more photos; on the diagonal they are honest."""

    def paint(into: "Axes") -> None:
        into.plot([0, 1], [0, 1], color=MUTED, linewidth=1.0, linestyle=(0, (4, 3)))
        into.vlines(confidence, np.minimum(right, confidence), np.maximum(right, confidence), color=BAD)
        sizes = 20 + 220 * count / max(1, int(count.max(initial=1)))
        into.scatter(confidence, right, s=sizes, color=ACCENT, zorder=3, linewidths=0)
        into.set(xlabel=axes[0], ylabel=axes[1], xlim=(0, 1.02), ylim=(0, 1.04))
        into.xaxis.set_major_formatter(_percent)
        into.yaxis.set_major_formatter(_percent)

    return paint


def heat(
    names: Sequence[str], counts: NDArray[np.int64], *, axes: tuple[str, str]
) -> "Callable[[Axes], None]":
    """A matrix of counts: right ones on the diagonal in one colour, mistakes off it in another."""

    def paint(into: "Axes") -> None:
        into.grid(False)
        total = np.maximum(counts.sum(axis=1, keepdims=True), 1)
        shares = counts / total
        number = len(names)
        small = number > 24
        for row, column in np.argwhere(counts):
            share = float(shares[row, column])
            colour = GOOD if row == column else BAD
            box = (float(column) - 0.5, float(row) - 0.5)
            into.add_patch(_square(box, colour, 0.15 + 0.75 * share))
            if not small or row != column:
                into.text(
                    float(column),
                    float(row),
                    str(counts[row, column]),
                    ha="center",
                    va="center",
                    color=SURFACE if share > 0.5 else INK,
                    fontsize=6 if small else 8.5,
                )
        into.set(xlim=(-0.5, number - 0.5), ylim=(number - 0.5, -0.5), aspect="equal")
        size = 6.5 if small else 8.5
        into.set_xticks(range(number), names, rotation=90, fontsize=size)
        into.set_yticks(range(number), names, fontsize=size)
        into.tick_params(length=0)
        into.set_xticks(np.arange(number + 1) - 0.5, minor=True)
        into.set_yticks(np.arange(number + 1) - 0.5, minor=True)
        into.grid(True, which="minor", linewidth=0.4)
        into.tick_params(which="minor", length=0)
        into.set_xlabel(axes[0])
        into.set_ylabel(axes[1])
        for spine in into.spines.values():
            spine.set_visible(False)

    return paint


def bars(
    values: NDArray[np.float64], *, axes: tuple[str, str], mark: float, mark_label: str
) -> "Callable[[Axes], None]":
    """A histogram of ``values`` with one of them marked."""

    def paint(into: "Axes") -> None:
        high = float(np.quantile(values, 0.99)) if len(values) else 1.0
        into.hist(np.minimum(values, high), bins=24, color=ACCENT, alpha=0.75, linewidth=0)
        into.axvline(mark, color=INK, linewidth=1.2)
        into.annotate(
            mark_label, (mark, 1), xycoords=("data", "axes fraction"), xytext=(5, -4),
            textcoords="offset points", va="top",
        )  # fmt: skip
        into.set(xlabel=axes[0], ylabel=axes[1])
        into.margins(y=0.16)  # room for the mark's words above the bars
        into.grid(False, axis="x")

    return paint


def _percent(value: float, _position: float = 0) -> str:
    return f"{value:.0%}"


def _square(corner: tuple[float, float], colour: str, alpha: float) -> Any:
    from matplotlib.patches import Rectangle

    return Rectangle(corner, 1, 1, facecolor=colour, alpha=alpha, linewidth=0)


@contextmanager
def _drawing() -> "Iterator[type[Any]]":
    # matplotlib keeps a list of fonts; it belongs to what the program can make again, not in the home.
    os.environ.setdefault("MPLCONFIGDIR", str(paths.user_cache() / "matplotlib"))
    try:
        import matplotlib
        from matplotlib import font_manager
        from matplotlib.figure import Figure
    except ImportError as error:
        raise KnownError(
            message("core", "A report needs matplotlib, which is missing here. Install the program again.")
        ) from error
    known = {entry.name for entry in font_manager.fontManager.ttflist}
    for file in sorted((paths.resources() / "fonts").glob("*Regular.otf")):
        if not {"Inter", "Noto Sans CJK SC"} <= known:
            font_manager.fontManager.addfont(file)
    with matplotlib.rc_context(_STYLE):
        yield Figure


def _for_page(svg: str, title: str) -> str:
    """The element alone, as wide as its place, in the page's colours, its ids its own."""
    element = svg[svg.index("<svg") :]
    for colour, variable in _VARIABLES.items():
        element = element.replace(colour, f"var({variable})")
    element = re.sub(r'<svg ([^>]*?)width="[^"]*" height="[^"]*"', r"<svg \1", element, count=1)
    element = re.sub(r' ?height="[^"]*pt"', "", element, count=1)
    element = re.sub(r' ?width="[^"]*pt"', "", element, count=1)
    element = re.sub(r"<metadata>.*?</metadata>", "", element, flags=re.DOTALL)
    prefix = f"p{zlib.crc32(element.encode()):x}"
    element = re.sub(r'\bid="([^"]+)"', rf'id="{prefix}-\1"', element)
    element = re.sub(r"url\(#([^)]+)\)", rf"url(#{prefix}-\1)", element)
    element = re.sub(r'xlink:href="#([^"]+)"', rf'xlink:href="#{prefix}-\1"', element)
    label = f'<svg role="img" aria-label="{escape(title, quote=True)}" '
    return element.replace("<svg ", label, 1)
