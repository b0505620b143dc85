"""The questions of the machine's rows."""

from reading_room.comparing.questions import common_words, question

POST, NEWS = "The army retook the citadel on Sunday.", "On Sunday, the citadel fell to an army."


def test_a_question_is_made_of_the_words_that_all_accounts_have_as_the_first_writes_them() -> None:
    assert question("what happened", [POST, NEWS]) == "What happened: “army”, “citadel”, “Sunday”"
    assert common_words([NEWS, POST]) == ("Sunday", "citadel", "army")


def test_no_word_that_only_one_account_has_stands_in_a_question() -> None:
    assert "retook" not in question("what happened", [POST, NEWS])
    assert question("what happened", ["Bread was dear.", "It rained."]) == "What happened?"


def test_what_is_counted_and_who_is_quoted_is_asked_for_by_name() -> None:
    assert question("how many", [POST, NEWS], "air strikes") == "How many air strikes?"
    assert question("who is quoted", [POST, NEWS], "Peskov") == "Who is quoted: Peskov"


def test_words_of_other_forms_and_scripts_are_known_again() -> None:
    assert common_words(["Raids hit the city.", "A raid hit its cities."]) == ("Raids", "hit", "city")
    assert common_words(["سيطر الجيش على المدينة", "الجيش في المدينة"]) == ("الجيش", "المدينة")
    assert common_words(["Армия взяла цитадель", "цитадель взяла армия"]) == ("Армия", "взяла", "цитадель")
