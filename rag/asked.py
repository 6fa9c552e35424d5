"""A question as it is searched: its subject, its spellings, its parts, the sources it names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.lexical import Term
from index.opened import Index
from rag.constraints import Constraints, read_constraints
from rag.damage import repaired
from rag.decompose import Part, decompose
from rag.expand import Expander, Expansion
from rag.followup import rewrite
from rag.mentions import Mentions, find_mentions
from rag.missing import words_asked
from rag.reporting import without_reporting
from rag.sources_asked import SourceNames
from rag.terms import terms
from rag.vocabulary import Vocabulary

# A spelling that the articles use instead counts almost as much as the asked one.
_VARIANT_WEIGHT = 0.9
# With fewer words left, the publication and what it is said to do are searched for as well.
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """`text` stands alone; `parts` is empty when the question asks one thing.

    `text` is in the user's spelling, `rewritten` in the articles' own; `rewritten` and `terms` are
    without the words that only say who reported it. `content` are its words
    that carry meaning, `names` those that are names or numbers; both without the sources and
    dates of publication that it names, which stand in no text.
    """

    text: str
    rewritten: str
    expansion: Expansion
    content: tuple[str, ...]
    names: tuple[str, ...]
    terms: tuple[Term, ...]
    parts: tuple[Part, ...]
    constraints: Constraints

    @property
    def several(self) -> bool:
        """Whether it asks of several publications or in several parts."""
        return len(self.parts) > 1 or len(self.constraints.wanted) > 1

    @property
    def missing(self) -> tuple[str, ...]:
        """Names and numbers of the question that no article holds in any spelling."""
        found = {asked for asked, _ in self.expansion.folded}
        return tuple(word for word in self.expansion.missing if word not in found)


class Understanding:
    """Understands questions put to one index. Safe to call from several threads."""

    def __init__(self, index: Index, common: Mapping[str, int]) -> None:
        self._common = common
        self._expander = Expander(Vocabulary(index.contents.words, common))
        self._sources = SourceNames(index.articles.sources())

    def over(self, index: Index) -> "Understanding":
        """The same over another index."""
        return Understanding(index, self._common)

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of the articles."""
        return self._expander.vocabulary

    def understand(self, question: str, history: Sequence[str]) -> Asked:
        """The question after the earlier ones of its conversation, oldest first."""
        text = rewrite(question, history) if history else question
        expansion = self._expander.expand(text)
        named = find_mentions(text, self._sources)
        bare = _bare(named)
        rewritten = expansion.rewritten
        subject = _without_publications(named)
        names = {
            each.word
            for each in words_asked(subject, self._expander.vocabulary)
            if (each.is_name and not _is_initials(each.word)) or each.word[0].isdigit()
        }
        spellings = (Term(stands, _VARIANT_WEIGHT) for _, stands in expansion.folded)
        return Asked(
            text,
            bare if rewritten == text else _bare(find_mentions(rewritten, self._sources)),
            expansion,
            tuple(term.word for term in terms(subject)),
            tuple(sorted(names)),
            (*terms(bare), *spellings),
            decompose(named),
            read_constraints(named),
        )

    def repaired(self, text: str) -> str:
        """`text` with its damaged words as they were: for scoring, never for showing."""
        return repaired(text, self._expander.vocabulary)


def _without_publications(named: Mentions) -> str:
    text = named.text
    spans = [(each.start, each.end) for each in named.sources]
    if spans:
        spans += [(each.start, each.end) for each in named.dates]
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _bare(named: Mentions) -> str:
    """The text without its reporting, unless hardly anything is left."""
    bare = without_reporting(named) if named.sources else named.text
    return bare if len(terms(bare)) >= _LEAST_WORDS else named.text


def _is_initials(word: str) -> bool:
    # The articles may have them written out (EU, TV).
    return word.isupper() and len(word) <= 3
