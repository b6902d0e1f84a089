"""``snapshelf hub init|status|embed|learn|let-in|lock-out|forget URL``: the database of several stores."""

import argparse
import dataclasses
from collections.abc import Callable
from datetime import datetime

from core.embedding.loading import DEFAULT_BACKBONE, available_backbones, backbone_spec
from core.hub.connection import connected
from core.hub.logins import let_in, lock_out
from core.hub.migrations import hub_version, renew_hub, upgrade_hub
from core.hub.status import HubStatus, hub_status
from core.hub.tills import forget_till
from core.messages import message
from core.settings import Settings
from desktop_app.console.console import Console
from desktop_app.console.hub_address import address_and_password

_HELPS = {
    "init": message("cli", "make a PostgreSQL database a hub, or bring a hub up to date"),
    "status": message("cli", "say how the hub is: its tills, who may come in, sizes"),
    "embed": message("cli", "show a network the photos of all stores that it has not seen"),
    "learn": message("cli", "teach a lesson of what all stores have labelled, and offer it to them"),
    "let-in": message("cli", "make a name and password for a till, a manager or a reader"),
    "lock-out": message("cli", "let a name in no more, for good, and end its connections"),
    "forget": message("cli", "list a till no longer whose folder is gone"),
}


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``hub``."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, text in _HELPS.items():
        action = actions.add_parser(name, help=console.format(text))
        action.add_argument(
            "url",
            metavar="URL",
            help=console.format(message("cli", "the hub's address: postgresql://name@computer/database")),
        )
        action.add_argument("--json", action="store_true")
        if name == "init":
            told = message("cli", "the hub was restored from an older backup: let every till join again")
            action.add_argument("--restored", action="store_true", help=console.format(told))
        if name in ("embed", "learn"):
            action.add_argument(
                "--network",
                metavar="NAME",
                default=DEFAULT_BACKBONE,
                help=console.format(
                    message("cli", "which of the program's networks; the usual one by default")
                ),
            )
        if name == "embed":
            action.add_argument(
                "--ray",
                metavar="ADDRESS",
                help=console.format(
                    message("cli", "on a Ray cluster: ray://computer:10001, or “local” for this computer")
                ),
            )
            action.add_argument(
                "--workers",
                type=int,
                metavar="N",
                help=console.format(
                    message("cli", "how many look at once on the cluster; by default one a GPU or a core")
                ),
            )
        if name in ("let-in", "lock-out"):
            action.add_argument("name", metavar="NAME")
        if name == "forget":
            told = message("cli", "its id, or the first eight letters, as “status” shows it")
            action.add_argument("till", metavar="TILL", help=console.format(told))
        if name == "let-in":
            action.add_argument("--role", choices=("till", "manager", "reader"), default="till")
            action.add_argument("--store", metavar="STORE")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Do what was asked of the hub."""
    actions: dict[str, Callable[[argparse.Namespace, Console], None]] = {
        "init": _init,
        "status": _status,
        "embed": _embed,
        "learn": _learn,
        "let-in": _let_in,
        "lock-out": _lock_out,
        "forget": _forget,
    }
    actions[arguments.action](arguments, console)
    return 0


def _init(arguments: argparse.Namespace, console: Console) -> None:
    from core.hub.vectors.indexing import index_network
    from core.hub.vectors.table import make_network_known

    with connected(*address_and_password(arguments.url, console), statement_s=None) as connection:
        done = upgrade_hub(connection)
        if arguments.restored:
            renew_hub(connection)
        version = hub_version(connection)
        for spec in available_backbones():  # while there is no vector yet this takes no time
            make_network_known(connection, spec)
            index_network(connection, spec.fingerprint)
    console.document({"done": done, "version": version})
    made = message("cli", "The hub is up to date: step {version}; done now: {count}.")
    console.line(console.format(made, version=version, count=len(done)))


def _embed(arguments: argparse.Namespace, console: Console) -> None:
    from core.hub.looking.embedding import embed_here  # numpy and the pictures' libraries come with it
    from core.hub.looking.on_ray import embed_on_ray

    url, secret = address_and_password(arguments.url, console)
    spec = backbone_spec(arguments.network)
    with console.progress() as progress:
        if arguments.ray is None:
            done = embed_here(url, secret, spec, progress)
        else:
            done = embed_on_ray(url, secret, spec, arguments.ray, progress, workers=arguments.workers)
    console.document(dataclasses.asdict(done))
    told = message(
        "cli", "Photos seen: {photos}; sent by tills meanwhile: {known}; could not be opened: {unreadable}."
    )
    console.line(console.format(told, **dataclasses.asdict(done)))


def _learn(arguments: argparse.Namespace, console: Console) -> None:
    from core.hub.lessons.learning import teach_hub_lesson
    from core.hub.vectors.halfvec import speak_halfvec

    spec = backbone_spec(arguments.network)
    with (
        connected(*address_and_password(arguments.url, console), statement_s=None) as connection,
        console.progress() as progress,
    ):
        speak_halfvec(connection)
        lesson = teach_hub_lesson(connection, spec, progress)
    proof = lesson.proof
    console.document(
        {
            "lesson": lesson.digest,
            "stores": lesson.stores,
            "products": lesson.products,
            "photos": lesson.photos,
            "held_out": proof.held_out,
            "before": {"top1": proof.before_top1},
            "after": {"top1": proof.after_top1},
            "gain_interval": None if proof.gain_interval is None else list(proof.gain_interval),
            "promoted": proof.promoted,
            "reason": str(proof.reason),
        }
    )
    outcome = (
        message("cli", "A lesson of {photos} photos of {products} products is offered to the stores.")
        if proof.promoted
        else message("cli", "A lesson of {photos} photos of {products} products was rejected.")
    )
    console.line(console.format(outcome, photos=lesson.photos, products=lesson.products))
    console.line(console.text(proof.reason))


def _let_in(arguments: argparse.Namespace, console: Console) -> None:
    with connected(*address_and_password(arguments.url, console)) as connection:
        password = let_in(connection, arguments.name, arguments.role, arguments.store)
    console.document({"name": arguments.name, "role": arguments.role, "password": password})
    console.line(password)
    told = message("cli", "This is the password of {name}. It is kept nowhere: write it down or use it now.")
    console.note(told, name=arguments.name)


def _lock_out(arguments: argparse.Namespace, console: Console) -> None:
    with connected(*address_and_password(arguments.url, console)) as connection:
        found = lock_out(connection, arguments.name)
    console.document(dataclasses.asdict(found))
    told = message(
        "cli", "{name} is locked out. Connections ended: {sessions}; changes under its name: {changes}."
    )
    console.line(console.format(told, name=arguments.name, sessions=found.sessions, changes=found.changes))


def _forget(arguments: argparse.Namespace, console: Console) -> None:
    with connected(*address_and_password(arguments.url, console)) as connection:
        forget_till(connection, arguments.till)
    console.document({"till": arguments.till})
    told = message("cli", "The till {till} counts as one that left. What it sent stays.")
    console.line(console.format(told, till=arguments.till))


def _status(arguments: argparse.Namespace, console: Console) -> None:
    with connected(*address_and_password(arguments.url, console)) as connection:
        status = hub_status(connection)
    console.document(_with_texts(dataclasses.asdict(status)))
    about = message("cli", "Step {version} of {newest}; PostgreSQL {server}, pgvector {pgvector}; {size} MB.")
    console.line(
        console.format(
            about,
            version=status.version,
            newest=status.newest,
            server=status.server,
            pgvector=status.pgvector,
            size=round(status.bytes / 1e6),
        )
    )
    changes = message("cli", "Changes: {count}, the last one: {last}. Stores: {stores}.")
    console.line(
        console.format(
            changes, count=status.changes, last=_when(status.last_change), stores=len(status.stores)
        )
    )
    _show_tills(status, console)
    _show_logins(status, console)


def _show_tills(status: HubStatus, console: Console) -> None:
    here = message(
        "cli", "{store}: {login} on {computer}, last seen {seen}, changes not read then: {behind}; till {id}"
    )
    left = message("cli", "Tills that left: {count}.")
    gone = [till for till in status.tills if till.has_left is not None]
    for till in status.tills:
        if till.has_left is None:
            shown = dataclasses.asdict(till) | {"seen": _when(till.seen), "id": till.id[:8]}
            console.line(console.format(here, **shown))
    if gone:
        console.line(console.format(left, count=len(gone)))


def _show_logins(status: HubStatus, console: Console) -> None:
    valid = message("cli", "{name} ({role}) changes: {changes}, the last one: {last}")
    locked = message("cli", "{name} ({role}) changes: {changes}, the last one: {last}; locked out {since}")
    for login in status.logins:
        console.line(
            console.format(
                valid if login.locked_out is None else locked,
                name=login.name,
                role=login.role,
                changes=login.changes,
                last=_when(login.last_change),
                since=_when(login.locked_out),
            )
        )


def _when(moment: datetime | None) -> str:
    return "–" if moment is None else moment.astimezone().isoformat(" ", "seconds")


def _with_texts(value: object) -> object:
    """The same with moments as texts, as JSON has them."""
    if isinstance(value, dict):
        return {name: _with_texts(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_with_texts(one) for one in value]
    return value.isoformat() if isinstance(value, datetime) else value
