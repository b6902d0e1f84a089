"""The hub's index of a network's vectors: pgvector's graph (HNSW) over the pooled features, in halves.

The pooled features are the part that every till compares alike, whatever lesson it has put on top
(:func:`core.models.shop_model.plain_model`): the graph brings candidates, and the till that asked ranks them
exactly, in its own space. Without the index answers are the same, and slow.
"""

from typing import Any, NamedTuple

from psycopg import Connection, sql

from core.errors import KnownError
from core.messages import message

LINKS = 16
BUILD_CANDIDATES = 64
"""Links of a photo in the graph, and how many candidates are looked at for them: pgvector's own choice."""


class HubNetwork(NamedTuple):
    """A network whose vectors the hub has.

    Attributes:
        dim: length of a vector.
        pooled: how many of its numbers come first and are indexed.
    """

    fingerprint: str
    name: str
    dim: int
    pooled: int


def network_on_hub(connection: Connection[Any], fingerprint: str) -> HubNetwork | None:
    """The network of this fingerprint; None where nobody has sent a vector of it."""
    row = connection.execute(
        "SELECT fingerprint, name, dim, pooled FROM networks WHERE fingerprint = %s", [fingerprint]
    ).fetchone()
    return None if row is None else HubNetwork(*row)


def pooled_part(network: HubNetwork) -> sql.Composed:
    """The expression that is indexed; a query must say it in the same words."""
    return sql.SQL("(subvector(vector, 1, {0})::halfvec({0}))").format(sql.Literal(network.pooled))


def of_network(network: HubNetwork) -> sql.Composed:
    """The condition of the index, as a constant: a parameter would not be recognised in it."""
    return sql.SQL("fingerprint = {}").format(sql.Literal(network.fingerprint))


def index_network(connection: Connection[Any], fingerprint: str, *, memory_mb: int | None = None) -> None:
    """Build the index of a network's vectors where there is none yet; tills go on meanwhile.

    Args:
        memory_mb: what the server may take for it; a graph that fits is built several times as fast.

    Raises:
        KnownError: nobody has sent a vector of this network.
    """
    network = network_on_hub(connection, fingerprint)
    if network is None:
        raise KnownError(
            message("core", "The hub has no vectors of the network {fingerprint}."), fingerprint=fingerprint
        )
    name = sql.Identifier(f"vectors_{fingerprint}")
    if _is_built(connection, fingerprint):
        return
    connection.execute(sql.SQL("DROP INDEX IF EXISTS {}").format(name))  # what a build that was cut off left
    if memory_mb is not None:
        connection.execute(sql.SQL("SET maintenance_work_mem = {}").format(sql.Literal(f"{memory_mb}MB")))
    connection.execute(
        sql.SQL(
            "CREATE INDEX CONCURRENTLY {name} ON vectors USING hnsw ({part} halfvec_cosine_ops)"
            " WITH (m = {links}, ef_construction = {candidates}) WHERE {condition}"
        ).format(
            name=name,
            part=pooled_part(network),
            links=sql.Literal(LINKS),
            candidates=sql.Literal(BUILD_CANDIDATES),
            condition=of_network(network),
        )
    )


def may_index(connection: Connection[Any]) -> bool:
    """Whether the connection is of the hub's owner, who alone may build an index."""
    ((may,),) = connection.execute(
        "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'vectors'::regclass"
    ).fetchall()
    return bool(may)


def _is_built(connection: Connection[Any], fingerprint: str) -> bool:
    row = connection.execute(
        "SELECT indisvalid FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid"
        " WHERE relname = %s AND indrelid = 'vectors'::regclass",
        [f"vectors_{fingerprint}"],
    ).fetchone()
    return row is not None and bool(row[0])
