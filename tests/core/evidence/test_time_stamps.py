"""Requests for time stamps, and the answers that fit them; of every other answer it is told what is wrong."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import algos, tsp

from core.errors import KnownError
from core.evidence.time_stamps import TimeStampRequest, checked_answer, new_request, read_request
from tests.core.evidence.authority import STAMPED, Authority, refusal

DIGEST = bytes(range(32))


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture
def asked(tmp_path: Path) -> tuple[bytes, TimeStampRequest]:
    written = new_request(DIGEST)
    (tmp_path / "request.tsq").write_bytes(written)
    return written, read_request(tmp_path / "request.tsq")


def test_a_request_asks_for_its_hash_and_no_two_are_alike(asked: tuple[bytes, TimeStampRequest]) -> None:
    written, request = asked
    assert request.digest == DIGEST
    assert request.nonce is not None and request.nonce.bit_length() == 64
    assert new_request(DIGEST) != written
    assert tsp.TimeStampReq.load(written)["cert_req"].native is True


def test_an_answer_that_fits_tells_when_and_by_whom(
    authority: Authority, asked: tuple[bytes, TimeStampRequest]
) -> None:
    written, request = asked
    stamp = checked_answer(authority.answer(written), request)
    assert (stamp.stamped, stamp.serial) == ("2026-11-30T09:30:15.000Z", "99")
    assert stamp.authority == "CN=Example Stamps 时间"
    assert len(stamp.certificate_sha256) == 64


def imprint(digest: bytes, kind: str = "sha256") -> tsp.MessageImprint:
    algorithm = algos.DigestAlgorithm({"algorithm": kind})
    return tsp.MessageImprint({"hash_algorithm": algorithm, "hashed_message": digest})


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"message_imprint": imprint(DIGEST[::-1])}, "something else"),
        ({"message_imprint": imprint(DIGEST[:20], "sha1")}, "something else"),
        ({"nonce": 5}, "another request"),
        ({"gen_time": STAMPED + timedelta(days=2)}, "not signed as one must be"),
    ],
)
def test_an_answer_that_says_something_else_is_told_so(
    authority: Authority, asked: tuple[bytes, TimeStampRequest], said: dict[str, Any], problem: str
) -> None:
    written, request = asked
    with pytest.raises(KnownError, match=problem):
        checked_answer(authority.answer(written, **said), request)


def test_a_certificate_for_something_else_signs_no_stamps(asked: tuple[bytes, TimeStampRequest]) -> None:
    written, request = asked
    with pytest.raises(KnownError, match="not signed as one must be"):
        checked_answer(Authority(is_for_stamps=False).answer(written), request)


def test_a_refusal_is_told(asked: tuple[bytes, TimeStampRequest]) -> None:
    with pytest.raises(KnownError, match=r"did not stamp .*rejection"):
        checked_answer(refusal(), asked[1])


def test_another_certificate_in_its_place_is_found(
    authority: Authority, asked: tuple[bytes, TimeStampRequest]
) -> None:
    written, request = asked
    other = Authority()
    other.certificate = authority.certificate  # signed by another key than the certificate's
    with pytest.raises(KnownError, match="not signed as one must be"):
        checked_answer(other.answer(written), request)


def test_no_changed_byte_gives_another_time(
    authority: Authority, asked: tuple[bytes, TimeStampRequest]
) -> None:
    written, request = asked
    whole = authority.answer(written)
    right = checked_answer(whole, request)
    for place in range(0, len(whole), 3):
        damaged = bytearray(whole)
        damaged[place] ^= 0x15
        try:
            stamp = checked_answer(bytes(damaged), request)
        except KnownError:
            continue
        assert stamp.stamped == right.stamped


@pytest.mark.parametrize(
    "content", [b"", b"0", b"\x30\x80", b"\x30\x84\xff\xff\xff\xff", b"<html>", b"0" * 99]
)
def test_what_is_none_of_these_is_told_so(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no answer"):
        checked_answer(content, TimeStampRequest(DIGEST, 1))
    (tmp_path / "request.tsq").write_bytes(content)
    with pytest.raises(KnownError, match="no request"):
        read_request(tmp_path / "request.tsq")


def test_files_that_are_missing_or_huge_are_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        read_request(tmp_path / "none.tsq")
    with pytest.raises(KnownError, match="folder"):
        read_request(tmp_path)
    (tmp_path / "huge.tsq").write_bytes(bytes(2**20 + 1))
    with pytest.raises(KnownError, match="too large"):
        read_request(tmp_path / "huge.tsq")
