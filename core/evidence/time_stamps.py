"""Time stamps by RFC 3161: the request for one, and whether an answer that was brought back fits it.

Nothing is sent: whoever has a network sends the request to an authority and brings its answer. Looked at is
that the answer is about the very hash that was asked for, is for this request and no other, and is signed by
the certificate within it, which is one for time stamps and was valid then. Whether that certificate is to be
trusted is not: there is no list of authorities here, and no way to ask whether it was revoked.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from asn1crypto import algos, cms, tsp
from asn1crypto.core import Sequence
from cryptography import x509
from cryptography.hazmat.primitives import hashes

from core.catalog.clock import utc_text
from core.errors import KnownError
from core.evidence.stamp_signature import badly_signed, signer
from core.files.hostile import require_plain_file
from core.messages import message

_NONCE_BITS = 64
_MOST_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class TimeStampRequest:
    """What was asked for: a hash (SHA-256, 32 bytes), and a number that only its answer repeats.

    The number is None where it is not known any more: then the answer may have any.
    """

    digest: bytes
    nonce: int | None


@dataclass(frozen=True, slots=True)
class TimeStamp:
    """What an authority says.

    Attributes:
        stamped: when (ISO 8601, UTC), by the authority's clock.
        authority: the name in its certificate.
        certificate_sha256: the certificate's fingerprint, in hexadecimal, to be compared with what the
            authority publishes.
        serial: the stamp's own number.
    """

    stamped: str
    authority: str
    certificate_sha256: str
    serial: str


class _Response(Sequence):  # type: ignore[misc]  # the library has no types
    """As the library's own, but a refusal may lack the token, as RFC 3161, 2.4.2, has it."""

    _fields: ClassVar = [
        ("status", tsp.PKIStatusInfo),
        ("time_stamp_token", cms.ContentInfo, {"optional": True}),
    ]


def new_request(digest: bytes) -> bytes:
    """A request for a stamp over a SHA-256 (32 bytes), as a ``.tsq`` file holds it."""
    imprint = {"hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}), "hashed_message": digest}
    asked = {
        "version": "v1",
        "message_imprint": tsp.MessageImprint(imprint),
        "nonce": secrets.randbits(_NONCE_BITS) | 1 << (_NONCE_BITS - 1),
        "cert_req": True,
    }
    return bytes(tsp.TimeStampReq(asked).dump())


def read_request(file: Path) -> TimeStampRequest:
    """What a request of ours asks for.

    Raises:
        KnownError: it cannot be read, or is none of ours.
    """
    try:
        asked = tsp.TimeStampReq.load(_read(file), strict=True)
        imprint = asked["message_imprint"]
        digest, nonce = imprint["hashed_message"].native, asked["nonce"].native
        if imprint["hash_algorithm"]["algorithm"].native == "sha256" and len(digest) == 32 and nonce:
            return TimeStampRequest(digest, int(nonce))
    except KnownError:
        raise
    except Exception as error:  # a parser answers hostile bytes with every kind of exception
        raise _no_request(file) from error
    raise _no_request(file)


def read_answer(file: Path) -> bytes:
    """The bytes of an answer.

    Raises:
        KnownError: it cannot be read, or is too large.
    """
    return _read(file)


def checked_answer(answer: bytes, request: TimeStampRequest) -> TimeStamp:
    """What the answer says, if it fits the request.

    Raises:
        KnownError: it does not fit, was refused by the authority, or is not signed as it must be.
    """
    try:
        return _checked(answer, request)
    except KnownError:
        raise
    except Exception as error:  # as above
        raise _no_answer() from error


def stamped_digest(answer: bytes) -> bytes:
    """The hash that an answer is over, which nothing says yet that it is signed.

    Raises:
        KnownError: it is no answer, or not over a SHA-256.
    """
    try:
        token = _Response.load(answer, strict=True)["time_stamp_token"]["content"]
        said = tsp.TSTInfo.load(bytes(token["encap_content_info"]["content"].contents), strict=True)
        digest = bytes(said["message_imprint"]["hashed_message"].native)
    except Exception as error:  # as above
        raise _no_answer() from error
    if len(digest) != 32:
        raise _no_answer()
    return digest


def _no_answer() -> KnownError:
    return KnownError(message("core", "This is no answer of a time stamp authority."))


def _checked(answer: bytes, request: TimeStampRequest) -> TimeStamp:
    response = _Response.load(answer, strict=True)
    status = response["status"]["status"].native
    if status not in ("granted", "granted_with_mods"):
        raise KnownError(
            message("core", "The authority did not stamp the request ({status}): ask again, or another one."),
            status=status,
        )
    signed = response["time_stamp_token"]["content"]
    packed = signed["encap_content_info"]
    if packed["content_type"].native != "tst_info":
        raise ValueError("another kind of content")
    content = bytes(packed["content"].contents)
    said = tsp.TSTInfo.load(content, strict=True)
    imprint = said["message_imprint"]
    if (imprint["hash_algorithm"]["algorithm"].native, imprint["hashed_message"].native) != (
        "sha256",
        request.digest,
    ):
        raise KnownError(message("core", "The time stamp is over something else than the request asks for."))
    if request.nonce is not None and said["nonce"].native != request.nonce:
        raise KnownError(message("core", "The time stamp answers another request."))
    stamped: datetime = said["gen_time"].native
    certificate = signer(signed, content)
    loaded = x509.load_der_x509_certificate(certificate.dump())
    if not loaded.not_valid_before_utc <= stamped <= loaded.not_valid_after_utc:
        raise badly_signed()
    return TimeStamp(
        utc_text(stamped.astimezone(UTC)),
        loaded.subject.rfc4514_string(),
        loaded.fingerprint(hashes.SHA256()).hex(),
        str(said["serial_number"].native),
    )


def _no_request(file: Path) -> KnownError:
    return KnownError(
        message("core", "{file} is no request for a time stamp of this program: choose the .tsq file."),
        file=file,
    )


def _read(file: Path) -> bytes:
    try:
        require_plain_file(file)
        if file.stat().st_size > _MOST_BYTES:
            raise KnownError(
                message("core", "{file} is too large for a time stamp: choose another file."), file=file
            )
        return file.read_bytes()
    except OSError as error:
        raise KnownError(
            message("core", "{file} cannot be read ({reason}): check the path and your rights."),
            file=file,
            reason=error.strerror or type(error).__name__,
        ) from error
