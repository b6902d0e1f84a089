"""What a stored vector must sum up to: a number that no disk changes along with it.

Whose vector it is goes in, too, so that two that were exchanged do not fit.
"""

import zlib


def photo_checksum(model_id: int, photo_id: int, vector: bytes) -> int:
    """Of a photo's vector by one model."""
    return zlib.crc32(vector, zlib.crc32(b"%d %d " % (model_id, photo_id)))


def query_checksum(fingerprint: str, sha256: str, vector: bytes) -> int:
    """Of a kept query's vector: by the model with ``fingerprint``, of the picture with ``sha256``."""
    return zlib.crc32(vector, zlib.crc32(f"{fingerprint} {sha256} ".encode()))


def unlabelled_checksum(model_id: int, unlabelled_id: int, vector: bytes) -> int:
    """Of an unlabelled photo's vector by one model."""
    return zlib.crc32(vector, zlib.crc32(b"unlabelled %d %d " % (model_id, unlabelled_id)))
