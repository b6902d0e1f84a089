"""Good files of every kind that the program reads: what a fuzzer starts from."""

import io
import json
import zipfile
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image, ImageCms, ImageDraw

from core.catalog.database.photo_log_digest import BEGINNING
from core.catalog.photo_log.lines import LogLine
from core.catalog.products.upsert import ProductDraft, upsert_product
from core.evidence.statement import HTML_FILE, PDF_FILE, statement
from core.evidence.time_stamps import TimeStampRequest, new_request
from core.shop.opening import open_shop
from tests.core.evidence.authority import Authority, refusal
from tests.core.imaging.films.filmed import film, walk
from tests.core.imaging.pdfs.paged import LOCKED, pdf_bytes, written_pdf
from tests.core.ingest.unlabelled.views import view

_PHONES = Path(__file__).parent.parent / "core" / "imaging" / "pictures"


def picture_seeds() -> list[bytes]:
    """One small picture in each format, with what pictures carry: profiles, EXIF, frames, transparency."""
    image = Image.new("RGB", (64, 48), (200, 120, 40))
    ImageDraw.Draw(image).ellipse((10, 5, 50, 40), fill=(20, 90, 160), outline="white")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[0x0112] = 6
    other = image.rotate(30)

    def frames() -> dict[str, Any]:  # saving leaves its settings in a picture
        return {"save_all": True, "append_images": [other.copy(), image.copy()]}

    grey16 = Image.new("I;16", (64, 48), 3000)
    clear = image.convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize(image.size))
    plain = [_encoded(image, kind) for kind in ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")]
    return [
        *plain,
        _encoded(image, "JPEG", progressive=True, exif=exif, icc_profile=profile),
        _encoded(image.convert("CMYK"), "JPEG"),
        _encoded(image, "MPO", **frames()),
        _encoded(image, "PNG", icc_profile=profile),
        _encoded(clear, "PNG"),
        _encoded(clear, "WEBP", lossless=True),
        _encoded(clear.quantize(), "GIF", save_all=True, append_images=[other.quantize()]),
        _encoded(grey16, "PNG"),
        _encoded(image.convert("1"), "TIFF", compression="group4"),
        _encoded(image, "TIFF", compression="tiff_lzw", **frames()),
        _encoded(image, "TIFF", compression="jpeg"),
        _encoded(image.quantize(), "BMP"),
        *(
            path.read_bytes() for path in sorted(_PHONES.glob("*.heic"))
        ),  # there is no encoder among our parts
    ]


def _encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.copy().save(buffer, kind, **options)
    return buffer.getvalue()


_ROWS = (
    ("sku", "title", "price", "stock", "barcode", "tags", "photo"),
    ("A-1", 'Tea "green", 100 g', "4,90", "12", "4006381333931", "tea|green", "a.jpg"),
    ("A-2", "乌龙茶 250 克", "¥18.50", "0", "", "茶", "https://example.org/b.jpg"),
    ("A-3", "=1+1", "1.234,56 €", "-3", "12345", "", "../../etc/passwd"),
)
_SHOPIFY = (
    "Handle,Title,Variant SKU,Variant Price,Variant Inventory Qty,Image Src,Tags\n"
    'mug,Mug,M-1,9.00,4,mug.jpg,"kitchen, gift"\nmug,,M-2,10.00,,mug2.jpg,\n'
)


def table_seeds() -> list[bytes]:
    """The same products as text in several encodings, as a workbook, and a web shop's export."""
    import openpyxl

    lines = {mark: "\r\n".join(mark.join(_quoted(cell) for cell in row) for row in _ROWS) for mark in ",;\t|"}
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in _ROWS:
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return [
        lines[","].encode(),
        lines[";"].encode("utf-8-sig"),
        lines["\t"].encode("utf-16"),
        lines["|"].encode("gb18030"),
        lines[";"].encode("cp1252", errors="replace"),
        _SHOPIFY.encode(),
        buffer.getvalue(),
    ]


def pdf_seeds() -> list[bytes]:
    """Pages with pictures of their own in two ways, one that is drawn, one that is locked."""
    image = Image.linear_gradient("L").resize((64, 48)).convert("RGB")
    return [
        pdf_bytes([image, image.convert("1"), image.convert("CMYK")]),
        written_pdf(
            b"q 200 0 0 200 9 9 cm /I0 Do Q q 90 0 0 9 9 300 cm /I1 Do Q", [image, image.resize((90, 9))]
        ),
        written_pdf(b"1 0 0 rg 9 9 200 300 re f 0 0 m 9 9 400 0 300 300 c S"),
        written_pdf(b"", trailer=LOCKED),
    ]


def film_seeds(folder: Path) -> list[bytes]:
    """A short film in each container and by each codec that phones and cameras write."""
    views = [view(number, 96) for number in range(2)]
    codecs = {"mp4": "mpeg4", "mov": "libx264", "mkv": "libx265", "webm": "libvpx-vp9", "avi": "mpeg4"}
    codecs |= {"ts": "libx264"}
    return [
        film(folder / f"seed.{ending}", walk(views, seconds=0.5), codec=codec).read_bytes()
        for ending, codec in codecs.items()
    ]


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set(',;|"') else cell


def archive_seeds(folder: Path) -> list[bytes]:
    """Backups of a small shop, whole and catalog alone, and archives whose names climb out."""
    from core.care.archive import write_archive

    with open_shop(folder / "seed shop", create=True, device="cpu") as shop:
        upsert_product(shop.catalog, ProductDraft(sku="A-1", title="Tea"))
        write_archive(shop.catalog, shop.folder, folder / "backup.zip")
    whole = (folder / "backup.zip").read_bytes()
    catalog = zipfile.ZipFile(io.BytesIO(whole)).read("catalog.db")
    return [whole, catalog, *(_climbing(name) for name in ("../escaped", "/escaped", "models/../../escaped"))]


def _climbing(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("catalog.db", b"SQLite format 3\0")
        archive.writestr(name, b"escaped")
        archive.writestr("snapshelf.json", json.dumps({"format": 1, "files": {"catalog.db": "", name: ""}}))
    return buffer.getvalue()


STAMP_REQUEST = TimeStampRequest(bytes(range(32)), None)
"""What the answers among the seeds are over."""


def stamp_seeds() -> list[bytes]:
    """What an authority answers, one that wants to and one that does not."""
    return [Authority().answer(new_request(STAMP_REQUEST.digest)), refusal()]


def report_seeds() -> list[bytes]:
    """A signed report of one copy."""
    line = LogLine(1, "a" * 64, "", "2026", "2026", "import", "", "1", "")
    line = replace(line, digest=line.digest_after(BEGINNING))
    case = {"line": {**asdict(line), "before": BEGINNING}}
    said = {"made": "2026", "head": None, "cases": [case], "files": {HTML_FILE: "b" * 64, PDF_FILE: "c" * 64}}
    return [statement(said, Ed25519PrivateKey.from_private_bytes(bytes(32)))]
