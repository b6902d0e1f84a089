"""The code that a label carries, as bars or modules: what a product's barcode is, or its SKU.

A number of trade goods is printed as what it is (EAN-13, EAN-8, UPC-A, UPC-E, ITF-14). A shop's own code is
printed as Code 128, or as QR where it holds more than that has letters for, or more than fits a label's
width. zxing-cpp writes them, the library that reads them too (core/imaging/barcode_reading.py).

Sizes: GS1 General Specifications, 5.12.3.1: an EAN or UPC has modules of 0.264 to 0.660 mm, and down to
0.249 mm where a shop prints it itself; 5.2.3: light margins of 11 modules before and 7 behind it (EAN-13),
9 and 9 (UPC-A), 7 and 7 (EAN-8), 9 and 7 (UPC-E). Code 128 and ITF-14 have 10 on either side (ISO/IEC 15417,
16390), QR 4 all around (ISO/IEC 18004).
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.catalog.barcodes.gtin import Symbology, symbology
from core.catalog.barcodes.written import BETWEEN
from core.catalog.products.products import Product
from core.paper.page import Box

_MOST_SIGNS = 24
"""Of a code of its own; with more, the bars would be too fine for a label."""
_LARGEST_BARS, _LARGEST_MATRIX = 0.38, 0.6
"""Millimetres of a module; larger is no better to read."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A code ready to be drawn.

    Attributes:
        kind: what it is called, as ``EAN-13``.
        text: what it says, for whoever has to type it.
        modules: rows by columns, True where it is dark; one row for bars.
        margins: light modules that it needs before and behind it.
        least: millimetres of the smallest module that a till's scanner is sure to read.
        is_sku: whether it says the SKU, for want of a barcode.
    """

    kind: str
    text: str
    modules: NDArray[np.bool_]
    margins: tuple[int, int]
    least: float
    is_sku: bool = False

    @property
    def is_matrix(self) -> bool:
        """Whether it is as high as it is wide."""
        return len(self.modules) > 1

    @property
    def columns(self) -> int:
        """Modules across, with the light margins."""
        return len(self.modules[0]) + sum(self.margins)


_KINDS: dict[Symbology, tuple[str, tuple[int, int], float]] = {
    Symbology.EAN_13: ("EAN13", (11, 7), 0.249),
    Symbology.EAN_8: ("EAN8", (7, 7), 0.249),
    Symbology.UPC_A: ("UPCA", (9, 9), 0.249),
    Symbology.UPC_E: ("UPCE", (9, 7), 0.249),
    Symbology.GTIN_14: ("ITF", (10, 10), 0.25),
}


def symbol_of(product: Product) -> Symbol:
    """What the product's label carries: its first number of trade goods, else its own code, else its SKU."""
    codes = [code for code in product.barcode.split(BETWEEN) if code]
    for code in codes:
        kind = symbology(code)
        if kind is not None:
            name, margins, least = _KINDS[kind]
            return Symbol(kind.value, code, _modules(code, name), margins, least)
    return _own_code(codes[0], is_sku=False) if codes else _own_code(product.sku, is_sku=True)


def qr_of(product: Product) -> Symbol:
    """What a telephone reads off a card: the product's first barcode, else its SKU, which the shop's own
    searches find it by."""
    code = next((code for code in product.barcode.split(BETWEEN) if code), "")
    return qr(code or product.sku, is_sku=not code)


def _own_code(code: str, *, is_sku: bool) -> Symbol:
    if code.isascii() and code.isprintable() and len(code) <= _MOST_SIGNS:
        return Symbol("Code 128", code, _modules(code, "Code128"), (10, 10), 0.19, is_sku)
    return qr(code, is_sku=is_sku)


def qr(code: str, *, is_sku: bool = False) -> Symbol:
    """``code`` as a QR code, whatever it says."""
    return Symbol("QR", code, _modules(code, "QRCode"), (4, 4), 0.33, is_sku)


def module_size(symbol: Symbol, room: float, dot: float) -> float:
    """Millimetres of a module in a symbol that is at most ``room`` wide, its light margins with it.

    A whole number of the printer's dots where that is possible, so that no bar is wider than its like; less
    than :attr:`Symbol.least` if there is no room.
    """
    most = min(room / symbol.columns, _LARGEST_MATRIX if symbol.is_matrix else _LARGEST_BARS)
    return int(most / dot + 1e-9) * dot or most


def least_width(symbol: Symbol, dot: float) -> float:
    """Millimetres that it needs with its light margins, in modules of whole dots that every scanner reads."""
    return symbol.columns * math.ceil(symbol.least / dot - 1e-9) * dot


def drawn(symbol: Symbol, x: float, y: float, module: float, height: float) -> list[Box]:
    """Its boxes, with ``x`` at the begin of the light margin; bars are ``height`` millimetres high."""
    rows = len(symbol.modules)
    step = module if symbol.is_matrix else height
    left = x + symbol.margins[0] * module
    boxes: list[Box] = []
    for row in range(rows):
        edges = np.flatnonzero(np.diff(symbol.modules[row], prepend=False, append=False))
        for begin, end in edges.reshape(-1, 2).tolist():
            boxes.append(Box(left + begin * module, y + row * step, (end - begin) * module, step))
    return boxes


def _modules(text: str, kind: str) -> NDArray[np.bool_]:
    import zxingcpp

    barcode = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, kind))
    grey = barcode.to_image(scale=1, add_quiet_zones=False, add_hrt=False)
    image: NDArray[np.bool_] = np.asarray(grey) == 0
    return image if kind == "QRCode" else image[:1]
