"""The catalog's tables, as numbered migrations: one file each, applied once, in one transaction each."""
