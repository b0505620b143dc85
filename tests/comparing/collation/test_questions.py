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


def test_what_befell_other_things_in_the_sentence_is_not_said_of_what_is_counted() -> None:
    cells = [
        "Six silos were destroyed and a bridge collapsed.",
        "A bridge collapsed. Five silos, he said, were damaged.",
    ]
    assert question("how many", cells, "silos") == "How many silos: “damaged”, “destroyed”?"
    cells = ["The fire killed 12 workers and injured 38 others.", "It injured 38 others, having killed 12."]
    assert question("how many", cells, "others") == "How many others: “injured”?"
    cells = ["12 workers lost their lives.", "The fire killed 12 workers."]
    assert question("how many", cells, "workers") == "How many workers: “killed”?"


def test_neither_names_nor_hours_are_said_of_what_is_counted() -> None:
    cells = ["In Varnholm 160 men fought for 19 hours.", "152 men of Varnholm had it under control within 17 hours."]
    assert question("how many", cells, "men") == "How many men?"


def test_a_question_has_no_dateline_and_no_capitals_where_an_account_writes_without() -> None:
    post, news = "VARNHOLM (Northern Wire) — Grain silos burned.", "Grain silos of VARNHOLM burned."
    assert question("what happened", [post, news]) == "What happened: “Grain silos”, “burned”"
    third = "The grain silos of Varnholm."
    assert question("what happened", [news, third]) == "What happened: “Grain silos”, “Varnholm”"
    assert "“UNESCO”" in question("what happened", ["UNESCO met.", "A meeting of UNESCO."])


def test_who_speaks_is_no_part_of_what_happened() -> None:
    cells = ["The dust was known, Olav Brandt said.", "Olav Brandt spoke of dust."]
    assert question("what happened", cells, speakers=["Olav Brandt, chairman"]) == "What happened: “dust”"
    cells = ["The fire chief warned of dust.", "Dust, the chief said, was known."]
    assert question("what happened", cells, speakers=["the fire chief"]) == "What happened: “dust”"
    cells = ["Olav Brandt said so.", "So Olav Brandt did."]
    assert question("what happened", cells, speakers=["Olav Brandt"]) == "What happened: “Olav Brandt”"


def test_beside_other_words_a_question_has_one_name() -> None:
    cells = ["Holt and Brandt met Moe on the quay.", "On the quay were Holt, then Moe, then Brandt."]
    found = question("what happened", cells)
    assert "“quay”" in found
    assert sum(name in found for name in ("Holt", "Brandt", "Moe")) == 1


def test_a_hyphen_that_is_not_seen_parts_no_word() -> None:
    assert common_words(["A back\u00adslash is typed.", "The backslash, typed."]) == ("backslash", "typed")


def test_what_a_thing_is_called_is_a_question_in_order() -> None:
    assert question("what things are called", ["Bread was dear.", "It rained."]) == "What is it called?"
    assert question("who is quoted", ["Bread was dear."], "The port authority") == "Who is quoted: the port authority"


def test_words_that_stand_beside_each_other_in_all_cells_are_one_phrase() -> None:
    cells = ["A mass grave was found near the old town.", "The old town has a mass grave, he said."]
    assert question("what happened", cells) == "What happened: “mass grave”, “old town”"
    assert question("what happened", ["The mass of the grave.", "A grave, a mass."]) == "What happened: “mass”, “grave”"


def test_what_speaks_of_the_texts_themselves_names_no_row() -> None:
    cells = ["The headline reads “Bridge falls”.", "The headline states that a bridge is to fall, the article reports."]
    assert question("what happened", cells) == "What happened: “Bridge”, “falls”"
