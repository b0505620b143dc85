"""The measuring of what is read in sentences: labels stand in the room’s articles, and figures fall where something is wrong."""

from copy import deepcopy

from benchmarks import comparing_gold as gold

LABELS = gold.read_labels(gold.GOLD / "settled.jsonl")


def test_every_label_stands_in_the_room_where_it_says() -> None:
    room = gold.read_room()
    for label in LABELS:
        passages = {passage.id: passage.text for passage in room[label["article"]].passages}
        assert passages[label["passage"]][label["start"] : label["end"]] == label["text"]


def test_the_three_files_are_of_the_same_sentences() -> None:
    settled = [(label["article"], label["passage"], label["start"]) for label in LABELS]
    assert len(settled) >= 300
    for name in ("first.jsonl", "second.jsonl"):
        labels = gold.read_labels(gold.GOLD / name)
        assert [(label["article"], label["passage"], label["start"]) for label in labels] == settled


def test_labels_measured_against_themselves_are_all_right() -> None:
    assert {value for value, _, _ in gold.measure(LABELS, LABELS).values()} == {1.0}


def test_a_wrong_day_bound_or_speaker_is_counted_as_wrong() -> None:
    at = next(at for at, one in enumerate(LABELS) if one["quantities"] and one["attributions"] and one["time"])
    spoilt = deepcopy(LABELS)
    spoilt[at]["time"] = {"first": "1999-01-01", "last": "1999-01-01", "basis": "explicit"}  # type: ignore[index]
    spoilt[at]["quantities"][0]["least"] = -1
    spoilt[at]["attributions"][0].update(speaker="nobody that was named", kind="named")
    counted = gold.count(LABELS[at], spoilt[at])
    assert not counted["times right"]
    assert counted["quantities right"] == counted["quantities"] - 1
    assert counted["sources right"] == counted["attributions"] - 1
