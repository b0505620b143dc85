"""Made-up edit histories: versions as lists of texts, with the numbers and the lineage that the room would give them."""

from collections.abc import Sequence
from dataclasses import dataclass

from reading_room.model.article import Block, Passage
from reading_room.model.lineage import Change
from reading_room.model.resolution import Resolution
from reading_room.permalinks.lineage import number_first, number_next
from reading_room.permalinks.resolution import resolve
from reading_room.permalinks.selection import Selection, select_code_points


@dataclass(frozen=True, slots=True)
class History:
    states: tuple[tuple[Passage, ...], ...]
    steps: tuple[tuple[Change, ...], ...]

    @classmethod
    def of(cls, *versions: Sequence[str]) -> "History":
        states = [number_first([Block("paragraph", text) for text in versions[0]])]
        used = {passage.id for passage in states[0]}
        steps = []
        for texts in versions[1:]:
            passages, changes = number_next(states[-1], [Block("paragraph", text) for text in texts], used)
            used |= {passage.id for passage in passages}
            states.append(passages)
            steps.append(changes)
        return cls(tuple(states), tuple(steps))

    def quote(self, words: str, version: int = 1, nth: int = 1) -> Selection:
        """The words where they stand in a version, for the `nth` time."""
        passages = self.states[version - 1]
        for passage in passages:
            at = passage.text.find(words)
            while at >= 0:
                nth -= 1
                if not nth:
                    found = select_code_points(passages, (passage.id, at), (passage.id, at + len(words)))
                    assert found is not None
                    return found
                at = passage.text.find(words, at + 1)
        raise AssertionError(f"“{words}” does not stand in version {version}")

    def resolve(self, selection: Selection, version: int = 1, now: int | None = None) -> Resolution:
        now = now or len(self.states)
        texts = self.states[version - 1 : now]
        return resolve(selection, version, texts.__getitem__, self.steps[version - 1 : now - 1])


def after(words: str, *versions: Sequence[str], nth: int = 1) -> Resolution:
    """What has become of words of the first version in the last one."""
    history = History.of(*versions)
    return history.resolve(history.quote(words, nth=nth))


def shown(resolution: Resolution) -> list[str]:
    return [stretch.text for stretch in resolution.found]
