"""Postings as they are written down, and read from an index that Whoosh has merged."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from whoosh import fields
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex

from reading_room.index.codec import BlockCodec, postings
from reading_room.index.postings import Block, Candidates, blocks, packed
from reading_room.index.schema import Words

PLACES = st.lists(st.integers(0, 100_000), min_size=1, max_size=5, unique=True).map(sorted)
POSTINGS = st.dictionaries(st.integers(0, 2**32 - 1), PLACES, min_size=1, max_size=40)


def written(documents: dict[int, list[int]], size: int) -> bytes:
    """In blocks of so many documents."""
    numbers = sorted(documents)
    cut = [numbers[at : at + size] for at in range(0, len(numbers), size)]
    return b"".join(
        packed(
            own,
            [len(documents[number]) for number in own],
            [step for number in own for step in steps(documents[number])],
            last=own is cut[-1],
        )
        for own in cut
    )


def steps(places: Sequence[int]) -> list[int]:
    return [later - former for former, later in pairwise([0, *places])]


def read(found: Sequence[Block]) -> dict[int, list[int]]:
    return {
        document: list(block.places(at)) for block in found for at, document in enumerate(block.documents)
    }  # fmt: skip


@given(POSTINGS, st.integers(1, 7))
def test_postings_are_read_as_they_were_written(documents: dict[int, list[int]], size: int) -> None:
    found = list(blocks(written(documents, size)))
    assert read(found) == documents
    assert list(read(found)) == sorted(documents)
    times = [often for block in found for often in block.times]
    assert times == [len(documents[number]) for number in sorted(documents)]


@given(POSTINGS, st.integers(1, 7), st.sets(st.integers(0, 2**32 - 1), max_size=5), st.randoms(use_true_random=False))
def test_of_candidates_no_posting_is_passed_over(documents, size, others, dice) -> None:  # type: ignore[no-untyped-def]
    wanted = set(dice.sample(sorted(documents), dice.randint(0, len(documents)))) | others
    found = read(list(blocks(written(documents, size), Candidates(wanted))))
    assert {number: found.get(number) for number in documents if number in wanted} == {
        number: documents[number] for number in documents if number in wanted
    }


def test_blocks_without_a_candidate_are_not_read() -> None:
    data = written({number: [0] for number in range(100)}, 10)
    assert [block.documents[0] for block in blocks(data, Candidates({15, 16, 71}))] == [10, 70]


def test_a_block_takes_a_byte_for_each_small_number() -> None:
    one = len(written({0: [3]}, 10))
    assert len(written({0: [3], 5: [4], 9: [200]}, 10)) == one + 4  # the distance and the place of two more


def index_of(folder: Path) -> FileIndex:
    schema = fields.Schema(slug=fields.ID(), text=Words())
    return FileStorage(str(folder), supports_mmap=False).create_index(schema)


def test_an_index_that_whoosh_has_merged_keeps_every_place_and_forgets_what_was_removed(tmp_path: Path) -> None:
    index = index_of(tmp_path)
    for run in range(3):
        with index.writer(codec=BlockCodec()) as writer:
            for number in range(run * 300, run * 300 + 300):
                places = list(accumulate([number, *[300] * (number % 3)]))
                writer.add_document(slug=f"a-{number}", text={"word": places, f"only-{number}": [7]})
    with index.writer(codec=BlockCodec()) as writer:
        writer.delete_by_term("slug", "a-450")
        writer.optimize = True
    with index.reader() as reader:
        ((leaf, _),) = reader.leaf_readers()
        kept = [number for number in range(900) if number != 450]
        found = read(list(postings(leaf, leaf.term_info("text", b"word"), None)))
        assert list(found.values()) == [list(accumulate([n, *[300] * (n % 3)])) for n in kept]
        assert ("text", b"only-450") not in leaf
        assert ("slug", b"a-450") not in leaf
        assert list(leaf.postings("slug", b"a-899").all_ids()) == [898]
