"""python -m tests.faults PATH FOLDER [KIND ...]: one write path broken at its steps, told as JSON.

KIND is killed, full or denied; all of them where none is named. PINCITE_STEPS in the environment
says how many steps are broken in each way, spread evenly; "all", or nothing, is each one.
"""

import gc
import json
import os
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from tests.faults.every_step import EveryStep
from tests.faults.paths import PATHS

name, folder, *kinds = sys.argv[1:]
# Only what the path needs is imported: every step is a fork of this process.
module = import_module(f"tests.faults.{PATHS[name]}")
if hasattr(module, "warm"):
    module.warm()
gc.freeze()
most = os.environ.get("PINCITE_STEPS", "all")
steps = EveryStep(getattr(module, name)(), Path(folder), None if most == "all" else int(most))
ways = {"killed": steps.killed, "full": steps.full, "denied": steps.denied}
print(json.dumps({kind: asdict(ways[kind]()) for kind in kinds or ways}))
