import json
from itertools import islice

from rag.engine import Engine
from ui.bench.scale.made_articles import Template, article_lines, name, templates

MADE_OF = [Template("%s said 100%% of %s were there.", (True, False)), Template("Nobody came.", ())]


def test_no_two_numbers_have_one_name() -> None:
    names = [name(number) for number in range(20_000)]
    assert len(set(names)) == len(names)
    assert all(each.isalpha() and each[0].isupper() for each in names)


def test_the_same_articles_are_made_again() -> None:
    assert list(article_lines(MADE_OF, 5)) == list(article_lines(MADE_OF, 5))


def test_an_article_is_made_of_the_sentences_with_other_names() -> None:
    article = json.loads(next(article_lines(MADE_OF, 1)))
    assert "Nobody came." in article["text"]
    assert "% of" in article["text"]
    assert "%s" not in article["text"]


def test_more_articles_hold_more_names() -> None:
    def names(count: int) -> int:
        lines = islice(article_lines(MADE_OF, 2000), count)
        texts = " ".join(json.loads(line)["text"] for line in lines).split()
        return len({word for word in texts if word[0].isupper()})

    few, many = names(20), names(2000)
    assert 3 * few < many < 100 * few


def test_names_and_numbers_of_real_sentences_become_slots(engine: Engine) -> None:
    made = templates(engine.index, engine.understanding.vocabulary)
    assert len(made) == engine.index.manifest.sentences
    assert all(each.text.count("%s") == len(each.slots) for each in made)
    assert any(True in each.slots for each in made)
    assert not any("Venezuela" in each.text[1:] for each in made)
