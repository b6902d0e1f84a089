"""Theme, fonts, icons, language, and what item views share."""
