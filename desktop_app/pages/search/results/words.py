"""What an answer claims, in plain words: a mark, a headline, a line below it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from core.answer import Answer, AskedText, Verdict
from core.feedback import NOTHING_SAID, Feedback
from desktop_app.engine.shop_engine import SHOWN
from desktop_app.look.wording import certainty, reasons, seconds, share, together
from desktop_app.widgets.verdict_banner import Mark

_LONGEST = 60
"""Of what was typed, as it is said back in a headline."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the words depend on beside the answer.

    Attributes:
        products: how many the shop has.
        is_filtered: whether a filter narrows them down.
        like: title of the product that the answer says what is like; "" for a query's own answer.
        is_settling: whether a closer look is under way.
    """

    products: int = 0
    is_filtered: bool = False
    like: str = ""
    feedback: Feedback = NOTHING_SAID
    is_settling: bool = False


Words = tuple[Mark, str, str]


class AnswerWords(QObject):
    """Puts a claim into the language of now."""

    def say(self, answer: Answer, around: Circumstances) -> Words:
        """The words for ``answer``."""
        took = seconds(answer.timings.total)
        if around.like:
            return self._like(answer, around)
        if isinstance(answer.asked, AskedText):
            return self._text(answer, answer.asked.text, around)
        if not answer.results:
            words = answer.words_beside if around.products else ""
            return self._nothing_fits(words, around) if words else self._nothing(around)
        best = answer.results[0]
        if answer.barcode and answer.verdict is Verdict.MATCH and best.confidence == 1:
            read = self.tr("Read from the barcode {code}.").format(code=answer.barcode)
            if best.outside_filter:
                outside = self.tr("It does not pass the filters.")
                read = f"{read} {outside}"
            return "match", self.tr("This is {title}").format(title=best.title), read
        if around.feedback.right == best.product_id:
            return "match", self.tr("This is {title}").format(title=best.title), self.tr("Confirmed by you.")
        if around.feedback.absent:
            return "unknown", self.tr("Not in this shop"), self.tr("So you said. These come nearest.")
        mark, headline, detail = self._judged(answer, took, around)
        if answer.barcode:
            no_such = self.tr("The barcode {code} is not in this shop.").format(code=answer.barcode)
            detail = together(no_such, detail)
        left_out = len(around.feedback.wrong)
        if around.is_settling:
            closer = self.tr("Looking closer…")
            detail = together(detail, closer)
        if left_out:
            without = self.tr("Without %n product(s) that you called wrong.", "", left_out)
            detail = together(detail, without)
        return mark, headline, detail

    def closer(self, settled: Answer) -> str:
        """What a closer look found, while the answer before it is on show."""
        if settled.verdict is not Verdict.MATCH or not settled.results:
            return self.tr("A closer look changed the order.")
        words = (
            self.tr("A closer look: it is {title}.")
            if settled.is_certain
            else self.tr("A closer look: probably {title}.")
        )
        return words.format(title=settled.results[0].title)

    def _judged(self, answer: Answer, took: str, around: Circumstances) -> Words:
        best = answer.results[0]
        if answer.verdict is Verdict.MATCH:
            told = reasons(best.why)
            claim = (
                self.tr("{certainty} ({share}): {reasons}. Answered in {seconds} s.")
                if told
                else self.tr("{certainty} ({share}). Answered in {seconds} s.")
            )
            sure = claim.format(
                certainty=certainty(best.confidence),
                share=share(best.confidence),
                reasons=told,
                seconds=took,
            )
            headline = self.tr("This is {title}") if answer.is_certain else self.tr("Probably {title}")
            return "match", headline.format(title=best.title), sure
        if answer.words_beside and answer.meant:
            fits = self.tr("These fit “{text}”").format(text=_short(answer.meant))
            nothing = self.tr("Nothing fits all of “{text}”. What looks most like the picture comes first.")
            return "unsure", fits, nothing.format(text=_short(answer.words_beside))
        if answer.verdict is Verdict.UNSURE:
            headline = (
                self.tr("Probably one of these")
                if answer.is_among_the_first
                else self.tr("These look most like it")
            )
            hint = self.tr("Compare them with the picture, or take one from closer. Answered in {seconds} s.")
            detail = hint.format(seconds=took)
            if best.why:
                told = self.tr("What speaks for the first: {reasons}.").format(reasons=reasons(best.why))
                detail = together(told, detail)
            return "unsure", headline, detail
        if around.is_filtered:
            hint = self.tr("No product that passes the filters looks enough like it. These come nearest.")
            return "unknown", self.tr("None of these"), hint
        hint = self.tr("No product looks enough like it. These come nearest. Answered in {seconds} s.")
        return "unknown", self.tr("Not in this shop"), hint.format(seconds=took)

    def _like(self, answer: Answer, around: Circumstances) -> Words:
        headline = self.tr("More like {title}").format(title=around.like)
        if not answer.results:
            return "unknown", headline, self.tr("Nothing else is left with these filters.")
        return "search", headline, self.tr("What looks most like its photos comes first.")

    def _text(self, answer: Answer, text: str, around: Circumstances) -> Words:
        count = len(answer.results)
        text = _short(text)
        if not count:
            hint = (
                self.tr("None of the products that pass the filters.")
                if around.is_filtered
                else self.tr("Try fewer words, or a picture.")
            )
            return "unknown", self.tr("No product with “{text}”").format(text=text), hint
        if around.feedback.right == answer.results[0].product_id:
            title = answer.results[0].title
            return "match", self.tr("This is {title}").format(title=title), self.tr("Confirmed by you.")
        if answer.verdict is Verdict.MATCH:
            title = answer.results[0].title
            return "match", self.tr("This is {title}").format(title=title), self.tr("Found by its number.")
        if answer.meant:
            nothing = self.tr("Nothing in this shop fits “{text}”.").format(text=text)
            return "search", self.tr("Did you mean “{text}”?").format(text=answer.meant), nothing
        if count >= SHOWN:  # there may be more than are asked for
            found = self.tr("The first {count} products with “{text}”")
            return "search", found.format(text=text, count=count), self.tr("Type more to see fewer.")
        found = self.tr("%n product(s) with “{text}”", "", count)
        return "search", found.format(text=text), ""

    def _nothing_fits(self, words: str, around: Circumstances) -> Words:
        hint = (
            self.tr("None of the products that pass the filters has what the words say.")
            if around.is_filtered
            else self.tr("No product like the picture has what the words say. Try fewer words.")
        )
        return "unknown", self.tr("Nothing fits “{text}”").format(text=_short(words)), hint

    def _nothing(self, around: Circumstances) -> Words:
        if around.is_filtered:
            return (
                "unknown",
                self.tr("Nothing with these filters"),
                self.tr("Clear the filters to see what looks like it among all products."),
            )
        if around.feedback.wrong:
            return "unknown", self.tr("Not in this shop"), self.tr("You called every product wrong.")
        if around.products:
            return (
                "error",
                self.tr("Nothing can be found yet"),
                self.tr(
                    "The shop's photos were not looked at by this version of the program. Close other "
                    "programs that use the shop, then open it again."
                ),
            )
        return (
            "unknown",
            self.tr("This shop has no products yet"),
            self.tr("Import a table or a folder of pictures first."),
        )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
