"""The words by which English says who says what: verbs of saying, words for those who speak, and those that stand between."""

LONGEST_SOURCE = 24
"""Words, marks and asides of a source. What is longer is no source but a clause that was misread."""


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


def _verbs(written: str) -> frozenset[str]:
    """The forms of verbs: of regular ones by their infinitive, of others as written between slashes."""
    return frozenset(form for verb in written.split() for form in (verb.split("/") if "/" in verb else _forms(verb)))


def _forms(verb: str) -> tuple[str, str, str]:
    if verb.endswith("y") and verb[-2] not in "aeo":
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return verb, third, f"{verb}d" if verb.endswith("e") else f"{verb}ed"


READ = _verbs("""
    ask add conclude read/reads continue repeat observe point hail recall counter broadcast/broadcasts underscore
""")
"""Verbs of saying only before “that”, a colon or a quotation, or around one."""

SAY = READ | _verbs("""
    say/says/said state tell/tells/told report announce write/writes/wrote claim argue explain insist warn note stress allege
    declare assert maintain acknowledge admit/admits/admitted confirm suggest predict reply respond testify tweet reveal
    complain contend emphasize emphasise remark comment concede caution quip/quips/quipped boast proclaim reiterate specify
    opine recount inform disclose joke lament underline
""")
"""Verbs that give what somebody says in any of their constructions."""

JUDGE = _verbs("rule/ruled determine decide")
"""Verbs that give a judgement, before “that”: “the court ruled that”."""
BEFORE_THAT = JUDGE | _verbs("show/shows/showed find/finds/found indicate hint signal imply/implies/implied question")
"""Verbs that give what somebody, a survey or a paper says only before “that”, or last after it…"""
OF_THINGS = _verbs("show/shows/showed indicate signal imply/implies/implied hint")
"""Those of them that things are the subject of as well."""
AFTER_QUOTE = _verbs("""
    exclaim muse charge start begin/begins/began offer shout cry/cries/cried interject scoff surmise gush laugh snap joke
    answer whisper mutter murmur chant yell scream sing/sings/sang sob sigh plead beg/begs/begged retort run/runs/ran
    go/goes/went
""")
"""…and verbs that do so only after a quotation: ““We won,” she began.”"""
THINK = _verbs("""
    believe think/thinks/thought hope fear expect estimate agree doubt vow pledge promise urge deny accuse describe blame
    criticize criticise condemn praise demand dispute forecast/forecasts threaten reject dismiss assume consider speculate
    denounce welcome propose recommend want call deem refute advise anticipate
""")
"""Verbs that give a stand: what follows them is somebody’s, where they stand right after who takes it."""

DIGEST = _words("""
    gives give names name named counts count counted puts put calls dates lists list listed places sets finds found
    measures mentions speaks speak spoke spoken has uses tells denies expects credits recalls describes sum sums marks opens
    begins heads makes carries prints adds ends takes refers warns relays disputes quotes quote cites compared compares
    announces starts goes blames accuses estimates said attributes ascribes writes
""")
"""Verbs with which a digest, written in the present, gives what its account says…"""
WRITERS = _words(
    "has uses carries prints begins opens marks heads makes goes ends starts quotes quote cites announces relays"
)
"""…those of them that only the account itself can be the subject of…"""
QUOTING = _words("has uses carries prints begins opens heads makes goes ends starts marks")
"""…and those that give nobody’s words unless a quotation follows."""
OF_IT = _words("calls gives counts puts places describes dates has goes speaks uses quotes adds")
"""Those that “it” is the account with: “It calls this …”."""

AMBIGUOUS = _words("""
    name count list find
    report reports claim claims state states note notes comment comments estimate estimates hope hopes fear fears promise
    promises pledge pledges vow vows forecast forecasts calls call counts places names warning tweet tweets counter doubt
    dispute demand demands stress joke reply point points read dates lists sets holds marks ends heads makes prints takes starts
    show shows hint hints signal signals question questions
    gives puts uses measures charges broadcasts broadcast blame praise caution remark remarks lament ask
""")
"""Forms that are nouns as well."""

