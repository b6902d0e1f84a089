"""Export every backbone that ships into resources/models, its classifier beside it; part of the set-up.

Run it again at any time: what is up to date is left alone, and then torch is not even imported.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Export what is missing; 0 when all is there."""
    sys.path.insert(0, str(ROOT))
    from core.embedding.loading import available_backbones
    from core.embedding.networks.class_export import export_class_head
    from core.embedding.runtimes.onnx_export import export_backbone
    from core.errors import KnownError

    folder = ROOT / "resources" / "models"
    for spec in available_backbones():
        try:
            made = export_backbone(spec, folder)
            export_class_head(spec, folder)
        except KnownError as error:
            print(error, file=sys.stderr)
            return 1
        if made:
            print(f"Prepared the network {spec.name} ({spec.fingerprint})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
