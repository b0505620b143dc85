"""The subject itself, in the standard library alone: what an article, a passage, an event and a query are."""
