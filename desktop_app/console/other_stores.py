"""What the other stores have that this one does not know, told on the command line."""

from core.answer import Seen
from core.errors import KnownError
from core.hub.membership import Membership
from core.messages import message
from core.shop.shop import Shop
from desktop_app.console.console import Console
from desktop_app.console.product_line import elsewhere, elsewhere_as_json, price_text


def tell_of_other_stores(
    shop: Shop, joined: Membership, seen: Seen, count: int, console: Console
) -> list[dict[str, object]]:
    """Ask the hub, and tell what looks like it; where the hub is away, that is noted and nothing is found."""
    from core.hub.asking import ask_other_stores  # the driver comes with it

    try:
        found = ask_other_stores(shop, joined, seen, count)
    except KnownError as error:
        console.error(error.sentence)
        return []
    if found:
        console.line("  " + console.format(message("cli", "Most like it in other stores:")))
    for one in found:
        facts = (one.sku, price_text(one.price_minor, one.currency), *elsewhere(console, one.stores))
        told = " · ".join(fact for fact in facts if fact)
        console.line(f"     {one.score:.2f}  {one.title}  [{told}]")
    if found:
        console.note(message("cli", "“sync --take-in SKU” takes one in: this store sells it, too."))
    return [
        {
            "sku": one.sku,
            "title": one.title,
            "score": round(one.score, 4),
            "stores": elsewhere_as_json(one.stores),
        }
        for one in found
    ]
