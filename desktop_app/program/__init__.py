"""The program about itself: its log, version, licences, reports of trouble."""
