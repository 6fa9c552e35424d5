"""A question against the words of the articles: other spellings, damaged words, what is missing."""

import re
from dataclasses import dataclass

from index.words import WORD, normal
from rag.missing import missing, words_asked
from rag.names import Folded, fold
from rag.slips import lost_inside, one_slip_from
from rag.stopwords import STOPWORDS
from rag.vocabulary import Vocabulary

# A word of the language is looked for among the articles' misspelt words from this length on.
_LONG = 8


@dataclass(frozen=True, slots=True)
class Variant:
    """A word of the question and the spellings of the articles that are the same word."""

    asked: str
    known: bool
    spellings: tuple[Folded, ...]


@dataclass(frozen=True, slots=True)
class Expansion:
    """`variants` in the question's order; `missing` names and numbers stand in no article."""

    question: str
    variants: tuple[Variant, ...]
    missing: tuple[str, ...]

    @property
    def folded(self) -> tuple[tuple[str, str], ...]:
        """Pairs (as asked, as it stands in the articles)."""
        return tuple(
            (variant.asked, spelling.stands)
            for variant in self.variants
            for spelling in variant.spellings
        )

    @property
    def rewritten(self) -> str:
        """The question in the articles' spelling, where they do not know the asked one.

        An ordinary word stays, though the articles hold it only damaged.
        """
        best = {
            each.asked: each.spellings[0].stands
            for each in self.variants
            if not each.known and each.spellings[0].how != "damage"
        }
        return WORD.sub(lambda match: best.get(match.group(), match.group()), self.question)

    def as_asked(self, text: str) -> str:
        """`text` with every variant spelt as the question does: for scoring, never for showing."""
        spelt = {normal(stands): asked for asked, stands in self.folded}
        if not spelt:
            return text

        def respell(match: re.Match[str]) -> str:
            return spelt.get(normal(match.group()), match.group())

        return WORD.sub(respell, text)


class Expander:
    """Expands questions over one collection. Safe to call from several threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def expand(self, question: str) -> Expansion:
        """The question's content words with their other spellings, and what stands nowhere."""
        variants: dict[str, Variant] = {}
        for asked in words_asked(question, self.vocabulary):
            word = normal(asked.word)
            if word in STOPWORDS or word[0].isdigit() or asked.word in variants:
                continue
            spellings = {each.stands: each for each in self._spellings(asked.word, asked.is_name)}
            if spellings:
                known = word in self.vocabulary
                variants[asked.word] = Variant(asked.word, known, tuple(spellings.values()))
        return Expansion(question, tuple(variants.values()), missing(question, self.vocabulary))

    def _spellings(self, asked: str, is_name: bool) -> list[Folded]:
        word = normal(asked)
        found = list(fold(asked, self.vocabulary, is_name))
        damaged = self.vocabulary.damaged_from(word)
        found += [Folded(each.surface, "damage") for each in damaged]
        own = self.vocabulary.damaged(word)
        if own is not None:
            found += [Folded(was, "damage") for was in own.was[:1]]
        if not is_name and len(word) >= _LONG and self.vocabulary.is_common(word):
            found += [
                Folded(self.vocabulary.surface(other), "damage")
                for other in one_slip_from(word, self.vocabulary.misprints_near(word))
                if lost_inside(word, other)
            ]
        return found
