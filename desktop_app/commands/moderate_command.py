"""``snapshelf --shop DIR moderate [FOLDER|PHOTO…]``: what must not be shown, and deciding about it."""

import argparse
from pathlib import Path

from core.catalog.moderation.thresholds import choose_threshold, thresholds
from core.catalog.photos.photos import photos_of_hash
from core.catalog.products.products import products_by_ids
from core.errors import KnownError
from core.finding import Finding, FindingKind
from core.messages import message
from core.moderation.deciding import decide
from core.moderation.forbidden.titled import NamedProduct, named_products
from core.moderation.given import moderate_files
from core.moderation.looking import Moderated, moderate_shop, problems_of_detectors
from core.moderation.own_photos import own_photo
from core.settings import Settings
from core.shop.shop import Shop
from desktop_app.console.console import Console
from desktop_app.console.shop_argument import open_named_shop
from desktop_app.program.user_name import user_name

_OFF = "off"
_DECISIONS = {"shown": True, "not-shown": False, "undecided": None}
_KINDS = {
    FindingKind.NUDITY: message("cli", "nudity"),
    FindingKind.FORBIDDEN: message("cli", "goods that may not be sold"),
    FindingKind.WEAPON: message("cli", "weapons"),
    FindingKind.CONTACT: message("cli", "ways to contact somebody"),
    FindingKind.CODE: message("cli", "codes that lead away"),
    FindingKind.WORD: message("cli", "words"),
    FindingKind.FACE: message("cli", "faces"),
    FindingKind.QUALITY: message("cli", "quality"),
    FindingKind.UNSEEN: message("cli", "could not be looked at"),
}


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``moderate``."""
    parser.add_argument(
        "sources",
        nargs="*",
        type=Path,
        metavar="FOLDER|PHOTO",
        help=console.format(message("cli", "pictures to look at; without any, the shop's own photos")),
    )
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--decide",
        choices=_DECISIONS,
        help=console.format(
            message("cli", "decide that these photos of the shop may be shown or not, or take that back")
        ),
    )
    instead.add_argument(
        "--tell",
        nargs="*",
        metavar="KIND=SCORE",
        help=console.format(
            message(
                "cli",
                "tell findings of a kind from this score on (0 to 1, or “off”); without any, show what holds",
            )
        ),
    )
    parser.add_argument(
        "--quality",
        action="store_true",
        help=console.format(
            message("cli", "tell of the shop's own photos, too, what is wrong with them as pictures")
        ),
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Look at pictures; or decide about photos; or say what is to be told."""
    if arguments.tell is not None:
        return _tell(arguments, settings, console)
    if arguments.decide is not None:
        return _decide(arguments, settings, console)
    found: list[Moderated] = []
    with open_named_shop(arguments, settings, write=not arguments.sources) as shop:
        console.errors(problems_of_detectors(shop))
        if arguments.sources:
            looked = moderate_files(shop, arguments.sources, quality=True)
        else:
            with console.progress() as progress:
                looked = iter(moderate_shop(shop, progress, quality=arguments.quality))
        for one in looked:
            if one.problem is not None:
                console.note(message("cli", "{row}: {reason}"), row=_title(shop, one), reason=one.problem)
            elif one.findings or one.decision is not None:
                _show(console, one, _title(shop, one))
            found.append(one)
        bare = [] if arguments.sources else [one for one in named_products(shop.catalog) if not one.photo]
    for named in bare:
        for finding in named.findings:
            console.line(f"[{named.sku}] {console.text(finding.text)}")
    read = [one for one in found if one.problem is None]
    console.document([*map(_as_json, read), *map(_without_photo, bare)])
    waiting = sum(bool(one.open_findings) for one in read)
    counted = message("cli", "{count} pictures looked at, {waiting} with findings that wait for a decision.")
    console.line(console.format(counted, count=len(read), waiting=waiting))
    return int(len(read) < len(found))


def _title(shop: Shop, one: Moderated) -> str:
    """The file, and before it the product whose photo it is."""
    photos = photos_of_hash(shop.catalog, one.sha256)[:1] if one.sha256 else []
    products = products_by_ids(shop.catalog, [photo.product_id for photo in photos])
    return " ".join([*(f"{product.title} [{product.sku}]" for product in products), one.name])


def _show(console: Console, one: Moderated, title: str) -> None:
    if one.decision is not None and not one.decision.shown:
        text = message("cli", "{photo}: not shown, as {who} decided.")
        console.line(console.format(text, photo=title, who=one.decision.who))
    quality = [finding for finding in one.findings if finding.kind is FindingKind.QUALITY]
    for finding in (*one.open_findings, *quality):
        kind = console.format(_KINDS[finding.kind])
        console.line(f"{title}: {kind} {finding.score:.2f}  {console.text(finding.text)}")


def _as_json(one: Moderated) -> dict[str, object]:
    """One picture as the command line's contract has it; of a photo that was decided about, that as well."""
    found: dict[str, object] = {
        "photo": one.name,
        "findings": [_finding(finding) for finding in one.findings],
    }
    if one.decision is not None:
        decision = one.decision
        found["decision"] = {"shown": decision.shown, "who": decision.who, "decided": decision.decided}
    return found


def _without_photo(named: NamedProduct) -> dict[str, object]:
    """A product that has no photo, and whose words name goods that are never sold."""
    return {"photo": None, "sku": named.sku, "findings": [_finding(one) for one in named.findings]}


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "kind": finding.kind.value,
        "score": round(finding.score, 4),
        "text": str(finding.text),
        "box": None if finding.box is None else [round(side, 1) for side in finding.box],
    }


def _decide(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    if not arguments.sources:
        raise KnownError(
            message("cli", "Name the photos that are meant: the stored files, or their originals.")
        )
    shown = _DECISIONS[arguments.decide]
    with open_named_shop(arguments, settings, write=True) as shop:
        hashes = [own_photo(shop, photo) for photo in arguments.sources]
        edit = decide(shop, hashes, shown=shown, who=user_name())
    console.document({"decided": hashes if edit is not None else [], "shown": shown})
    done = message("cli", "Remembered with the picture. “snapshelf undo” takes it back.")
    same = message("cli", "It was decided so already.")
    console.line(console.format(done if edit is not None else same))
    return 0


def _tell(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    chosen = [_threshold(text) for text in arguments.tell]
    with open_named_shop(arguments, settings, write=bool(chosen)) as shop:
        for kind, least in chosen:
            choose_threshold(shop.catalog, kind, least)
        _show_thresholds(console, shop)
    return 0


def _show_thresholds(console: Console, shop: Shop) -> None:
    holds = thresholds(shop.catalog)
    console.document({kind.value: _OFF if least is None else least for kind, least in holds.items()})
    for kind, least in holds.items():
        shown = _OFF if least is None else f"{least:g}"
        console.line(f"{kind.value}={shown}  {console.format(_KINDS[kind])}")


def _threshold(text: str) -> tuple[FindingKind, float | None]:
    name, _equals, score = text.partition("=")
    try:
        return FindingKind(name), None if score == _OFF else float(score)
    except ValueError:
        raise KnownError(
            message("cli", "“{written}” is not understood: write for instance nudity=0.9, or quality=off."),
            written=text,
        ) from None
