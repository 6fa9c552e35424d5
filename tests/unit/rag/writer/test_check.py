"""Each rule on statements that keep it and statements that break it."""

import pytest

from rag.writer.check.coverage import coverage
from rag.writer.check.dates import date_fault
from rag.writer.check.names import name_fault
from rag.writer.check.negation import negation_fault
from rag.writer.check.number_fault import number_fault
from rag.writer.check.opposites import opposite_fault
from rag.writer.check.statement import Kind, fault
from tests.unit.rag.writer.quotes import quote

PLANES = quote(
    1,
    "Two Russian air force planes landed in Venezuela’s main airport on Saturday carrying a "
    "Russian defense official and nearly 100 troops, according to media reports.",
    "Russian planes land in Caracas",
)
SALE = quote(
    2,
    "The U.S. did not say on March 25, 2019 that 35 tonnes of equipment were sold for "
    "$1.5 million.",
)
DENIAL = quote(3, "Guaidó denied that he had met officials; he refused to resign.")
MEETING = quote(4, "Guaidó invited Maduro; 4 planes and 64 officials came. The US warned Cuba.")
COLD = quote(5, "Five men froze at -4 degrees. Gas rose by 20%. Guaidó sued Cuba for €3 million.")
QUOTES = (PLANES, SALE, DENIAL, MEETING, COLD)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (PLANES.exact, [1]),
        (SALE.exact, [2]),
        (DENIAL.exact, [3]),
        ("Nearly 100 Russian troops landed in Venezuela.", [1]),
        ("Nearly 100 troops were carried by two planes.", [1]),
        ("2 planes landed in Caracas on Saturday.", [1]),
        ("The US did not say that 35 tonnes of equipment were sold.", [2]),
        ("On 25 March equipment was sold for $1,500,000.", [2]),
        ("Guaido refused to resign.", [3]),
        ("64 officials were invited by Guaidó.", [4]),
        ("Cuba was warned by the US.", [4]),
        ("Guaidó denied that he met officials, and two planes landed.", [1, 3]),
        (COLD.exact, [5]),
        ("Thirty-five tonnes were sold.", [2]),
        ("20 percent was the rise.", [5]),
        ("Guaidó sued for 3 million euros.", [5]),
    ],
)
def test_what_the_quotes_say_passes(text: str, named: list[int]) -> None:
    assert fault(text, named, QUOTES) is None


@pytest.mark.parametrize(
    ("text", "named", "kind"),
    [
        ("Two planes landed.", [9], "quotes"),
        ("Two planes landed.", [0], "quotes"),
        ("Two planes landed.", [], "quotes"),
        ("How many troops were on the two planes?", [1], "form"),
        ("Yes, it is.", [1], "form"),
        ("Guaidó refused to resign.", [1], "name"),
        ("Planes land in Caracas and frighten neighbours.", [1], "words"),
        ("Maduro invited Guaidó.", [4], "order"),
        ("64 planes and 4 officials came.", [4], "number"),
        ("Nearly 64 troops landed.", [1], "number"),
        ("Three planes landed.", [1], "number"),
        ("More than 100 troops landed.", [1], "number"),
        ("100 planes landed with two troops.", [1], "number"),
        ("Equipment was sold for $1.5 billion.", [2], "number"),
        ("35% of the equipment was sold.", [2], "number"),
        ("Two planes landed on Sunday.", [1], "date"),
        ("On March 26, 2019 equipment was sold.", [2], "date"),
        ("In April equipment was sold.", [2], "date"),
        ("Maduro refused to resign.", [3], "name"),
        ("Two planes landed in Cuba.", [1], "name"),
        ("Guaido resigned.", [3], "negation"),
        ("Guaidó met officials.", [3], "negation"),
        ("The US said that 35 tonnes were sold.", [2], "negation"),
        ("No troops landed.", [1], "negation"),
        ("The troops didn’t land.", [1], "negation"),
        ("Two planes bombed several hospitals and schools.", [1], "words"),
        ("The men froze at 4 degrees.", [5], "number"),
        ("Gas fell by 20%.", [5], "opposite"),
        ("Cuba sued Guaidó.", [5], "order"),
    ],
)
def test_what_they_do_not_say_is_struck_out(text: str, named: list[int], kind: Kind) -> None:
    found = fault(text, named, QUOTES)
    assert found is not None
    assert (found.kind, bool(found.reason)) == (kind, True)


@pytest.mark.parametrize(
    ("statement", "quotes"),
    [
        ("17000 men", "17,000 men"),
        ("٣ men", "3 men and 4 women"),
        ("17 thousand men", "17,000 men"),
        ("twenty-five men", "25 men"),
        ("1.5 million", "$1.5m"),
        ("25 percent", "25% of them"),
        ("the first man", "the 1st man"),
        ("a dozen eggs", "12 eggs"),
        ("one of the men", "two men"),
        ("no one came", "nobody came"),
        ("two new planes", "two new planes and three new cars"),
        ("two planes", "two air force planes, three cars"),
        ("5 million dollars", "$5 million"),
        ("35 tonnes", "35 tons"),
        ("minus 5 degrees", "−5 degrees"),
        ("5 years", "a ban of 2-5 years"),
        ("a 15 year ban", "a ban of 15 years"),
        ("The 2010 population", "At the 2010 census the population was 7"),
        ("He died in 1990.", "He was born in 1960 and died in 1990."),
        ("He left in 1990.", "He was born in 1960. He went away in 1990."),
    ],
)
def test_a_number_in_another_shape_is_the_same(statement: str, quotes: str) -> None:
    assert number_fault(statement, quotes) is None


