"""Facts off the wire in the words and figures of one phone's language; as templates call them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from core.answer import VERY_SURE
from core.messages import message
from core.quantities.units import Unit, has_decimals, sign
from desktop_app.phone.language import Words
from desktop_app.phone.told import from_wire

Facts = Mapping[str, Any]
Mark = Literal["match", "unsure", "unknown", "search"]
"""What the colour and the sign beside a headline say."""

_FULL_WIDTH = tuple("。！？：；")
_UNITS = frozenset(Unit)
_EVENTS: Mapping[str, str] = {
    "sold": message("phone", "Sold: {amount} of “{title}”. {stock}."),
    "received": message("phone", "Received: {amount} of “{title}”. {stock}."),
    "taken back": message("phone", "Taken back: “{title}”."),
    "photos added": message("phone", "“{title}” has more photos now."),
    "had photo": message("phone", "“{title}” has this picture already."),
    "added": message("phone", "The shop has “{title}” now, and finds it."),
    "right": message("phone", "Noted: it is “{title}”."),
    "instead": message("phone", "Noted: it is “{title}”."),
    "wrong": message("phone", "Noted: it is not “{title}”."),
    "absent": message("phone", "Noted: this shop does not have it."),
    "unsaid": message("phone", "Taken back."),
    "count counted": message("phone", "{title}: {counted} counted"),
    "count taken back": message("phone", "The last count is undone."),
    "count aside": message("phone", "Not sure: put aside. Choose it here, or decide it later."),
    "count elsewhere": message("phone", "{title} is not part of this count."),
    "count choose": message("phone", "Which one is it? Several fit “{text}”."),
    "count nothing": message("phone", "Nothing in this shop fits “{text}”. Try its name, or a part of it."),
    "decided": message("phone", "Counted: {title}"),
    "not ours": message("phone", "Noted: nothing that this shop sells."),
    "count booked": message("phone", "Booked, products: {count}. The count has ended."),
    "zeroed": message("phone", "Set to zero, products: {count}. Nothing is booked yet."),
    "thrown away": message("phone", "The count was thrown away; nothing was booked."),
    "again": message("phone", "This was done already, and was not done again."),
    "count nothing done": message("phone", "Nothing was counted yet."),
}


class Wording:
    """Speaks the language of ``words``."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def amount(self, facts: Facts | None) -> str:
        """``12.5 kg``, never on two lines; a dash where nobody knows."""
        if facts is None:
            return "–"
        unit = Unit(facts["unit"]) if facts["unit"] in _UNITS else None
        number = str(facts["amount"]).replace("-", "\u2212")
        return f"{number}\u00a0{sign(unit, chinese=self._words.code == 'zh_CN')}".rstrip()

    def difference(self, facts: Facts | None) -> str:
        """``+2``, ``−1``: how much more or less than the books say; a dash where they did not know."""
        sign_ = "+" if facts is not None and not str(facts["amount"]).startswith("-") else ""
        return f"{sign_}{self.amount(facts)}"

    def stock(self, facts: Facts | None) -> str:
        """What stands on the shelf."""
        if facts is None:
            return self._words(message("phone", "Not counted"))
        if facts["is_out"]:
            return self._words(message("phone", "Out of stock"))
        unit = Unit(facts["unit"]) if facts["unit"] in _UNITS else None
        shown = facts if has_decimals(unit) else {**facts, "unit": ""}
        return self._words(message("phone", "{amount} in stock")).format(amount=self.amount(shown))

    def tone(self, facts: Facts | None) -> str:
        """How a mark about the stock looks."""
        return "neutral" if facts is None else "bad" if facts["is_out"] else "good"

    def certainty(self, confidence: float) -> str:
        """How sure, in words and a share; an estimate is never shown as 0 or 100 %."""
        words = (
            message("phone", "Very sure")
            if confidence >= VERY_SURE
            else message("phone", "Fairly sure")
            if confidence >= 0.7
            else message("phone", "Likely")
            if confidence >= 0.4
            else message("phone", "Possible")
            if confidence >= 0.15
            else message("phone", "Unlikely")
        )
        percent = round(confidence * 100)
        share = "<1%" if percent < 1 else f"{min(99, percent)}%"
        return f"{self._words(words)} ({share})"

    def reasons(self, why: Sequence[Facts]) -> str:
        """What speaks for a product; "" where nothing is told."""
        told = [self._words.sentence(from_wire(one)) for one in why]
        if len(told) < 2:
            return "".join(told)
        joined = self._words(message("phone", "{first}, and {second}"))
        return joined.format(first=", ".join(told[:-1]), second=told[-1])

    def claim(self, answer: Facts) -> tuple[Mark, str, str]:
        """What an answer claims: a mark, a headline, a line below it."""
        results = answer["results"]
        if answer["text"]:
            return self._found(answer)
        if not results:
            absent = self._words(message("phone", "Not in this shop"))
            return "unknown", absent, self._words(message("phone", "Nothing looks like it."))
        best, verdict = results[0], answer["verdict"]
        this = self._words(message("phone", "This is {title}")).format(title=best["title"])
        if answer["right"] == best["id"]:
            return "match", this, self._words(message("phone", "Confirmed by you."))
        if answer["is_absent"]:
            said = self._words(message("phone", "So you said. These come nearest."))
            return "unknown", self._words(message("phone", "Not in this shop")), said
        if answer["barcode"] and verdict == "match" and best["confidence"] == 1:
            read = self._words(message("phone", "Read from the barcode {code}."))
            return "match", this, read.format(code=answer["barcode"])
        mark, headline, detail = self._judged(answer, this)
        if answer["barcode"]:
            none = self._words(message("phone", "The barcode {code} is not in this shop."))
            detail = self.together(none.format(code=answer["barcode"]), detail)
        return mark, headline, detail

    def event(self, told: Facts) -> str:
        """What was done."""
        if not told:
            return ""
        product = told.get("product") or {}
        candidates = told.get("candidates") or [{}]
        return self._words(_EVENTS[told["kind"]]).format(
            title=told.get("title") or product.get("title") or candidates[0].get("title", ""),
            amount=self.amount(told.get("amount")),
            stock=self.stock(told.get("stock")),
            counted=self.amount(product.get("counted")),
            text=told.get("text", ""),
            count=told.get("count", 0),
        )

    def together(self, *sentences: str) -> str:
        """Sentences one after the other; a full stop of full width needs no space behind it."""
        text = ""
        for sentence in filter(None, sentences):
            text += sentence if not text or text.endswith(_FULL_WIDTH) else f" {sentence}"
        return text

    def _judged(self, answer: Facts, this: str) -> tuple[Mark, str, str]:
        best, verdict = answer["results"][0], answer["verdict"]
        why = self.reasons(best["why"])
        if verdict == "match":
            if not answer["is_certain"]:
                this = self._words(message("phone", "Probably {title}")).format(title=best["title"])
            sure = self.certainty(best["confidence"])
            return "match", this, f"{sure}: {why}" if why else sure
        if verdict == "unsure":
            headline = (
                message("phone", "Probably one of these")
                if answer["is_among_the_first"]
                else message("phone", "These look most like it")
            )
            hint = self._words(message("phone", "Compare them, or take another picture from closer."))
            return "unsure", self._words(headline), hint
        nearest = self._words(message("phone", "Nothing looks enough like it. These come nearest."))
        return "unknown", self._words(message("phone", "Not in this shop")), nearest

    def _found(self, answer: Facts) -> tuple[Mark, str, str]:
        text, results = answer["text"], answer["results"]
        if not results:
            none = self._words(message("phone", "No product with “{text}”"))
            hint = self._words(message("phone", "Try fewer words, or a picture."))
            return "unknown", none.format(text=text), hint
        if answer["right"] == results[0]["id"]:
            this = self._words(message("phone", "This is {title}")).format(title=results[0]["title"])
            return "match", this, self._words(message("phone", "Confirmed by you."))
        if answer["verdict"] == "match":
            this = self._words(message("phone", "This is {title}")).format(title=results[0]["title"])
            return "match", this, self._words(message("phone", "Found by its number."))
        if answer["meant"]:
            nothing = self._words(message("phone", "Nothing in this shop fits “{text}”."))
            meant = self._words(message("phone", "Did you mean “{text}”?"))
            return "search", meant.format(text=answer["meant"]), nothing.format(text=text)
        return "search", self._words(message("phone", "Products with “{text}”")).format(text=text), ""
