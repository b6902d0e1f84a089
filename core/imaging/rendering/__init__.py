"""Counter photos drawn from catalog pictures: perspective, light, grounds, a hand."""
