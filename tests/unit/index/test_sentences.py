import pytest

from index.boilerplate import boilerplate
from index.schema import Span
from index.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, boilerplate(text))]


def test_offsets_count_code_points() -> None:
    text = "😀 Hi there, friend.  𝒳 is new."
    assert sentences(text, ()) == [Span(0, 19), Span(21, 30)]


@pytest.mark.parametrize(
    "whole",
    [
        "Talks went on, U.S. officials and Sen. Bolton of the U.S. Navy said.",
        "Pilots fly the Mi-17V-5, the Mi-35M and the Mi-26T.",
        "The game starts at 8:15 p.m. ET on Sunday.",
        "Between the 7 th and March 14th they left. .",
        "Planes came to Venezuela in 2019., their presence was a sign.",
        "A guard works in the event of conspiracy. . or military invasion of the country.",
        "Planes arrived at the airport. 39 Simón Bolívar Airport has two runways.",
        '"It is unfounded," the spokesman said. Russia, Maria Zajarova.',
        "“He left because they were done. Russia stays here,” he said.",
        '"We know,\nthere was a plane ready. They told him to stay, "said Pompeo to CNN.',
        "The world's only force. counter-revolutionary and small, it was losing.",
        "It was over (Or so they said. Nobody knew.) for him.",
    ],
)
def test_one_sentence_stays_whole(whole: str) -> None:
    assert cut(f"Something else happened.\n\n{whole}\n\nThen it was over.") == [
        "Something else happened.",
        whole,
        "Then it was over.",
    ]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("They came in May. But they left.", ["They came in May.", "But they left."]),
        ("It happened to me. I know it.", ["It happened to me.", "I know it."]),
        ("He left. “We stay,” he said.", ["He left.", "“We stay,” he said."]),
        ("“We stay.” He left.", ["“We stay.”", "He left."]),
        ("It is dead (so they say.) Nobody knows.", ["It is dead (so they say.)", "Nobody knows."]),
        ("An unclosed “quote is here. It ends.", ["An unclosed “quote is here.", "It ends."]),
        (
            "The cat sat `` here '' . It said `` no . '' Then it left .",
            ["The cat sat `` here '' .", "It said `` no . ''", "Then it left ."],
        ),
        ("中国政府表示。他们将继续。", ["中国政府表示。", "他们将继续。"]),
        ("Он ушёл домой. Это всё.", ["Он ушёл домой.", "Это всё."]),
    ],
)
def test_two_sentences_part(paragraph: str, expected: list[str]) -> None:
    assert cut(paragraph) == expected


def test_a_long_quotation_is_cut_inside() -> None:
    said = "It was a long and hard road for everybody in this country, he knew. "
    text = f"“{said * 8}”"
    assert len(cut(text)) > 1
    assert all(len(part.split()) <= 60 for part in cut(text))


def test_a_sentence_broken_over_blank_lines_is_one() -> None:
    text = (
        "PARIS.-\n\nVenezuela\n\nwill become a crisis between the United States and the\n\n"
        "Russia\n\n, like the one in 1962? In any case, help went to the regime of\n\n"
        "Nicolás Maduro\n\n. The statements confirm it."
    )
    assert cut(text) == [
        "Venezuela\n\nwill become a crisis between the United States and the\n\n"
        "Russia\n\n, like the one in 1962?",
        "In any case, help went to the regime of\n\nNicolás Maduro\n\n.",
        "The statements confirm it.",
    ]


def test_one_line_can_be_one_paragraph() -> None:
    text = (
        "The letter came in May\nThis is Brian Naranjo, a diplomat.\n"
        "He spoke of global protection\n“ he explains.\nThe war goes on."
    )
    assert cut(text) == [
        "This is Brian Naranjo, a diplomat.",
        "He spoke of global protection\n“ he explains.",
        "The war goes on.",
    ]


def test_hard_wrapped_lines_read_on() -> None:
    text = (
        "On Monday a Russian military aircraft with soldiers and goods came to\n"
        "Caracas, and a second one followed on the next day from the city of\n"
        "Moscow. The government of President Maduro did not say what both of\n"
        "them carried, and nobody in the capital was told. A week later they\n"
        "left.\n\n"
        "That was all."
    )
    assert [sentence.replace("\n", " ") for sentence in cut(text)] == [
        "On Monday a Russian military aircraft with soldiers and goods came to Caracas, and a "
        "second one followed on the next day from the city of Moscow.",
        "The government of President Maduro did not say what both of them carried, and nobody in "
        "the capital was told.",
        "A week later they left.",
        "That was all.",
    ]


def test_headings_are_no_sentences_but_a_question_is() -> None:
    text = (
        "Russia beats US\n\nTalks were held.\n\nMaduro pleased\n\nHe is pleased.\n\n"
        "Was he forced?\n\n## A mark\n\nNobody knows."
    )
    assert cut(text) == ["Talks were held.", "He is pleased.", "Was he forced?", "Nobody knows."]


def test_short_lines_together_are_one_quote() -> None:
    text = "It owns these games:\n\nHalo\n\nDiablo\n\nOverwatch\n\nThat is all it said in May."
    assert cut(text) == ["It owns these games:\n\nHalo\n\nDiablo", "That is all it said in May."]


def test_a_line_that_states_something_is_no_heading() -> None:
    assert cut("It is out.\n\nWhere to watch: Oslo\n\nThe film is new.") == [
        "It is out.",
        "Where to watch: Oslo",
        "The film is new.",
    ]


def test_a_long_list_is_cut_at_its_lines() -> None:
    text = "\n".join(f"{number}. Club number {number}, of town {number}" for number in range(60))
    parts = cut(text)
    assert len(parts) > 3
    assert all(len(part.split()) <= 40 for part in parts)
    assert "\n".join(parts) == text


def test_a_long_sentence_is_cut_at_its_semicolons() -> None:
    text = "; ".join(["the council of the town of Oslo met again and said nothing new"] * 20) + "."
    parts = cut(text)
    assert all(len(part) <= 700 for part in parts)
    assert all(part.endswith((";", ".")) for part in parts)
    assert " ".join(parts) == text


def test_text_without_punctuation_is_cut_between_words() -> None:
    parts = cut("word " * 2000)
    assert all(len(part) <= 1400 for part in parts)
    assert " ".join(parts) == ("word " * 2000).strip()


def test_nothing_crosses_a_skip_span() -> None:
    text = "It was so. Then came the end of\n\nAdvertisement\n\nthe war in the south."
    assert cut(text) == ["It was so.", "Then came the end of", "the war in the south."]
    text = "It was so.\n\nThen came the end of\n\nAdvertisement\n\nthe war in the south."
    assert cut(text) == ["It was so.", "Then came the end of", "the war in the south."]


@pytest.mark.parametrize("text", ["", "\n\n", "...", "— — —"])
def test_no_words_no_sentences(text: str) -> None:
    assert sentences(text, ()) == []


def test_a_lone_short_line_can_be_quoted() -> None:
    assert cut("Two planes land") == ["Two planes land"]
