"""pgvector's half-precision vectors as the driver sends and reads them: binary, without a detour over text.

On the wire one is two 16-bit numbers, its length and an unused one, and its numbers, all big-endian
(pgvector's ``halfvec_send`` and ``halfvec_recv``).
"""

import struct
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from psycopg import Connection
from psycopg.adapt import Buffer, Dumper, Loader
from psycopg.pq import Format
from psycopg.types import TypeInfo

from core.errors import KnownError
from core.messages import message

_HEAD = struct.Struct(">HH")
_WIRE = np.dtype(">f2")


@dataclass(frozen=True, slots=True, eq=False)
class HalfVector:
    """One vector on its way to the hub: ``numbers`` (dim,), finite in half precision."""

    numbers: NDArray[Any]


class _HalfVectorDumper(Dumper):
    format = Format.BINARY

    def dump(self, obj: HalfVector) -> bytes:
        return _HEAD.pack(len(obj.numbers), 0) + obj.numbers.astype(_WIRE).tobytes()


class _HalfVectorLoader(Loader):
    format = Format.BINARY

    def load(self, data: Buffer) -> NDArray[np.float16]:
        return np.frombuffer(bytes(data), _WIRE, offset=_HEAD.size).astype(np.float16)


def speak_halfvec(connection: Connection[Any]) -> None:
    """Let a connection take :class:`HalfVector`, and give (dim,) float16 arrays from binary cursors.

    Raises:
        KnownError: the hub's database has no pgvector, or one that is too old.
    """
    if connection.adapters.types.get("halfvec") is not None:
        return  # it does already: rounds go over one connection
    known = TypeInfo.fetch(connection, "halfvec")
    if known is None:
        raise KnownError(
            message("core", "The hub's database lacks pgvector (0.8 or newer). Install it there first.")
        )
    known.register(connection)
    dumper = type("HalfVectorDumper", (_HalfVectorDumper,), {"oid": known.oid})
    connection.adapters.register_dumper(HalfVector, dumper)
    connection.adapters.register_loader(known.oid, _HalfVectorLoader)
