"""Made-up stories of events whose groups are known: two of one kind at one place, and others that have nothing to do with them."""

from datetime import UTC, date, datetime

from reading_room.comparing.groups.telling import Telling, telling
from reading_room.comparing.sentences.analysing import analyse
from reading_room.model.article import Article, Block, Passage, Version
from reading_room.model.dates import DateSpan

FERRY = (
    ("Ferry Albatross sinks off Gullholm", "The ferry Albatross sank off Gullholm on Monday after it struck the Hagen rock. "
     "Captain Lindqvist and forty passengers were taken off by fishermen."),
    ("Forty saved as Albatross goes down", "Fishermen saved forty passengers when the Albatross went down near the Hagen rock. "
     "Captain Lindqvist left the Albatross last, witnesses in Gullholm told."),
    ("Inquiry into the Albatross opens", "An inquiry asks why captain Lindqvist steered the ferry Albatross past the Hagen rock. "
     "In fog it was not seen. The forty passengers are back in Gullholm."),
    ("Albatross: what the fishermen saw", "Three fishermen of Gullholm told how the Albatross struck the Hagen rock. "
     "The ferry lay on its side while captain Lindqvist called for boats."),
)  # fmt: skip
OTHER_FERRY = (
    ("Ferry Cormorant sinks off Gullholm", "The ferry Cormorant sank off Gullholm on Friday after a fire in its boiler. "
     "Captain Ostrander and ninety passengers rowed to Vester pier."),
    ("Ninety row ashore from burning Cormorant", "Ninety passengers rowed to Vester pier when the boiler of the Cormorant burnt. "
     "Captain Ostrander was hurt, doctors in Gullholm told."),
    ("Cormorant boiler was old, owners write", "The boiler of the ferry Cormorant was thirty years old, its owners write. "
     "Captain Ostrander had asked for a new one; ninety passengers reached Vester pier off Gullholm."),
    ("Cormorant: the fire in the boiler", "How the fire began in the boiler of the Cormorant is not known. "
     "The ferry burnt for three hours off Gullholm, and captain Ostrander stayed at Vester pier."),
)  # fmt: skip
ELECTION = (
    ("Marchetti elected mayor of Sondrio", "Paola Marchetti was elected mayor of Sondrio with 61 per cent of the votes. "
     "Her rival Bruno Tedeschi congratulated her in the town hall."),
    ("Sondrio votes for Marchetti", "Voters in Sondrio chose Paola Marchetti as mayor; Bruno Tedeschi had 39 per cent. "
     "The town hall counted until midnight."),
    ("Tedeschi loses Sondrio", "Bruno Tedeschi lost the vote for mayor of Sondrio to Paola Marchetti, who had 61 per cent. "
     "He left the town hall early."),
)  # fmt: skip
COMET = (
    (
        "A comet over the observatory",
        "Astronomers at the Kremsmuenster observatory described a green comet with two tails.",
    ),
)

WAREHOUSE = (
    ("Twelve die in Osterhavn warehouse fire", "A fire in a cotton warehouse at Osterhavn killed twelve dockers on Tuesday. "
     "The mayor of Osterhavn, Ingrid Solem, said that smoke had covered the quays until noon."),
    ("Cotton burns at Osterhavn", "Dockers jumped from the cotton warehouse when fire took its roof on Tuesday; twelve were killed "
     "at Osterhavn. Firemen from two towns came, and smoke hung over the quays."),
    ("Osterhavn dockers had warned of cotton", "The dockers of Osterhavn had warned that cotton lay against the lamps of the "
     "warehouse, where a fire killed twelve of them on Tuesday. The council will ask why."),
    ("Warehouse had no stairs", "The warehouse at Osterhavn in which twelve dockers died in a fire on Tuesday had no stairs to the "
     "quays, firemen found. Cotton still smokes. The mayor, Ingrid Solem, said that it will close."),
)  # fmt: skip
BUDGET = (
    "Osterhavn council passes budget",
    "The council of Osterhavn passed its budget on Tuesday by 21 votes to 14. School meals will cost two crowns more. The library "
    "will close on Mondays, the mayor of Osterhavn, Ingrid Solem, said. The stairs of the town hall wait for another year.",
)

EVENTS = {"ferry": FERRY, "other": OTHER_FERRY, "vote": ELECTION, "comet": COMET}
PUBLISHED = {
    "ferry": date(2001, 5, 8),
    "other": date(2003, 9, 20),
    "vote": date(2002, 6, 10),
    "comet": date(2002, 1, 1),
}


def version(slug: str, title: str, text: str, published: str | None = None, outlet: str = "a-paper") -> Version:
    when = DateSpan.parse(published) if published else None
    article = Article(slug, title, outlet, when, "printed", "en", "complete")
    passages = tuple(Passage(str(at), Block("paragraph", part)) for at, part in enumerate(text.split("\n"), 1))
    return Version(article, 1, datetime(2020, 1, 1, tzinfo=UTC), passages)


def story(slug: str, title: str, text: str, published: str | None = None, outlet: str = "a-paper") -> Telling:
    one = version(slug, title, text, published, outlet)
    return telling(slug, one, analyse(one))


def stories(*, dated: bool = True, outlet: str = "a-paper") -> list[Telling]:
    """All of them, as ferry-0, ferry-1 and so on."""
    return [
        story(f"{event}-{at}", title, text, str(PUBLISHED[event]) if dated else None, outlet)
        for event, texts in EVENTS.items()
        for at, (title, text) in enumerate(texts)
    ]
