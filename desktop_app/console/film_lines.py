"""What a film was found to show: as lines of the terminal, and for programs."""

from pathlib import Path

from core.answer import Verdict
from core.filmed.film_answer import FilmAnswer, Visit
from core.messages import message
from desktop_app.console.console import Console
from desktop_app.console.product_line import product_facts, result_as_json


def film_as_json(path: Path, answer: FilmAnswer, top: int, ms: float) -> dict[str, object]:
    """A film as the command line's contract has it: as a picture, and each product's ``times`` beside it."""
    return {
        "photo": str(path),
        "verdict": str(answer.verdict),
        "results": [
            {
                **result_as_json(product.result),
                "verdict": str(product.verdict),
                "times": [
                    {
                        "from_s": visit.from_ms / 1000,
                        "to_s": visit.to_ms / 1000,
                        "best_s": visit.best_ms / 1000,
                        "confidence": round(visit.confidence, 6),
                    }
                    for visit in product.visits
                ],
            }
            for product in answer.products[:top]
        ],
        "products": len(answer.products),
        "unknown": [
            {"from_s": stretch.from_ms / 1000, "to_s": stretch.to_ms / 1000}
            for stretch in answer.stretches
            if stretch.result is None
        ],
        "seconds": answer.of_ms / 1000,
        "frames": answer.frames,
        "ms": {"total": round(ms, 2)},
    }


def print_film(console: Console, path: Path, answer: FilmAnswer, top: int) -> None:
    """For a person: the products with the times at which they are seen; a guess says that it is one."""
    heading = message("cli", "{name}: {count} products in {seconds} seconds of film")
    console.line(
        console.format(
            heading, name=path.name, count=len(answer.products), seconds=round(answer.of_ms / 1000)
        )
    )
    for product in answer.products[:top]:
        result = product.result
        facts = product_facts(console, result)
        if product.verdict is not Verdict.MATCH:
            facts = " · ".join((console.format(message("cli", "a guess")), facts))
        times = ", ".join(_span(visit) for visit in product.visits)
        console.line(f"  {result.confidence:4.0%}  {times}  {result.title}  [{result.sku} · {facts}]")
    left = len(answer.products) - top
    if left > 0:
        console.line("  " + console.format(message("cli", "{count} more: --top shows them"), count=left))
    unknown = ", ".join(
        f"{clock(stretch.from_ms)}–{clock(stretch.to_ms)}"
        for stretch in answer.stretches
        if stretch.result is None
    )
    if unknown:
        console.line("  " + console.format(message("cli", "Nothing of this shop at {times}"), times=unknown))
    console.line()


def note_if_nothing_was_sharp(console: Console, path: Path, frames: int) -> None:
    """Say why a film shows nothing at all."""
    if not frames:
        text = message("cli", "{name}: no frame is sharp and light enough to be looked at")
        console.note(text, name=path.name)


def clock(ms: int) -> str:
    """A place in a film like ``1:05``."""
    return f"{ms // 60_000}:{ms // 1000 % 60:02}"


def _span(visit: Visit) -> str:
    if visit.to_ms - visit.from_ms < 1000:
        return clock(visit.best_ms)
    return f"{clock(visit.from_ms)}–{clock(visit.to_ms)}"
