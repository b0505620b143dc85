"""Saved pages and plain texts become article files, with every line that was left out and every gap named."""
