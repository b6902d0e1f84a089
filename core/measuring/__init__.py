"""How well the program does: evaluation, metrics, reports, comparisons."""