GERUNDS = _words("""
    saying adding telling noting stating claiming arguing warning insisting stressing declaring announcing writing reporting
    explaining suggesting alleging asserting tweeting complaining pointing calling accusing acknowledging admitting confirming
    describing predicting vowing pledging promising urging reiterating emphasizing emphasising naming quoting
""")
ADDRESSED = _words("tell tells told inform informs informed telling")
"""Verbs that are followed by who is spoken to."""
OF_SPEECH = ("tell", "told", "sp", "warn", "writ", "wrot")
"""How verbs begin that say of what is spoken: “tells of”."""
GUESTS = _words("baby babies son daughter child children twins boy girl guests visitors arrival customers")
"""Who is welcomed without anything being said of it."""
COUNTS = _words("found finds showed shows")
"""Verbs of a survey that a number may follow at once."""
TALES = _words("story stories tale tales truth lie lies joke jokes difference time")
"""What is told without anybody’s words being given: “the crash told the story”."""
QUOTED_AS = _words("quoted cited reported described quotes cites reports quoting citing")
AS_TOLD = _words("""
    puts put relays relayed reports reported gives gave tells told says said writes wrote has states stated quotes quoted
""")
"""Verbs of “as X puts it”."""
ACTS = _words("""
    become thrown fell took fled left went came made got rose gave shrank became began broke brought built bought caught chose
    drew drove felt flew fought grew held kept knew led lent lost met paid ran sat saw sold sent shook sank spent stood stole struck
    swung taught threw won wore heard referred traded turned appeared seemed happened remained responded
""")
"""Verbs in the past of a clause before a source: irregular ones, and those in -ed that are no participles before a preposition."""
ADJECTIVE_ING = _words("""
    leading remaining ruling governing opposing visiting existing competing dissenting sitting acting outgoing incoming
    living working neighboring neighbouring participating warring
""")
"""Words in -ing that a name may begin with; others begin a clause (“by *choosing* Smith”)."""
NO_HEAD = _words("times year years month months entire total annual own same")
"""Words after which “estimated” or “forecast” is of a figure (“54 times forecast earnings”), and nobody’s verb."""
MAY_END = _words("all both each others many some several none")
"""Words for how many that may end a source: “they both”."""
SAID_TO = _words("said believed thought known alleged reported claimed understood rumoured rumored")
"""Words between a name and “to be …”, which says more of it."""
SPEAKING_NOUN = _words("""
    people person persons source sources data document documents papers record records filing filings transcript statistics
    email emails memo memos testimony interview sources officials letters investigation inquiry press neighbors neighbours
    women men children public crew family mother father wife husband brother sister son daughter friend couple student critic
    nurse aide insider veteran research studies analyses findings
""")
"""What may be cited beside persons and bodies; of “citing weak demand” the words stay whose they are."""
AGENT = ("ers", "ors", "ists", "ians", "ants", "ysts")
"""Ends of words for those who do something…"""
NO_AGENT = _words(
    "numbers orders matters errors factors powers papers others offers answers prayers indicators letters"
)
"""…and words that end so and are nobody."""

HAS_DONE = _words("have has had having get gets got getting")
"""Words before somebody to whom, or to whose affair, something is done: “to have the order declared void”."""
TO_DO = _verbs("vow pledge promise")
"""Verbs of which “to” and what follows are the words: “they promised to go on”."""
BE = _words("is are was were be been being")
HAVE = _words("has have had having")
AUXILIARY = BE | HAVE | _words("cannot will would can could may might must shall should does do did")
FIRST_PERSON = _words("i we you let let's")
"""Words for the writer and the reader, who are no source."""
ENDS_FIRM = _words("inc inc. corp corp. co. ltd ltd. llc jr jr. sr.")
"""What no name begins with."""
CURRENCY = frozenset("$€£¥₽")
"""Marks that are of a figure which follows…"""
AFTER_FIGURE = frozenset("%€£₽")
"""…and of one before them."""
CONDITION = _words("if unless whether")
NOT = _words("not never nor neither cannot hardly")
"""Words by which a verb is denied…"""
NOT_ALONE = _words("only just merely simply solely")
"""…unless one of these follows: “not only said”."""
NO_ONE = _words("no nobody none neither nor never not few hardly scarcely")
"""What a subject begins with, or what stands before “did S say”, where nobody says anything."""
DENY = _verbs("deny doubt dispute reject dismiss refute")
"""Verbs of those who say that what follows is not so: the verb is among their words."""
ASKS = _words("why how what when where who which whom whose")
"""What a question begins with, before an auxiliary."""
BEGINS_PHRASE = _words("""
    according speaking citing quoting including following regarding asked perhaps maybe oh well yes indeed initially
""")
"""Words with a capital at the head of a sentence that name nobody."""
MODAL = _words("will would can could may might must shall should")
DETERMINER = _words("""
    the a an this that these those his her its their our my your some any no every each such another other many several most
    both all few
""")
MAY_SUBJECT = _words("some many others both several")
"""Those of them that may stand for somebody alone."""
NUMERALS = _words(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundreds dozens thousands"
)
BEFORE_ROLE = _words("the a an its his her their another")
"""What a role begins with that stands beside a name between commas."""
BEFORE_VERB = _words("this these that some all many both")
PREPOSITION = _words("""
    of in on at to from by for with about after before during into over under above below behind beyond out against near
    through among without between since until amid beside besides across as per via within despite following upon than like
    toward towards around
""")
CONJUNCTION = _words("""
    and or but nor yet so while whereas although though because if when where whether since until unless as than that which who
    whom whose what how why after before once
""")
RELATIVE = _words("who whom whose which that where when what how why whether")
ADVERB = _words("""
    also later then earlier still further again too however instead now once today yesterday never not nor publicly already just
    often always even ever meanwhile nonetheless nevertheless himself herself itself themselves thus therefore likewise rather
    recently previously elsewhere first separately only
""")
INSERTS = _words("""
    by as in on at citing quoting speaking with quoted to from whom before who which whose of during after
""")
"""What an insertion between a source and its verb begins with."""
BREAKS = _words("also again too however though meanwhile nevertheless nonetheless therefore instead then")
"""What stands between commas for itself: “said, however, that”."""
OF_INSERTS = _words("has relays puts gives names calls is was cites places")
"""Verbs by which an insertion is told from an apposition."""
APPOSES_NOT = _words("""
    and but as while who which when after because with in on at although though where if so to by citing
""")
"""What comes after “said X,” and is no apposition to X."""
ENDS_PHRASE = BE | HAVE | _words("who which while when as after because that released published filed seen obtained")
NOBODYS = (
    r"(?:(?:media|press|news|some|many|several|local|early|initial|unconfirmed|various|other|these) ){0,2}"
    r"(?:reports|rumou?rs)\Z"
)
"""What “according to …” names nobody by."""
GIVEN_FROM = _words("reports reported gives this quotes relays also it")
"""Words before “from X” by which a digest says that its account has something from X."""

