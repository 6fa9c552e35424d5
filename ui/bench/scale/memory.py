"""What this process holds in memory, its own and what it shares with others."""

from dataclasses import dataclass
from pathlib import Path

from ui.bench.process import own_megabytes

_SMAPS = Path("/proc/self/smaps_rollup")


@dataclass(frozen=True, slots=True)
class Memory:
    """Megabytes resident; `private` are this process's alone (None where not told, as on macOS)."""

    resident: float
    private: float | None


def held() -> Memory:
    """What is resident now; where Linux does not tell, the most that ever was."""
    if not _SMAPS.exists():
        return Memory(own_megabytes(), None)
    values = {}
    for line in _SMAPS.read_text().splitlines()[1:]:
        key, value = line.split(":")
        values[key] = int(value.split()[0]) * 1024 / 1e6
    return Memory(values["Rss"], values["Private_Clean"] + values["Private_Dirty"])
