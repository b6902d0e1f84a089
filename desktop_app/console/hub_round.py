"""A round with a hub, for programs and for people: what came and went, what gave way, what was made twice."""

import dataclasses
from typing import Any

from core.hub.made_twice import made_twice
from core.hub.membership import require_membership
from core.hub.overridden import overridden
from core.hub.standing import HubState, Standing
from core.messages import message
from core.shop.shop import Shop
from desktop_app.console.console import Console


def round_as_json(shop: Shop, state: HubState) -> dict[str, Any]:
    """All that a program may want to know after a round."""
    joined = require_membership(shop.catalog)
    done = {} if state.done is None else dataclasses.asdict(state.done)
    return {
        "store": joined.store,
        "till": joined.till,
        "hub": joined.hub,
        "hold": joined.hold,
        "standing": None if state.standing is None else state.standing.value,
        "reason": None if state.reason is None else str(state.reason),
        "waiting": state.waiting,
        **done,
        "overridden": [
            {
                "n": one.n,
                "sku": one.product.sku,
                "field": one.name,
                "value": one.value,
                "by": one.by_value,
                "store": one.by_store,
                "noted": one.noted,
            }
            for one in overridden(shop.catalog)
        ],
        "made_twice": [
            {
                "sku": one.sku,
                "title": one.kept.title,
                "others": {other.sku: other.title for other in one.others},
            }
            for one in made_twice(shop.catalog)
        ],
    }


def show_round(console: Console, state: HubState, told: dict[str, Any]) -> int:
    """The round in lines; returns the exit code."""
    if state.done is not None:
        text = message(
            "cli",
            "In step with the hub. Changes received: {received}, sent: {sent}. Photos received: "
            "{photos_received}, sent: {photos_sent}, to come: {files_waiting}.",
        )
        console.line(console.format(text, **dataclasses.asdict(state.done)))
        if state.done.parted:
            console.note(
                message(
                    "cli",
                    "This folder is a copy of a till, or was restored: it goes on as a till of its own. If "
                    "both are in use, let one leave, and join again under a name of its own.",
                )
            )
        if state.done.networks_lacked:
            console.note(
                message(
                    "cli",
                    "Other tills look with networks that this one lacks: {names}. What only these have seen "
                    "is not found from here. Add the same file of weights (“models add FILE”), then “models "
                    "use NAME”.",
                ),
                names=", ".join(state.done.networks_lacked),
            )
    for one in told["overridden"]:
        text = message("cli", "{n}. {sku}, {field}: {value} gave way to {by} of {store}")
        values = {name: _in_words(one[name]) for name in ("n", "sku", "field", "value", "by", "store")}
        console.line(console.format(text, **values))
    if told["overridden"]:
        console.note(message("cli", "“sync --take-back N” says it again, “sync --seen” lists it no longer."))
    for one in told["made_twice"]:
        text = message("cli", "Made twice under {sku}: {title}; also {others}.")
        others = ", ".join(f"{title} [{sku}]" for sku, title in one["others"].items())
        console.line(console.format(text, sku=one["sku"], title=one["title"], others=others))
    if told["made_twice"]:
        console.note(
            message("cli", "If they are one product: “duplicates --merge” makes them one, on all tills.")
        )
    if state.standing is not Standing.IN_STEP and state.reason is not None:
        waits = message("cli", "Changes that wait here: {count}.")
        console.error(state.reason)
        console.note(waits, count=state.waiting)
        return 1
    return 0


def _in_words(value: object) -> str:
    """A price as ``310 EUR``: as changes have it, in the smallest unit; what is empty as a dash."""
    parts = value if isinstance(value, list) else [value]
    return " ".join(str(part) for part in parts if part not in (None, "")) or "–"
