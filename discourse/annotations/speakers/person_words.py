"""Nouns for persons, and first names that tell he from she."""

from collections.abc import Iterable

# Nouns that tell who somebody is when they stand beside his name.
TITLES = frozenset(
    """president minister chancellor premier leader chief head secretary director general ambassador envoy spokesman
    spokeswoman spokesperson mayor governor senator congressman congresswoman representative professor economist
    analyst expert scholar diplomat negotiator adviser advisor aide candidate nominee king queen prince pope bishop
    commander colonel judge lawyer attorney banker trader engineer doctor historian author writer editor journalist
    activist founder chairman chairwoman chair executive official deputy veteran farmer teacher student strategist
    billionaire businessman businesswoman businessperson lawmaker pollster consultant manager researcher scientist
    actor actress host anchor columnist reporter correspondent moderator organizer owner operative donor volunteer
    sheriff prosecutor pastor priest rabbi imam nurse physician pilot soldier officer sergeant captain worker
    resident voter supporter protester politician legislator councilman councilwoman commissioner treasurer
    speaker rival mogul developer investor entrepreneur star singer comedian neurosurgeon surgeon psychologist
    philosopher theologian novelist poet artist""".split()
)
_KIN = frozenset(
    """man woman boy girl person mother father brother sister son daughter wife husband widow friend cousin uncle aunt
    grandmother grandfather boss colleague neighbor neighbour guest witness victim suspect boyfriend girlfriend
    source insider democrat republican independent conservative liberal socialist""".split()
)
_OF_PERSONS = ("ist", "man", "woman", "ian")

_WOMEN = frozenset(
    """alice alison amanda amber amy andrea angela anita ann anna anne annie april ashley audrey barbara beth betty
    beverly bonnie brenda brittany carla carly carmen carol caroline carolyn catherine cathy cecile charlotte
    cheryl christina christine cindy claire claudia colleen connie cynthia dana dawn deborah debbie debra denise
    diana diane donna doris dorothy eileen elena elizabeth ellen emily emma erica erin eva evelyn fatima florence
    fiona frances gail gina gloria grace hannah heather heidi helen hilary hillary holly irene ivanka jacqueline jane
    janet janice jean jeanne jen jennifer jenny jessica jill joan joanna joanne jody joyce juanita judith judy julia
    julie karen karin kate katherine kathleen kathryn kathy katie katrina kayla kellyanne kim kimberly kirsten
    kristen kristin laura lauren linda lisa liz lois loretta lori louise lucy lynn maggie mara marcia margaret
    maria marie marilyn marina marjorie martha mary maureen megan megyn melania melanie melissa michelle michele
    miranda molly monica nadia nancy naomi natalie natasha nicole nina nora olga olivia pamela patricia patty paula
    phyllis priscilla rachel rebecca regina renee rhonda rita roberta robin rosa rose roxanne ruth sally samantha sandra
    sarah sara shannon sharon sheila shirley sonia sophia sophie stacy stephanie sue susan suzanne sylvia tamara
    tammy tanya tara teresa theresa tiffany tina tracy valerie vanessa vera veronica victoria virginia vivian wendy
    yolanda yvonne zoe""".split()
)
_MEN = frozenset(
    """aaron abdul abdullah abraham adam adrian ahmed al alan albert alejandro alex alexander alfred ali allan allen
    andrew andy anthony antonio arnold arthur barack barry ben benjamin bernard bernie bill billy bob bobby boris
    brad brandon brendan brent brian bruce bryan byron calvin carl carlos cedric chad charles charlie chris
    christopher chuck clarence clark claude clifford colin corey craig dale dan daniel danny darrell darren dave
    david dean dennis derek dick dmitry don donald doug douglas duncan dwight earl ed eddie edgar edward edwin eli
    elliott emmanuel eric ernest eugene evan felix fernando francis francisco frank fred frederick gabriel gary
    gavin gene geoffrey george gerald gilbert glen glenn gordon graham greg gregory guy hans harold harry hassan
    hector henry herbert herman howard hugh hugo ian ibrahim igor isaac ivan jack jacob jake james jamie jared
    jason javier jay jeb jeff jeffrey jeremy jerome jerry jesse jesus jim jimmy joe joel johan john johnny jon
    jonathan jorge jose josé joseph josh joshua juan julian justin karl keith ken kenneth kevin khalid kurt kyle
    lance larry lawrence lee leo leon leonard leonid leslie lindsey lloyd louis luis luke malcolm manuel marc marco
    marcus mario mark marshall martin marvin matt matthew maurice max mel michael miguel mikhail mike milton mitch
    mitt mohamed mohammed mohammad morgan moshe muhammad murray nathan neal neil nicholas nick nigel nikolai noah
    norman oleg oliver omar oscar otto owen patrick paul pedro perry pete peter phil philip phillip pierre rafael
    ralph ramon randy raul ray raymond reginald reince ricardo richard rick ricky rob robert roberto rodney roger
    roland ron ronald ross roy russell ryan salman sam samuel scott sean sebastian sergei sergey seth shane shaun
    simon stanley stephen steve steven stuart tad ted terrence terry theodore thomas tim timothy toby todd tom
    tommy tony travis trevor troy tyler vernon victor vincent vladimir volodymyr wallace walter warren wayne wes
    wesley will william willie xavier yuri zachary""".split()
)


def is_person_noun(noun: str) -> bool:
    """Whether a noun can only name a person, as far as the lists know.

    >>> is_person_noun("senator"), is_person_noun("columnist"), is_person_noun("statement")
    (True, True, False)
    """
    return noun in TITLES or noun in _KIN or noun.endswith(_OF_PERSONS)


def gender_of(first_name: str) -> str | None:
    """Give f or m where a first name is given to one alone, as a rule.

    >>> gender_of("Phyllis"), gender_of("Vladimir"), gender_of("Robin-Ann")
    ('f', 'm', None)
    """
    name = first_name.lower()
    return "f" if name in _WOMEN else "m" if name in _MEN else None


def has_first_name(words: Iterable[str]) -> bool:
    """Whether a first name that tells he from she is among some words.

    >>> has_first_name(["Mayor", "Phyllis"]), has_first_name(["Mayor"])
    (True, False)
    """
    return any(map(gender_of, words))
