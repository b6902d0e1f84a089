"""The hub's tables, as numbered steps of SQL; a step that was published never changes."""
