"""The full-text index: the only package that imports Whoosh. The room asks it in the model's terms and gets spans, not markup."""
