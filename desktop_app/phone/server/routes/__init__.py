"""The pages of the phone, a file each; server/routing.py says how one is declared."""
