"""torchvision: its modules alone. Its compiled operators are not used (torchvision_operators.py).

torch reads the source of overloaded methods, which only this network has.
"""

module_collection_mode = {"torchvision": "pyz", "torchvision.models.densenet": "pyz+py"}
