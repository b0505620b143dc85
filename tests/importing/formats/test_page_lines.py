"""The lines of a page as its readers see them."""

from reading_room.importing.formats.markup import parsed
from reading_room.importing.formats.page_lines import lines_of, visible_text


def seen(html: str) -> list[str]:
    return [line.text for line in lines_of(parsed(html))]


def test_blocks_are_lines_and_what_is_in_a_line_stays_in_it() -> None:
    assert seen("<div>One <b>two</b><i>three</i> <a href=x>four</a>.</div><p>Five</p>six") == [
        "One twothree four.",
        "Five",
        "six",
    ]


def test_white_space_of_the_source_is_none_of_the_text() -> None:
    assert seen("<p>\n  One\n\t two <br>\n three </p>") == ["One two", "three"]


def test_preformatted_lines_are_lines() -> None:
    assert seen("<pre>One\ntwo\n\nthree</pre>") == ["One", "two", "three"]


def test_cells_of_a_row_stand_in_one_line() -> None:
    assert seen("<table><tr><th>Boats</th><td>12</td></tr><tr><td>Vans</td><td>3</td></tr></table>") == [
        "Boats 12",
        "Vans 3",
    ]


def test_what_nobody_sees_is_no_line() -> None:
    hidden = (
        "<script>var a</script><style>p {}</style><template>t</template><noscript>n</noscript><textarea>x</textarea>"
        "<p hidden>h</p><p style='color: red; display:none'>d</p><select><option>o</select><svg><title>s</title></svg>"
    )
    assert seen(f"{hidden}<p>Seen</p>") == ["Seen"]


def test_the_text_behind_what_nobody_sees_is_kept() -> None:
    assert seen("<p>One <script>var a</script>two <span hidden>not</span> three</p>") == ["One two three"]


def test_a_page_is_copied_with_blank_lines_between_paragraphs_and_none_between_items() -> None:
    html = "<h1>Title</h1><p>One</p><ul><li>two</li><li>three</li></ul><div>four</div><div>five</div>"
    assert visible_text(parsed(html)) == "Title\n\nOne\n\ntwo\nthree\n\nfour\nfive"


def test_a_line_knows_its_place_and_how_much_of_it_is_links() -> None:
    nav, text = lines_of(parsed("<nav><a href=x>Home</a></nav><p>To the <a href=x>quay</a></p>"))
    assert (nav.place, nav.linked) == ("in the page’s navigation", 1.0)
    assert (text.place, text.linked) == ("", 4 / 11)


def test_the_names_of_styles_are_read_as_words() -> None:
    html = "<div class=shared-ownership>a</div><div class=article-share>b</div><div class=comments-list>c</div>"
    assert [line.place for line in lines_of(parsed(html))] == [
        "",
        "a button, a counter or an appeal of the page",
        "in the comments",
    ]
