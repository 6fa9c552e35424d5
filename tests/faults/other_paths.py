"""The write paths beside an index: conversations, thumbs, people, runs and what is promoted."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from eval.datasets import read_dataset
from eval.judgements import Judgement, keep, quarantined
from eval.kept_records import Kept, KeptRecords
from eval.outcome import Outcome
from eval.promote import promote
from eval.run import Provenance, Run
from eval.schema import Place, Record
from eval.written import read_run, write_run
from index.schema import Article
from rag.schema import Seconds
from tests.unit.ui.chat.replies import ARTICLE, answer, not_found
from ui.chat.conversations import Conversations, Turn
from ui.chat.users import _read, add_user

ASKED = ("What broke?", "Where?", "Why?")


@dataclass(frozen=True, slots=True)
class Talk:
    """A turn added to a conversation; then another conversation deleted."""

    def before(self, root: Path) -> None:
        """Two conversations with a turn each."""
        talks = self._open(root)
        for question in ASKED[:2]:
            talks.add(talks.start("ana", question), Turn(question, answer()))

    def work(self, root: Path) -> None:
        """The turn, unless it is there."""
        talks = self._open(root)
        first = next(talk.id for talk in talks.talks("ana") if talk.name == ASKED[0])
        if len(talks.turns("ana", first)) == 1:
            talks.add(first, Turn(ASKED[2], not_found()))

    def state(self, root: Path) -> str:
        """Every turn of every conversation."""
        talks = self._open(root)
        found = {talk.name: repr(talks.turns("ana", talk.id)) for talk in talks.talks("ana")}
        return json.dumps(found, sort_keys=True)

    @staticmethod
    def _open(root: Path) -> Conversations:
        return Conversations(root / "conversations.sqlite")


@dataclass(frozen=True, slots=True)
class FirstTalk(Talk):
    """The file of conversations made, with its first one."""

    def before(self, root: Path) -> None:
        """Nothing."""

    def work(self, root: Path) -> None:
        """A conversation, unless it is there."""
        talks = self._open(root)
        if not talks.talks("ana"):
            talks.start("ana", ASKED[0])


@dataclass(frozen=True, slots=True)
class Deleted(Talk):
    """A conversation deleted with its turns."""

    def work(self, root: Path) -> None:
        """Delete."""
        talks = self._open(root)
        for talk in talks.talks("ana"):
            if talk.name == ASKED[0]:
                talks.delete("ana", talk.id)


def thumb(question: str) -> Judgement:
    """A judgement of the article's first words."""
    of = ("2026-01-02T03:04:05Z", question, ())
    exact = ARTICLE.text[:5]
    return Judgement(*of, "up", "dam.0-5.x", ARTICLE.id, ARTICLE.sha256, 0, 5, exact, "Çà " * 99)


@dataclass(frozen=True, slots=True)
class Thumb:
    """A judgement kept behind another."""

    def before(self, root: Path) -> None:
        """One judgement."""
        keep(thumb(ASKED[0]), root / "judgements.jsonl")

    def work(self, root: Path) -> None:
        """The second, unless it is there."""
        if thumb(ASKED[1]) not in quarantined(root / "judgements.jsonl"):
            keep(thumb(ASKED[1]), root / "judgements.jsonl")

    def state(self, root: Path) -> str:
        """All of them."""
        return repr(quarantined(root / "judgements.jsonl"))


@dataclass(frozen=True, slots=True)
class Promoted:
    """Judgements promoted into a dataset folder that holds others, of another state."""

    def before(self, root: Path) -> None:
        """A dataset of one question."""
        promote([thumb(ASKED[0])], {ARTICLE.id: ARTICLE}, root / "set")

    def work(self, root: Path) -> None:
        """Two questions, and an article more."""
        other = Article("other.txt", "Other words.", "0" * 64)
        articles = {other.id: other, ARTICLE.id: ARTICLE}
        promote([thumb(question) for question in ASKED[:2]], articles, root / "set")

    def state(self, root: Path) -> str:
        """Questions, and the articles that they are about.

        The articles are replaced first, whole: between the two files the questions are the old
        ones, held against the new articles by whoever reads them.
        """
        found = read_dataset(root / "set")
        about = {each.article_id for asked in found.questions for each in asked.evidence}
        return repr((found.questions, sorted((id, found.articles[id].text) for id in about)))


@dataclass(frozen=True, slots=True)
class Person:
    """A person added to the users' file."""

    def before(self, root: Path) -> None:
        """One person."""
        add_user(root / "users", "ana", "correct horse")

    def work(self, root: Path) -> None:
        """A second one."""
        add_user(root / "users", "bob", "battery staple")

    def state(self, root: Path) -> str:
        """Who may log in."""
        return repr(sorted(_read(root / "users")))


@dataclass(frozen=True, slots=True)
class Scored:
    """A run written over another of another dataset."""

    def before(self, root: Path) -> None:
        """A run."""
        self._write(root, "first")

    def work(self, root: Path) -> None:
        """Another."""
        self._write(root, "second")

    def state(self, root: Path) -> str:
        """The run, whose numbers and questions are of one dataset."""
        run = read_run(root / "run")
        assert all(outcome.qid.startswith(run.provenance.dataset) for outcome in run.outcomes)
        return repr(run)

    @staticmethod
    def _write(root: Path, name: str) -> None:
        provenance = Provenance("pincite", name, "0" * 64, 1, None, False)
        outcomes = tuple(_outcome(f"{name} {n}") for n in range(3))
        write_run(root / "run", Run(provenance, (), outcomes))


def _outcome(qid: str) -> Outcome:
    question = (qid, "What broke?", "What broke?", ())
    return Outcome(*question, True, True, 0.9, (), {}, None, *((),) * 5, 1, 1, (), ())


@dataclass(frozen=True, slots=True)
class GoneOn:
    """A run that was stopped taken up again: what was asked is kept, and more is added."""

    def before(self, root: Path) -> None:
        """Two questions asked."""
        kept = KeptRecords(root, "run")
        kept.start(resume=True)
        for name in ("one", "two"):
            kept.add(self._kept(name))

    def work(self, root: Path) -> None:
        """The third."""
        kept = KeptRecords(root, "run")
        if "three" not in kept.start(resume=True):
            kept.add(self._kept("three"))

    def state(self, root: Path) -> str:
        """What would be taken up; a copy is asked, for asking writes."""
        copy = root.with_name(f"{root.name}-asked")
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(root, copy)
        return repr(KeptRecords(copy, "run").start(resume=True))

    @staticmethod
    def _kept(name: str) -> Kept:
        return Kept(Record(name, None, (Place("a", 0, 5),)), Seconds(0.1, 0.2))
