"""An index made anew, and the engine that answers from it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index.build import BuildReport, build_index
from index.progress import Progress
from rag.settings import Settings

if TYPE_CHECKING:
    from ui.chat.context import Asks


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What changed, and the engine over what is there now."""

    report: BuildReport
    engine: "Asks"


# Makes the index hold exactly the articles under the paths, which were taken from the generation
# that is named; raises `PinciteError`, and then the index is as it was.
Rebuild = Callable[[Sequence[Path], Settings, Progress, str], Rebuilt]


def rebuilt(paths: Sequence[Path], settings: Settings, progress: Progress, upon: str) -> Rebuilt:
    """Build and open; only what changed is embedded."""
    from rag.engine import open_engine

    report = build_index(paths, settings, progress, upon=upon)
    progress("open", 0, 0)
    return Rebuilt(report, open_engine(settings))
