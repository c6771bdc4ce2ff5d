"""The small words that give an English sentence its joints, by class."""

from functools import lru_cache

REMEMBERED = 50_000


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SUBJECT_PRONOUNS = _set("i you he she it we they who there")
INDEFINITES = _set(
    """some many others most all both several few everyone everybody someone somebody anyone anybody nobody
    one another each none those these this that either neither"""
)
RELATIVES = _set("who which that")
POSSESSIVES = _set("my your his her its our their whose")
DETERMINERS = (
    _set("the a an this that these those some any no every each another such its both all") | POSSESSIVES
)
PERSONAL_OBJECTS = _set("me you him her it us them himself herself itself themselves myself ourselves")

BE = _set("is are was were be been being am 's 're isn't aren't wasn't weren't")
HAVE = _set("has have had having hasn't haven't hadn't 've 'd")
DO = _set("do does did don't doesn't didn't")
MODALS = _set(
    """will would can could may might must shall should ought won't wouldn't can't cannot couldn't mightn't
    mustn't shouldn't 'll 'd"""
)
AUXILIARIES = BE | HAVE | DO | MODALS
CLITICS = ("'s", "'re", "'ve", "'d", "'ll", "'m")
WITH_AUXILIARIES = AUXILIARIES | {pronoun + clitic for pronoun in SUBJECT_PRONOUNS for clitic in CLITICS}
NEGATIONS = _set("not never n't no neither nor hardly barely scarcely rarely")

ADVERBS = _set(
    """also later then still now just once again even ever often always soon only already yet too first
    further since further afterward afterwards thus therefore instead together all both alike so long
    well once twice perhaps maybe rather quite almost simply more most not never n't hardly barely
    seldom rarely thereby elsewhere likewise otherwise meanwhile however moreover nonetheless
    nevertheless earlier recently"""
)
NOT_ADVERBS = _set(
    "family rally ally only reply supply apply italy july early assembly fly daily weekly monthly"
)

PREPOSITIONS = _set(
    """of in on at by for from with about against into over after before during under through between among
    across toward towards upon within without behind beyond near amid despite since until via per around
    off onto outside inside above below like unlike throughout following regarding concerning as to
    because than"""
)
QUESTION_WORDS = _set("whether if how what who why when where which whom whose")
COORDINATORS = _set("and but or nor yet so")

DAYS = _set("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = _set(
    """january february march april may june july august september october november december
    jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec. jan feb mar apr jun jul aug sept oct nov dec"""
)
TIME_WORDS = DAYS | _set(
    """today yesterday tomorrow tonight morning afternoon evening night week month year weekend noon midday
    earlier later recently ago"""
)
TIME_OPENERS = _set("last next this earlier late early that")

FINITE = _set(
    """went came took made got gave saw knew found left became began kept held brought led ran sat stood
    lost won paid met set put let cut hit sent spent built fell grew drew drove broke chose spoke wrote
    rose wore threw hung fought caught bought taught thought sought felt meant dealt heard read says
    said told does goes has comes takes makes gets gives sees knows finds leaves becomes begins keeps
    holds brings leads runs stands loses wins needs wants seems appears remains includes faces works
    plans hopes believes thinks struck sued swept slept swore tore shook stole sank sang flew fled fed
    bore beat bent bound broadcast burst cast clung crept dug drank ate forgot forgave froze hid hurt
    knelt laid lay leapt lent lit misled overcame quit rang rode shone shot shut slid spun sprang stuck
    stung strove swung swam understood undertook withdrew wept woke died lied tied tried cried denied
    allied goes tries cries denies"""
)
NOT_FINITE = _set(
    "need indeed hundred exceed proceed succeed speed breed bleed agreed-upon sacred naked united"
)

DASHES = frozenset("—–-")
QUOTES = frozenset("\"“”„‟«»‹›「」『』'‘’`‚")


@lru_cache(maxsize=REMEMBERED)
def is_adverb(word: str) -> bool:
    """Whether a word is an adverb, by list or by its ending."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS)


@lru_cache(maxsize=REMEMBERED)
def is_pronoun(word: str) -> bool:
    """Whether a word is a pronoun in the place of a subject, alone or with an auxiliary: `he`, `they'll`."""
    return word.partition("'")[0] in SUBJECT_PRONOUNS


def is_auxiliary(word: str) -> bool:
    """Whether a word is an auxiliary, or a pronoun with one: `he's`, `they'll`."""
    return word in WITH_AUXILIARIES


def is_negation(word: str) -> bool:
    """Whether a word negates: not, never, didn't."""
    return word in NEGATIONS or word.endswith("n't")


@lru_cache(maxsize=REMEMBERED)
def looks_finite(word: str) -> bool:
    """Whether a word is, or looks like, a verb that can have a subject."""
    return (
        word in FINITE
        or is_auxiliary(word)
        or (word.endswith("ed") and len(word) > 4 and word not in NOT_FINITE)
    )
