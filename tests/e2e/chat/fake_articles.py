"""Articles made to break a page: markup, templates, right to left, words without end."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from index.schema import Article

SEEDS = Path(__file__).parents[3] / "seeds"
_FILLER = "The harbour authority said that neither inspection had found a fault in the gear.\n\n"

HOSTILE = (
    "Lead paragraph.\n\n<script>window.__pwn=4</script> said the mayor. <img src=x "
    "onerror=window.__pwn=5> ${window.__pwn=6} {{#each this}} **not bold** "
    "[click](javascript:window.__pwn=7) ![t](https://tracker.example/p.png) www.auto.example "
    "$$\\href{x}{y}$$ %%%LATEX_BLOCK_0%%% <thinking>x</thinking> `code` # no heading | a | b |\n\n"
    "    four-space indent\tand a tab\n1. not a list\n> not a quote\n```mermaid\ngraph TD\n```\n"
    "</blockquote></div><style>body{display:none!important}</style><form action="
    "https://evil.example><input name=p></form>&lt;already&#39;escaped&amp;\n\nEnd of article."
)
ARABIC = (
    "قال رئيس التحقيق إن التقرير سينشر يوم الخميس القادم.\n\n"
    "وأضاف أن 41 فحصا من أصل 212 كانت متأخرة (figure: 41/212).\n\n"
    "Mixed \u202eevil override\u202c then English continues here.\n\n"
    + "هذا نص إضافي لملء الصفحة. "
    * 40
)
ENDLESS = (
    "Ein Wort: "
    + "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 6
    + " Ende.\n\n"
    + "x" * 900
    + "\n\nSchluss 🛳️👩🏽‍✈️ mit Emoji."
)
FERRY = (
    _FILLER * 6
    + "The chief engineer told the inquiry: “I reported the pump on 3 March and nobody came.”\n\n"
    + _FILLER * 9
    + "Inspector Anna Berg said that Carl Holm had read both reports.\n\n"
    + "A spokesperson for the operator declined to comment.\n\n"
    + _FILLER * 3
)


def article(key: str, text: str, **shown: str) -> Article:
    return Article(key, text, sha256(text.encode()).hexdigest(), **shown)


def articles() -> dict[str, Article]:
    seeds = [article(path.name, path.read_text("utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    made = [
        article(
            "ferry.txt",
            FERRY,
            title="Ferry inquiry hears of missed warnings",
            source="Harbour Gazette",
            published="2024-03-14",
            url="https://example.org/ferry",
        ),
        article(
            "backlog.txt",
            _FILLER * 2 + "Internal figures show 41 of 212 checks were overdue.\n\n" + _FILLER * 4,
            title="Operator admits maintenance backlog",
            source="Northern Wire",
            published="2024-03-16",
        ),
        article(
            "hostile.txt",
            HOSTILE,
            title='<img src=x onerror="window.__pwn=1"> ${window.alert(1)} {{constructor}} plan',
            source="Evil </span><script>window.__pwn=2</script> Times",
            published="2024-04-01",
            url="javascript:window.__pwn=3",
        ),
        article(
            "arabic.txt",
            ARABIC,
            title="الميناء يعلن نتائج التحقيق",
            source="صحيفة الميناء",
            published="2024-03",
        ),
        article("endless.txt", ENDLESS, title="Donau" + "dampfschifffahrts" * 12 + "gesellschaft"),
    ]
    return {each.id: each for each in [*seeds, *made]}


def changed(held: dict[str, Article], change: str = "") -> dict[str, Article]:
    """The articles after somebody has been at the folder."""
    if change == "without-ferry":
        del held["ferry.txt"]
    if change == "ferry-moved":
        text = "A correction.\n\n" + FERRY
        digest = sha256(text.encode()).hexdigest()
        held["ferry.txt"] = replace(held["ferry.txt"], text=text, sha256=digest)
    return held
