"""Help: keys, licences, reports."""
