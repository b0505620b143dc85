"""Why a question put to the room has no answer. Raised where the fact is known; only `web/errors.py` turns them into pages."""


class RoomError(Exception):
    """The words say what was wrong, `remedy` what the reader can do; both are shown to readers as they are."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


class NotHere(RoomError):
    """No article, version, passage, event or page of that name was ever here."""


class NoLongerHere(RoomError):
    """It was here once; `kept` is the address of the newest version that still has it."""

    def __init__(self, what: str, remedy: str, kept: str) -> None:
        super().__init__(what, remedy)
        self.kept = kept


class BadQuestion(RoomError):
    """A question that cannot be answered as it was put: a date that is none, one account to compare."""


class NoSuchFormat(RoomError):
    """A form of an answer that the room does not have."""


class NotReady(RoomError):
    """The room has no index that it can open."""
