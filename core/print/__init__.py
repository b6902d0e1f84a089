"""Points on a package and whether they agree on one perspective."""
