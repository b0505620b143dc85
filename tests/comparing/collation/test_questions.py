"""The questions of the machine's rows."""

from reading_room.comparing.collation.questions import common_words, question

POST, NEWS = "The army retook the citadel on Sunday.", "On Sunday, the citadel fell to an army."


def test_a_question_is_made_of_the_words_that_all_accounts_have_as_the_first_writes_them() -> None:
    assert question("what happened", [POST, NEWS]) == "What happened: “army”, “citadel”, “Sunday”"
    assert common_words([NEWS, POST]) == ("Sunday", "citadel", "army")


def test_no_word_that_only_one_account_has_stands_in_a_question() -> None:
    assert "retook" not in question("what happened", [POST, NEWS])
    assert question("what happened", ["Bread was dear.", "It rained."]) == "What happened?"


def test_what_is_counted_and_who_is_quoted_is_asked_for_by_name() -> None:
    assert (
        question("how many", ["80 air strikes", "It counts 90 air strikes."], "air strikes") == "How many air strikes?"
    )
    assert question("who is quoted", [POST, NEWS], "Peskov") == "Who is quoted: Peskov"


def test_words_of_other_forms_and_scripts_are_known_again() -> None:
    assert common_words(["Raids hit the city.", "A raid hit its cities."]) == ("Raids", "hit", "city")
    assert common_words(["سيطر الجيش على المدينة", "الجيش في المدينة"]) == ("الجيش", "المدينة")
    assert common_words(["Армия взяла цитадель", "цитадель взяла армия"]) == ("Армия", "взяла", "цитадель")


def test_a_question_of_numbers_says_what_befell_those_who_are_counted_in_the_words_of_the_cells() -> None:
    rescued = [
        "The fire chief said 85 people were rescued from rooftops.",
        "Rescued were 85 people, the fire chief said.",
    ]
    assert question("how many", rescued, "people") == "How many people: “rescued”?"
    dead = ["Three people died in the flood.", "The flood killed three people, a mayor said."]
    assert question("how many", dead, "people") == "How many people: “died”, “killed”?"


def test_a_question_of_numbers_says_nothing_that_only_some_cells_say_of_them() -> None:
    cells = ["Three people were killed in the old market.", "Three people came to the old market."]
    assert question("how many", cells, "people") == "How many people: “old market”?"


def test_words_that_stand_beside_each_other_in_all_cells_are_one_phrase() -> None:
    cells = ["A mass grave was found near the old town.", "The old town has a mass grave, he said."]
    assert question("what happened", cells) == "What happened: “mass grave”, “old town”"
    assert question("what happened", ["The mass of the grave.", "A grave, a mass."]) == "What happened: “mass”, “grave”"


def test_what_speaks_of_the_texts_themselves_names_no_row() -> None:
    cells = ["The headline reads “Bridge falls”.", "The headline states that a bridge is to fall, the article reports."]
    assert question("what happened", cells) == "What happened: “Bridge”, “falls”"
