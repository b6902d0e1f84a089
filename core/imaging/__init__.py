"""Files and bytes to safe, upright RGB pictures; thumbnails; what the network is fed."""
