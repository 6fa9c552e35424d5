from ui.chat.rate_limit import RateLimit


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def test_so_many_and_then_a_wait_by_key():
    clock = Clock()
    limit = RateLimit(2, 60, clock)
    assert (limit.take("a"), limit.take("a")) == (0, 0)
    clock.now += 10
    assert limit.take("a") == 50
    assert limit.take("b") == 0
    clock.now += 50
    assert limit.take("a") == 0


def test_waiting_does_not_count():
    limit = RateLimit(1, 60, Clock())
    assert [limit.wait("a") for _ in range(3)] == [0, 0, 0]
    limit.count("a")
    assert limit.wait("a") == 60


def test_many_keys_do_not_fill_the_memory():
    limit = RateLimit(1, 60, Clock())
    for n in range(10_050):
        limit.take(str(n))
    assert limit.take("10049") == 60
    assert limit.take("0") == 0
