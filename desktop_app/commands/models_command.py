"""``snapshelf --shop DIR models``: a shop's lessons and backbones; use another one, add one, remove one."""

import argparse
from pathlib import Path

from core.embedding.backbone import BackboneSpec
from core.embedding.backbone_store import stored_backbones
from core.embedding.text_image.towers import StoredTowers
from core.embedding.weights import StoredWeights
from core.errors import KnownError
from core.ingest.model_switch import switch_backbone, switch_model
from core.ingest.text_image import add_text_image, remove_text_image
from core.learning.int8_trial import add_int8
from core.learning.second_look import weigh
from core.messages import message
from core.progress import ReportProgress
from core.settings import Settings
from core.shop.backbones import add_to_shop, download_to_shop, remove_from_shop
from core.shop.shop import Shop
from desktop_app.commands.learn_command import lesson_as_json
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop

BACKBONE = "backbone"
"""Stands for the shop's backbone as it comes, with nothing learned on top."""

TEXT_IMAGE = "text-image"
"""What ``--kind`` calls a network that compares pictures with words."""

DOWNLOADED = "resnet50"
"""The one network that can be downloaded."""


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``models``."""
    parser.add_argument("--json", action="store_true")
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    helps = {
        "list": message("cli", "show lessons and backbones, and which one is in use"),
        "use": message("cli", "search by this lesson or backbone; “backbone” is the one in use, unlearned"),
        "remove": message("cli", "delete a lesson or an added backbone that is not in use"),
        "add": message("cli", "add a backbone from a file of weights (.safetensors or .pth)"),
    }
    for name, text in helps.items():
        action = actions.add_parser(name, help=console.format(text))
        action.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
        if name in {"use", "remove"}:
            action.add_argument("version", metavar="NAME")
        if name == "add":
            _add_arguments_of_add(action, console)


def _add_arguments_of_add(parser: argparse.ArgumentParser, console: Console) -> None:
    parser.add_argument(
        "--kind",
        choices=("backbone", TEXT_IMAGE),
        default="backbone",
        help=console.format(
            message("cli", "text-image: a network of two towers that compares pictures with words")
        ),
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("file", metavar="FILE", nargs="?")
    what.add_argument(
        "--int8",
        action="store_true",
        help=console.format(
            message("cli", "an eight-bit variant of the network in use, if it is faster and loses nothing")
        ),
    )
    parser.add_argument(
        "--architecture",
        metavar="NAME",
        help=console.format(
            message("cli", "the network's name in timm, or torchvision/resnet50, where the file says none")
        ),
    )
    parser.add_argument("--name", help=console.format(message("cli", "what to call it")))
    parser.add_argument(
        "--download",
        action="store_true",
        help=console.format(
            message("cli", "let torchvision download its own weights; the only step that uses a network")
        ),
    )


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Do what was asked, then show what there is."""
    changes = arguments.action in {"use", "remove", "add"}
    with open_named_shop(arguments, settings, write=changes) as shop:
        with console.progress() as progress:
            if arguments.action == "use":
                _use(console, shop, arguments.version, progress)
            elif arguments.action == "remove":
                _remove(shop, arguments.version)
            elif arguments.action == "add":
                _add(shop, arguments, progress)
        if shop.searched_by.problem is not None:
            console.error(shop.searched_by.problem)
        _print(console, shop)
    return 0


def _use(console: Console, shop: Shop, name: str, progress: ReportProgress) -> None:
    if name in {spec.name for spec in shop.models.backbones()}:
        dropped = switch_backbone(shop, name, progress)
    else:
        dropped = switch_model(shop, None if name == BACKBONE else name, progress)
    weigh(shop, progress)
    if dropped:
        text = message(
            "cli",
            "What another network saw on {count} searches is forgotten: no picture of them is kept to show "
            "this one.",
        )
        console.note(text, count=dropped)


def _remove(shop: Shop, name: str) -> None:
    if name in {spec.name for spec in stored_backbones(shop.models.folder)}:
        remove_from_shop(shop, name)
    elif shop.text_image.stored is not None and shop.text_image.stored.spec.name == name:
        remove_text_image(shop, name)
    else:
        shop.searched_by.remove_lesson(name)


def _add(shop: Shop, arguments: argparse.Namespace, progress: ReportProgress) -> None:
    if arguments.kind == TEXT_IMAGE and arguments.file:
        add_text_image(shop, Path(arguments.file), name=arguments.name, progress=progress)
        weigh(shop, progress)
    elif arguments.int8:
        add_int8(shop, progress)
    elif not arguments.download:
        add_to_shop(
            shop,
            Path(arguments.file),
            architecture=arguments.architecture,
            name=arguments.name,
            progress=progress,
        )
    elif arguments.file == DOWNLOADED:
        download_to_shop(shop, progress=progress)
    else:
        raise KnownError(
            message("cli", "Only resnet50 can be downloaded. For any other network add its file.")
        )


def _print(console: Console, shop: Shop) -> None:
    in_use = shop.model.version or BACKBONE
    lessons = shop.models.lessons()
    backbones = shop.models.backbones()
    towers = shop.text_image.stored
    given = {spec.fingerprint for spec in stored_backbones(shop.models.folder)}
    console.document(
        {
            "in_use": in_use,
            "backbone": shop.spec.name,
            "models": [lesson_as_json(lesson) | {"created": lesson.created} for lesson in lessons],
            "text_image": None if towers is None else _towers_as_json(towers),
            "backbones": [_backbone_as_json(spec, shop, spec.fingerprint in given) for spec in backbones],
        }
    )
    console.line(f"{'*' if in_use == BACKBONE else ' '} {BACKBONE} ({shop.spec.name})")
    for lesson in lessons:
        mark = "*" if in_use == lesson.version else " "
        console.line(f"{mark} {lesson.version}  {lesson.created}  {console.text(lesson.reason)}")
    console.line()
    for spec in backbones:
        mark = "*" if spec.fingerprint == shop.spec.fingerprint else " "
        console.line(f"{mark} {spec.name}  {spec.architecture}  sha256 {spec.weights.sha256}")
    if towers is not None:
        console.line(f"* {towers.spec.name}  {TEXT_IMAGE}  sha256 {towers.spec.weights.sha256}")


def _towers_as_json(towers: StoredTowers) -> dict[str, object]:
    return {
        "name": towers.spec.name,
        "fingerprint": towers.spec.fingerprint,
        "sha256": towers.spec.weights.sha256,
        "dim": towers.spec.dim,
        "licence": towers.facts.licence,
    }


def _backbone_as_json(spec: BackboneSpec, shop: Shop, added: bool) -> dict[str, object]:
    return {
        "name": spec.name,
        "architecture": spec.architecture,
        "fingerprint": spec.fingerprint,
        "sha256": spec.weights.sha256,
        "dim": spec.dim,
        "side": spec.preprocessing.side,
        "added": added,
        "file": str(spec.weights.path) if isinstance(spec.weights, StoredWeights) else spec.weights.file,
        "in_use": spec.fingerprint == shop.spec.fingerprint,
    }
