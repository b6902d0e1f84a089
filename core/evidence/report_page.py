"""The report as one HTML file that loads nothing from anywhere."""

import base64
from collections.abc import Sequence

from core.evidence.case import Case, Shown
from core.evidence.telling import Fact, case_facts, heading, not_proven
from core.measuring.report.page import page, section, text
from core.measuring.report.words import Words
from core.messages import message

_STYLE = """<style>
.two { display:grid; grid-template-columns:repeat(auto-fit,minmax(300px,1fr)); gap:16px; margin:12px 0 4px }
.two img { width:100%; height:auto; max-height:520px; aspect-ratio:auto; object-fit:contain;
  border-radius:8px; background:var(--raised); display:block }
figcaption { margin:0 0 6px }
dl { display:grid; grid-template-columns:minmax(9em,13em) 1fr; gap:4px 16px; margin:12px 0 0 }
dt { color:var(--muted) } dd { margin:0; overflow-wrap:anywhere; min-width:0 }
.limits p { color:var(--ink) } .warning { border-color:var(--bad) } .warning p { color:var(--bad) }
section { overflow-x:visible }
@media (max-width:560px) { dl { grid-template-columns:1fr } dd { margin-bottom:6px } }
@media print { body { font-size:12px } .two img { max-height:80mm } }
</style>"""


def report_page(
    title: str,
    facts: Sequence[Fact],
    cases: Sequence[Case],
    left_out: str,
    problems: Sequence[str],
    words: Words,
    *,
    language: str,
) -> str:
    """A whole document; all texts are plain."""
    parts = [f"{_STYLE}<header><h1>{text(title)}</h1></header>"]
    if problems:
        name = words(message("core", "The log of photos is not as it was written"))
        told = "".join(f"<p>{text(problem)}</p>" for problem in problems)
        parts.append(f'<section class="warning"><h2>{text(name)}</h2>{told}</section>')
    parts.append(f"<section>{_facts(facts)}</section>")
    parts += [_case(case, words) for case in cases]
    if left_out:
        parts.append(f"<p>{text(left_out)}</p>")
    limits = "".join(f"<p>{text(sentence)}</p>" for sentence in not_proven(words))
    name = words(message("core", "What this does not prove"))
    parts.append(f'<section class="limits"><h2>{text(name)}</h2>{limits}</section>')
    return page(title, parts, language=language)


def _case(case: Case, words: Words) -> str:
    theirs = _figure(case.theirs, words(message("core", "The picture found")))
    ours = _figure(case.ours, words(message("core", "Our photo"))) if case.ours is not None else ""
    return section(
        heading(case, words), "", f'<div class="two">{theirs}{ours}</div>{_facts(case_facts(case, words))}'
    )


def _figure(shown: Shown, caption: str) -> str:
    width, height = shown.pixels
    data = base64.b64encode(shown.jpeg).decode("ascii")
    image = (
        f'<img src="data:image/jpeg;base64,{data}" width="{width}" height="{height}" alt="{text(caption)}">'
    )
    return f"<figure><figcaption>{text(caption)}</figcaption>{image}</figure>"


def _facts(facts: Sequence[Fact]) -> str:
    return "<dl>" + "".join(f"<dt>{text(name)}</dt><dd>{text(told)}</dd>" for name, told in facts) + "</dl>"
