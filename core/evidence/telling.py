"""What a report tells people, in their language: facts with their names, and what it does not prove."""

from collections.abc import Sequence

from core.catalog.photo_log.lines import LogLine, Origin
from core.evidence.case import Case
from core.measuring.report.words import Words
from core.messages import message
from core.plain_text import plain_line
from core.signed_log.signatures import fingerprint
from core.signed_log.verification import Head

Fact = tuple[str, str]
"""What it is called, and what it is."""


def moment(iso: str) -> str:
    """A moment of the catalog, ``2026-11-30T08:15:30.123Z``, as people read it."""
    day, _, time = iso.partition("T")
    return f"{day} {time[:8]} UTC" if time.endswith("Z") else iso.replace("T", " ")


def heading(case: Case, words: Words) -> str:
    """What is said above a case."""
    return words(message("core", "Made of a photo of “{title}” ({sku})"), title=case.title, sku=case.sku)


def case_facts(case: Case, words: Words) -> list[Fact]:
    """What is known of a copy, the picture first, then our photo, then the log."""
    name = plain_line(case.name)
    if case.time_s is not None:
        name = words(message("core", "{file}, at {seconds} s"), file=name, seconds=f"{case.time_s:.1f}")
    unknown = words(message("core", "unknown: the file is gone or cannot be read"))
    done = " · ".join(words(edit.text, **edit.values) for edit in case.edits)
    facts = [
        (words(message("core", "Picture found")), name),
        (words(message("core", "SHA-256 of its file")), case.file_sha256 or unknown),
        (
            words(message("core", "What was done to our photo")),
            done or words(message("core", "nothing that can be seen")),
        ),
        (
            words(message("core", "Shows unchanged")),
            words(
                message("core", "{percent}% of the part that both have"), percent=round(100 * case.unchanged)
            ),
        ),
        (words(message("core", "How sure the program is")), f"{min(99, round(100 * case.score))}%"),
        (words(message("core", "SHA-256 of our photo")), case.photo_sha256),
    ]
    if case.ours is None:
        text = message("core", "the file is missing or damaged in the shop, so it is not shown")
        facts.append((words(message("core", "Our photo")), words(text)))
    return _plain([*facts, *_line_facts(case.line, words), *_faces_facts(case.with_faces, words)])


def _line_facts(line: LogLine | None, words: Words) -> list[Fact]:
    if line is None:
        text = message(
            "core", "The log does not know this photo, so nothing shows since when the shop has it."
        )
        return [(words(message("core", "Log of photos")), words(text))]
    since, logged = moment(line.had), moment(line.logged)
    had = {
        Origin.IMPORT: words(message("core", "{since}, by an import"), since=since),
        Origin.HAND: words(message("core", "{since}, added by hand"), since=since),
        Origin.FOUND: words(
            message("core", "{since}, as the catalog said when the line was written, on {logged}"),
            since=since,
            logged=logged,
        ),
    }[Origin(line.how)]
    taken = moment(line.taken) if line.taken else words(message("core", "not told by the file"))
    source = line.source_sha256 or words(message("core", "none: it came from a camera or another program"))
    place = words(message("core", "line {number}: {digest}"), number=line.number, digest=line.digest)
    return [
        (words(message("core", "In the shop since")), had),
        (words(message("core", "SHA-256 of the original")), source),
        (words(message("core", "The camera's own date")), taken),
        (words(message("core", "Log of photos")), place),
    ]


def _faces_facts(line: LogLine | None, words: Words) -> list[Fact]:
    """Of the photo as the shop had it before its faces were blurred."""
    if line is None:
        return []
    text = message("core", "since {since}, SHA-256 {photo}, line {number}: {digest}")
    told = words(text, since=moment(line.had), photo=line.sha256, number=line.number, digest=line.digest)
    return [(words(message("core", "With faces, which were blurred later")), told)]


def report_facts(
    *,
    shop: str,
    made: str,
    program: str,
    looked_at: int,
    copies: int,
    head: Head | None,
    key: str,
    words: Words,
) -> list[Fact]:
    """What is said of the whole report.

    Args:
        key: the public half of the key that signs it, in hexadecimal.
    """
    facts = [
        (words(message("core", "Shop")), plain_line(shop)),
        (words(message("core", "Made")), f"{moment(made)}, Snapshelf {program}"),
        (words(message("core", "Pictures looked at")), str(looked_at)),
        (words(message("core", "Copies found")), str(copies)),
        (words(message("core", "Fingerprint of the shop's key")), fingerprint(key)),
        (words(message("core", "Public key (Ed25519)")), key),
    ]
    if head is None:
        text = message("core", "The log of photos has no signature yet.")
        return _plain([*facts, (words(message("core", "Log of photos")), words(text))])
    text = message("core", "signed {signed} up to line {number}")
    told = words(text, signed=moment(head.signed), number=head.number)
    return _plain(
        [
            *facts,
            (words(message("core", "Log of photos")), told),
            (words(message("core", "Hash of that line")), head.digest),
            (words(message("core", "Signature under the log")), head.signature),
        ]
    )


def _plain(facts: list[Fact]) -> list[Fact]:
    """A catalog may come from a stranger: what stands in it is shown plain, as sentences are."""
    return [(name, plain_line(told)) for name, told in facts]


def not_proven(words: Words) -> list[str]:
    """What the report does not prove, a sentence or two a paragraph."""
    return [
        words(
            message(
                "core",
                "It does not prove who took the photo or who holds the rights in it. Both pictures may have "
                "been made of a third one.",
            )
        ),
        words(
            message(
                "core",
                "The dates are those of the shop's own computer and of the camera. Both clocks can be set. "
                "That the log was there at a certain time only a time stamp of somebody else shows: the file "
                "evidence.tsq is the request for one.",
            )
        ),
        words(
            message(
                "core",
                "The signature shows that nobody without the shop's key has changed the log or this report "
                "since. Whoever has the key could write them anew. Whose key it is must be known from "
                "elsewhere, by its fingerprint.",
            )
        ),
        words(
            message(
                "core",
                "That one picture was made of the other is the result of a computation: of how far their "
                "pixels agree. Look at both. The share is no probability.",
            )
        ),
        words(
            message(
                "core",
                "Where the picture stood, since when, and who put it there, is not recorded. Keep the page's "
                "address, its source and a witness.",
            )
        ),
    ]


def bounded(cases: Sequence[Case], most: int, words: Words) -> tuple[Sequence[Case], str]:
    """The cases that are shown, and a sentence about those that are not; "" where all are."""
    if len(cases) <= most:
        return cases, ""
    text = message("core", "{count} further copies stand in evidence.json, without pictures.")
    return cases[:most], words(text, count=len(cases) - most)
