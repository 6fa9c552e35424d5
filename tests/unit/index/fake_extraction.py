"""Stands in for `index.extraction`: tells its process, hangs, or breaks down, as it is asked."""

import json
import os
import sys
import time

for line in sys.stdin:
    _, kind = json.loads(line)
    if kind == "hang":
        time.sleep(600)
    if kind == "crash":
        os.abort()
    if kind == "half":
        print('{"text": "not wh', end="", flush=True)
        os.abort()
    print(json.dumps({"text": str(os.getpid())}), flush=True)
    if kind == "last":
        sys.exit()
