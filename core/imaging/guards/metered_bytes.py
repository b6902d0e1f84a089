"""A picture's bytes as a file that a decoder may read from only so often.

Pillow's parsers walk through chunks, segments, blocks and runs in Python, a few reads for each. An honest
file of a hundred megabytes has some ten thousand of them; one made of nothing else has tens of millions,
and keeps a parser busy for minutes. Which parser it is and what it walks through need not be known here.
"""

import io


class TooManyReadsError(Exception):
    """The file was read in more pieces than any honest picture is made of."""


class MeteredBytes(io.BytesIO):
    """``data``, readable in at most ``most_reads`` pieces; the limit may be set anew at any time."""

    def __init__(self, data: bytes, most_reads: int) -> None:
        super().__init__(data)
        self.reads_left = most_reads

    def read(self, size: int | None = -1, /) -> bytes:
        """As :meth:`io.BytesIO.read`.

        Raises:
            TooManyReadsError: all reads are used up.
        """
        self.reads_left -= 1
        if self.reads_left < 0:
            raise TooManyReadsError
        return super().read(size)
