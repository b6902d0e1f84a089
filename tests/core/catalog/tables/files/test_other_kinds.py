"""Files that are no tables are told what they are and what to do."""

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from core.catalog.tables.reading import read_table
from core.errors import KnownError


def refusal(folder: Path, name: str, data: bytes) -> str:
    path = folder / name
    path.write_bytes(data)
    with pytest.raises(KnownError) as caught:
        read_table(path)
    assert name in str(caught.value)
    return str(caught.value)


def packed(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("enc.xlsx", OLE, "protected by a password"),
        ("enc.bin", OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        ("old.xls", OLE, "old Excel format"),
        ("till.xls", b"<html><body><table><tr><td>sku</td></tr></table></body></html>", "web page"),
        ("till2.xls", b'\xef\xbb\xbf\r\n<!DOCTYPE HTML PUBLIC "x">\n<HTML>', "web page"),
        ("till3.xls", b"\n  <table border=1><tr><td>a,b</td></tr></table>", "web page"),
        ("till4.xls", b'<?xml version="1.0"?>\n<html xmlns="x">', "web page"),
        ("mht.xls", b"MIME-Version: 1.0\nX-Document-Type: Workbook\n", "web page"),
        ("xml.xls", b'<?xml version="1.0"?><Workbook xmlns="urn:x"></Workbook>', "XML"),
        ("x.json", b'{"a":1}\n', "JSON"),
        ("y.csv", b'\n[\n  {"sku": "A", "title": "b"}\n]', "JSON"),
        ("x.pdf", b"%PDF-1.4\n%\xe2\xe3\n1 0 obj", "PDF"),
        ("x.csv", b"PK\x03\x04", "damaged or no workbook"),
        ("a.gz", b"\x1f\x8b\x08" + bytes(50), "packed"),
        ("a.rtf", b"{\\rtf1\\ansi a}", "text document"),
        ("a.db", b"SQLite format 3\0" + bytes(100), "database"),
        ("list.zip", packed({"table.csv": b"sku,title\nA,a\n"}), "packed"),
        ("b.zip", packed({"snapshelf.json": b"{}", "catalog.db": b""}), "backup of a shop"),
        ("l.docx", packed({"word/document.xml": b"<a/>"}), "text document"),
        ("n.numbers", packed({"Index/Document.iwa": b"x"}), "Numbers"),
        ("b.xlsb", packed({"xl/workbook.bin": b"x"}), "binary workbook"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_is_told(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    assert says in refusal(tmp_path, name, data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "AVIF"])
def test_a_picture_is_told(tmp_path: Path, kind: str) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (32, 32)).save(buffer, kind)
    assert "is a picture" in refusal(tmp_path, "a.csv", buffer.getvalue())


@pytest.mark.parametrize(
    "text", ["<sku>,title\nA,a\n", "{sku},title\nA,a\n", "[sku];title\nA;a\n", "MIME,title\nA,a\n"]
)
def test_a_table_that_begins_a_little_like_one_is_read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(text)
    assert len(read_table(path).rows) == 1
