"""Whether a time stamp is signed by the certificate within it, and that one is for time stamps.

RFC 3161, 2.4.2, and RFC 5652, 5.4 to 5.6. Whether the certificate is to be trusted is not looked at.
"""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from asn1crypto import cms
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

from core.errors import KnownError
from core.messages import message

_HASHES: dict[str, Callable[[], hashes.HashAlgorithm]] = {
    "sha256": hashes.SHA256,
    "sha384": hashes.SHA384,
    "sha512": hashes.SHA512,
}
"""SHA-1 proves nothing any more."""


def signer(signed: cms.SignedData, content: bytes) -> Any:
    """The certificate that signed ``content``, found within.

    Raises:
        KnownError: none did, or one that may not.
        Exception: of any kind, where the bytes are none of these.
    """
    (signing,) = signed["signer_infos"]
    attributes = {attribute["type"].native: attribute["values"] for attribute in signing["signed_attrs"]}
    digest = _HASHES[signing["digest_algorithm"]["algorithm"].native]()
    hashed = hashes.Hash(digest)
    hashed.update(content)
    if attributes["message_digest"][0].native != hashed.finalize():
        raise badly_signed()
    if attributes["content_type"][0].native != "tst_info":
        raise badly_signed()
    for certificate in _certificates(signed):
        if _is_named(certificate, signing["sid"]):
            _require_for_stamps(certificate)
            _require_meant(certificate, attributes)
            # Signed is the attributes' own encoding as a set (RFC 5652, 5.4).
            text = b"\x31" + signing["signed_attrs"].dump()[1:]
            _require_signature(certificate, signing, text, digest)
            return certificate
    raise badly_signed()


def _certificates(signed: cms.SignedData) -> Iterator[Any]:
    for choice in signed["certificates"]:
        if choice.name == "certificate":
            yield choice.chosen


def _is_named(certificate: Any, sid: Any) -> bool:
    if sid.name == "issuer_and_serial_number":
        named = sid.chosen
        return bool(
            certificate.serial_number == named["serial_number"].native
            and certificate.issuer.dump() == named["issuer"].dump()
        )
    return bool(certificate.key_identifier == sid.chosen.native)


def _require_for_stamps(certificate: Any) -> None:
    uses = certificate.extended_key_usage_value
    if uses is None or "time_stamping" not in uses.native:
        raise badly_signed()


def _require_meant(certificate: Any, attributes: dict[str, Any]) -> None:
    """The signed attributes name the certificate by its hash (RFC 5816): no other stands for it."""
    if "signing_certificate_v2" in attributes:
        (named, *_) = attributes["signing_certificate_v2"][0]["certs"]
        kind = named["hash_algorithm"]["algorithm"].native
    else:
        (named, *_) = attributes["signing_certificate"][0]["certs"]
        kind = "sha1"  # RFC 3161 knew no other; it is the signature that proves
    if hashlib.new(kind, certificate.dump(), usedforsecurity=False).digest() != named["cert_hash"].native:
        raise badly_signed()


def _require_signature(certificate: Any, signing: Any, text: bytes, digest: hashes.HashAlgorithm) -> None:
    key: Any = x509.load_der_x509_certificate(certificate.dump()).public_key()
    signature = signing["signature"].native
    kind = signing["signature_algorithm"].signature_algo
    try:
        if isinstance(key, rsa.RSAPublicKey) and kind == "rsassa_pkcs1v15":
            key.verify(signature, text, padding.PKCS1v15(), digest)
        elif isinstance(key, rsa.RSAPublicKey) and kind == "rsassa_pss":
            salt = padding.PSS(padding.MGF1(digest), padding.PSS.AUTO)
            key.verify(signature, text, salt, digest)
        elif isinstance(key, ec.EllipticCurvePublicKey) and kind == "ecdsa":
            key.verify(signature, text, ec.ECDSA(digest))
        elif isinstance(key, ed25519.Ed25519PublicKey) and kind == "ed25519":
            key.verify(signature, text)
        else:
            raise badly_signed()
    except InvalidSignature as error:
        raise badly_signed() from error


def badly_signed() -> KnownError:
    """The stamp's signature does not hold."""
    return KnownError(
        message(
            "core", "The time stamp is not signed as one must be: ask the authority again, or another one."
        )
    )
