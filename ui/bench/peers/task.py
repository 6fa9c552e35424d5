"""What a process of the comparison is given and what it writes: two JSON files."""

from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from ui.bench.peers.encoder import Name
from ui.bench.peers.peer import Found, Text


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and its id."""

    qid: str
    question: str


@dataclass(frozen=True, slots=True)
class Task:
    """One process: which system does what with which files.

    `peer` is "module:Class", `package` what it was installed as. "index" makes the index of
    `articles` in `folder`, then puts `changed` in their places; "ask" opens that index and asks
    `questions` in every way. `began` is the Unix time at which the process was started.
    """

    peer: str
    package: str
    does: Literal["index", "ask"]
    folder: Path
    encoder: Name
    encoder_folder: Path
    articles: tuple[Text, ...]
    changed: tuple[Text, ...]
    questions: tuple[Asked, ...]
    k: int
    began: float
    out: Path


@dataclass(frozen=True, slots=True)
class Indexed:
    """What making an index took.

    Seconds on the clock, and of all cores together (`_cpu`): `index` is the call alone, `whole`
    is from the start of the process, imports and opening the encoder with it. `megabytes` is the
    most that was held until the index was saved.
    """

    version: str
    index: float
    index_cpu: float
    whole: float
    whole_cpu: float
    change: float
    change_cpu: float
    megabytes: float
    disk_megabytes: float
    reached_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One way of asking: seconds of each question, and what was found for it, best first.

    `cpu` is seconds of all cores a question, on average.
    """

    name: str
    seconds: dict[str, float]
    cpu: float
    found: dict[str, tuple[Found, ...]]


@dataclass(frozen=True, slots=True)
class Opened:
    """`cold` is seconds from the start of the process to its first answer, by its default way.

    `cold_cpu` is the same of all cores.
    `idle_megabytes` are held after that answer, `megabytes` is the most that was held.
    """

    cold: float
    cold_cpu: float
    idle_megabytes: float
    megabytes: float
    reached_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """What opening an index took, and every way of asking it."""

    opened: Opened
    ways: tuple[Way, ...]


TASK = TypeAdapter(Task)
INDEXED = TypeAdapter(Indexed)
ANSWERED = TypeAdapter(Answered)
