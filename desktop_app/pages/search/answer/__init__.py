"""The answer, narrowed down and judged."""