@pytest.mark.parametrize(
    ("statement", "quotes"),
    [
        ("1,7000 men", "17,000 men"),
        ("0.25", "0.75"),
        ("25", "25%"),
        ("the second man", "two men"),
        ("one man", "two men"),
        ("version 1.2.3", "version 1.23"),
        ("٥ men", "3 men and 4 women"),
        ("at least 5", "at most 5"),
        ("half of them", "all of them"),
        ("64 planes came", "64 people came, most of them in planes"),
        ("€5 million", "$5 million"),
        ("5 degrees", "-5 degrees"),
        ("minus $5", "$5"),
        ("99 tons", "99 soldiers with 35 tons"),
        ("35 years", "35 tons"),
        ("He was born in 1990.", "He was born in 1960 and died in 1990."),
        ("on channel 44", "on UHF channel 6, over virtual 44"),
    ],
)
def test_another_number_is_another(statement: str, quotes: str) -> None:
    assert number_fault(statement, quotes) is not None


@pytest.mark.parametrize(
    ("statement", "quotes", "agree"),
    [
        ("on 2019-06-25", "on June 25, 2019", True),
        ("in June 2019", "on 25 June 2019", True),
        ("on June 25", "in June 2019", False),
        ("on 7 May", "from May 5 to June 7", False),
        ("on Oct. 7", "on October 7, 2023", True),
        ("They may march", "no month here", True),
        ("May was late", "no month here", True),
        ("it was in May", "no month here", False),
    ],
)
def test_dates_agree_part_by_part(statement: str, quotes: str, agree: bool) -> None:
    assert (date_fault(statement, quotes) is None) is agree


@pytest.mark.parametrize(
    ("statement", "quotes", "stands"),
    [
        ("Guaydo left", "Guaidó left", False),
        ("Guaido left", "Guaidó left", True),
        ("Maduro’s men", "the men of Maduro", True),
        ("the Venezuelan army", "the army of Venezuela", True),
        ("the Nigerian army", "the army of Niger", False),
        ("the UN said", "the United Nations said", True),
        ("the United States said", "the U.S. said", True),
        ("the Kremlin said", "he said", False),
        ("Victor Petrov left", "Vladimir Putin left", False),
        ("the S3 system", "the Pancyr-S1 system", False),
        ("However, he left", "he left", True),
        ("According to him, he left", "he said that he left", True),
        ("Ivanov left", "he left", False),
    ],
)
def test_names(statement: str, quotes: str, stands: bool) -> None:
    assert (name_fault(statement, quotes) is None) is stands


def test_a_title_names_what_its_quote_speaks_of() -> None:
    assert name_fault("Marie Curie was born in Warsaw", "She was born in Warsaw") is not None
    assert (
        name_fault("Marie Curie was born in Warsaw", "She was born in Warsaw", "Curie, Marie")
        is None
    )


@pytest.mark.parametrize(
    ("statement", "quotes", "agree"),
    [
        ("They don’t like it", "They do not like it", True),
        ("And they don't like it.", "And they don't like it.", True),
        ("The army never left", "The army left never", True),
        ("The army left", "The army never left", False),
        ("The army left", "The army never left. In May the army left", True),
        ("It cannot be repaired", "It can be repaired", False),
        ("It was sold without papers", "It was sold with papers", False),
        ("He said he would go", "He did not say he would go", False),
    ],
)
def test_negations(statement: str, quotes: str, agree: bool) -> None:
    assert (negation_fault(statement, quotes) is None) is agree


@pytest.mark.parametrize(
    ("statement", "quotes", "agree"),
    [
        ("Sales rose", "Sales fell", False),
        ("Sales have grown", "Sales shrank", False),
        ("Sales rose", "Sales climbed while costs fell", True),
        ("Sales fell", "Sales rose and then fell", True),
        ("He accepted it", "He is refusing it", False),
        ("The largest bank", "The smallest bank", False),
        ("He closed the base", "The base is close to the open sea", True),
        ("He bought it", "They sold it to him", True),
        ("The rises", "The rose", True),
    ],
)
def test_opposites(statement: str, quotes: str, agree: bool) -> None:
    assert (opposite_fault(statement, quotes) is None) is agree


def test_coverage_counts_words_in_any_inflection() -> None:
    assert coverage("soldiers carried equipment", "a soldier carries equipment") == 1.0
    assert coverage("soldiers ate bananas", "a soldier slept") == pytest.approx(1 / 3)
    assert coverage("it was", "nothing") == 1.0
    assert coverage("Five men", "men") == 1.0
    assert coverage("10 kg", "10 kilograms") == 1.0
    assert coverage("10 euros", "€10") == 1.0
    assert coverage("10 euros", "$10") == 0.0
    assert coverage("until 5am", "until 5pm") == 0.0
