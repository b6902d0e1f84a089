"""timm needs no file but its modules; the general hook would add their source."""

module_collection_mode = "pyz"
