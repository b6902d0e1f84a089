"""Damages good files in the ways that break parsers: flipped bits, lying lengths, cut and repeated parts.

The same number gives the same input again, so that a finding can be reported by its number.
"""

import io
import random
import struct
import zipfile
from collections.abc import Sequence

_LENGTHS = (
    0,
    1,
    2,
    0x7F,
    0x80,
    0xFF,
    0x100,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x10000,
    0x7FFFFFFF,
    0x80000000,
    0xFFFFFFFF,
)
_WORDS = tuple(
    word.encode()
    for word in (
        *("\0", "\r", "\n", '"', "'", ";", ",", "\t", "=", "%s", "{0}", "NaN", "-1", "1e999", "9" * 40),
        *("../", "\\\\?\\", "file:///", "<!DOCTYPE a>", "&a;", "</row>", '<c t="s"><v>99999</v></c>'),
        *("\ufeff", "\u202e", "\ud7ff", "sku", "price", "A" * 5000, '"' * 99),
    )
)


def mutated(seeds: Sequence[bytes], number: int) -> bytes:
    """Input ``number``: one of ``seeds``, damaged in one to six places."""
    chance = random.Random(number)
    data = seeds[number % len(seeds)]
    if data.startswith(b"PK\x03\x04") and chance.random() < 0.7:
        return _mutated_inside(data, seeds, chance)
    return _damaged(data, seeds, chance)


def _damaged(data: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        _damage_once(damaged, seeds, chance)
    return bytes(damaged)


def _damage_once(data: bytearray, seeds: Sequence[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    # Headers decide how the rest is read: half of the damage goes there.
    if chance.random() < 0.5:
        at = min(at, chance.randrange(200))
    end = min(len(data), at + chance.choice((1, 4, 16, 200)))
    match chance.randrange(8):
        case 0 if at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        case 1 if at < len(data):
            data[at] = chance.randrange(256)
        case 2:
            form = chance.choice(("<H", ">H", "<I", ">I"))
            value = chance.choice(_LENGTHS) & (0xFFFF if form[1] == "H" else 0xFFFFFFFF)
            data[at : at + struct.calcsize(form)] = struct.pack(form, value)
        case 3:
            del data[at:end]
        case 4:
            data[at:at] = data[at:end] * chance.choice((1, 2, 50))
        case 5:
            other = chance.choice(seeds)
            start = chance.randrange(len(other))
            data[at:end] = other[start : start + chance.choice((4, 64, 1000))]
        case 6:
            data[at:at] = chance.choice(_WORDS)
        case _:
            del data[max(at, 8) :]


def _mutated_inside(data: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """A ZIP whose parts are damaged and whose checksums are right, so that what is in it gets read."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = [(name, source.read(name)) for name in source.namelist()]
    victim = chance.randrange(len(parts))
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for number, (name, content) in enumerate(parts):
            target.writestr(name, _damaged(content, seeds, chance) if number == victim else content)
    return buffer.getvalue()
