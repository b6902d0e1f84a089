"""What the administrator of a computer decided for all its users: a shop, and settings that stay as they are.

One JSON file (its place: :func:`core.paths.policy_file`), by hand or by whatever manages the computers::

    {"shop": "/srv/shops/high street", "settings": {"language": "zh_CN", "device": "cpu"},
     "moderation": {"nudity": 0.5, "quality": "off"}, "blur_faces": true, "keep_customers": false,
     "join_hub": false,
     "phones": {"name": "till.example.com", "certificate": "/etc/…/till.pem", "key": "/etc/…/till.key"}}

``settings`` takes the fields of :class:`~core.settings.Settings`; each one named is locked. ``moderation``
says from which score on a kind of finding is told, instead of what each shop chose; these are locked too.
``blur_faces`` decides for every shop whether faces in counter photos are made unrecognisable,
``keep_customers`` whether numbers of customers are kept with receipts; ``join_hub``, where it is false,
forbids that a shop speaks to a hub. ``phones`` is a name by which phones reach this computer, with a
certificate that they trust for it (PEM). A file that is damaged, or a part of it that we do not understand,
costs a warning and never the start: what can be understood holds. It keeps honest people on the agreed
settings. It guards no secret: who may read a shop is a matter of that folder's permissions.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from core import paths
from core.files.hostile import parse_json
from core.finding import FindingKind
from core.messages import Sentence, message
from core.settings import Settings, valid_values

_RECENT_SHOPS = "recent_shops"
_HOST = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+")
_YES_OR_NO = ("blur_faces", "keep_customers", "join_hub")


@dataclass(frozen=True, slots=True)
class TrustedName:
    """A name of this computer in its network, and what vouches for it.

    Attributes:
        certificate: PEM, with those between it and an authority that the phones trust.
        key: to it; PEM, without a password, readable by whoever opens the window.
    """

    name: str
    certificate: Path
    key: Path


@dataclass(frozen=True, slots=True)
class Policy:
    """What is decided; the default decides nothing.

    Attributes:
        shop: the folder of the shop that the window opens, whatever was opened last; None leaves the choice.
        values: names of fields of ``Settings`` to the values that they are held at.
        thresholds: the least score of a kind of finding that is told; None where that kind is not told.
        blur_faces: whether faces in counter photos of every shop are made unrecognisable; None leaves it to
            the shop.
        keep_customers: whether numbers of customers are kept with receipts; None leaves it to the shop.
        join_hub: False where no shop of this computer may speak to a hub.
        phones: how phones reach this computer without their browser's warning; None where nobody saw to it.
        warnings: what in the file could not be understood, a sentence each.
    """

    shop: Path | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    thresholds: Mapping[FindingKind, float | None] = field(default_factory=dict)
    warnings: tuple[Sentence, ...] = ()
    blur_faces: bool | None = None
    keep_customers: bool | None = None
    join_hub: bool | None = None
    phones: TrustedName | None = None

    @property
    def locked(self) -> frozenset[str]:
        """The fields of ``Settings`` that users cannot change; ``recent_shops`` where the shop is fixed."""
        return frozenset(self.values) | ({_RECENT_SHOPS} if self.shop is not None else frozenset())

    def apply(self, settings: Settings) -> Settings:
        """``settings`` as this computer has them: the user's own, under what is decided here."""
        decided = dict(self.values)
        if self.shop is not None:
            decided[_RECENT_SHOPS] = (str(self.shop),)
        return replace(settings, **decided)

    def unapply(self, settings: Settings, own: Settings) -> Settings:
        """``settings`` with ``own`` values in place of locked ones: what may be stored as the user's.

        So the user's own choices are back on the day when the policy is lifted.
        """
        return replace(settings, **{name: getattr(own, name) for name in self.locked})


def load_policy(file: Path | None = None) -> Policy:
    """The policy in ``file``, by default this computer's; where there is none, one that decides nothing."""
    file = paths.policy_file() if file is None else file
    try:
        content = parse_json(file.read_text(encoding="utf-8-sig"))  # Windows' editors write the mark in front
    except (FileNotFoundError, NotADirectoryError):
        return Policy()
    except OSError as error:
        return _ignored(file, error.strerror or str(error))
    except ValueError as error:
        return _ignored(file, str(error))
    if not isinstance(content, dict):
        return _ignored(file, Sentence(message("core", "it is not a JSON object")))
    shop, values, wrong = _shop(content), _values(content), _not_understood(content)
    warnings = tuple(
        Sentence(
            message("core", "The policy {file} is not understood at {name}: this part has no effect."),
            {"file": str(file), "name": name},
        )
        for name in sorted(wrong)
    )
    return Policy(
        shop,
        values,
        _thresholds(content),
        warnings,
        _yes_or_no(content, "blur_faces"),
        _yes_or_no(content, "keep_customers"),
        _yes_or_no(content, "join_hub"),
        _trusted_name(content),
    )


def _shop(content: Mapping[str, Any]) -> Path | None:
    shop = content.get("shop")
    if not isinstance(shop, str) or "\0" in shop or not Path(shop).is_absolute():
        return None
    return Path(shop)


def _yes_or_no(content: Mapping[str, Any], name: str) -> bool | None:
    said = content.get(name)
    return said if isinstance(said, bool) else None


def _trusted_name(content: Mapping[str, Any]) -> TrustedName | None:
    told = content.get("phones")
    parts = ("name", "certificate", "key")
    if not isinstance(told, dict) or told.keys() != set(parts):
        return None
    name, certificate, key = (told[part] for part in parts)
    if not all(isinstance(text, str) and "\0" not in text for text in (name, certificate, key)):
        return None
    files = Path(certificate), Path(key)
    if _HOST.fullmatch(name) is None or not all(file.is_absolute() for file in files):
        return None
    return TrustedName(name.lower(), *files)


def _values(content: Mapping[str, Any]) -> dict[str, Any]:
    settings = content.get("settings")
    if not isinstance(settings, dict):
        return {}
    values = valid_values(settings)
    values.pop(_RECENT_SHOPS, None)  # the policy's word for it is "shop"
    return values


def _thresholds(content: Mapping[str, Any]) -> dict[FindingKind, float | None]:
    told = content.get("moderation")
    if not isinstance(told, dict):
        return {}
    kinds = [kind for kind in FindingKind if kind in told and _is_threshold(told[kind])]
    return {kind: None if told[kind] == "off" else float(told[kind]) for kind in kinds}


def _is_threshold(value: object) -> bool:
    return value == "off" or (
        isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
    )


def _not_understood(content: Mapping[str, Any]) -> set[str]:
    """Names in the file that have no effect, be it for their name or for their value."""
    wrong = content.keys() - {"shop", "settings", "moderation", "phones", *_YES_OR_NO}
    if "shop" in content and _shop(content) is None:
        wrong.add("shop")
    if "phones" in content and _trusted_name(content) is None:
        wrong.add("phones")
    wrong |= {name for name in _YES_OR_NO if name in content and _yes_or_no(content, name) is None}
    for part, understood in (("settings", _values(content)), ("moderation", _thresholds(content))):
        told = content.get(part, {})
        wrong |= told.keys() - understood.keys() if isinstance(told, dict) else {part}
    return wrong


def _ignored(file: Path, reason: str | Sentence) -> Policy:
    warning = Sentence(
        message("core", "The policy {file} cannot be read and has no effect: {reason}."),
        {"file": str(file), "reason": reason},
    )
    return Policy(warnings=(warning,))
