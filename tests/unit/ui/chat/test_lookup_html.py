import re
from dataclasses import replace
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser

import pytest

from index.schema import Article
from rag.citation_id import citation_id
from rag.lookup import look_up
from ui.chat.lookup_html import lookup_html, problem_html
from ui.chat.lookup_tab import reference_in
from ui.chat.words import Words

EVIL = (
    "The mayor <script>alert(1)</script> said ${6*7} {{x}} on Monday that \u202eall\u202c 41 left."
)


def article(key, text, **shown):
    return Article(key, text, sha256(text.encode()).hexdigest(), **shown)


HELD = {
    each.id: each
    for each in (
        article("evil.txt", EVIL, title='<img src=x onerror="a()">', source="</p><b>Times</b>"),
        article("other.txt", "First line.\nIt carried 99 soldiers to the port.\nLast line."),
        article("third.txt", "Also there: It carried 99 soldiers to the port."),
    )
}


class Tags(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


def shown(query, language="en"):
    return lookup_html(Words(language), look_up(query, HELD), len(HELD))


def exact(html):
    found = re.findall(
        r'<mark class="exact">(.*?)</mark>|<span class="exact">(.*?)</span></dd>', html
    )
    return [unescape(re.sub(r"</?ins>", "", a or b)) for a, b in found]


def test_a_verbatim_quote_shows_every_place_in_its_line():
    html = shown("carried 99 soldiers")
    assert "in 2 articles" in unescape(html)
    assert exact(html) == ["carried 99 soldiers"] * 2
    assert "First line" not in html
    assert html.count("data-cite=") == 2


def test_an_altered_number_is_shown_word_by_word():
    html = shown("It carried 100 soldiers to the port.")
    assert "verdict altered" in html
    assert "<del>100</del>" in html
    assert "<ins>99</ins>" in html
    assert 'class="grave"' in html
    assert "“100” is “99” in the article" in unescape(html)
    assert exact(html)[0] == "It carried 99 soldiers to the port."


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_hostile_text_stays_text(language):
    html = shown("<script>alert(1)</script> said ${6*7} {{x}} on Tuesday that", language)
    tags = Tags()
    tags.feed(html)
    assert {tag for tag, _ in tags.seen} <= {
        *("div", "span", "h3", "h4", "p", "figure", "figcaption", "dl", "dt", "dd", "del", "ins"),
        *("ul", "li", "a", "bdi", "details", "summary", "button", "blockquote", "mark"),
    }
    assert not any(name.startswith("on") for _, attrs in tags.seen for name in attrs)
    assert "${" not in html
    assert "{{" not in html


def test_invisible_turning_marks_are_warned_of():
    assert 'class="turning"' in shown("\u202eall\u202c 41 left")
    assert 'class="turning"' not in shown("carried 99 soldiers")


def test_nowhere_says_how_much_was_searched():
    text = unescape(shown("Zebras danced at midnight in Oslo"))
    assert "None of 3 articles holds this" in text


def test_an_id_whose_words_are_gone_still_leads_to_its_article():
    html = shown(citation_id("other.txt", 0, 9, "old words"))
    assert "verdict source_changed" in html
    assert html.count("data-cite=") == 1


def test_more_places_than_fit_are_counted():
    held = {"many.txt": article("many.txt", "the same words again. " * 30)}
    found = look_up("the same words", held)
    html = lookup_html(Words("en"), found, 1)
    assert html.count("<figure") == 20
    assert "and 10 more places" in html
    assert "and 410 more places" in lookup_html(Words("en"), replace(found, more=400), 1)


def test_a_problem_is_one_escaped_sentence():
    assert "<script>" not in problem_html("<script>")


@pytest.mark.parametrize(
    ("pasted", "reference"),
    [
        (
            "http://127.0.0.1:7860/?cite=0123456789.1-2.0123456789ab&talk=x",
            "0123456789.1-2.0123456789ab",
        ),
        ("https://news.example/?talk=x&cite=a.1-2.b", "a.1-2.b"),
        ("https://news.example/story", "https://news.example/story"),
        ("http://[broken", "http://[broken"),
        ("a quote about ?cite=1", "a quote about ?cite=1"),
    ],
)
def test_a_link_gives_its_id(pasted, reference):
    assert reference_in(pasted) == reference
