"""More than one till: a PostgreSQL database that stores share, beside shop folders that work without it."""
