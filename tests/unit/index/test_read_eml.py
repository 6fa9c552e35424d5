import pytest

from index.errors import BadInputError
from index.read_eml import read_eml
from tests.made_files import eml_of, page_of

TEXT = "Two planes came.\n\nThey carried 99 soldiers – and 35 tons.\n"
HEADERS = {
    "From": "Ana Pérez <ana@example.org>",
    "Subject": "Planes in Caracas",
    "Date": "Sun, 24 Mar 2019 23:30:00 -0400",
}


def test_subject_sender_and_the_date_as_written() -> None:
    found = read_eml(eml_of(TEXT, Archived_At="<https://lists.example/1>", **HEADERS))
    assert found.text == TEXT
    assert (found.title, found.source) == ("Planes in Caracas", "Ana Pérez")
    assert (found.published, found.url) == ("2019-03-24", "https://lists.example/1")


def test_a_sender_without_a_name_goes_by_the_address() -> None:
    assert read_eml(eml_of(TEXT, From="ana@example.org")).source == "ana@example.org"


def test_plain_text_is_preferred_to_the_page() -> None:
    found = read_eml(eml_of(TEXT, page_of(["Another text on the page."]), **HEADERS))
    assert found.text == TEXT


@pytest.mark.parametrize("text", [None, " \n"])
def test_a_page_is_read_where_there_is_no_plain_text(text: str | None) -> None:
    story = "Two planes landed near the capital on Saturday, and 99 soldiers came with them. " * 4
    assert read_eml(eml_of(text, page_of([story]), **HEADERS)).text == story.strip()


def test_lines_that_flow_are_put_together() -> None:
    raw = (
        b"Subject: Planes\nContent-Type: text/plain; format=flowed; charset=utf-8\n\n"
        b"Two planes \ncame on Saturday.\n> He said \n> so.\n-- \nAna\n"
    )
    text = "Two planes came on Saturday.\n> He said \n> so.\n-- \nAna\n"
    assert read_eml(raw).text == text


def test_attachments_are_named() -> None:
    raw = (
        b"Subject: Planes\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        b"--b\nContent-Type: text/plain\n\nTwo planes came.\n"
        b"--b\nContent-Type: application/pdf\nContent-Disposition: attachment; "
        b'filename="report.pdf"\n\nx\n--b--\n'
    )
    found = read_eml(raw)
    assert found.text.strip() == "Two planes came."
    assert found.attached == ("report.pdf",)


def test_an_encoding_that_the_part_states() -> None:
    raw = (
        b"Subject: =?iso-8859-1?Q?Guaid=F3?=\nContent-Type: text/plain; charset=iso-8859-1\n\n"
        b"\x93Guaid\xf3\x94"
    )
    found = read_eml(raw)
    assert (found.title, found.text) == ("Guaidó", "“Guaidó”")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"Two planes came.\n\nThey left.",
        b"\x00\xff" * 50,
        eml_of("  \n", **HEADERS),
        b"Subject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nAAEC",
    ],
)
def test_what_is_no_mail_with_text_is_an_error(raw: bytes) -> None:
    with pytest.raises(BadInputError):
        read_eml(raw)


@pytest.mark.parametrize(
    "headers",
    [
        b"From: =?utf-8?B?//8=?= <\xff@>\nDate: yesterday\nSubject: x",
        b"From: <<>>,;:\nSubject: \xe9\nDate: Mon, 99 Foo 2019",
        b"Subject: =?x-none?Q?abc?=\nContent-Type: text/plain; charset=none",
    ],
)
def test_broken_headers_cost_no_text(headers: bytes) -> None:
    found = read_eml(headers + b"\n\nTwo planes came.")
    assert found.text == "Two planes came."
    assert found.published is None
