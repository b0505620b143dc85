"""Words that speak of the texts themselves, as a room's digests do (“the article states”), of days, and of how many."""

OF_TEXTS = """
    account address article articles author begins calls copies copy document excerpt heading headline information
    item newspaper page paper passage prints published publishes quotation quote quoted quotes read reads relays
    report reported reports said sentence source sources speaks state stated states summary text texts title told
    word words write writer writes wrote written
"""
OF_TIMES = """
    day days month months time times today week weeks year years yesterday
    monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
"""
OF_NUMBERS = """
    one two three four five six seven eight nine ten dozen dozens hundred hundreds thousand thousands million millions
    billion billions
"""
