"""torchvision: its modules alone. Its compiled operators are not used (torchvision_operators.py)."""

module_collection_mode = "pyz"
