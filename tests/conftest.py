"""What many tests share: the five articles indexed once with the packaged weights."""

import os
from pathlib import Path

import pytest
from hypothesis import Phase
from hypothesis import settings as hypothesis_settings

from index.build import build_index
from rag.engine import Engine, open_engine
from rag.settings import Settings

# A property holds or not; how long one example took on a busy machine says nothing. The suite
# tries the same examples each time, so that it fails for what was changed and for nothing else.
hypothesis_settings.register_profile("steady", deadline=None, derandomize=True)
hypothesis_settings.register_profile("long", deadline=None, max_examples=2000)
# For planted faults, which are to be found and not to be explained.
hypothesis_settings.register_profile(
    "first",
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
)
# HYPOTHESIS_PROFILE=long tries others each time, twenty times as many.
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="session")
def seed_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = Settings(index=tmp_path_factory.mktemp("seeds") / "index")
    build_index([SEEDS], settings)
    return settings


@pytest.fixture(scope="session")
def engine(seed_settings: Settings) -> Engine:
    return open_engine(seed_settings)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browsers last: Playwright keeps a loop running in this thread, which bars any other."""
    items.sort(key=lambda item: "e2e/chat" in item.path.as_posix())