DAY = _words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december today yesterday tonight overnight
""")
SURNAME = _words("may april june august")
"""Months that are also people’s names."""
PART_OF_DAY = _words("morning afternoon evening night")
TIME = DAY | _words("week month year night spring summer autumn fall winter")
BEFORE_DAY = _words("on in late early last")
BEFORE_TIME = _words("last this next late early")
FRONTED = PREPOSITION | CONJUNCTION | ADVERB | DAY | _words("citing asked speaking")
"""What begins words before a source that are not what it says."""
PRONOUN = _words("he she it they")
POSSESSIVE = {"his": "he", "her": "she", "its": "it", "their": "they", "this": "it"}
NOBODY = _words("""
    i we you me us one nobody everyone everybody somebody someone anyone there this that these those who what which it's he's
    nothing something
""")
"""Words that name nobody who could be a source."""

ACCOUNT_NOUN = _words("""
    report reports account accounts figure figures reading count word words telling estimate estimates view opinion notes
    version information statement reckoning data numbers assessment analysis letters admission calculation calculations eyes
    wording
""")
"""What “by X’s …” is said of."""
BY_NOUN = _words(
    "account accounts reckoning estimate estimates count calculation calculations admission telling measure"
)
"""…and what it is said of where the account is not told of by another."""
IN_NOUN = _words("words view opinion telling wording eyes word estimation report")
ON_NOUN = _words("word evidence account strength")
WORDS_NOUN = _words("""
    words word figure figures count statement communique wording phrase headline version text bulletin notice sentence purpose
""")
"""What a digest calls somebody’s words: “X’s figure is …”…"""
WORDS_ALONE = _words("words word statement headline")
"""…and what may be so called elsewhere, before a quotation."""
WRITER_NOUN = _words("""
    article headline headlines sub-heading subheading story item writer author title byline heading blog piece post address page
    lede body report text summary site note notes paper
""")
"""What a digest calls the account that it sums up. In an account’s own text these words are of others."""
ORGANISATION = _words("""
    ministry observatory army agency group committee center centre government television state kremlin council department office
    company bank commission administration party police court union association organisation organization institute network
    newspaper paper channel station radio website site report statement article headline authority authorities military command
    pentagon team fund firm corporation university house senate congress parliament directorate bureau service force militia
    movement coalition campaign notice bulletin study survey poll document letter prospectus text story media regime embassy
    staff
""")
PERSON = _words("""
    spokesman spokeswoman spokesperson official officer activist witness resident analyst expert minister president director
    chief governor engineer lieutenant general colonel commander fighter soldier scholar archaeologist lawyer lawmaker senator
    mayor diplomat doctor woman man source operative economist professor adviser leader head chairman secretary ambassador
    prosecutor mr mrs ms dr judge captain major envoy historian researcher
""")
KIN = _words("""
    mother father wife husband brother sister son daughter friend cousin uncle aunt nephew niece neighbour neighbor colleague
    boy girl child widow
""")
ROLE = (
    (PERSON - {"source", "head", "mr", "mrs", "ms", "dr"})
    | KIN
    | _words("""
    driver teacher worker farmer player victim prisoner rival successor predecessor deputy counterpart king queen prince pope
    bishop imam sheikh priest student nurse pilot guard manager owner reporter journalist photographer author singer baker
    civilian politician premier chancellor militant rebel
