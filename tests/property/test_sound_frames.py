from hypothesis import given
from hypothesis import strategies as st

from index.sound_frames import frame, frames_around
from rag.misspelt import distance

SOUNDS = "abdefgiklmnoprtuvzCSTX"
KEYS = st.text(SOUNDS, min_size=5, max_size=12)


@given(
    KEYS,
    st.integers(0, 12),
    st.sampled_from(SOUNDS),
    st.sampled_from(["swap", "more", "less", "turn"]),
)
def test_one_slip_of_any_kind_stays_within_the_frames_around(
    key: str, at: int, letter: str, kind: str
) -> None:
    at %= len(key)
    before, here, after = key[:at], key[at], key[at + 1 :]
    made = {
        "swap": before + letter + after,
        "more": before + letter + here + after,
        "less": before + after,
        "turn": before + after[:1] + here + after[1:],
    }
    assert frame(made[kind]) in frames_around(frame(key))


@given(KEYS, KEYS)
def test_keys_as_near_as_a_short_name_may_be_have_frames_around_each_other(a: str, b: str) -> None:
    if distance(a, b) <= 0.8:
        assert frame(b) in frames_around(frame(a))
