"""How every model is run: one thread a session, quietly, with the same numbers on every processor.

An x86 processor without VNNI adds products of 8-bit numbers in 16 bits, which overflow: scores of
the reader came out up to 0.6 off. The precision mode of onnxruntime lets such a processor compute
with unsigned weights instead, a tenth slower and exact; on all others it changes nothing.
"""

import onnxruntime

EXACT = "session.x64quantprecision"


def session_options() -> onnxruntime.SessionOptions:
    """Options of a session that several threads use at once, each for a text of its own."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry(EXACT, "1")
    return options
