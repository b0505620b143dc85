"""Who says what: by verbs, by phrases, in quotations that go on, in digests, and in other languages than English."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.comparing.sentences.attributions import attributions
from reading_room.comparing.sentences.reporting.mentions import words_of
from reading_room.model.analysis import Attribution
from reading_room.model.article import Article, Block, Passage, TextKind, Version
from reading_room.model.results import Span
from reading_room.model.sentences import sentences


def version(*texts: str, language: str = "en", kind: TextKind = "complete", outlet: str = "evening-post") -> Version:
    article = Article("an-article", "A title", outlet, None, "", language, kind, wire="AFP")
    passages = tuple(Passage(str(number), Block("paragraph", text)) for number, text in enumerate(texts, 1))
    return Version(article, 1, datetime(2016, 3, 28, tzinfo=UTC), passages)


def read(account: Version) -> list[tuple[str, tuple[Attribution, ...]]]:
    """The attributions of each sentence, with the text that their places are of."""
    found = [(passage, span) for passage in account.passages for span in sentences(passage.text)]
    return [(passage.text, one) for (passage, _), one in zip(found, attributions(account, found), strict=True)]


def said(*texts: str, language: str = "en", kind: TextKind = "complete") -> list[tuple[str, str, str]]:
    """Speaker, manner and words of all attributions."""
    return [
        (one.speaker, one.manner, text[one.content.start : one.content.end])
        for text, found in read(version(*texts, language=language, kind=kind))
        for one in found
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker", "manner", "content"),
    [
        # indirect speech
        ("The court ruled that the vote was void.", "The court", "indirect", "the vote was void"),
        ("Sales fell, data from the ministry showed Thursday.", "data from the ministry", "indirect", "Sales fell"),
        ("Smith said in May, however, that he knew.", "Smith", "indirect", "he knew"),
        ("Acme said on Tuesday it had grown, helped by sales.", "Acme", "indirect", "it had grown, helped by sales"),
        ("Officials said on Sunday evening they were unsure.", "Officials", "indirect", "they were unsure"),
        ("COMMENTS: ANN LEE, ANALYST, BATH “Prices are up.”", "ANN LEE", "quotation", "“Prices are up.”"),
        ("BERLIN — A union head has left, saying it was time.", "A union head", "continued", "it was time"),
        ("Republican presidential nominee Ann Lee ruled it out, saying it was late.", "Republican presidential nominee Ann Lee",
         "continued", "it was late"),
        ("Last week the Post reported that it was late.", "the Post", "indirect", "it was late"),
        ("On Monday, Ann Lee released new figures she said made the case.", "Ann Lee", "indirect", "made the case"),
        ("The poll found 62 percent of them were against it.", "The poll", "indirect", "62 percent of them were against it"),
        ("He anticipated it would fail.", "He", "continued", "it would fail"),
        ("Smith has promised to go on.", "Smith", "indirect", "to go on"),
        ("The firm, a maker whose owners include Ann Lee, Bell & Co and Acme, said on Friday it was open.", "The firm", "indirect",
         "it was open"),
        ("It is quiet, according to the mayor, Anna Kell.", "the mayor, Anna Kell", "indirect", "It is quiet"),
        ("According to the mayor, Anna Kell, it is quiet.", "the mayor, Anna Kell", "indirect", "it is quiet"),
        ("“It is quiet,” the agency said, quoting the mayor.", "the mayor", "quotation", "“It is quiet,”"),
        ("Lee made her stand plain: “We will never leave.”", "Lee", "quotation", "“We will never leave.”"),
        ("Lee noted the day with these words: “We will never leave.”", "Lee", "quotation", "“We will never leave.”"),
        ("All is well here https://t.co/x1 — Ann Lee (@annlee) May 3, 2018", "Ann Lee", "indirect", "All is well here"),
        ("The mayor said that the bridge was open.", "The mayor", "indirect", "the bridge was open"),
        ("Officials said the bridge was open.", "Officials", "indirect", "the bridge was open"),
        ("A military source told AFP that the army had left.", "A military source", "indirect", "the army had left"),
        ("The army has left, activists say.", "activists", "indirect", "The army has left"),
        ("The army, activists say, has left the city.", "activists", "indirect", "The army, activists say, has left the city"),
        ("On Monday Smith said the road was cut.", "Smith", "indirect", "the road was cut"),
        ("The city fell on Sunday, the ministry said in a statement.", "the ministry", "indirect", "The city fell on Sunday"),
        ("John Smith, a friend of the mayor, said that he knew.", "John Smith, a friend of the mayor", "indirect", "he knew"),
        ("Smith, who was there, said nobody crossed the bridge.", "Smith", "indirect", "nobody crossed the bridge"),
        ("The group accused the army of burning houses.", "The group", "indirect", "the army of burning houses"),
        # quotations
        ("“We shall stay,” said the mayor.", "the mayor", "quotation", "“We shall stay,”"),
        ('"We shall stay," the mayor told reporters.', "the mayor", "quotation", '"We shall stay,"'),
        ("“We stay,” he said, “until the end.”", "he", "quotation", "“We stay,” he said, “until the end.”"),
        ("The mayor said: “We shall stay.”", "The mayor", "quotation", "“We shall stay.”"),
        ("“We stay,” said Ann Lee, head of the works.", "Ann Lee, head of the works", "quotation", "“We stay,”"),
        ("The mayor was quoted by SANA as saying that the bridge stands.", "The mayor", "indirect", "the bridge stands"),
        ("ANN LEE, ANALYST: “Prices will fall.”", "ANN LEE, ANALYST", "quotation", "“Prices will fall.”"),
        ("“We won,” Neumann was quoted as saying in a paper.", "Neumann", "quotation", "“We won,”"),
        ("The ministry has mines cleared and this week said that they are gone.", "The ministry", "indirect", "they are gone"),
        ("Boeing said it would go on building.", "Boeing", "indirect", "it would go on building"),
        ("One of the sources said that he fled.", "One of the sources", "indirect", "he fled"),
        ("Mr. Smith told Mr. Jones that he knew.", "Mr. Smith", "indirect", "he knew"),
        ("Smith said in a research note that prices fell.", "Smith", "indirect", "prices fell"),
        # a role and a name between commas, after what they say
        ("Three people died, the mayor, Ann Lee, said.", "the mayor, Ann Lee", "indirect", "Three people died"),
        ("The bridge fell, killing five, the town governor, Bo Hendry, said.", "the town governor, Bo Hendry", "indirect",
         "The bridge fell, killing five"),
        ("Four people were killed, the director of St Luke’s, Eva Osei, said on Monday, adding one to the toll.",
         "the director of St Luke’s, Eva Osei", "indirect", "Four people were killed"),
        ("The bridge fell, Ann Lee, the mayor, said.", "Ann Lee, the mayor", "indirect", "The bridge fell"),
        ("The gates were opened, a spokesman for Tarn Power, Leo Marsh, told the Gazette.",
         "a spokesman for Tarn Power, Leo Marsh", "indirect", "The gates were opened"),
        # phrases
        ("According to the observatory, 400 fighters died.", "the observatory", "indirect", "400 fighters died"),
        ("According to Ann Lee, a doctor in Bath, a town in Kent, the bridge is closed.", "Ann Lee", "indirect",
         "the bridge is closed"),
        ("Prices have fallen, data showed on Thursday.", "data", "indirect", "Prices have fallen"),
        ("The bridge is closed, according to two engineers.", "two engineers", "indirect", "The bridge is closed"),
        ("In the words of the mayor, the bridge is closed.", "the mayor", "indirect", "the bridge is closed"),
        ("By the ministry’s account, the bridge is closed.", "the ministry", "indirect", "the bridge is closed"),
        # what stands around the name of a source
        ("May 24 - Ireland says the bank is safe.", "Ireland", "indirect", "the bank is safe"),
        ("While Acme said in May that it erred, Bell did not.", "Acme", "indirect", "it erred"),
        ("BRIDGE SHUT The mayor said that it would open soon.", "The mayor", "indirect", "it would open soon"),
        ("Critics, including Ann Lee, who warned that it leaks, left.", "Ann Lee", "indirect", "it leaks"),
        ("Police arrested a man who said that he knew nothing.", "a man", "indirect", "he knew nothing"),
        ("The plan met criticism from members who said that it failed.", "members", "indirect", "it failed"),
        ("Ann Lee, head of works in Bath, Kent, said it leaks.", "Ann Lee, head of works in Bath, Kent", "indirect", "it leaks"),
        ("“It leaks,” Ann Lee, head of works, a tall woman, told reporters.", "Ann Lee, head of works, a tall woman", "quotation",
         "“It leaks,”"),
        ("Ann, Ben, and Tom were there, said Rabbi Lee.", "Rabbi Lee", "indirect", "Ann, Ben, and Tom were there"),
        ("The firm that built the bridge said it was safe.", "The firm", "indirect", "it was safe"),
        ("The guest, whom the host knew only as Tom, a cook, said it leaks.", "The guest", "indirect", "it leaks"),
        ("Several makers of lamps signed a letter, saying that it leaks.", "Several makers of lamps", "continued", "it leaks"),
        ("One of them, Rep. Ann Lee, D-Bath, told reporters that it leaks.", "Rep. Ann Lee, D-Bath", "indirect", "it leaks"),
        ("The banks lent money and the government said it would help.", "the government", "indirect", "it would help"),
        ("The road is shut, banking sources said.", "banking sources", "indirect", "The road is shut"),
        ("The road is shut, according to newly released letters.", "newly released letters", "indirect", "The road is shut"),
        ("Acme leads, according to data source Bell and is the largest.", "data source Bell", "indirect",
         "Acme leads, according to data source Bell and is the largest"),
        ("The road is shut, the Evening Times said.", "the Evening Times", "indirect", "The road is shut"),
        # verbs that give words in few constructions
        ("The survey found that prices had fallen.", "The survey", "indirect", "prices had fallen"),
        ("Prices have fallen, data showed.", "data", "indirect", "Prices have fallen"),
        ("“We are late,” she began.", "she", "quotation", "“We are late,”"),
        ("As the agency noted in May, prices have fallen.", "the agency", "indirect", "prices have fallen"),
        ("The mayor told Channel Four the bridge was open.", "The mayor", "indirect", "the bridge was open"),
        ("Ann Lee said on the one hand the bridge was open.", "Ann Lee", "indirect", "on the one hand the bridge was open"),
        ("The vote was close, with Ann Lee saying that she would not give up.", "Ann Lee", "indirect", "she would not give up"),
        # nobody in particular
        ("The mines are said to be hidden.", "unattributed", "indirect", "The mines are said to be hidden"),
        ("The mayor reportedly fled.", "unattributed", "indirect", "The mayor reportedly fled"),
        ("It is believed that he fled.", "unattributed", "indirect", "It is believed that he fled"),
        ("According to reports, he fled.", "unattributed", "indirect", "According to reports, he fled"),
    ],
)  # fmt: skip
def test_a_source_and_what_it_says_are_found(sentence: str, speaker: str, manner: str, content: str) -> None:
    assert said(sentence) == [(speaker, manner, content)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge opened on Thursday before 300 guests.",
        "Engineers added 40 carts to the train.",
        "The reports of the ministry fill two shelves.",
        "It does not say who was there.",
        "The old town is “a jewel” to many of its visitors.",
        "He was told to leave the city.",
        "The firm has asked the government to help.",
        "Smith’s comments were read by many.",
        "The shares trade at 54 times forecast earnings.",
        "Prices were above last year’s estimated average.",
        "The firm settled without denying the charges.",
        "Acme cut 300 posts, citing weak demand.",
        "The strong jobs report easing fears was welcome.",
        "Ten people were buried and 10,000 people feared dead.",
        "Let’s say you have ten coins.",
        "They did so by telling him all they knew.",
        "The case was dismissed by listening to a reading.",
        "If the president says no, the plan is dead.",
        "The delay shows that much is left to do.",
        "The company opened the gates, adding one to the three that were open.",
        "Four people were killed, adding to the toll of the flood.",
        "The ministry did not confirm or deny that it was there.",
        "The fall in prices told the story of the decade.",
        "Thanks to a late bill, the troops will continue to be paid.",
        "In place of Smith, two deputies will testify in May.",
        "At the debate on Tuesday, ten candidates contended for attention.",
        "They asked to have the order declared illegal.",
        "Nine states have received them.",
        "The couple welcomed a baby boy in May.",
        "The town was quiet, as all workers reported to their jobs.",
    ],
)
def test_a_sentence_that_names_no_source_is_the_writers_own(sentence: str) -> None:
    assert [(speaker, manner) for speaker, manner, _ in said(sentence)] == [("the writer", "own")]


def test_of_a_chain_the_one_whose_words_they_are_is_the_speaker() -> None:
    assert said("Reuters reports that Peskov said that Assad thanked Russia.")[-1] == (
        "Peskov",
        "indirect",
        "Assad thanked Russia",
    )


def test_what_somebody_wants_is_in_the_words_of_who_says_so() -> None:
    assert said("The mayor wants the bridge to be closed, the sources said.") == [
        ("the sources", "indirect", "The mayor wants the bridge to be closed")
    ]


def test_a_sentence_of_two_speakers_is_split_between_them() -> None:
    assert said("The mayor said the bridge was open, but engineers said that it was closed.") == [
        ("The mayor", "indirect", "the bridge was open"),
        ("engineers", "indirect", "it was closed"),
    ]


def test_the_writers_own_half_of_a_sentence_stays_the_writers() -> None:
    assert said("The army left the old town on Monday; activists said that it had burnt houses.") == [
        ("the writer", "own", "The army left the old town on Monday"),
        ("activists", "indirect", "it had burnt houses"),
    ]


def test_what_somebody_adds_after_a_quotation_goes_on() -> None:
    assert said("“We stay,” Smith said, adding that the road was cut.") == [
        ("Smith", "quotation", "“We stay,”"),
        ("Smith", "continued", "the road was cut"),
    ]


def test_a_quotation_goes_on_over_sentences() -> None:
    found = said("“We stay,” Smith said. “The road is cut. Nobody can leave.”")
    assert [(speaker, manner) for speaker, manner, _ in found] == [
        ("Smith", "quotation"),
        ("Smith", "continued"),
        ("Smith", "continued"),
    ]


def test_a_quotation_whose_speaker_is_named_at_its_end_is_theirs_from_its_beginning() -> None:
    assert [one[:2] for one in said("“The road is cut. Nobody can leave,” said Ann Lee.")] == [
        ("Ann Lee", "quotation"),
        ("Ann Lee", "quotation"),
    ]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    assert [one[:2] for one in said("“The road is cut,” Ann Lee said.", "“Nobody can leave.”")] == [
        ("Ann Lee", "quotation"),
        ("Ann Lee", "continued"),
    ]


def test_a_name_after_a_dash_says_whose_the_quotation_before_is() -> None:
    assert [one[:2] for one in said("“Nobody can leave.” — Ann Lee, Evening Post")] == [
        ("Ann Lee", "quotation"),
        ("the writer", "own"),
    ]


def test_who_asked_is_said_in_a_sentence_of_its_own() -> None:
    assert [one[:2] for one in said("“Who can leave?” Smith asked.")] == [("Smith", "quotation"), ("the writer", "own")]


def test_what_is_said_twice_to_be_said_is_said_once() -> None:
    assert said("Smith said that the road was cut, the mayor said.") == [
        ("the mayor", "indirect", "Smith said that"),
        ("Smith", "indirect", "the road was cut"),
    ]


def test_a_quotation_that_nobody_is_named_for_is_nobodys() -> None:
    assert said("“The road is cut.”") == [("unattributed", "quotation", "“The road is cut.”")]


def test_it_is_the_body_that_quoted_somebody_before() -> None:
    found = said("State media quoted the head of the agency as saying all was ready. It said rockets stood by.")
    assert [speaker for speaker, _, _ in found] == ["the head of the agency", "State media"]


def test_who_wrote_a_post_that_a_page_shows_does_not_go_on_speaking() -> None:
    found = said("Residents said it was open.", "So good — Ann Lee (@annlee) May 3, 2018", "They said it was new.")
    assert [speaker for speaker, _, _ in found][-1] == "Residents"


def test_he_is_the_one_who_spoke_before() -> None:
    assert [one[:2] for one in said("John Smith said the road was cut. He added that nobody could leave.")] == [
        ("John Smith", "indirect"),
        ("John Smith", "continued"),
    ]


def test_it_is_a_body_and_they_are_several() -> None:
    found = said("The ministry said that mines remain. Activists said that houses burnt. It said that nobody died.")
    assert [one[0] for one in found] == ["The ministry", "Activists", "The ministry"]


def test_he_stays_he_where_two_may_be_meant() -> None:
    found = said(
        "John Smith said the road was cut. Paul Jones said it was open. The rain fell all day. The night came. He said"
        " nothing was known."
    )
    assert found[-1][0] == "He"


def test_a_pronoun_with_nobody_before_it_stays_what_it_is() -> None:
    assert said("He said that the road was cut.") == [("He", "continued", "the road was cut")]


def test_the_speaker_stands_where_the_text_names_them() -> None:
    text, (found,) = read(version("John Smith, a friend, said that the road was cut."))[0]
    assert found.source == Span(0, text.index(", said"))


def test_a_dateline_is_no_source() -> None:
    assert said("HOMS (AFP) - The army left, officials said.") == [("officials", "indirect", "The army left")]


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        ("The article states that the city fell.", "the writer", "the city fell"),
        ("The headline says: “The city fell”.", "the writer", "“The city fell”"),
        ("ISIS, the Evening Post reports, fled.", "the Evening Post", "ISIS, the Evening Post reports, fled"),
        ("Assad, AFP reports, gave thanks.", "AFP", "Assad, AFP reports, gave thanks"),
        ("Of the city the article has the words “a jewel”.", "the writer", "the words “a jewel”"),
    ],
)
def test_in_a_digest_the_account_that_is_summed_up_is_the_writer(sentence: str, speaker: str, content: str) -> None:
    text, (found,) = read(version(sentence, kind="digest"))[0]
    assert (found.kind, found.speaker, text[found.content.start : found.content.end]) == ("writer", speaker, content)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("SOHR, the article reports, says that 400 died.", "SOHR"),
        ("Parzinger says, by the article’s report, that soldiers dug there.", "Parzinger"),
        ("The Army Command’s words, in the article, are: “We won”.", "The Army Command"),
        ("Of the mines, the article reports from Stavitsky, 18,000 were found.", "Stavitsky"),
        ("The article cites Peskov: the city is free.", "Peskov"),
        ("The group “alleged”, the article writes, that houses burnt.", "The group"),
        ("The lieutenant gives the count: “1,230 mines”.", "The lieutenant"),
        ("By Peskov’s report, as the article relays it, Assad said that he was grateful.", "Assad"),
    ],
)
def test_in_a_digest_whom_the_account_quotes_is_who_speaks(sentence: str, speaker: str) -> None:
    _, found = read(version(sentence, kind="digest"))[0]
    assert [(one.kind, one.speaker) for one in found] == [("named", speaker)]


def test_the_article_is_no_writer_where_it_may_be_another_article() -> None:
    _, (found,) = read(version("The article says that the city fell."))[0]
    assert (found.kind, found.speaker) == ("named", "The article")


def test_a_quotation_in_the_next_paragraph_is_whose_the_colon_announced() -> None:
    assert said("A report from the bank said:", "“Prices will fall.”")[-1] == (
        "A report from the bank",
        "continued",
        "“Prices will fall.”",
    )


def test_what_a_survey_found_is_in_the_words_of_who_reports_it() -> None:
    assert said("The survey shows that prices fell, said Ann Lee.") == [
        ("Ann Lee", "indirect", "The survey shows that prices fell")
    ]


def test_a_block_of_quotation_after_its_speaker_is_theirs() -> None:
    account = version("Ann Lee said that the road was cut.")
    block = Passage("2", Block("quotation", "Nobody can leave."))
    found = [(account.passages[0], Span(0, 35)), (block, Span(0, 17))]
    assert [one.speaker for (one,) in attributions(account, found)] == ["Ann Lee", "Ann Lee"]


@pytest.mark.parametrize(
    ("language", "sentence", "speaker", "content"),
    [
        ("fr", "Selon l’OSDH, l’EI s’est retiré de la ville.", "l’OSDH", "l’EI s’est retiré de la ville"),
        ("fr", "L’armée a annoncé que la ville était libre.", "L’armée", "la ville était libre"),
        ("fr", "« La ville est libre », a déclaré le maire.", "le maire", "« La ville est libre »"),
        ("ru", "По словам Пескова, город освобождён.", "Пескова", "город освобождён"),
        ("ru", "Министерство заявило, что город освобождён.", "Министерство", "город освобождён"),
        ("ru", "Город освобождён, сообщает ТАСС.", "ТАСС", "Город освобождён"),
        ("ar", "وقال المرصد السوري إن المقاتلين انسحبوا.", "المرصد السوري", "المقاتلين انسحبوا"),
        ("ar", "انسحب المقاتلون شرقا، بحسب مصدر عسكري.", "مصدر عسكري", "انسحب المقاتلون شرقا"),
    ],
)
def test_french_russian_and_arabic_are_read_by_their_own_words(
    language: str, sentence: str, speaker: str, content: str
) -> None:
    assert [(who, words) for who, _, words in said(sentence, language=language)] == [(speaker, content)]


def test_speech_goes_on_in_french_and_arabic() -> None:
    assert [
        one[0] for one in said("Le maire a dit que tout va bien. Il a ajouté que rien ne manque.", language="fr")
    ] == [
        "Le maire",
        "Le maire",
    ]
    found = said("وقال المرصد السوري إن المقاتلين انسحبوا. وأضاف أن المعارك مستمرة.", language="ar")
    assert [one[0] for one in found] == ["المرصد السوري", "المرصد السوري"]


def test_a_language_without_a_table_is_its_writers() -> None:
    assert [one[:2] for one in said("Pälkäne sanoi, että kaupunki on vapaa.", language="fi")] == [("the writer", "own")]


PIECES = st.sampled_from(
    [
        "the mayor", "said", "that", "“", "”", '"', ",", ".", ";", ":", "(", ")", "according to", "by his account", "he", "it",
        "SOHR", "reports", "quoted", "as saying", "and", "citing", "—", "the article", "’s", "words are", "1,230", "is", "\n",
    ]
)  # fmt: skip


def hold(account: Version) -> None:
    """Each sentence has an attribution; they lie in it, in order, and have nothing in common."""
    found = [(passage, span) for passage in account.passages for span in sentences(passage.text)]
    read = attributions(account, found)
    assert len(read) == len(found)
    for (_, sentence), those in zip(found, read, strict=True):
        assert those
        at = sentence.start
        for one in those:
            assert at <= one.content.start < one.content.end <= sentence.end
            assert one.source is None or sentence.start <= one.source.start < one.source.end <= sentence.end
            assert one.speaker
            at = one.content.end


@given(
    st.lists(PIECES, max_size=40).map(" ".join),
    st.sampled_from(["en", "fr", "ru", "ar"]),
    st.sampled_from(["digest", "complete"]),
)
def test_any_words_are_given_to_somebody_once(text: str, language: str, kind: TextKind) -> None:
    hold(version(text, text, language=language, kind=kind))


@given(st.text(max_size=200), st.sampled_from(["en", "fr", "ru", "ar", "xx"]))
def test_any_text_is_read(text: str, language: str) -> None:
    hold(version(text, language=language))


@pytest.mark.parametrize(
    "text",
    [
        "“" * 100_000,
        '"a" ' * 25_000,
        "(a) said " * 11_000,
        "he said, " * 11_000,
        "A. said. “" * 10_000,
        "a" * 100_000,
        "’s " * 33_000,
        "by the X " * 11_000,
        "“A. ” B! " * 11_000,
        "https://" * 12_000 + "x — Ann Lee (@ann)",
        "so — Ann Lee (@ann) " * 5_000,
        "said, quoting the mayor, Ann Lee, " * 3_000,
    ],
    ids=lambda text: text[:10],
)
def test_endless_signs_are_read_like_any_text(text: str) -> None:
    for kind in ("complete", "digest"):
        hold(version(text, kind=kind))


@pytest.mark.parametrize(
    "sentences",
    [
        ("General Ali said the city was lost.", "Governor Omar disagreed.", "“We stay,” he said."),
        ("Kerry said talks had failed.", "Lavrov, in Moscow, was furious.", "“Lies,” he said."),
        (
            "General Ali said the city was lost.",
            "His brother Omar, a baker, fled to Homs.",
            "He said that he had seen it.",
        ),
        ("The general said the city was lost.", "The governor wept.", "He said that it was over."),
        ("The governor of Homs said it was lost.", "The governor of Hama wept.", "He said that it was over."),
        ("Kerry said talks had failed.", "Sitting beside Lavrov, he said that they were over."),
        ("General Ali said that Omar had fled.", "The city burned.", "He said it was lost."),
    ],
)
@pytest.mark.parametrize("paragraphs", [True, False])
def test_he_stays_he_where_another_was_named_since_somebody_spoke(sentences: tuple[str, ...], paragraphs: bool) -> None:
    found = said(*sentences) if paragraphs else said(" ".join(sentences))
    assert found[-1][0].lower() == "he"


@pytest.mark.parametrize(
    "sentences",
    [
        ("General Ali said the city was lost.", "Governor Omar disagreed, saying that it held.", "“We stay,” he said."),
        ("Governor Omar said that General Ali had fled.", "He said the city was lost."),
        ("Governor Omar said that all was lost in Homs.", "Omar wept in Homs.", "“We stay,” he said."),
        (
            "Governor Omar said it was lost.",
            "The Kremlin, in Moscow, was silent on Syrian troops.",
            "He said it was over.",
        ),
        ("Governor Omar said that it was over.", "“General Ali fled,” he said."),
    ],
)
def test_he_is_who_spoke_where_nobody_else_was_named_since(sentences: tuple[str, ...]) -> None:
    assert said(" ".join(sentences))[-1][0] == "Governor Omar"


def test_she_is_no_man_and_he_no_woman() -> None:
    assert said("The spokeswoman said it was lost. He said it was over.")[-1][0] == "He"
    assert said("Mr Lee said it was lost. She said it was over.")[-1][0] == "She"


@pytest.mark.parametrize(
    "sentence",
    [
        "Neither the army nor the rebels have claimed responsibility for the attack.",
        "He did not say that the bridge was open.",
        "The minister never said that the bridge was open.",
        "The army did not claim that the hill was taken.",
        "The rebels have not claimed the attack was theirs.",
        "The mayor could not say how many had died.",
        "The mayor would not confirm that the men were dead.",
        "The mayor cannot say that the men are dead.",
        "The minister hasn’t said the bridge is open.",
        "Nor did the army say that the hill was taken.",
        "Neither Moscow nor Damascus said that the hill was taken.",
        "No group has claimed responsibility for the blast.",
        "No one claimed that the bridge was open.",
        "Not one of the men said that the hill was taken.",
        "At no time did the army say that the hill was taken.",
        "The minister did not deny that the bridge was open.",
        "The survey did not find that prices had fallen.",
        # questions
        "Did the army say that the hill was taken?",
        "Has Moscow said that the war is over?",
        "Was the minister told that the bridge was open?",
        "Why did the mayor say the bridge was open?",
    ],
)
def test_what_nobody_is_given_as_saying_is_the_writers(sentence: str) -> None:
    assert said(sentence) == [("the writer", "own", sentence)]


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        ("The minister denied that the bridge was open.", "The minister", "denied that the bridge was open"),
        ("The minister denied the bridge was open.", "The minister", "denied the bridge was open"),
        ("Officials do not expect the war to end.", "Officials", "do not expect the war to end"),
    ],
)
def test_a_denial_is_among_the_words_of_who_denies(sentence: str, speaker: str, content: str) -> None:
    assert said(sentence) == [(speaker, "indirect", content)]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("The army has not only said that the bridge was open.", "the bridge was open"),
        ("The army said that no one had died.", "no one had died"),
        ("The army said it did not know.", "it did not know"),
        ("No, the army said, the bridge is shut.", "No, the army said, the bridge is shut"),
        ("Although it did not claim the hill, the army said that it was lost.", "it was lost"),
    ],
)
def test_who_says_that_something_is_not_so_says_it(sentence: str, content: str) -> None:
    assert [(speaker.lower(), words) for speaker, _, words in said(sentence)] == [("the army", content)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("“We won,” Haddad insisted, while Omar countered: “We lost.”", [("Haddad", "“We won,”"), ("Omar", "“We lost.”")]),
        ("Haddad said: “We won,” but Omar said: “We lost.”", [("Haddad", "“We won,”"), ("Omar", "“We lost.”")]),
        ("Haddad said “we won”, Omar “we lost”.", [("Haddad", "“we won”"), ("Omar", "“we lost”")]),
        ("The army said on Sunday it had killed 50 men in Raqqa, but residents said the dead were farmers.",
         [("The army", "it had killed 50 men in Raqqa"), ("residents", "the dead were farmers")]),
        ("The army said in a statement it had taken the hill, but rebels denied it.", [("The army", "it had taken the hill")]),
        ("The army says the road is open, but residents deny it.", [("The army", "the road is open")]),
        ("Although the army says the road is open, the road is mined.",
         [("the army", "the road is open"), ("the writer", "the road is mined")]),
        ("“We won,” said Ali, while “we lost,” said Omar.", [("Ali", "“We won,”"), ("Omar", "“we lost,”")]),
        ("Ali said the bridge was open and Omar said the road was shut.",
         [("Ali", "the bridge was open"), ("Omar", "the road was shut")]),
        ("While the army says the road is open, residents say it is mined.",
         [("the army", "the road is open"), ("residents", "it is mined")]),
    ],
)  # fmt: skip
def test_each_of_two_speakers_in_a_sentence_has_their_own_words(sentence: str, found: list[tuple[str, str]]) -> None:
    assert [(speaker, words) for speaker, _, words in said(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        ("The army said in a statement it had taken the hill, and that 12 men had died.", "The army",
         "it had taken the hill, and that 12 men had died"),
        ("The army said in Geneva the talks had failed.", "The army", "the talks had failed"),
        ("Haddad told reporters on Monday the bridge was safe.", "Haddad", "the bridge was safe"),
        ("The bank said £3 million was missing.", "The bank", "£3 million was missing"),
        ("The minister said that $200 billion would be needed.", "The minister", "$200 billion would be needed"),
        ("“Gone,” answered her son.", "her son", "“Gone,”"),
        ("“We are lost,” whispered the old man.", "the old man", "“We are lost,”"),
        ("“We are lost,” she whispered.", "she", "“We are lost,”"),
        ("“Bread and freedom,” shouted the men.", "the men", "“Bread and freedom,”"),
        ("“Bread and freedom,” the crowd chanted.", "the crowd", "“Bread and freedom,”"),
        ("“Palmyra falls,” runs the headline.", "the headline", "“Palmyra falls,”"),
        ("Said the mayor: “We will stay.”", "the mayor", "“We will stay.”"),
    ],
)  # fmt: skip
def test_words_are_found_behind_when_and_where_and_by_rarer_verbs(sentence: str, speaker: str, content: str) -> None:
    assert [(who, words) for who, _, words in said(sentence)] == [(speaker, content)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Rebels who claim to hold the hill say the army fled.", [("Rebels", "the army fled")]),
        ("Men who say they were beaten by the guards told Amnesty that they had confessed.",
         [("Men", "they were beaten by the guards"), ("Men", "they had confessed")]),
        ("“We won,” a man who gave his name as Ali said.", [("a man", "“We won,”")]),
        ("The woman whose son was killed told AFP that the soldiers had come.", [("The woman", "the soldiers had come")]),
        ("An official who was briefed on it told CNN that the strike had failed.", [("An official", "the strike had failed")]),
        ("The general, who said the road was open, was dismissed on Friday.", [("The general", "the road was open")]),
        ("Men said to be rebels told the crowd that it was over.", [("Men", "it was over")]),
        ("“We won,” Ali quoted Omar as saying.", [("Omar", "“We won,”")]),
        ("The rebels, who the army says have fled, still hold the hill.", [("the army", "have fled")]),
        ("The town that the army said it had taken was empty.", [("the army", "it had taken")]),
        ("The engineer who said the bridge was safe died yesterday.", [("The engineer", "the bridge was safe")]),
        ("The engineer who said that the bridge had been built by men who cheated died.",
         [("The engineer", "the bridge had been built by men who cheated")]),
    ],
)  # fmt: skip
def test_a_relative_clause_names_nobody_and_ends(sentence: str, found: list[tuple[str, str]]) -> None:
    assert [(speaker, words) for speaker, _, words in said(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The US, Britain and France said the attack was wrong.", "The US, Britain and France"),
        ("Russia, Iran, and Turkey said the truce would hold.", "Russia, Iran, and Turkey"),
        ("Ahmed, Omar and Ali said the bridge was open.", "Ahmed, Omar and Ali"),
        ("Doctors, nurses and patients said the bridge was open.", "Doctors, nurses and patients"),
        ("In Paris, Britain and France said the attack was wrong.", "Britain and France"),
        ("Meanwhile, Omar and Ali said the bridge was open.", "Omar and Ali"),
        ("Two days later, doctors and nurses said the bridge was open.", "doctors and nurses"),
    ],
)
def test_a_list_of_speakers_is_whole(sentence: str, speaker: str) -> None:
    assert [who for who, _, _ in said(sentence)] == [speaker]


@pytest.mark.parametrize(
    ("texts", "speaker"),
    [
        (
            "The union said they had left. “They were warned,” said its chairman, Olav Brandt.",
            "its chairman, Olav Brandt",
        ),
        ("The union said they had left. “They were warned,” said its chairman.", "its chairman"),
        ("Ann Lee said it was open. Her lawyer said that it was safe.", "Her lawyer"),
        ("The ministry said it was open. Its statement said that it was safe.", "The ministry"),
        ("Theresa May said the vote was over.", "Theresa May"),
        ("May said the vote was over.", "May"),
        ("The vote is over, May said.", "May"),
        ("The vote is over, Smith said in May.", "Smith"),
    ],
)
def test_a_speaker_has_the_name_that_the_text_gives(texts: str, speaker: str) -> None:
    assert said(texts)[-1][0] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        ("The article reports a figure from the Russian centre: those it calls “terrorists” were “over 4,000”.",
         "the Russian centre", "those it calls “terrorists” were “over 4,000”"),
        ("The headline, which credits state television, says: “Palmyra has fallen to the group.”", "the writer",
         "“Palmyra has fallen to the group.”"),
        ("The UPI story on Lee that this room holds (upi-lee-2016) speaks in its headline of losses.", "The UPI story on Lee",
         "in its headline of losses"),
        ("By the Reuters report, 21 is over four times the toll.", "Reuters", "21 is over four times the toll"),
        ("“The town is ours again”: these are the words AFP gives from the centre.", "the centre",
         "“The town is ours again”: these are the words AFP gives"),
    ],
)  # fmt: skip
def test_a_digest_names_who_is_the_source_of_its_account(sentence: str, speaker: str, content: str) -> None:
    assert [(who, words) for who, _, words in said(sentence, kind="digest")][-1] == (speaker, content)


@pytest.mark.parametrize(
    ("texts", "language", "speaker", "content"),
    [
        ("Selon le préfet, Jean Mars, 17 ouvriers sont morts.", "fr", "le préfet, Jean Mars", "17 ouvriers sont morts"),
        ("Selon le préfet, 17 ouvriers sont morts.", "fr", "le préfet", "17 ouvriers sont morts"),
        ("Selon Jean Mars, Paris, Lyon et Nice sont sûres.", "fr", "Jean Mars", "Paris, Lyon et Nice sont sûres"),
        ("Мэр Белова сообщила, что мост закрыт. По её словам, дорога открыта.", "ru", "Мэр Белова", "дорога открыта"),
        ("Мост закрыт. По её словам, дорога открыта.", "ru", "она", "дорога открыта"),
        ("Министр Иванов заявил, что мост закрыт. Позднее он добавил, что дорога открыта.", "ru", "Министр Иванов",
         "дорога открыта"),
        ("Министр Иванов заявил, что мост закрыт. Губернатор Петров ушёл. Он добавил, что дорога открыта.", "ru", "Он",
         "дорога открыта"),
    ],
)  # fmt: skip
def test_names_and_pronouns_of_other_languages(texts: str, language: str, speaker: str, content: str) -> None:
    assert [(who, words) for who, _, words in said(texts, language=language)][-1] == (speaker, content)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Peskov said Putin had told Obama that the war was over.",
         [("Peskov", "Putin had told Obama that"), ("Putin", "the war was over")]),
        ("CNN reported that the Pentagon said the strike had failed.",
         [("CNN", "the Pentagon said"), ("the Pentagon", "the strike had failed")]),
        ("The army said it believed that the road was open.", [("The army", "it believed that the road was open")]),
    ],
)  # fmt: skip
def test_who_relays_what_another_says_is_given_with_the_words_that_name_them(
    sentence: str, found: list[tuple[str, str]]
) -> None:
    assert [(speaker, words) for speaker, _, words in said(sentence)] == found


def test_they_and_it_stay_so_where_others_were_named_since_somebody_spoke() -> None:
    assert said("Residents said the road was shut. The rebels fled. They said it was mined.")[-1][0] == "They"
    assert said("The army said the road was shut. The ministry was silent. It said it was mined.")[-1][0] == "It"
    assert said("Moscow said the road was shut. Damascus was silent. It said it was mined.")[-1][0] == "It"
    assert said("Residents said the road was shut. Snow fell. They said it was mined.")[-1][0] == "Residents"
    assert said("The army said the road was shut. The snow fell on. It said it was mined.")[-1][0] == "The army"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The minister denied that the army had said the bridge was safe.",
         [("The minister", "denied that the army had said the bridge was safe")]),
        ("The mayor did not say why but police said it was greed.", [("police", "it was greed")]),
        ("Ali denied the claim, but Omar said it was true.", [("Ali", "denied the claim"), ("Omar", "it was true")]),
        ("The ministry, however, said the road was open.", [("The ministry", "the road was open")]),
        ("A group that has not claimed attacks before said it was behind it.", [("A group", "it was behind it")]),
        ("Ali, a doctor, and Omar, a baker, said that the road was shut.",
         [("Ali, a doctor, and Omar, a baker", "the road was shut")]),
        ("When the army said it had left, the road was shut.",
         [("the army", "it had left"), ("the writer", "the road was shut")]),
    ],
)  # fmt: skip
def test_what_stands_beside_a_speaker_is_not_taken_for_theirs(sentence: str, found: list[tuple[str, str]]) -> None:
    assert [(speaker, words) for speaker, _, words in said(sentence)] == found


@pytest.mark.parametrize(
    "sentence",
    [
        "He did not say that the army had claimed the hill.",
        "Why the army said so is unclear.",
        "Was it a bomb, as police said?",
        "Since Ali said that, the road has been open.",
    ],
)
def test_nobody_within_a_denial_or_a_question_speaks(sentence: str) -> None:
    assert {speaker for speaker, _, _ in said(sentence)} == {"the writer"}


def test_who_asked_does_not_answer() -> None:
    assert said("“Where is he?” asked Omar. “He fled,” he answered.")[-1][0] == "he"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("US officials said the road was open.", [("US officials", "the road was open")]),
        ("Ali told AFP by phone the road was open.", [("Ali", "the road was open")]),
        ("Ali told a news conference the road was open.", [("Ali", "the road was open")]),
        ("The mayor said “the road is open”, the governor “the road is shut”.",
         [("The mayor", "“the road is open”"), ("the governor", "“the road is shut”")]),
        ("“We will stay,” Ali said, but Omar, his brother, said: “We will go.”",
         [("Ali", "“We will stay,”"), ("Omar, his brother", "“We will go.”")]),
        ("The general, speaking after the governor said the road was open, warned that it was mined.",
         [("the governor", "the road was open"), ("The general", "it was mined")]),
        ("Those who fled say the army burned houses.", [("Those who fled", "the army burned houses")]),
        ("Ali, not Omar, said the road was open.", [("Ali", "the road was open")]),
        ("Ali said nothing of the road.", [("the writer", "Ali said nothing of the road.")]),
        ("Hardly anyone said that it was open.", [("the writer", "Hardly anyone said that it was open.")]),
        ("The claim was made by the army, which said that the road was open.", [("the army", "the road was open")]),
    ],
)  # fmt: skip
def test_speakers_are_found_over_what_stands_between(sentence: str, found: list[tuple[str, str]]) -> None:
    assert [(speaker, words) for speaker, _, words in said(sentence)] == found


def test_a_name_with_a_dash_between_its_words_is_known_by_the_words() -> None:
    assert words_of("Anna - Kell") == {"anna", "kell"}
