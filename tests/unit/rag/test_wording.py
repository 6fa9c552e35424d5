import pytest

from rag.wording import wording

SAID = "The army’s planes held 1,250 men and 35% of well-known aid, the office said."


@pytest.mark.parametrize(
    "copy",
    [
        "The army's planes held 1,250 men and 35 per cent of well-known aid the office said",
        "THE ARMY’S planes held 1,250  men and 35 % of well‑known aid, the oﬃce said.",
        "The army’s planes held 1,250 men and 35 percent of wellknown aid, the of\u00adfice said.",
        "The army’s\nplanes held 1,250 m-en – and 35% of well-known aid, the office said!",
    ],
)
def test_the_same_words_set_in_another_way(copy: str) -> None:
    assert wording(copy) == wording(SAID)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The price fell by 1.5 points.", "The price fell by 15 points."),
        ("It fell to -5 degrees.", "It fell to 5 degrees."),
        ("It fell to −5 degrees.", "It fell to 5 degrees."),
        ("It costs $5 a head.", "It costs €5 a head."),
        ("It costs 5 a head.", "It costs $5 a head."),
        ("Prices rose 5 in May.", "Prices rose 5% in May."),
        ("It has 1,500 readers.", "It has 1.500 readers."),
        ("He did not resign.", "He did resign."),
        ("He can't leave.", "He can leave."),
        ("Join over 51,000 followers.", "Join nearly 51,000 followers."),
        ("Sit him against Detroit.", "Start him against Detroit."),
        ("The commission alleged fraud.", "The commission alleges fraud."),
        ("Lions meet Packers on Sunday.", "Bears meet Panthers on Sunday."),
        ("Lions beat Packers.", "Packers beat Lions."),
        ("Four of five passed.", "Five of seven passed."),
        ("It opens at 8:30.", "It opens at 8.30, he said."),
        ("किताब लाल है", "किताब लाली है"),
        ("He resigned on 3 June.", "He resigned on 3 July."),
        ("A and B.", "A or B."),
    ],
)
def test_a_difference_in_substance_keeps_them_apart(one: str, other: str) -> None:
    assert wording(one) != wording(other)
