"""The catalog's one SQLite file: the connection, the writing lane, its errors."""
