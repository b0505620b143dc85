"""Made-up stories of pairs of events of one kind at one place, a year and more apart, and of other things that befell there.

Each pair has its people, its place and most of its words in common. What tells the two apart is when they were, and numbers. An
event has stories from the day after it, later ones, and in some pairs a word on the other event; `elsewhere` is of neither.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reading_room.comparing.groups.telling import Telling
from tests.comparing.stories import story

Story = tuple[str, str, str]
"""Published, title, text."""


@dataclass(frozen=True, slots=True)
class Twins:
    """Two events and what is neither of them."""

    one: tuple[Story, ...]
    other: tuple[Story, ...]
    elsewhere: tuple[Story, ...] = ()


FLOODS = Twins(
    one=(
        ("2011-03-05", "River Orla floods Velden", "The river Orla burst its banks in Velden on Friday and two people "
         "drowned, mayor Ines Falk said. Some 900 people left the lower town. Firefighters took 40 people from roofs."),
        ("2011-03-05", "Two drown in Velden flood", "Two people drowned in Velden on Friday when the Orla flooded the lower "
         "town. Mayor Ines Falk said the sluice had been opened too late. Boats carried 40 people from the roofs."),
        ("2011-03-06", "Velden counts its losses", "After the flood of Friday 200 houses stand in mud in the lower town of "
         "Velden. The Orla fell during the night. Mayor Ines Falk asked the province for money for repairs."),
        ("2011-03-08", "Who opened the sluice?", "The water board says that the sluice above Velden was opened on the evening "
         "before the flood of 4 March. Two people drowned when the Orla came into the lower town."),
    ),
    other=(
        ("2012-03-17", "Orla floods Velden again", "The river Orla burst its banks in Velden on Friday and six people "
         "drowned, mayor Ines Falk said. Some 2,000 people left the lower town. A year ago two people drowned there."),
        ("2012-03-17", "Six drown in second Velden flood", "Six people drowned in Velden on Friday when the Orla flooded the "
         "lower town. Mayor Ines Falk said the sirens had sounded in time. Boats carried 110 people from the roofs."),
        ("2012-03-18", "Velden in mud for the second time", "After the flood of Friday 500 houses stand in mud in the lower "
         "town of Velden. Mayor Ines Falk asked the province for a wall along the Orla, as she had in March 2011."),
        ("2012-03-20", "A wall for Velden", "The province will pay for a wall along the Orla after the flood of 16 March, in "
         "which six people drowned in the lower town of Velden."),
    ),
    elsewhere=(
        ("2012-01-20", "Velden council passes budget", "The council of Velden passed its budget on Thursday with eleven votes "
         "to three. Mayor Ines Falk said that six million would be spent on schools and on a library."),
        ("2012-03-17", "Velden chess club wins cup", "The chess club of Velden won the cup of the province on Friday against "
         "Harn by five boards to three. Mayor Ines Falk received the players in the town hall."),
        ("2011-09-02", "New school year in Velden", "Classes began in Velden on Thursday for 700 children. Mayor Ines Falk "
         "opened a gymnasium at the school in the upper town."),
    ),
)  # fmt: skip
ELECTIONS = Twins(
    one=(
        ("2008-10-13", "Sorel elected in Brace", "Voters in Brace elected Maud Sorel governor on Sunday with 52 per cent. "
         "Her rival Piet Tamm conceded before midnight. Turnout was 61 per cent, the electoral office said."),
        ("2008-10-13", "Brace votes for Sorel", "Maud Sorel won the election for governor of Brace on Sunday. Piet Tamm had "
         "48 per cent and conceded. The electoral office counted until three."),
        ("2008-10-14", "Tamm congratulates Sorel", "Piet Tamm lost the vote for governor in Brace on Sunday by four points "
         "and congratulated Maud Sorel. The electoral office spoke of a calm day."),
        ("2008-10-16", "What Sorel promises Brace", "Governor-elect Maud Sorel promised Brace a railway after the election of "
         "12 October, in which Piet Tamm was beaten."),
    ),
    other=(
        ("2012-10-15", "Sorel elected again in Brace", "Voters in Brace elected Maud Sorel governor for a second term on Sunday "
         "with 57 per cent. Her rival Piet Tamm conceded at ten. Turnout was 49 per cent, the electoral office said."),
        ("2012-10-15", "Second term for Sorel", "Maud Sorel won the election for governor of Brace on Sunday for the second "
         "time. Piet Tamm had 43 per cent and conceded. The electoral office counted until one."),
        ("2012-10-16", "Tamm will not run again", "Piet Tamm lost the vote for governor in Brace on Sunday by fourteen points, "
         "four years after his first defeat by Maud Sorel. He will not run again."),
        ("2012-10-18", "Brace: who did not vote", "In the election of 14 October only half of Brace voted. Maud Sorel was "
         "elected governor once more; the electoral office blames the rain."),
    ),
    elsewhere=(
        ("2010-05-20", "Governor opens bridge", "Governor Maud Sorel opened a bridge over the Lenne in Brace on Wednesday. "
         "It cost nine million and took two years to build. Lorries had waited for a ferry."),
    ),
)  # fmt: skip
RAIDS = Twins(
    one=(
        ("1997-06-11", "Raid on Hadra kills nine", "Gunmen attacked the police post at Hadra before dawn on Tuesday and killed "
         "nine officers. Colonel Bakri said the attackers came on motorcycles from the marsh."),
        ("1997-06-11", "Police post attacked at Hadra", "Nine officers died on Tuesday when gunmen on motorcycles attacked the "
         "police post at Hadra. They left by the marsh road, Colonel Bakri said."),
        ("1997-06-12", "Hadra buries its dead", "The nine officers killed in the attack of Tuesday were buried in Hadra. "
         "Colonel Bakri spoke at the grave. The police post is burnt out."),
        ("1997-06-13", "Arrests after Hadra attack", "Colonel Bakri announced four arrests in the marsh villages after the "
         "attack of 10 June on the police post at Hadra, in which nine officers died."),
    ),
    other=(
        ("1999-08-26", "Second raid on Hadra kills four", "Gunmen attacked the police post at Hadra on Wednesday night and "
         "killed four officers. Colonel Bakri said the attackers came by boat from the marsh."),
        ("1999-08-26", "Hadra police post attacked again", "Four officers died on Wednesday when gunmen attacked the police "
         "post at Hadra, where nine were killed in June 1997. They left by boat, Colonel Bakri said."),
        ("1999-08-27", "Four officers buried at Hadra", "The four officers killed in the attack of Wednesday were buried in "
         "Hadra. Colonel Bakri spoke at the grave. The wall of the post had held."),
        ("1999-08-29", "Boats seized after Hadra attack", "Police seized eleven boats in the marsh villages after the attack of "
         "25 August on the post at Hadra, Colonel Bakri said."),
    ),
)  # fmt: skip
STRIKES = Twins(
    one=(
        ("2003-11-04", "Dockers of Lunde strike", "Dockers in Lunde stopped work on Monday over pay. The union leader Karin "
         "Holt said 1,400 had joined. Thirty ships lie in the roads; the port company Norhavn offered three per cent."),
        ("2003-11-04", "Port of Lunde stands still", "No crane moved in Lunde on Monday. Karin Holt of the dockers' union "
         "called the offer of Norhavn an insult. Thirty ships wait."),
        ("2003-11-06", "Norhavn raises its offer", "On the third day of the strike that began on Monday in Lunde the port "
         "company Norhavn offered the dockers four per cent. Karin Holt refused for the union."),
        ("2003-11-11", "Dockers back to work", "The dockers of Lunde went back to work on Monday, a week after their strike "
         "began on 3 November. Norhavn pays five per cent, the union leader Karin Holt said."),
    ),
    other=(
        ("2005-02-02", "Dockers of Lunde strike again", "Dockers in Lunde stopped work on Tuesday over night shifts. The union "
         "leader Karin Holt said 900 had joined. Twelve ships lie in the roads; the port company Norhavn would not talk."),
        ("2005-02-02", "Cranes of Lunde stand still", "No crane moved in Lunde on Tuesday. Karin Holt of the dockers' union "
         "said Norhavn had broken its word on night shifts. Twelve ships wait."),
        ("2005-02-04", "Norhavn goes to court", "On the third day of the strike that began on Tuesday in Lunde the port "
         "company Norhavn asked a court to end it. Karin Holt said the union would appeal."),
        ("2005-02-09", "Court ends dockers' strike", "A court ended the strike of the dockers of Lunde that began on "
         "1 February over night shifts. The union leader Karin Holt told her members to obey; Norhavn was content."),
    ),
    elsewhere=(
        ("2004-07-08", "Norhavn buys tugs", "Norhavn of Lunde bought three tugs on Wednesday from a yard in "
         "Gdynia. They burn gas and can pull the largest tankers in any weather."),
        ("2005-02-02", "Lunde opens swimming pool", "A swimming pool of fifty metres was opened in Lunde on Tuesday. Karin Holt "
         "swam the first lane; Norhavn had paid for the diving board."),
    ),
)  # fmt: skip
TRIALS = Twins(
    one=(
        ("1988-04-22", "Banker Reuss convicted", "A court in Almstadt convicted the banker Otto Reuss of fraud on Thursday and "
         "sent him to prison for three years. Judge Lena Pohl said he had deceived 80 savers."),
        ("1988-04-22", "Three years for Reuss", "Otto Reuss must go to prison for three years, judge Lena Pohl ruled in "
         "Almstadt on Thursday. The banker had deceived 80 savers, the court found. His lawyer will appeal."),
        ("1988-04-23", "Savers wait for Reuss's money", "After the conviction of Otto Reuss on Thursday 80 savers in Almstadt "
         "ask for their money. The banker's lawyer said there was none."),
        ("1988-04-26", "Why the court believed the clerk", "The judgment of 21 April against the banker Otto Reuss rests on "
         "the word of a clerk, writes judge Lena Pohl of the court in Almstadt."),
    ),
    other=(
        ("1994-09-14", "Banker Reuss convicted again", "A court in Almstadt convicted the banker Otto Reuss of perjury on "
         "Tuesday and sent him to prison for one year. Judge Lena Pohl said he had lied about a house."),
        ("1994-09-14", "One year for Reuss", "Otto Reuss must go to prison for a year, judge Lena Pohl ruled in Almstadt on "
         "Tuesday. The banker had lied under oath, the court found. His lawyer will not appeal."),
        ("1994-09-15", "The house that Reuss forgot", "The conviction of Otto Reuss on Tuesday in Almstadt was over a house "
         "that the banker had left out under oath. It is to be sold."),
        ("1994-09-19", "Perjury: what Reuss swore", "The judgment of 13 September against the banker Otto Reuss quotes what "
         "he swore of his house. Judge Lena Pohl of the court in Almstadt read it aloud."),
    ),
)  # fmt: skip

TWO_LANGUAGES = (
    ("en-0", "Bridge of Kostrel falls", "The Zavoda bridge in Kostrel fell into the Mirna on Tuesday. Engineer Hradek and "
     "eleven workers were on the bridge; divers looked for them.", "2001-05-09"),
    ("en-1", "Divers search the Mirna", "Divers looked for eleven workers in the Mirna on Tuesday after the Zavoda bridge in "
     "Kostrel fell. Engineer Hradek was found alive.", "2001-05-09"),
    ("en-2", "Hradek warned of the bridge", "Engineer Hradek had warned that the Zavoda bridge in Kostrel would fall, workers "
     "said on Tuesday. Divers found two of them in the Mirna.", "2001-05-09"),
    ("fr-0", "Kostrel : le pont Zavoda tombe dans la Mirna", "À Kostrel, le pont Zavoda est tombé mardi dans la Mirna avec "
     "Hradek et onze ouvriers. Les plongeurs cherchent encore près de Zavoda, dit Hradek à Kostrel.", "2001-05-09"),
)  # fmt: skip
"""Key, title, text and day of stories of one event, the last in French."""

KINDS: Mapping[str, Twins] = {
    "floods": FLOODS,
    "elections": ELECTIONS,
    "raids": RAIDS,
    "strikes": STRIKES,
    "trials": TRIALS,
}


@cache
def tellings_of(kind: str) -> tuple[Telling, ...]:
    """The stories of one pair, as one-0, other-0, elsewhere-0 and so on."""
    twins = KINDS[kind]
    return tuple(
        story(f"{name}-{at}", title, text, published)
        for name, stories in (("one", twins.one), ("other", twins.other), ("elsewhere", twins.elsewhere))
        for at, (published, title, text) in enumerate(stories)
    )
