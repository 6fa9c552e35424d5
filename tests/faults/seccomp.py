"""Every system call of a process that changes files, held up until it is said what becomes of it.

Linux tells a supervisor of chosen calls before they are made (seccomp user notification,
seccomp_unotify(2)), whatever library makes them and in whichever thread: SQLite, tantivy and FAISS
as well as Python.
"""

import ctypes
import fcntl
import os
import platform
import struct
from contextlib import suppress
from dataclasses import dataclass

# Numbers of the calls, from the kernel's tables; -1 where a machine lacks one.
_X86 = (
    "write 1 open 2 pwrite64 18 writev 20 msync 26 sendfile 40 fsync 74 fdatasync 75 truncate 76"
    " ftruncate 77 rename 82 mkdir 83 rmdir 84 creat 85 link 86 unlink 87 symlink 88 chmod 90"
    " fchmod 91 openat 257 mkdirat 258 unlinkat 263 renameat 264 linkat 265 symlinkat 266"
    " fchmodat 268 fallocate 285 pwritev 296 renameat2 316 copy_file_range 326 pwritev2 328"
)
_ARM = (
    "mkdirat 34 unlinkat 35 symlinkat 36 linkat 37 renameat 38 truncate 45 ftruncate 46"
    " fallocate 47 fchmod 52 fchmodat 53 openat 56 write 64 writev 66 pwrite64 68 pwritev 70"
    " sendfile 71 fsync 82 fdatasync 83 msync 227 renameat2 276 copy_file_range 285 pwritev2 287"
)
_MACHINES = {
    # Machine: the kernel's name for it, the number of the call seccomp, the calls.
    "x86_64": (0xC000003E, 317, _X86),
    "aarch64": (0xC00000B7, 277, _ARM),
}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_FLAGS_AT = {"open": 1, "openat": 2}
_DESCRIPTOR_FIRST = {
    "write", "pwrite64", "writev", "pwritev", "pwritev2", "sendfile", "fsync", "fdatasync",
    "ftruncate", "fallocate", "fchmod",
}  # fmt: skip

_RECEIVE, _SEND = 0xC0502100, 0xC0182101
_NOTICE = struct.Struct("=QII iIQ6Q")
_ANSWER = struct.Struct("=QqiI")
_PASS_ON = 1


@dataclass(frozen=True, slots=True)
class Call:
    """A call that waits: its name, the file it concerns where a descriptor names one."""

    id: int
    name: str
    file: str


def available() -> bool:
    """Whether this machine can hold calls up."""
    try:
        with open("/proc/sys/kernel/seccomp/actions_avail") as file:
            return "user_notif" in file.read() and platform.machine() in _MACHINES
    except OSError:
        return False


def install() -> int:
    """From now on every such call of this process waits; the descriptor to hear of them."""
    machine, call, table = _MACHINES[platform.machine()]
    code = _filter(machine, _calls(table))
    instructions = (ctypes.c_uint64 * len(code)).from_buffer_copy(b"".join(code))
    program = struct.pack("=H6xQ", len(code), ctypes.addressof(instructions))
    libc = ctypes.CDLL(None, use_errno=True)
    no_new_privileges, set_filter, new_listener = 38, 1, 8
    if libc.prctl(no_new_privileges, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")
    listener = libc.syscall(call, set_filter, new_listener, ctypes.c_char_p(program))
    if listener < 0:
        raise OSError(ctypes.get_errno(), "seccomp")
    return int(listener)


def receive(listener: int) -> Call | None:
    """The next call that waits; None if it was given up meanwhile."""
    notice = bytearray(_NOTICE.size)
    try:
        fcntl.ioctl(listener, _RECEIVE, notice)
    except (FileNotFoundError, InterruptedError):
        return None
    id, thread, _, number, _, _, first, *_ = _NOTICE.unpack(notice)
    name = _NAMES[number]
    return Call(id, name, _file(thread, first) if name in _DESCRIPTOR_FIRST else "")


def answer(listener: int, call: Call, error: int = 0) -> None:
    """Let the call be made, or fail with an error number."""
    reply = _ANSWER.pack(call.id, 0, -error, 0 if error else _PASS_ON)
    with suppress(FileNotFoundError):  # its process is no more
        fcntl.ioctl(listener, _SEND, bytearray(reply))


def _calls(table: str) -> dict[str, int]:
    words = table.split()
    return dict(zip(words[::2], map(int, words[1::2]), strict=True))


_NAMES = {
    number: name
    for name, number in _calls(_MACHINES.get(platform.machine(), (0, 0, ""))[2]).items()
}


def _filter(machine: int, calls: dict[str, int]) -> list[bytes]:
    """A BPF program: writing calls are told, files opened only to be read are not."""
    load, equal, mask, back = 0x20, 0x15, 0x54, 0x06
    tell, allow = 0x7FC00000, 0x7FFF0000
    number_at, machine_at, values_at = 0, 4, 16

    def line(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
        return struct.pack("=HBBI", code, yes, no, value)

    made = [line(load, machine_at), line(equal, machine, 1, 0), line(back, allow)]
    made.append(line(load, number_at))
    for name, number in calls.items():
        if name in _FLAGS_AT:
            flags = values_at + 8 * _FLAGS_AT[name]
            made += [
                line(equal, number, 0, 5),
                line(load, flags),
                line(mask, _WRITING),
                line(equal, 0, 0, 1),
                line(back, allow),
                line(back, tell),
            ]
        else:
            made += [line(equal, number, 0, 1), line(back, tell)]
    return [*made, line(back, allow)]


def _file(thread: int, descriptor: int) -> str:
    try:
        return os.readlink(f"/proc/{thread}/fd/{descriptor}")
    except OSError:
        return ""
