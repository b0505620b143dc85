"""One reader for each format of a source: its bytes become articles or the reason why not."""
