import pytest

from index.decode import NotTextError, decode

RUSSIAN = "Россия отправила в Венесуэлу два самолёта, сообщил представитель Кремля во вторник. "
WESTERN = (
    "The army’s “technical” planes – two of them – left Simón Bolívar, Guaidó said on Monday. "
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_and_without_its_mark(encoding: str) -> None:
    assert decode("Guaidó “said” 😀\n".encode(encoding)) == "Guaidó “said” 😀\n"


def test_windows_1251_where_it_is_certain() -> None:
    assert decode((RUSSIAN * 3).encode("cp1251")) == RUSSIAN * 3


def test_windows_1252_where_it_is_certain() -> None:
    assert decode((WESTERN * 3).encode("cp1252")) == WESTERN * 3


@pytest.mark.parametrize(
    "raw",
    [
        (RUSSIAN * 3).encode("koi8-r"),
        (RUSSIAN * 3).encode("iso8859-5"),
        "Zażółć gęślą jaźń, powiedział rzecznik rządu. ".encode("cp1250"),
        "Příliš žluťoučký kůň úpěl ďábelské ódy. ".encode("cp1250"),
        "Ο εκπρόσωπος της κυβέρνησης δήλωσε σήμερα. ".encode("cp1253"),
        "Türkiye'nin başkenti İstanbul değil, Ankara'dır. ".encode("cp1254"),
        "俄罗斯派出两架飞机".encode("gb18030"),
    ],
)
def test_what_is_not_certain_is_refused(raw: bytes) -> None:
    with pytest.raises(NotTextError, match="save it as UTF-8"):
        decode(raw)


@pytest.mark.parametrize("raw", [b"a\x00b", b"%PDF-1.4\x01\x02", b"\xff\x00\xfe\x01"])
def test_what_is_not_text_is_refused(raw: bytes) -> None:
    with pytest.raises(NotTextError, match="not a text file"):
        decode(raw)


def test_a_false_mark_is_refused() -> None:
    with pytest.raises(NotTextError, match="marked as utf-8 but is not"):
        decode(b"\xef\xbb\xbfcaf\xe9")