""")
)
"""Words for one person, whether they speak or not."""
MANY = _words("""
    people men women children troops forces families sources rebels militants civilians refugees victims police groups relatives
    authorities neighbours neighbors
""")
"""Words for several who may say something, beside the plurals of roles."""
FEMALE = _words("she spokeswoman woman mrs ms mother wife sister daughter aunt niece girl widow queen chairwoman")
MALE = _words(
    "he spokesman man mr father husband brother son uncle nephew boy king prince pope bishop imam sheikh chairman"
)
SPOKEN_AT = _words("""
    conference briefing interview meeting panel hearing committee agency newspaper crowd network channel court paper audience
""")
BRIEF = _words("local state reporters' a the his her their its")
"""Words before the one who is told."""
SPOKEN_IN = _words("statement report interview note briefing tweet filing letter")

SPEAKERS = PERSON | ORGANISATION | SPEAKING_NOUN
IN_QUOTES = (SAY - READ) | THINK | _words("echoed touted vows")
"""Verbs that a digest takes from its account in quotation marks."""
BETWEEN = AUXILIARY | _words("before ago")
"""What stands between a source and its verb beside adverbs."""
BEFORE_NAME = (
    ADVERB
    | DAY
    | _words("""
    and but or for while when as although though since because after once where whereas including like
""")
)
NO_NAME = (CONJUNCTION | AUXILIARY | GERUNDS | _words("because there not")) - _words("and for or")
"""Words that are in no name, so that it begins after them."""
PARENTHETICAL = _words("believe believes estimate estimates think finds notes")
"""Verbs, not of saying, that may come after what is said: “…, analysts believe.”"""
MAY_REPORT = SAY | THINK | DIGEST | GERUNDS | BEFORE_THAT | AFTER_QUOTE | _words("as quoted cites cited quotes")
"""All words by which somebody may be found to report: others need no look."""
OFTEN_LAST = _words("say says said told wrote warned explained predicted")
"""Verbs that often come after what is said: “…, he said in Geneva.”"""
OF_NOUNS = _words("said reported alleged stated")
"""Verbs that may be adjectives in a name."""
HEADS = PRONOUN | ORGANISATION | PERSON | WRITER_NOUN | AUXILIARY | _words("who which that also")
"""Words after which a form that may be a noun is a verb."""
ALONE = ORGANISATION | PERSON | PRONOUN | WRITER_NOUN | _words("people many some both his police data")
"""Words without a capital that may be a source with nothing beside them."""
NO_PLURAL = _words("is was has this its his us")
WITH_PLURAL = _words("they people we i who and which data")
"""Words before a verb in the plural that do not end in -s."""
ENDS_SOURCE = (CONJUNCTION - {"and"}) | DAY | GERUNDS | _words("in on at during late early last about by through told")
"""What comes after the name in “said X in Geneva”."""
BEGINS_SOURCE = _words("according citing quoting from as by in on")
"""What a phrase that names a source begins with."""
CONCEDES = _words("although though while whereas after when because since before once")
"""What a sentence begins with whose first clause ends at a comma: “Although the army says C, …”."""
MAY_PART = _words("and but while whereas although though ; ,")
"""What may stand between two parts of a sentence that each have a speaker."""
OF_ACCOUNTS = {"by": ACCOUNT_NOUN, "in": IN_NOUN, "on": ON_NOUN}
"""What “by X’s …”, “in X’s …” and “on X’s …” are said of."""

UNATTRIBUTED = "|".join((
    r"\b(?:reportedly|allegedly|purportedly|supposedly|rumou?red)\b",
    r"\b(?:is|are|was|were|been|be) (?:\w{2,14} ){0,2}?"
    r"(?:said|believed|thought|reported|understood|alleged|rumou?red|presumed) to\b",
    r"\b[Ii]t (?:is|was|has been|had been) (?:\w{2,14} ){0,2}?(?:said|believed|thought|reported|understood|alleged|claimed) that\b",
    r"\b[Tt]here (?:are|were|have been|had been|has been) (?:\w{2,14} ){0,2}?(?:reports?|claims|rumou?rs)\b",
    r"\b[Aa]ccording to (?:\w{2,14} ){0,2}?(?:reports|rumou?rs|accounts)\b",
    r"(?:\A|[.;,] )(?:[Rr]eports|[Rr]umou?rs|[Uu]nconfirmed reports|[Mm]edia reports)"
    r" (?:say|said|suggest|suggested|indicate|indicated|emerged)\b",
))  # fmt: skip
"""What says that something is said, and not by whom."""
WORDS_GIVEN = (
    r"(?:The|The quoted) words (?:quoted |given |it gives |it quotes )?(?:are|include)\b"
    r"|The words it gives|In (?:his|her|these) words\b"
)
"""How a digest goes on with the words of who spoke before."""
