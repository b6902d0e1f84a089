"""``snapshelf --shop DIR models``: the lessons of a shop; use another one, remove one."""

import argparse

from core.learning.models import Lesson
from core.messages import message
from core.settings import Settings
from core.shop import Shop
from desktop_app.commands.console import Console
from desktop_app.commands.learn_command import lesson_as_json
from desktop_app.commands.shop_argument import open_named_shop

BACKBONE = "backbone"
"""Stands for the backbone as it comes, with nothing learned on top."""


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``models``."""
    parser.add_argument("--json", action="store_true")
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    helps = {
        "list": message("cli", "show the lessons, and which one is in use"),
        "use": message("cli", "search by this lesson, or by the backbone alone"),
        "remove": message("cli", "delete a lesson that is not in use"),
    }
    for name, text in helps.items():
        action = actions.add_parser(name, help=console.format(text))
        if name != "list":
            action.add_argument("version", metavar="VERSION")
        action.add_argument("--json", action="store_true", default=argparse.SUPPRESS)


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Do what was asked, then show what there is."""
    from core.ingest.model_switch import switch_model

    changes = arguments.action in {"use", "remove"}
    with open_named_shop(arguments, settings, write=changes) as shop:
        if arguments.action == "use":
            with console.progress() as progress:
                switch_model(shop, None if arguments.version == BACKBONE else arguments.version, progress)
        elif arguments.action == "remove":
            shop.remove_model(arguments.version)
        if shop.model_problem is not None:
            console.error(shop.model_problem)
        _print(console, shop, shop.models.lessons())
    return 0


def _print(console: Console, shop: Shop, lessons: list[Lesson]) -> None:
    in_use = shop.model.version or BACKBONE
    console.document(
        {
            "in_use": in_use,
            "backbone": shop.spec.name,
            "models": [lesson_as_json(lesson) | {"created": lesson.created} for lesson in lessons],
        }
    )
    console.line(f"{'*' if in_use == BACKBONE else ' '} {BACKBONE} ({shop.spec.name})")
    for lesson in lessons:
        mark = "*" if in_use == lesson.version else " "
        console.line(f"{mark} {lesson.version}  {lesson.created}  {console.text(lesson.reason)}")
