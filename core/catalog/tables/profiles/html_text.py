"""The text of a description that a web shop keeps as HTML.

Read by one regular expression whose parts cannot be matched in two ways, so that the time grows with the
length and nothing else. Python's own parser needs minutes for a hundred kilobytes of tags never closed.
"""

import html as entities
import re

_BLOCKS = frozenset({"p", "br", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN = frozenset({"script", "style"})
_MARKS = re.compile(r"</?(?:b|i|u|br|em|strong|span|small|sup|sub|p|div|font)\b[^<>]{0,300}>", re.IGNORECASE)
"""Marks that no title has in its words."""
_COMMENT, _COMMENT_END = "<!--", "-->"
_TAG = re.compile(
    r"""<!--|<(?P<close>/?)(?P<name>[a-z][a-z0-9]*+)(?:[^<>"']|"[^"<]*"|'[^'<]*'|["'])*+>|<[!?/][^<>]*+>""",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[a-z][a-z0-9]{1,30}|#[0-9]{1,8}|#x[0-9a-f]{1,8});", re.IGNORECASE)
_ENDLESS_NUMBER = re.compile(r"&#(?:[0-9]{9,}+|x[0-9a-f]{9,}+);?", re.IGNORECASE)
"""No character has such a number, and Python refuses to count to very long ones."""


def entities_read(text: str) -> str:
    """``Salt &amp; Vinegar`` as it is shown; in a text without tags, only whole entities are read."""
    return _ENTITY.sub(lambda entity: entities.unescape(entity[0]), text) if "&" in text else text


def marked_line(text: str) -> str:
    """The same of a title, which may have marks of a web page's in it: ``Tea <b>bio</b><br>50&nbsp;g``."""
    if "<" in text and _MARKS.search(text):
        return " ".join(html_text(text).split())
    return entities_read(text)


def html_text(html: str) -> str:
    """What a browser would show of ``html``, without its looks; text without tags stays as it is."""
    if not re.search(r"<[a-zA-Z/!]|&[#a-zA-Z]", html):
        return html
    lines = [" ".join(line.split()) for line in "".join(_parts(html)).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _parts(html: str) -> list[str]:
    """The pieces of text, and a line's end for each tag that makes one."""
    parts: list[str] = []
    at = 0
    while (tag := _TAG.search(html, at)) is not None:
        parts.append(_shown(html[at : tag.start()]))
        name, at = (tag["name"] or "").lower(), tag.end()
        if tag[0] == _COMMENT:
            at = _behind(_COMMENT_END, html, at)
        elif name in _HIDDEN and not tag["close"]:
            at = _behind(f"</{name}>", html, at)
        elif name in _BLOCKS:
            parts.append("\n")
    parts.append(_shown(html[at:]))
    return parts


def _shown(text: str) -> str:
    return re.sub(r"\s+", " ", entities.unescape(_ENDLESS_NUMBER.sub("\ufffd", text)))


def _behind(end: str, html: str, at: int) -> int:
    """Where ``end``, in small or capital letters, begins and is over; all of the rest where it never does."""
    found = re.compile(re.escape(end), re.IGNORECASE).search(html, at)
    return len(html) if found is None else found.end()
