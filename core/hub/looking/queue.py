"""Which of the hub's photos a network has not seen, dealt out so that none is looked at twice.

What is to be done stands in one table. Whoever looks takes rows out of it in the transaction that stores
their vectors: rows that another one holds are passed over, and those of one that dies are there again.
"""

from dataclasses import dataclass
from typing import Any

from psycopg import Connection


@dataclass(frozen=True, slots=True)
class PhotoToSee:
    """A photo that was taken out of the queue.

    Attributes:
        photo: SHA-256 of ``data``, in hexadecimal.
        in_shop: whether it was taken in a shop, and is seen by two looks.
        data: the bytes of its file.
    """

    photo: str
    in_shop: bool
    data: bytes


def queue_unseen(connection: Connection[Any], fingerprint: str) -> int:
    """Put every photo in the queue whose file the hub has and that the network has not seen.

    Returns:
        How many wait now, those that were in it before included.
    """
    connection.execute(
        """
        INSERT INTO to_look_at (fingerprint, photo)
            SELECT %(network)s, photo FROM (SELECT DISTINCT photo FROM product_photos WHERE gained) AS shown
            WHERE EXISTS (SELECT FROM pictures WHERE sha256 = photo AND size = 'photo')
            AND NOT EXISTS (
                SELECT FROM vectors WHERE fingerprint = %(network)s AND vectors.photo = shown.photo
            )
            AND NOT EXISTS (
                SELECT FROM not_looked_at
                WHERE fingerprint = %(network)s AND not_looked_at.photo = shown.photo
            )
        ON CONFLICT DO NOTHING
        """,
        {"network": fingerprint},
    )
    ((waiting,),) = connection.execute(
        "SELECT count(*) FROM to_look_at WHERE fingerprint = %s", [fingerprint]
    ).fetchall()
    return int(waiting)


def take_photos(connection: Connection[Any], fingerprint: str, most: int) -> tuple[int, list[PhotoToSee]]:
    """Take some photos out of the queue, in a transaction of the caller's that stores what was seen.

    Returns:
        How many were taken, and those of them that still have to be looked at: another one may have sent the
        vector since. None taken means that all is done or in others' hands.
    """
    taken = [
        photo
        for (photo,) in connection.execute(
            """
            DELETE FROM to_look_at WHERE fingerprint = %(network)s AND photo IN (
                SELECT photo FROM to_look_at WHERE fingerprint = %(network)s
                ORDER BY photo LIMIT %(most)s FOR UPDATE SKIP LOCKED
            ) RETURNING photo
            """,
            {"network": fingerprint, "most": most},
        ).fetchall()
    ]
    rows = connection.execute(
        """
        SELECT sha256, EXISTS (
            SELECT FROM product_photos WHERE photo = sha256 AND gained AND kind = 'counter'
        ), bytes FROM pictures
        WHERE size = 'photo' AND sha256 = ANY (%(taken)s) AND NOT EXISTS (
            SELECT FROM vectors WHERE fingerprint = %(network)s AND photo = sha256
        ) ORDER BY sha256
        """,
        {"network": fingerprint, "taken": taken},
    ).fetchall()
    return len(taken), [PhotoToSee(*row) for row in rows]
