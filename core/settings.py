"""The user's settings: each declared once, with its type and default; only what differs is stored.

The file is JSON. What is damaged or of another version never stops the program: an unknown name is kept
for the version that knows it, a value of the wrong kind gives way to the default.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from core.files.atomic import write_atomically
from core.files.hostile import parse_json

Language = Literal["system", "en", "zh_CN"]
Theme = Literal["system", "light", "dark"]
Device = Literal["auto", "cpu", "gpu"]
ResultShape = Literal["list", "grid"]
ResultOrder = Literal["likeness", "price", "stock", "title"]
CatalogView = Literal["table", "grid"]
Backups = Literal["daily", "weekly", "never"]

MAX_RECENT_SHOPS = 8


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose, or the defaults.

    Attributes:
        language: of the window and the command line; ``system`` follows the platform.
        theme: ``system`` follows the platform.
        device: what runs the CNN; ``auto`` takes a GPU when there is one.
        camera: the name of the webcam that was used last; empty for the platform's default.
        sounds: whether what came of a search is heard: found, not sure, not there.
        recent_shops: shop folders, the last opened first.
        file_places: folders in which files were chosen last, by what for.
        window_geometry: where the window stood when it was closed last, as Qt writes it down, in base64.
        last_page: name of the page that was in front then.
        guide_seen: whether the first steps have been shown.
        catalog_view: how the catalog page lists products.
        catalog_columns: the columns that its table shows, from the left, each with its width ("price 126");
            empty as the program came.
        result_shape: whether the products found stand in a list or a grid.
        result_order: what they are sorted by.
        label_sheet: name of the label sheet that was printed on last; empty before the first.
        keep_search_photos: whether pictures of searches that the clerk confirmed are kept, so that the next
            lesson can learn from them.
        learn_from_searches: whether what the network saw of each search joins the shop's unlabelled photos,
            as numbers without a picture.
        keep_asked_photos: whether the picture of a search that ended in nothing is kept, so that the figures
            can show what was asked for.
        keep_last_searches: whether the last searches and their pictures are there again when the window is
            opened the next time.
        learn_when_idle: whether quick lessons begin by themselves while nobody works.
        backups: how often the catalog of an open shop is backed up by itself.
        phone_camera: whether phones of this network may be used as cameras.
        unknown: settings of other versions, kept as they are.
    """

    language: Language = "system"
    theme: Theme = "system"
    device: Device = "auto"
    camera: str = ""
    sounds: bool = False
    recent_shops: tuple[str, ...] = ()
    file_places: Mapping[str, str] = field(default_factory=dict)
    window_geometry: str = ""
    last_page: str = ""
    guide_seen: bool = False
    catalog_view: CatalogView = "table"
    catalog_columns: tuple[str, ...] = ()
    result_shape: ResultShape = "list"
    result_order: ResultOrder = "likeness"
    label_sheet: str = ""
    keep_search_photos: bool = False
    learn_from_searches: bool = True
    keep_asked_photos: bool = False
    keep_last_searches: bool = False
    learn_when_idle: bool = True
    backups: Backups = "daily"
    phone_camera: bool = False
    unknown: dict[str, Any] = field(default_factory=dict)


def load_settings(path: Path) -> Settings:
    """The settings in ``path``; the defaults where it is missing or damaged."""
    try:
        stored = parse_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    values = valid_values(stored)
    known = {declared.name for declared in fields(Settings)} - {"unknown"}
    return Settings(**values, unknown={name: stored[name] for name in stored.keys() - known})


def valid_values(stored: Mapping[str, Any]) -> dict[str, Any]:
    """What of ``stored``, an object read from JSON, is a setting of ours and of its kind."""
    kinds = get_type_hints(Settings)
    values: dict[str, Any] = {}
    for name in stored.keys() & (kinds.keys() - {"unknown"}):
        value = tuple(stored[name]) if isinstance(stored[name], list) else stored[name]
        if _is_of_kind(value, kinds[name]):
            values[name] = value
    return values


def save_settings(path: Path, settings: Settings) -> None:
    """Store what differs from the defaults.

    Raises:
        OSError: the folder cannot be written.
    """
    default = Settings()
    stored = dict(settings.unknown)
    for declared in fields(Settings):
        value = getattr(settings, declared.name)
        if declared.name != "unknown" and value != getattr(default, declared.name):
            stored[declared.name] = value
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, json.dumps(stored, ensure_ascii=False, indent=2, sort_keys=True).encode())


def with_recent_shop(recent: tuple[str, ...], folder: Path) -> tuple[str, ...]:
    """``recent`` with ``folder`` first, each folder once, bounded in number."""
    name = str(folder)
    return (name, *(other for other in recent if other != name))[:MAX_RECENT_SHOPS]


def _is_of_kind(value: object, kind: Any) -> bool:
    if get_origin(kind) is Literal:
        return value in get_args(kind)
    if get_origin(kind) is tuple:
        return isinstance(value, tuple) and all(isinstance(part, str) for part in value)
    if get_origin(kind) is Mapping:
        return isinstance(value, dict) and all(isinstance(part, str) for part in value.values())
    return isinstance(value, kind)
