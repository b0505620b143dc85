"""The bytes of saved pages: in whatever encoding they are, their letters come out right."""

import pytest

from reading_room.importing.formats.markup import decoded, parsed
from reading_room.importing.formats.page_lines import visible_text

RUSSIAN = "<p>Рыбаки в понедельник перекрыли северный причал, и на этом всё не закончилось.</p>"
FRENCH = "<p>Les pêcheurs ont bloqué le quai, et la mairie a fermé le marché de la criée pour les travaux.</p>"
CHINESE = "<p>渔民星期一封锁了北码头。</p>"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_at_the_beginning_counts_before_what_the_page_says(encoding: str) -> None:
    page = f"<meta charset=windows-1251>{RUSSIAN}"
    assert decoded(page.encode(encoding)).text == page


@pytest.mark.parametrize(
    ("page", "encoding", "said"),
    [(RUSSIAN, "koi8-r", "koi8-r"), (FRENCH, "cp1252", "ISO-8859-1"), (CHINESE, "gb18030", "gb2312")],
)
def test_the_encoding_that_the_page_declares_is_read_as_browsers_read_it(page: str, encoding: str, said: str) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={said}">{page}'
    assert decoded(page.encode(encoding)).text == page


def test_what_the_answer_said_counts_before_what_the_page_declares() -> None:
    page = f"<meta charset=iso-8859-1>{RUSSIAN}"
    assert decoded(page.encode("cp1251"), "windows-1251").text == page


@pytest.mark.parametrize(("page", "encoding"), [(RUSSIAN, "cp1251"), (FRENCH, "cp1252")])
def test_without_a_word_the_encoding_is_told_by_the_language(page: str, encoding: str) -> None:
    found = decoded(page.encode(encoding))
    assert found.text == page
    assert [encoding in note.what for note in found.notes] == [True]


def test_letters_that_were_decoded_wrongly_before_the_page_was_saved_come_out_right() -> None:
    found = decoded(FRENCH.encode().decode("cp1252").encode())
    assert (found.text, found.notes) == (FRENCH, ())


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1251", "no-such-encoding"])
def test_what_reads_as_utf_8_is_utf_8_under_any_declaration(declared: str) -> None:
    page = f"<meta charset={declared}>{RUSSIAN}"
    assert decoded(page.encode()).text == page


def test_a_broken_byte_costs_a_letter_and_not_the_page() -> None:
    raw = f"<meta charset=utf-8>{RUSSIAN}".encode()
    broken = raw.replace("причал".encode(), "прич".encode() + b"\xd0" + "л".encode())
    assert decoded(broken).notes == ()
    assert visible_text(parsed(decoded(broken).text)).startswith("Рыбаки в понедельник перекрыли северный прич")


def test_the_settings_of_programs_in_elements_are_passed_over() -> None:
    settings = " ".join(f"a{number}=1" for number in range(20_000))
    assert visible_text(parsed(f"<div {settings}><p>The quay is open.</p></div>")) == "The quay is open."


def test_the_cells_of_a_table_that_lays_out_a_page_are_boxes() -> None:
    rows = "<table><tr><td>Boats</td><td>12</td></tr></table>"
    layout = f"<table><tr><td>Home</td><td>{rows}</td></tr></table>"
    columns = f"<table><tr><td>Home</td><td><script>{'x' * 900}</script>{FRENCH * 9}</td></tr></table>"
    assert visible_text(parsed(layout)).split("\n") == ["Home", "", "Boats 12"]
    assert visible_text(parsed(columns)).startswith("Home\n")
    assert "Home The ferry" in visible_text(parsed("<table><tr><td>Home</td><td>The ferry</td></tr></table>"))


def test_pictures_written_out_in_addresses_go_and_sentences_behind_the_word_data_stay() -> None:
    sentence = f"渔民公布的 data:{'渔民星期一封锁了北码头，' * 30}"
    pictures = f"<img src='data:image/png;base64,{'iVBOR/w0+' * 90}'><i style='color:url(data:image/gif,{'%3C' * 90})'>"
    page = parsed(f"{pictures}</i><p>{sentence}</p>")
    assert visible_text(page) == sentence
    assert len(page.find(".//img").get("src")) < 30
    assert len(page.find(".//i").get("style")) < 50


NO_ENCODINGS = "hex zip bz2 base64 uu quopri rot13 idna punycode undefined unicode_escape raw_unicode_escape utf-7"


@pytest.mark.parametrize("name", NO_ENCODINGS.split())
def test_what_is_no_encoding_of_texts_is_not_obeyed(name: str) -> None:
    page = "<p>The quay \\u0041 +AGE- is open.</p>"
    assert decoded(page.encode(), name).text == page
    assert decoded(f"<meta charset={name}>{page}".encode()).text == f"<meta charset={name}>{page}"


@pytest.mark.parametrize(
    "above",
    [
        "<?xml version='1.0' encoding='utf-8'?>",
        "<?xml version='1.0' encoding='utf-8'?><?xml version='1.0' encoding='koi8-r'?>\n<?XML version='1.0'?>",
        "<?xml version='1.0' encoding='utf-8'>",
        "<?xml version='1.0' encoding='utf-8'",
    ],
)
def test_declarations_of_xml_at_the_top_cost_nothing_of_the_page(above: str) -> None:
    assert visible_text(parsed(f"{above}<html><p>The quay is open.</p></html>")) == "The quay is open."
