"""Currencies: their signs in the world, their decimals, and the one of the shop."""
