"""What every request passes before a page hears of it, the outermost first: server/app.py lists them."""
