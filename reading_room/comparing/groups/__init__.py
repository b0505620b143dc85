"""Groups articles by the events that they tell of."""
