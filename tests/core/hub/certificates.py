"""Certificates for tests of encryption: an authority, and what it signs."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass(frozen=True, slots=True)
class Authority:
    """Who signs certificates; ``file`` is its own, for those who trust it."""

    file: Path
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey


def new_authority(folder: Path, name: str) -> Authority:
    """An authority that nobody knows yet."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    certificate = (
        _valid(x509.CertificateBuilder(), timedelta(days=1))
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{name}.pem"
    file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return Authority(file, certificate, key)


def sign(authority: Authority, host: str, *, valid: timedelta = timedelta(days=1)) -> tuple[bytes, bytes]:
    """A certificate for ``host`` and its key, as PEM; with a negative ``valid`` it has run out."""
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = (
        _valid(x509.CertificateBuilder(), valid)
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)]))
        .issuer_name(authority.certificate.subject)
        .public_key(key.public_key())
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .sign(authority.key, hashes.SHA256())
    )
    form = serialization.PrivateFormat.PKCS8
    pem = serialization.Encoding.PEM
    return certificate.public_bytes(pem), key.private_bytes(pem, form, serialization.NoEncryption())


def _valid(builder: x509.CertificateBuilder, how_long: timedelta) -> x509.CertificateBuilder:
    until = datetime.now(UTC) + how_long
    begun = min(datetime.now(UTC), until) - timedelta(days=2)
    return builder.serial_number(x509.random_serial_number()).not_valid_before(begun).not_valid_after(until)
