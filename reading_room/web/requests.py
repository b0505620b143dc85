"""The request of a reader, with an address of which only what can be seen is read."""

from functools import cached_property

from flask import Request
from werkzeug.datastructures import ImmutableMultiDict, MultiDict

from reading_room.web.unseen import seen


class SeenRequest(Request):
    """Its parameters have no characters that are not valid in HTML or turn the letters behind them."""

    @cached_property
    def args(self) -> MultiDict[str, str]:
        """As Werkzeug reads them, in their order."""
        return ImmutableMultiDict((seen(name), seen(value)) for name, value in super().args.items(multi=True))
