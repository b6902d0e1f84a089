"""``snapshelf --shop DIR search PHOTO|VIDEO…``: which product is on each picture, and when in a film."""

import argparse
import time
from dataclasses import replace
from pathlib import Path

from core.answer import Answer, Verdict
from core.embedding.measures import Measure
from core.errors import KnownError
from core.hub.membership import membership
from core.imaging.picture_kinds import is_film
from core.messages import message
from core.search.answering import Refinement, answer
from core.search.see import see
from core.settings import Settings
from core.shop.shop import Shop
from desktop_app.console.console import Console
from desktop_app.console.film_lines import film_as_json, note_if_nothing_was_sharp, print_film
from desktop_app.console.filter_argument import add_filter_argument, named_filter
from desktop_app.console.other_stores import tell_of_other_stores
from desktop_app.console.product_line import elsewhere, product_facts, result_as_json
from desktop_app.console.shop_argument import open_named_shop

_STEPS = ("decode", "embed", "index", "total", "first")
"""``total`` is when the answer stood settled; ``first``, when it stood by the vector alone."""


def add_arguments(parser: argparse.ArgumentParser, console: Console) -> None:
    """What the command line says after ``search``."""
    parser.add_argument("photos", nargs="+", type=Path, metavar="PHOTO|VIDEO")
    parser.add_argument(
        "--top",
        type=_positive,
        default=5,
        metavar="N",
        help=console.format(message("cli", "how many products")),
    )
    parser.add_argument("--measure", type=Measure, choices=list(Measure), default=Measure.COSINE)
    add_filter_argument(parser, console)
    parser.add_argument(
        "--words",
        default="",
        metavar="TEXT",
        help=console.format(
            message("cli", "what is like the picture and fits these words: “but blue”, “under 10 €”")
        ),
    )
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Search with each picture; one that cannot be read is named, and the others go on."""
    answers = []
    failed = 0
    with open_named_shop(arguments, settings) as shop:
        asked_for = Refinement(named_filter(shop.catalog, arguments))
        shop.network.load()  # before the first picture, whose time is a search's alone
        shop.index(arguments.measure)
        console.errors(shop.notices)
        for photo in arguments.photos:
            try:
                if is_film(photo.name):
                    answers.append(_film(shop, photo, asked_for, arguments, console))
                    continue
                seen = replace(see(shop, [photo]), beside=arguments.words)
                found = answer(shop, seen, asked_for, count=arguments.top, measure=arguments.measure)
            except KnownError as error:
                console.error(error.sentence)
                failed = 1
                continue
            document = answer_as_json(photo, found)
            print_answer(console, photo, found)
            joined = membership(shop.catalog) if found.verdict is Verdict.UNKNOWN else None
            if joined is not None:
                document["hub"] = tell_of_other_stores(shop, joined, seen, arguments.top, console)
            answers.append(document)
    console.document(answers)
    return failed


def _film(
    shop: Shop, path: Path, asked_for: Refinement, arguments: argparse.Namespace, console: Console
) -> dict[str, object]:
    from core.filmed.watching import watch  # what opens films is not loaded for a photo

    start = time.perf_counter()
    with console.progress() as progress:
        found = watch(shop, path, asked_for, measure=arguments.measure, progress=progress)
    print_film(console, path, found, arguments.top)
    note_if_nothing_was_sharp(console, path, found.frames)
    return film_as_json(path, found, arguments.top, (time.perf_counter() - start) * 1000)


def answer_as_json(photo: Path, answer: Answer) -> dict[str, object]:
    """The answer as the command line's contract has it."""
    return {
        "photo": str(photo),
        "verdict": str(answer.verdict),
        "barcode": answer.barcode,
        "results": [result_as_json(result) for result in answer.results],
        "ms": {
            **{step: round(getattr(answer.timings, step), 2) for step in _STEPS},
            "settled": round(answer.timings.total, 2),
        },
    }


def print_answer(console: Console, photo: Path, answer: Answer) -> None:
    """The answer for a person: the claim, then the products with price, stock and place."""
    title = answer.results[0].title if answer.results else ""
    claim = console.format(_claim(answer), title=title, words=answer.words_beside, fits=answer.meant)
    console.line(f"{photo.name}: {claim}  ({answer.timings.total:.0f} ms)")
    if answer.barcode:
        console.line(
            "  " + console.format(message("cli", "Barcode in the picture: {code}"), code=answer.barcode)
        )
    for rank, result in enumerate(answer.results, 1):
        facts = product_facts(console, result)
        if result.outside_filter:
            facts = " · ".join((facts, console.format(message("cli", "outside the filter"))))
        facts = " · ".join(
            (facts, *elsewhere(console, result.elsewhere, result.unit), *map(console.text, result.why))
        )
        sure = "" if answer.words_beside else f"{result.confidence:4.0%}  "
        console.line(f"  {rank}. {sure}{result.title}  [{result.sku} · {facts}]")
    console.line()


def _claim(answer: Answer) -> str:
    """No more than is known, as in the window."""
    if answer.words_beside:
        if not answer.results:
            return message("cli", "Nothing like it in this shop fits “{words}”.")
        if answer.meant:
            return message("cli", "Nothing fits all of “{words}”. These fit “{fits}” and look most like it.")
    if answer.verdict is Verdict.MATCH:
        return (
            message("cli", "This is {title}.") if answer.is_certain else message("cli", "Probably {title}.")
        )
    if answer.verdict is Verdict.UNKNOWN:
        return message("cli", "Not in this shop, as far as can be seen.")
    if answer.is_among_the_first:
        return message("cli", "Probably one of these.")
    return message("cli", "These look most like it.")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number
