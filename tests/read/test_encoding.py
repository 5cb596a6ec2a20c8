"""From bytes to text: marks, what is asked for, what is declared, what is guessed, and damage."""

import pytest

from framing.read.encoding import decode
from framing.records.errors import InputError

ENGLISH = "The harbour authority closed the northern pier on Monday, officials said. " * 3
RUSSIAN = "Портовые власти закрыли северный пирс в понедельник, сообщили в министерстве. " * 3
FRENCH = "Le maire a déclaré que la jetée était fermée à cause d’une fissure. C’est l’été. " * 3


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN])
def test_utf_16_without_a_mark_is_seen(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (FRENCH, "cp1252")])
def test_old_encodings_are_guessed_and_said(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "a.txt")
    assert decoded.text == text
    (warning,) = decoded.warnings
    assert encoding in warning and "--encoding" in warning


def test_the_encoding_asked_for_is_taken() -> None:
    decoded = decode("Łódź".encode("cp1250"), "a.txt", asked="cp1250")
    assert (decoded.text, decoded.warnings) == ("Łódź", ())


def test_what_does_not_fit_names_the_encoding_and_the_byte() -> None:
    with pytest.raises(InputError, match=r"is not text in ASCII \(byte 3 does not fit\)"):
        decode("Café shut".encode("cp1252"), "a.txt", asked="ascii")
    with pytest.raises(InputError, match="'utf-9' is no text encoding"):
        decode(b"Shut", "a.txt", asked="utf-9")


def test_utf_8_stands_above_a_wrong_declaration() -> None:
    assert decode(FRENCH.encode(), "a.html", declared="iso-8859-1").text == FRENCH


def test_a_declared_encoding_stands_above_a_guess() -> None:
    text = "Łódź i Wrocław: władze zamknęły molo."
    assert decode(text.encode("cp1250"), "a.html", declared="windows-1250").text == text


def test_stray_bytes_in_utf_8_are_shown_as_such() -> None:
    decoded = decode(RUSSIAN.encode() + b"\xff" + RUSSIAN.encode(), "a.txt")
    assert decoded.text == f"{RUSSIAN}\ufffd{RUSSIAN}"
    assert len(decoded.warnings) == 1


def test_nul_bytes_are_taken_out_and_said() -> None:
    decoded = decode(b"The pier\x00 was closed on Monday, officials said.", "a.txt")
    assert decoded.text == "The pier was closed on Monday, officials said."
    assert "1 NUL" in decoded.warnings[0]


def test_a_text_cut_amid_a_character() -> None:
    decoded = decode("It was Jānis Bērziņš".encode()[:-1], "a.txt")
    assert decoded.text.endswith("Bērziņ\ufffd")
    assert len(decoded.warnings) == 1
