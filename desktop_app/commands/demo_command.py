"""``snapshelf demo``: the window on the built-in demo shop; without a display, the same in the terminal."""

import argparse
from pathlib import Path

from core import paths
from core.messages import message
from core.policy import load_policy
from core.settings import Settings, load_settings
from desktop_app.console.console import Console
from desktop_app.window.start import has_display, open_window, save_window_picture

QUERIES = 3


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``demo``."""
    parser.add_argument(
        "--picture",
        type=Path,
        default=Path("build") / "demo-window.png",
        metavar="FILE",
        help=console.format(
            message("cli", "where a machine without a display puts the picture of the window")
        ),
    )


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Open the window, or search a few counter photos and picture the window."""
    if has_display():
        own, policy = load_settings(paths.settings_file()), load_policy()
        return open_window(paths.demo_shop(), own, policy, verbose=arguments.verbose)
    return _search_in_terminal(arguments.picture, settings, console)


def _search_in_terminal(picture: Path, settings: Settings, console: Console) -> int:
    from core.care.demo_shop import (  # heavy, and the window needs none of it
        demo_counter_photos,
        ensure_demo_shop,
    )
    from core.search.answering import answer
    from core.search.see import see
    from core.shop.opening import open_shop
    from desktop_app.commands.search_command import print_answer

    folder = ensure_demo_shop()
    queries = demo_counter_photos(QUERIES)
    with open_shop(folder, write=False, device=settings.device) as shop:
        shop.network.load()
        for photo in queries:
            print_answer(console, photo, answer(shop, see(shop, [photo]), count=5))
    picture.parent.mkdir(parents=True, exist_ok=True)
    save_window_picture(folder, queries[0], picture, settings)
    console.line(console.format(message("cli", "A picture of the window is in {file}."), file=picture))
    console.line(
        console.format(
            message(
                "cli",
                "There is no display here: run the same command in a desktop session, or with ssh -X, to get "
                "the window itself.",
            )
        )
    )
    return 0
