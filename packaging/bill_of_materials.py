"""The software bill of materials of a built program, in CycloneDX 1.6 JSON.

Made of what is really in the program (bundle_parts.py), not of what was asked for.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bundle_parts import Part

_NAMESPACE = uuid.UUID("5f0f6a4e-6a2c-4a2e-9d1b-0c6f4c1c7a11")


def bill_of_materials(parts: Sequence[Part], *, flavour: str, version: str, made_at: int) -> dict[str, Any]:
    """The bill as a JSON document; the same parts and time give the same bill.

    Args:
        made_at: seconds since 1970.
    """
    ours = {
        "type": "application",
        "bom-ref": f"snapshelf-{flavour}",
        "name": f"snapshelf-{flavour}",
        "version": version,
        "licenses": [{"license": {"id": "MIT"}}],
    }
    components = [_component(part) for part in parts if part.name != "snapshelf"]
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(made_at, UTC).isoformat().replace("+00:00", "Z"),
            "component": ours,
        },
        "components": components,
        "dependencies": [
            {"ref": ours["bom-ref"], "dependsOn": [component["bom-ref"] for component in components]},
            *({"ref": component["bom-ref"]} for component in components),
        ],
    }
    serial = uuid.uuid5(_NAMESPACE, json.dumps(document, sort_keys=True))
    return {**document, "serialNumber": f"urn:uuid:{serial}"}


def _component(part: Part) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": _purl(part),
        "name": part.name,
        "licenses": [{"expression": part.licence}],
        "purl": _purl(part),
        "properties": [{"name": "snapshelf:files", "value": str(part.files)}],
    }
    if part.version:
        component["version"] = part.version
    return component


def _purl(part: Part) -> str:
    """The package's URL (github.com/package-url/purl-spec)."""
    name = part.name.lower().replace("_", "-") if part.kind == "pypi" else part.name
    namespace = "deb/debian" if part.kind == "deb" else part.kind
    version = f"@{quote(part.version, safe='.-_~')}" if part.version else ""
    return f"pkg:{namespace}/{quote(name, safe='.-_~')}{version}"


def problems(bill: dict[str, Any]) -> str | None:
    """What the official schema finds wrong with ``bill``, or None."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(bill))
    return None if error is None else str(error)


def write_bill(bill: dict[str, Any], file: Path) -> None:
    """Store the bill."""
    file.write_text(json.dumps(bill, indent=1, sort_keys=True) + "\n", encoding="utf-8")
