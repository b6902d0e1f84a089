"""The frame of a report: one HTML file that loads nothing, neither from the disk nor from a network.

Texts are escaped where they are put in: :func:`text` is the only way from a string to a page.
"""

from collections.abc import Sequence
from html import escape

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

_STYLE = """
:root { color-scheme: light dark;
  --ground:#f5f6f8; --surface:#fff; --raised:#edf0f4; --line:#dfe3ea; --ink:#141922; --muted:#535d6e;
  --accent:#2f54d1; --accent-soft:#e6ecfd; --good:#116b40; --good-soft:#def5e8; --bad:#b3231b;
  --bad-soft:#fde7e4; }
@media (prefers-color-scheme: dark) { :root {
  --ground:#0f1217; --surface:#181c23; --raised:#232933; --line:#2c333f; --ink:#f0f3f8; --muted:#a9b3c2;
  --accent:#8fabff; --accent-soft:#232f52; --good:#63d19b; --good-soft:#153526; --bad:#ff9a90;
  --bad-soft:#44211f; } }
* { box-sizing:border-box }
body { margin:0; background:var(--ground); color:var(--ink);
  font:15px/1.55 Inter,"Segoe UI",system-ui,"Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif }
main { max-width:1120px; margin:0 auto; padding:40px 24px 64px }
header { margin-bottom:24px }
h1 { font-size:26px; line-height:1.25; margin:0 0 4px; letter-spacing:-.01em }
h2 { font-size:17px; margin:0 0 4px }
p { margin:0 0 8px; color:var(--muted); max-width:76ch }
.facts { color:var(--muted); font-variant-numeric:tabular-nums }
.tiles { display:grid; grid-template-columns:repeat(auto-fit,minmax(108px,1fr)); gap:8px; margin:24px 0 }
.tile, section { background:var(--surface); border:1px solid var(--line); border-radius:12px }
.tile { padding:12px 14px }
.tile b { display:block; white-space:nowrap; font-size:22px; line-height:1.35; font-weight:600;
  font-variant-numeric:tabular-nums }
.tile span { display:block; color:var(--muted); font-size:12.5px; line-height:1.35 }
.tile.first { background:var(--accent-soft); border-color:transparent }
section { padding:20px 24px 24px; margin:16px 0; overflow-x:auto }
.pair { display:grid; grid-template-columns:repeat(auto-fit,minmax(420px,1fr)); gap:16px }
.pair > section { margin:0 }
svg[role=img] { display:block; width:100%; height:auto; margin-top:8px }
.wide svg[role=img] { max-width:980px; margin-inline:auto }
table { border-collapse:collapse; width:100%; margin-top:12px; font-variant-numeric:tabular-nums }
th, td { text-align:right; padding:6px 10px; border-bottom:1px solid var(--line); white-space:nowrap }
th { font-weight:600; color:var(--muted); font-size:13px }
th:first-child, td:first-child { text-align:left; white-space:normal }
tbody tr:last-child td { border-bottom:0 }
tr.best td { background:var(--accent-soft) }
td .bar { display:inline-block; vertical-align:middle; width:96px; height:8px; border-radius:4px;
  background:var(--raised); overflow:hidden; margin-left:8px }
td .bar i { display:block; height:100%; background:var(--accent) }
.cases { display:grid; grid-template-columns:repeat(auto-fill,minmax(336px,1fr)); gap:16px; margin-top:16px }
.case { border:1px solid var(--line); border-radius:12px; padding:12px }
.trio { display:grid; grid-template-columns:repeat(3,1fr); gap:8px }
figure { margin:0; min-width:0 }
figure img, .blank { width:100%; aspect-ratio:1; object-fit:cover; border-radius:8px; display:block;
  background:var(--raised) }
.said img { outline:3px solid var(--bad); outline-offset:-3px }
.meant img { outline:3px solid var(--good); outline-offset:-3px }
figcaption { font-size:12px; line-height:1.35; color:var(--muted); margin-top:6px; overflow-wrap:anywhere }
figcaption b { display:block; color:var(--ink); font-weight:600 }
.case > p { font-size:13px; margin:10px 0 0 }
footer { color:var(--muted); font-size:13px; margin-top:24px }
@media print { body { background:#fff } section, .case { break-inside:avoid } }
@media (max-width:560px) { .pair { grid-template-columns:1fr } main { padding:24px 12px } }
"""


def text(value: object) -> str:
    """``value`` as text of a page: nothing in it can become markup."""
    return escape(str(value), quote=True)


def page(title: str, body: Sequence[str], *, language: str) -> str:
    """A whole document; ``title`` is plain text, ``body`` is markup."""
    return (
        f'<!DOCTYPE html>\n<html lang="{text(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(body)
        + "\n</main>\n</body>\n</html>\n"
    )


def section(heading: str, explanation: str, content: str, *, wide: bool = False) -> str:
    """A part of a report: ``heading`` and ``explanation`` are plain text, ``content`` is markup."""
    style = ' class="wide"' if wide else ""
    note = f"<p>{text(explanation)}</p>" if explanation else ""
    return f"<section{style}><h2>{text(heading)}</h2>{note}{content}</section>"


def tiles(figures: Sequence[tuple[str, str]]) -> str:
    """Headline figures: what each is called, and its value; the first one stands out."""
    boxes = [
        f'<div class="tile{"" if number else " first"}"><b>{text(value)}</b><span>{text(name)}</span></div>'
        for number, (name, value) in enumerate(figures)
    ]
    return f'<div class="tiles">{"".join(boxes)}</div>'


def table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    bars: Sequence[float | None] | None = None,
    best: int | None = None,
) -> str:
    """A table of plain texts; ``bars`` draws shares, 0 to 1, in the last cells, ``best`` marks a row."""
    head = "".join(f'<th scope="col">{text(column)}</th>' for column in columns)
    lines = []
    for number, row in enumerate(rows):
        cells = [text(cell) for cell in row]
        share = bars[number] if bars is not None else None
        if share is not None:
            cells[-1] += f'<span class="bar"><i style="width:{100 * share:.0f}%"></i></span>'
        style = ' class="best"' if number == best else ""
        lines.append(f"<tr{style}>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
