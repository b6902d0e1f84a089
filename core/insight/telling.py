"""What the figures say in words: a report's title, its headline figures, and its sentences."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from core.catalog.currencies.shown import shown_amount
from core.insight.glance import Glance
from core.insight.insight import Insight
from core.insight.period import Period
from core.insight.recognition import Remedy
from core.insight.season import Ratio
from core.measuring.report.words import Words
from core.messages import message


@dataclass(frozen=True, slots=True)
class Fact:
    """A headline figure: its name, what it is, and what it was in the period before ("" for none)."""

    name: str
    now: str
    before: str = ""


_REMEDIES = {
    Remedy.MORE_PHOTOS: message("core", "photograph it at the counter"),
    Remedy.TELL_APART: message("core", "photograph both again, or move them apart"),
    Remedy.LESSON: message("core", "give a lesson"),
}


def report_title(shop: str, period: Period, words: Words) -> str:
    """What a report is called."""
    return words(
        message("core", "{shop}, {since} to {until}"),
        shop=shop,
        since=period.since.isoformat(),
        until=period.until.isoformat(),
    )


def first_facts(glance: Glance, words: Words) -> list[Fact]:
    """What is known at a glance, each beside the period before."""
    facts = [
        _beside(message("core", "Searches"), glance.searches.all, glance.searches_before.all, words),
    ]
    if glance.all_time.receipts:
        now, before = glance.now, glance.before
        facts += [
            _beside(message("core", "Receipts"), now.receipts, before.receipts, words),
            _beside(message("core", "Takings"), shown_money(now.money), shown_money(before.money), words),
        ]
    return facts


def headline(found: Insight, words: Words) -> list[Fact]:
    """The first figures, and those that take longer."""
    glance = found.glance
    facts = first_facts(glance, words)
    facts.append(
        _beside(message("core", "Ended in nothing"), found.unmet.searches, found.unmet.before, words)
    )
    dead = sum(one.value_minor or 0 for one in found.stock if one.is_dead and one.currency == glance.currency)
    if dead:
        facts.append(
            Fact(words(message("core", "Lies unsold, at its price")), shown_amount(dead, glance.currency))
        )
    if found.stock and not glance.all_time.receipts:
        out = sum(one.stock <= 0 for one in found.stock)
        worth: Counter[str] = Counter()
        for one in found.stock:
            worth[one.currency] += one.value_minor or 0
        facts += [
            Fact(words(message("core", "Out of stock")), str(out)),
            Fact(words(message("core", "Stock, at its price")), shown_money(+worth)),
        ]
    return facts


def remarks(found: Insight, words: Words) -> list[str]:
    """What a reader has to know to read the figures right: what is missing in them, what is a guess."""
    sales, told = found.glance, []
    if not sales.all_time.receipts:
        told.append(words(message("core", "There are no receipts: nothing is said of what sells.")))
    if sales.now.without_amount:
        text = message("core", "Lines of which the till does not say what they came to: {count}.")
        told.append(words(text, count=sales.now.without_amount))
    if sales.now.unknown:
        text = message("core", "Lines of products that the shop does not know: {count}.")
        told.append(words(text, count=sales.now.unknown))
    if len(sales.now.money) > 1:
        text = message("core", "Several currencies came in; shares and days are those of {currency}.")
        told.append(words(text, currency=sales.currency))
    if found.unmet.without_vector:
        text = message(
            "core",
            "Searches that ended in nothing and are in no group, because the shop keeps no trace of what "
            "they looked like: {count}.",
        )
        told.append(words(text, count=found.unmet.without_vector))
    told += year_before(found, words)
    if sales.all_time.receipts:
        told.append(_forecast(found, words))
    return told


def year_before(found: Insight, words: Words) -> list[str]:
    """What the year before tells, and how sure that is; nothing where it tells nothing."""
    season = found.season
    if season is None:
        return []
    change = (
        message(
            "core",
            "The same days 52 weeks before ({since} to {until}) brought in {money}; now it is {times} times "
            "as much (95 %: {low} to {high}).",
        )
        if season.change.is_clear
        else message(
            "core",
            "The same days 52 weeks before ({since} to {until}) brought in {money}; now it is {times} times "
            "as much, no clear difference (95 %: {low} to {high}).",
        )
    )
    told = [
        words(
            change,
            since=season.then.since.isoformat(),
            until=season.then.until.isoformat(),
            money=shown_amount(season.minor, found.glance.currency),
            **_shown(season.change),
        )
    ]
    if season.next_weeks is not None:
        later = (
            message(
                "core",
                "The {days} days after those brought in {times} times as much as they did "
                "(95 %: {low} to {high}); that is one year's, and no promise.",
            )
            if season.next_weeks.is_clear
            else message(
                "core",
                "The {days} days after those brought in {times} times as much as they did, no clear "
                "difference (95 %: {low} to {high}).",
            )
        )
        told.append(words(later, days=season.then.days, **_shown(season.next_weeks)))
    return told


def _shown(ratio: Ratio) -> dict[str, str]:
    return {"times": f"{ratio.times:.2f}", "low": f"{ratio.low:.2f}", "high": f"{ratio.high:.2f}"}


def remedy(found: Remedy, words: Words) -> str:
    """What would help, in words."""
    return words(_REMEDIES[found])


def shown_money(money: Mapping[str, int]) -> str:
    """Every currency's sum; a dash where there is none."""
    return ", ".join(shown_amount(minor, code) for code, minor in sorted(money.items())) or "–"


def _beside(name: str, now: object, before: object, words: Words) -> Fact:
    return Fact(words(name), str(now), words(message("core", "{before} before"), before=before))


def _forecast(found: Insight, words: Words) -> str:
    errors = found.forecast
    if not errors.weeks:
        return words(
            message("core", "There are too few weeks of receipts to say how good the forecast for orders is.")
        )
    return words(
        message(
            "core",
            "On the last {weeks} weeks, which it had not seen, the forecast for orders was wrong by "
            "{ours} a product and week; “the same as last week” by {rival}.",
        ),
        weeks=errors.weeks,
        ours=f"{errors.ours:.2f}",
        rival=f"{errors.last_week:.2f}",
    )
