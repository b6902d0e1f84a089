"""PDFs made for tests: what Pillow writes, and small ones written by hand."""

import io
import zlib
from collections.abc import Sequence
from pathlib import Path

from PIL import Image


def pdf(path: Path, pages: Sequence[Image.Image]) -> Path:
    """A page a picture."""
    path.write_bytes(pdf_bytes(pages))
    return path


def pdf_bytes(pages: Sequence[Image.Image]) -> bytes:
    buffer = io.BytesIO()
    pages[0].save(buffer, "PDF", save_all=True, append_images=list(pages[1:]))
    return buffer.getvalue()


def written_pdf(drawing: bytes, images: Sequence[Image.Image] = (), trailer: bytes = b"") -> bytes:
    """One page of 400 × 400 points that ``drawing`` fills; ``/I0 Do`` draws the first of ``images``."""
    named = b" ".join(b"/I%d %d 0 R" % (number, 5 + number) for number in range(len(images)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 4 0 R "
        b"/Resources << /XObject << " + named + b" >> >> >>",
        _stream(b"", drawing),
        *(
            _stream(
                b"/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 "
                b"/Filter /FlateDecode /Width %d /Height %d" % image.size,
                zlib.compress(image.convert("RGB").tobytes()),
            )
            for image in images
        ),
    ]
    whole = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(whole)
    whole += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    whole += b"".join(b"%010d 00000 n \n" % place for place in places)
    whole += b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )
    return bytes(whole)


LOCKED = (
    b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >> "
    b"/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
)
"""What a trailer says of a PDF whose password nobody has."""


def _stream(about: bytes, content: bytes) -> bytes:
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (about, len(content), content)
