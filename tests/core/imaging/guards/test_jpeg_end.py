"""A JPEG whose end is missing opens; one that was cut off is refused."""

import io

import numpy as np
import pytest
from PIL import Image

from core.errors import KnownError
from core.imaging.decode import decode_bytes


def scene(size: tuple[int, int]) -> Image.Image:
    random = np.random.default_rng(7)
    rough = random.integers(0, 256, (12, 16, 3), dtype=np.uint8)
    return Image.fromarray(rough).resize(size, Image.Resampling.BICUBIC)


def jpeg(image: Image.Image, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", **options)
    return buffer.getvalue()


KINDS = pytest.mark.parametrize(
    "options",
    [{}, {"progressive": True}, {"quality": 95, "subsampling": 0}, {"restart_marker_rows": 1}],
    ids=["baseline", "progressive", "fine", "restarts"],
)


@KINDS
@pytest.mark.parametrize("size", [(400, 400), (1203, 803), (33, 17)])
def test_one_that_lacks_only_its_end_opens_as_it_is(
    options: dict[str, object], size: tuple[int, int]
) -> None:
    whole = jpeg(scene(size), **options)
    assert whole.endswith(b"\xff\xd9")
    wanted = decode_bytes(whole, name="p")
    for data in (whole[:-2], whole[:-1], whole[:-2] + bytes(5000)):
        assert decode_bytes(data, name="p").tobytes() == wanted.tobytes()


@KINDS
@pytest.mark.parametrize("share", [0.5, 0.8, 0.95])
@pytest.mark.parametrize("filled", [False, True])
def test_one_that_is_cut_off_is_refused(options: dict[str, object], share: float, filled: bool) -> None:
    whole = jpeg(scene((800, 600)), **options)
    kept = whole[: int(len(whole) * share)]
    with pytest.raises(KnownError, match="damaged or cut off"):
        decode_bytes(kept + bytes(len(whole) - len(kept)) if filled else kept, name="p")


def test_a_grey_one_without_its_end_opens() -> None:
    assert decode_bytes(jpeg(scene((400, 300)).convert("L"))[:-2], name="p").size == (400, 300)
