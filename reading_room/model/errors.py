"""Why a question put to the room has no answer. Raised where the fact is known; only `web/errors.py` turns them into pages."""

from reading_room.model.article import Article
from reading_room.model.dates import day_in_words
from reading_room.model.keeping import Withdrawal


class RoomError(Exception):
    """The words say what was wrong, `remedy` what the reader can do; both are shown to readers as they are."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


class NotHere(RoomError):
    """No article, version, passage, event or page of that name was ever here."""


class InOtherVersions(NotHere):
    """Words that the version has not, but other versions of the article: each with the address of them in it, the newest first.

    The address is None where they stand there several times.
    """

    def __init__(
        self,
        what: str,
        remedy: str,
        earlier: tuple[tuple[int, str | None], ...],
        later: tuple[tuple[int, str | None], ...],
    ) -> None:
        super().__init__(what, remedy)
        self.earlier = earlier
        self.later = later


class NoLongerHere(RoomError):
    """It was here once; `kept` is the address of the newest version that still has it, `others` those of more that are kept.

    `article` is what was taken out, if it was a whole article.
    """

    def __init__(
        self,
        what: str,
        remedy: str,
        kept: str | None,
        others: tuple[str, ...] = (),
        article: Article | None = None,
    ) -> None:
        super().__init__(what, remedy)
        self.kept = kept
        self.others = others
        self.article = article


class Withdrawn(RoomError):
    """The keeper of the room shows it to nobody any more."""

    def __init__(self, name: str, withdrawal: Withdrawal) -> None:
        on = day_in_words(withdrawal.at)
        self.announced = f"The keeper of the room withdrew {name} on {on}, and gives this reason:"
        self.withdrawal = withdrawal
        super().__init__(
            f"{self.announced} {withdrawal.why}",
            "Its text is not shown here any more. Ask the keeper of the room if you need to know more.",
        )


class NotUnderstood(RoomError):
    """It is kept in a way that this release of the room does not know."""


class BadQuestion(RoomError):
    """A question that cannot be answered as it was put: a date that is none, one account to compare."""


class WrongNumber(BadQuestion):
    """Too few accounts to lay side by side, or too many: `chosen` has those that were named."""

    def __init__(self, what: str, remedy: str, chosen: tuple[str, ...]) -> None:
        super().__init__(what, remedy)
        self.chosen = chosen


class NoSuchFormat(RoomError):
    """A form of an answer that the room does not have."""


class NotReady(RoomError):
    """The room has no index that it can open."""
