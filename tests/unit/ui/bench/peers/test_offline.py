import subprocess
import sys

PROGRAM = """
import socket
from ui.bench.peers.offline import guarded
tried = guarded()
server = socket.create_server(("127.0.0.1", 0))
socket.create_connection(server.getsockname()).close()
try:
    socket.socket().connect(("192.0.2.1", 443))
except ConnectionRefusedError:
    print(sorted(tried))
"""


def test_this_machine_is_let_through_and_others_are_not() -> None:
    # In a process of its own, since an audit hook stays as long as the process.
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True)
    assert done.stdout == "['192.0.2.1']\n"
