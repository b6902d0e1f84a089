"""What was taken for what: the worst mistakes with their pictures, products and categories mixed up."""

import base64
import io
from pathlib import Path

from PIL import Image, ImageOps

from core.errors import KnownError
from core.imaging.decode import decode_file
from core.measuring.evaluation import Evaluation
from core.measuring.report import curves, plots
from core.measuring.report.page import section, text
from core.measuring.report.words import Words, share, short
from core.messages import message

MOST_CATEGORIES = 45
MOST_PRODUCTS = 20
MOST_MISTAKES = 24

_SIDE = 208  # pixels of the square that a picture is fitted into: twice its size on the page


def mistakes(evaluation: Evaluation, words: Words) -> str:
    """The wrong answers, each with the photo, what was said and what is right."""
    every = curves.mistakes(evaluation)
    heading = words(message("core", "The worst confusions"))
    if not every:
        return section(heading, words(message("core", "No photo was answered with a wrong product.")), "")
    wrong = sum(len(mistake.photos) for mistake in every)
    explanation = words(
        message(
            "core",
            "{wrong} photos were answered with a wrong product, {pairs} products were taken for others. The "
            "most frequent first, the surest of its photos shown.",
        ),
        wrong=wrong,
        pairs=len(every),
    )
    cases = "".join(_case(evaluation, mistake, words) for mistake in every[:MOST_MISTAKES])
    return section(heading, explanation, f'<div class="cases">{cases}</div>')


def _case(evaluation: Evaluation, mistake: curves.Mistake, words: Words) -> str:
    surest = mistake.photos[0]
    truth, guess = evaluation.products.get(mistake.truth), evaluation.products.get(mistake.guess)
    trio = (
        (
            "asked",
            words(message("core", "the photo")),
            surest.photo.path.name,
            surest.photo.path,
        ),
        (
            "said",
            words(message("core", "was answered")),
            guess.title if guess else mistake.guess,
            guess.photo if guess else None,
        ),
        (
            "meant",
            words(message("core", "is right")),
            truth.title if truth else mistake.truth,
            truth.photo if truth else None,
        ),
    )
    figures = []
    for kind, caption, name, path in trio:
        address = _picture_address(path)
        image = f'<img src="{address}" alt="">' if address else '<div class="blank"></div>'
        said = f"<figcaption>{text(caption)}<b>{text(name)}</b></figcaption>"
        figures.append(f'<figure class="{kind}">{image}{said}</figure>')
    place = surest.ranked.ranking.index(mistake.truth) + 1 if mistake.truth in surest.ranked.ranking else None
    line = words(
        message("core", "{count} of {photos} photos · confidence {confidence} · right one in place {place}"),
        count=len(mistake.photos),
        photos=sum(answer.ranked.truth == mistake.truth for answer in evaluation.answers),
        confidence=share(surest.confidence),
        place="–" if place is None else place,
    )
    return f'<div class="case"><div class="trio">{"".join(figures)}</div><p>{text(line)}</p></div>'


def _picture_address(path: Path | None) -> str | None:
    """``data:image/jpeg…``, so that a report is one file; None where there is none that can be opened."""
    if path is None:
        return None
    try:
        image = decode_file(path, max_side=2 * _SIDE)
    except KnownError:
        return None
    square = ImageOps.fit(image, (_SIDE, _SIDE), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    square.save(buffer, "JPEG", quality=78, optimize=True)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")


def mixed_up_products(evaluation: Evaluation, words: Words) -> str:
    """The products that are mixed up most, against each other; "" where none was."""
    block = curves.most_confused_products(evaluation, MOST_PRODUCTS)
    if not block.names:
        return ""
    heading = words(message("core", "The products that are mixed up most"))
    names = [short(evaluation.products[sku].title) for sku in block.names if sku in evaluation.products]
    if len(names) < len(block.names):
        names = [short(name) for name in block.names]
    axes = (words(message("core", "answered")), words(message("core", "on the photo")))
    size = 2.2 + 0.34 * len(names)
    drawn = plots.draw(plots.heat(names, block.counts, axes=axes), title=heading, size=(size + 1, size))
    explanation = words(message("core", "Photos of the row's product, answered with the column's."))
    return section(heading, explanation, drawn, wide=True)


def mixed_up_categories(evaluation: Evaluation, words: Words) -> str:
    """The categories against each other."""
    matrix = curves.category_confusions(evaluation, MOST_CATEGORIES)
    heading = words(message("core", "Categories mixed up"))
    axes = (words(message("core", "answered")), words(message("core", "on the photo")))
    names = [short(name) for name in matrix.names]
    size = 2.2 + (0.2 if len(names) > 24 else 0.34) * len(names)
    drawn = plots.draw(plots.heat(names, matrix.counts, axes=axes), title=heading, size=(size + 1, size))
    explanation = words(message("core", "Photos of the row's category, answered with the column's."))
    return section(heading, explanation, drawn, wide=True)
